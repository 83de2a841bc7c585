import { useState } from "preact/hooks";
import { excerpt, unmarked } from "../../components/markdown/excerpt.ts";
import { studyTextAttributes, texts } from "../../texts/catalogue.ts";
import { Transcript } from "../conversation/transcript.tsx";
import type { Conversation } from "../conversation/turns.ts";

/** Three lines on a phone. */
const ENOUGH = 140;

/** Wide enough to show it beside the questions. The style sheet has the same width. */
const HAS_ROOM = "(min-width: 64rem)";

/** The conversation that a form is about: its start, and all of it beside the questions, or folded on a phone. */
export function Subject({ conversation: { layout, messages } }: { readonly conversation: Conversation }) {
	const [open] = useState(() => matchMedia(HAS_ROOM).matches);
	const said = messages.find(({ role }) => role === "participant");
	const chosen = messages.find((message) => message.chosen === true);
	return (
		<aside class="subject">
			<div class="peek">
				{said ? (
					<p class="bubble">
						<span class="unseen">{texts.chat.you}: </span>
						<span {...studyTextAttributes}>{excerpt(said.text, ENOUGH)}</span>
					</p>
				) : null}
				{chosen ? (
					<p>
						<span class="unseen">{texts.chat.assistant}: </span>
						<span {...studyTextAttributes}>{excerpt(unmarked(chosen.text), ENOUGH)}</span>
					</p>
				) : null}
			</div>
			<Transcript layout={layout} messages={messages} label={texts.form.transcript} open={open} />
		</aside>
	);
}
