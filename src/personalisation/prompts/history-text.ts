import { costOf } from "../../protocol/tokens/counted-reply.ts";
import {
	type HistoryChoice,
	type PastConversation,
	type PastTurn,
	replyThatWentOn,
	selectHistory,
} from "../profiles/history.ts";
import { fenced } from "./fence.ts";

export type FittedHistory = {
	/** In their order in the prompt. */
	readonly conversations: readonly (readonly string[])[];
	readonly turns: number;
	readonly leftOut: number;
};

const OPEN = "<conversation>\n";
const CLOSE = "\n</conversation>";
const BETWEEN = "\n";

/**
 * The turns of the selected conversations that fit: the most important conversation first, each from its beginning up to the
 * first turn that does not fit. Turns are never cut.
 */
export function fitHistory(history: readonly PastConversation[], choice: HistoryChoice, room: number): FittedHistory {
	const fitted: { at: number; turns: string[] }[] = [];
	let left = room;
	let leftOut = 0;
	for (const conversation of selectHistory(history, choice)) {
		const turns: string[] = [];
		for (const turn of conversation.turns.map(turnText)) {
			const cost = costOf(turn + (turns.length === 0 ? OPEN + CLOSE + BETWEEN : BETWEEN));
			left -= cost;
			if (left < 0) leftOut += 1;
			else turns.push(turn);
		}
		if (turns.length > 0) fitted.push({ at: history.indexOf(conversation), turns });
	}
	const direction = choice.order === "oldest-first" ? 1 : -1;
	const conversations = fitted.toSorted((one, other) => direction * (one.at - other.at)).map(({ turns }) => turns);
	return { conversations, turns: conversations.flat().length, leftOut };
}

export const renderHistory = ({ conversations }: FittedHistory): string =>
	conversations.map((turns) => OPEN + turns.join(BETWEEN) + CLOSE).join(BETWEEN);

/** The person's message and the reply with which they continued, without the rejected replies. */
function turnText(turn: PastTurn): string {
	const reply = replyThatWentOn(turn);
	const message = fenced("person", turn.text);
	return reply ? `${message}${BETWEEN}${fenced("assistant", reply.text)}` : message;
}
