import { useState } from "preact/hooks";
import { lettered, texts } from "../../texts/catalogue.ts";
import type { Conversation, Reply, Turn } from "./turns.ts";

type State = {
	/** A message was sent, so several replies will come, even if their names are not known yet. */
	readonly expected: boolean;
	readonly names: readonly string[];
	readonly shown: string | null;
	readonly unread: readonly string[];
	readonly show: (candidate: string) => void;
};

/** On a phone: which assistant is shown, and which has text that was not shown yet. */
export function useTabs(layout: Conversation["layout"], turns: readonly Turn[], unseen: readonly Reply[]): State {
	const names = layout === "side-by-side" ? [...new Set(turns.flatMap(({ replies }) => replies.map(slot)))].sort() : [];
	const [picked, setPicked] = useState<string | null>(null);
	const shown = picked ?? names[0] ?? null;
	const writing = turns[turns.length - 1]?.state === "writing" ? turns[turns.length - 1] : undefined;
	const isNew = (name: string) =>
		unseen.some(({ candidate }) => candidate === name) ||
		writing?.replies.some(({ candidate, text }) => candidate === name && text !== "");
	const unread = names.filter((name) => name !== shown && isNew(name));
	const expected = layout === "side-by-side" && turns.length > 0;
	return { expected, names, shown, unread, show: setPicked };
}

const slot = ({ candidate }: { readonly candidate: string }): string => candidate;

/** On wide screens the style sheet hides the tabs and shows all panes. */
export function Tabs({ expected, names, shown, unread, show }: State) {
	// Reserves the room of the tabs, because the first reply would push everything down.
	if (names.length < 2) return expected ? <div class="panes" /> : null;
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
		<div class="panes" role="group" aria-label={texts.chat.showReplies}>
			{names.map((name) => (
				<button key={name} type="button" class="tab" aria-pressed={name === shown} onClick={() => show(name)}>
					{texts.chat.named(lettered(name))}
					{unread.includes(name) ? (
						<span class="mark">
							<span class="unseen"> ({texts.chat.unread})</span>
						</span>
					) : null}
				</button>
			))}
		</div>
	);
}
