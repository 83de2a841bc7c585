import { useState } from "preact/hooks";
import type { StepView } from "../../../session/view/view-schema.ts";
import { Confirm } from "../components/dialog.tsx";
import { Markdown } from "../components/markdown/markdown.tsx";
import { useStage } from "../components/step-context.ts";
import { studyTextAttributes, texts } from "../texts/catalogue.ts";

type Props = { readonly step: Extract<StepView, { kind: "consent" }>; readonly busy: boolean };

/** A readable document and two equal buttons, so that neither is suggested. */
export function Consent({ step, busy }: Props) {
	const { flow } = useStage();
	const [asking, setAsking] = useState(false);
	return (
		<div class="page">
			<h1 tabIndex={-1}>{texts.consent.heading}</h1>
			<div class="document" lang={studyTextAttributes.lang}>
				<Markdown text={step.text} level={2} />
			</div>
			<div class="bar bar-equal">
				<button type="button" class="button secondary" aria-disabled={busy} onClick={() => setAsking(true)}>
					{texts.consent.disagree}
				</button>
				<button
					type="button"
					class="button secondary"
					aria-disabled={busy}
					onClick={() => void flow.answer({ accept: true })}
				>
					{texts.consent.agree}
				</button>
			</div>
			{asking ? (
				<Confirm
					title={texts.consent.disagree}
					text={texts.consent.sure}
					yes={texts.consent.end}
					no={texts.consent.back}
					answer={(yes) => {
						setAsking(false);
						if (yes) void flow.answer({ accept: false });
					}}
				/>
			) : null}
		</div>
	);
}
