import type { StepView } from "../../../session/view/view-schema.ts";
import { texts } from "../texts/catalogue.ts";
import { useStage } from "./step-context.ts";

export type RetryStep = Extract<StepView, { kind: "retry" }>;

type Props = {
	readonly step: RetryStep;
	readonly busy: boolean;
	/** The text of the button that ends the conversation. */
	readonly end: string;
};

/** Buttons to try again if that may help, and to go on without the reply if that is allowed. */
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
