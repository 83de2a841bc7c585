import type { Folded } from "./fold.ts";
import type { Lexicon, NameKind } from "./lexicon.ts";

/** A passage with each name in it replaced by one sign, so that patterns speak of names and not of any one name. */
export type Template = {
	readonly text: string;
	/** By unit of `text`: the first and the last unit of the folded passage that it stands for. */
	readonly firsts: readonly number[];
	readonly lasts: readonly number[];
};

export const MODEL_SIGN = "\ue000";
export const MAKER_SIGN = "\ue001";

type Mention = { readonly start: number; readonly end: number; readonly kind: NameKind; readonly wary: boolean };

/** What follows a name that is meant as a thing of its kind: "a Llama model", "a GPT-based assistant". */
const KIND_AFTER =
	/^(?:'s)?[\s-]?(?:based|powered|family|series|large language|language|ai|llm|chat|model|assistant|chatbot|bot|architecture|modell?\p{L}*|modèle|modelo|sprach\p{L}*|taal\p{L}*|ki|модел\p{L}*|асист\p{L}*|ассист\p{L}*|wersj\p{L}*|مدل|نموذج|מודל|मॉडल|模型|大模型|助手|モデル|모델|mô hình)/u;
/** "ChatGPT-like", "Claude's fan": another thing than the name. */
const ANOTHER_THING = /^(?:-?(?:like|style|esque|inspired|ish|alike)(?![\p{L}])|'s(?![\p{L}]))/u;
const POSSESSIVE_OF_NAME = /^'s\s/u;
const ARTICLE_BEFORE =
	/(?:^|[\s"'(])(?:an?|this|un|una|uno|une|uma|um|ein|eine|einen|einem|einer|een|bir|یک|एक|một|seorang|seekor)\s$/u;

/**
 * The names of the passage. A name that is a word or a person's name too counts with a capital letter (where its script
 * has them), with neither an article before it ("a Gemini") nor another name behind it ("Claude Monet"), or before a word
 * that says that a model is meant.
 */
function mentionsOf({ text, starts, ends }: Folded, original: string, lexicon: Lexicon): Mention[] {
	const found = lexicon.flatMap(({ kind, wary, expression }) =>
		[...text.matchAll(expression)].map(({ 0: { length }, index }) => ({
			start: index,
			end: index + length,
			kind,
			wary,
		})),
	);
	const longestFirst = found.toSorted((a, b) => a.start - b.start || b.end - a.end || Number(a.wary) - Number(b.wary));
	const mentions: Mention[] = [];
	for (const mention of longestFirst) {
		if (mention.start < (mentions.at(-1)?.end ?? 0)) continue;
		if (isMeant(mention)) mentions.push(mention);
	}
	return mentions;

	function isMeant({ start, end, wary }: Mention): boolean {
		const after = text.slice(end, end + 40);
		if (KIND_AFTER.test(after)) return true;
		if (ANOTHER_THING.test(after))
			return POSSESSIVE_OF_NAME.test(after) && found.some((other) => other.start === end + 3);
		if (!wary) return true;
		const first = original.slice(starts[start], ends[start]).normalize("NFKC");
		const capital = first !== first.toLowerCase();
		const word = /^\s\p{L}+/u.exec(original.slice(ends[end - 1]))?.[0] ?? "";
		const namesake = /^\s\p{Lu}\p{Ll}/u.test(word) && !found.some((other) => other.start === end + 1);
		return capital && !namesake && !ARTICLE_BEFORE.test(text.slice(Math.max(0, start - 10), start));
	}
}

export function templateOf(folded: Folded, original: string, lexicon: Lexicon): Template {
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
	for (const { start, end, kind } of mentionsOf(folded, original, lexicon)) {
		const from = at;
		push(folded.text.slice(from, start), from, (unit) => from + unit);
		push(kind === "model" ? MODEL_SIGN : MAKER_SIGN, start, () => end - 1);
		at = end;
	}
	const rest = at;
	push(folded.text.slice(rest), rest, (unit) => rest + unit);
	return { text, firsts, lasts };
}
