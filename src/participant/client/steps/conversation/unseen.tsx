import { useState } from "preact/hooks";
import { Confirm } from "../../components/dialog.tsx";
import { texts } from "../../texts/catalogue.ts";
import { nameOf } from "./turn.tsx";
import type { Conversation, Reply } from "./turns.ts";

type Props = {
	readonly layout: Conversation["layout"];
	/** Replies whose end has not been on the screen. */
	readonly unseen: readonly Reply[];
	/** One reply has no name by which it could be told from another. */
	readonly alone: boolean;
	readonly show: (reply: Reply) => void;
};

/**
 * Before a conversation or a choice is left: asks for what was not read to its end. It can be left all the same, for a screen reader
 * may read without scrolling; then nothing says that it was seen.
 */
export function useUnseenFirst({ layout, alone, unseen, show }: Props) {
	const [goOn, setGoOn] = useState<(() => void) | null>(null);
	const [first] = unseen;
	const names = [...new Set(unseen.map(({ candidate }) => nameOf(layout, candidate)))].join(", ");
	return {
		seenFirst: (act: () => void) => {
			if (!first) act();
			else setGoOn(() => act);
		},
		dialog: goOn ? (
			<Confirm
				title={texts.chat.unseenHeading}
				text={alone ? texts.chat.unseenReply : texts.chat.unseen({ names })}
				yes={texts.chat.goOnAnyway}
				no={texts.chat.showUnseen}
				answer={(anyway) => {
					setGoOn(null);
					if (anyway) goOn();
					else if (first) show(first);
				}}
			/>
		) : null,
	};
}

/** Brings the end of a reply onto the screen, above the footer. */
export function showEnd(message: string): void {
	const letter = document.querySelector(`.reply[data-message="${CSS.escape(message)}"] .letter`);
	letter?.scrollIntoView({ block: "end", inline: "center" });
}
