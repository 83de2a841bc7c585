import type { Model } from "../../state/model.ts";
import { texts } from "../../texts/catalogue.ts";

/** Shows how many messages are left when the hint is hidden. */
export function placeholderOf({ view }: Model): string {
	if (view?.step?.kind !== "message" || !view.step.canEnd) return texts.chat.placeholder;
	const { turn, maxTurns } = view.step;
	return texts.chat.left({ count: maxTurns - turn + 1 });
}

/** How many messages are still required. While a reply is written the step is the one before, so the line stays empty. */
export function hintOf({ view, pending, live }: Model): string {
	if (pending !== null || live !== null) return "\u00a0";
	if (view?.step?.kind !== "message") return "";
	const { turn, minTurns, maxTurns, canEnd } = view.step;
	return canEnd ? texts.chat.mayEnd({ count: maxTurns - turn + 1 }) : texts.chat.needed({ count: minTurns - turn + 1 });
}

/** How many characters of a message are over the limit of `most`, and the last words within it. */
export const overflowOf = (text: string, most: number): string =>
	texts.chat.tooLong({ count: text.length - most, end: lastWords(text.slice(0, most)) });

/** Enough to find the position. */
const END_SHOWN = 24;

/** The last whole words. Scripts without spaces give characters. */
function lastWords(text: string): string {
	const end = text.slice(-END_SHOWN);
	return (text.length > END_SHOWN ? end.replace(/^\S*\s+(?=\S)/, "") : end).trim();
}
