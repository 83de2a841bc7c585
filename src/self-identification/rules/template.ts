import type { Mention } from "../names/mentions.ts";
import type { Folded } from "../text/fold.ts";

/** A text in which one private-use character replaces each name, so that patterns do not depend on particular names. */
export type Template = {
	readonly text: string;
	/** For each unit of `text`, the first and last unit of the folded text behind it. */
	readonly firsts: readonly number[];
	readonly lasts: readonly number[];
};

export const MODEL_SIGN = "\ue000";
export const MAKER_SIGN = "\ue001";

export function templateOf(folded: Folded, mentions: readonly Mention[]): Template {
	const firsts: number[] = [];
	const lasts: number[] = [];
	let text = "";
	const push = (piece: string, first: number, last: (unit: number) => number) => {
		for (let unit = 0; unit < piece.length; unit++) {
			firsts.push(first + (piece.length > 1 ? unit : 0));
			lasts.push(last(unit));
		}
		text += piece;
	};
	let at = 0;
	for (const { start, end, kind } of mentions) {
		const from = at;
		push(folded.text.slice(from, start), from, (unit) => from + unit);
		push(kind === "model" ? MODEL_SIGN : MAKER_SIGN, start, () => end - 1);
		at = end;
	}
	const rest = at;
	push(folded.text.slice(rest), rest, (unit) => rest + unit);
	return { text, firsts, lasts };
}
