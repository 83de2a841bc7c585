import { useState } from "preact/hooks";
import { excerpt, unmarked } from "../../components/markdown/excerpt.ts";
import { texts, theirs } from "../../texts/catalogue.ts";
import { Transcript } from "../conversation/transcript.tsx";
import type { Conversation } from "../conversation/turns.ts";

/** Three lines on a phone. */
const ENOUGH = 140;

/** Where there is room for it beside the questions; the style sheet has the same. */
const HAS_ROOM = "(min-width: 64rem)";

/** What the questions are about: how it began, and the whole of it beside them on a desk, to be unfolded on a phone. */
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
						<span {...theirs}>{excerpt(said.text, ENOUGH)}</span>
					</p>
				) : null}
				{chosen ? (
					<p>
						<span class="unseen">{texts.chat.assistant}: </span>
						<span {...theirs}>{excerpt(unmarked(chosen.text), ENOUGH)}</span>
					</p>
				) : null}
			</div>
			<Transcript layout={layout} messages={messages} label={texts.form.transcript} open={open} />
		</aside>
	);
}
