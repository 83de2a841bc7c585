import type { StepView } from "../../../session/view/view-schema.ts";
import { texts } from "../texts/catalogue.ts";
import { useStage } from "./step-context.ts";

export type RetryStep = Extract<StepView, { kind: "retry" }>;

type Props = {
	readonly step: RetryStep;
	readonly busy: boolean;
	/** What is ended, in the words of its button. */
	readonly end: string;
};

/** Try again, where that may help, and go on without it, where that is allowed. */
export function RetryButtons({ step, busy, end }: Props) {
	const { flow } = useStage();
	const canRetry = step.canRetry !== false;
	const press = (answer: object) => () => void flow.answer(answer);
	return (
		<>
			{canRetry ? (
				<button type="button" class="button primary" aria-disabled={busy} onClick={press({ retry: true })}>
					{texts.retry.again}
				</button>
			) : null}
			{step.canEnd ? (
				<button
					type="button"
					class={`button ${canRetry ? "secondary" : "primary"}`}
					aria-disabled={busy}
					onClick={press({ end: true })}
				>
					{end}
				</button>
			) : null}
		</>
	);
}
