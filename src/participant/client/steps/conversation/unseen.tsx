import { useState } from "preact/hooks";
import { Confirm } from "../../components/dialog.tsx";
import { texts } from "../../texts/catalogue.ts";
import { nameOf } from "./turn.tsx";
import type { Conversation, Reply } from "./turns.ts";

type Props = {
	readonly layout: Conversation["layout"];
	/** Replies whose end was not on the screen, after a look at the screen of this moment. */
	readonly lookForUnseen: () => readonly Reply[];
	/** A single reply needs no name. */
	readonly alone: boolean;
	readonly show: (reply: Reply) => void;
};

/**
 * Asks for replies that were not seen before a conversation or a choice is left. People can go on without them, because a
 * screen reader reads without scrolling. Such a reply is not recorded as seen.
 */
export function useUnseenFirst({ layout, alone, lookForUnseen, show }: Props) {
	const [asked, ask] = useState<{ readonly goOn: () => void; readonly unseen: readonly Reply[] } | null>(null);
	const unseen = asked?.unseen ?? [];
	const [first] = unseen;
	const names = [...new Set(unseen.map(({ candidate }) => nameOf(layout, candidate)))].join(", ");
	return {
		seenFirst: (goOn: () => void) => {
			const unseen = lookForUnseen();
			if (unseen.length === 0) goOn();
			else ask({ goOn, unseen });
		},
		dialog: asked ? (
			<Confirm
				title={texts.chat.unseenHeading}
				text={alone ? texts.chat.unseenReply : texts.chat.unseen({ names })}
				yes={texts.chat.goOnAnyway}
				no={texts.chat.showUnseen}
				answer={(anyway) => {
					ask(null);
					if (anyway) asked.goOn();
					else if (first) show(first);
				}}
			/>
		) : null,
	};
}

/** Scrolls to the end of a reply, above the footer. */
export function showEnd(message: string): void {
	const letter = document.querySelector(`.reply[data-message="${CSS.escape(message)}"] .letter`);
	letter?.scrollIntoView({ block: "end", inline: "center" });
}
