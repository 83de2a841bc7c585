import { disguisedNames, isDisguised } from "../text/disguises.ts";
import { sourceRange, type Viewed } from "../text/viewed.ts";
import { DISTINCTIVE_NAMES, type Lexicon, type NameKind } from "./lexicon.ts";

/** A name, as a range of the folded text. */
export type Mention = {
	readonly start: number;
	readonly end: number;
	readonly kind: NameKind;
	/** The name is also a word or a person's name. */
	readonly wary: boolean;
	/** Written so that a simple search would miss it. Only a speaker who names itself does that. */
	readonly disguised: boolean;
};

/** Words after a name that show a model is meant: "a Llama model", "a GPT-based assistant". */
const KIND_AFTER =
	/^(?:'s)?[\s-]?(?:based|powered|family|series|large language|language|ai|llm|chat|model|assistant|chatbot|bot|architecture|modell?\p{L}*|modèle|modelo|sprach\p{L}*|taal\p{L}*|ki|модел\p{L}*|асист\p{L}*|ассист\p{L}*|wersj\p{L}*|مدل|نموذج|מודל|मॉडल|模型|大模型|助手|モデル|모델|mô hình)/u;
/** "ChatGPT-like", "Claude's fan": a different thing, not the model. */
const ANOTHER_THING = /^(?:-?(?:like|style|esque|inspired|ish|alike)(?![\p{L}])|'s(?![\p{L}]))/u;
const POSSESSIVE_OF_NAME = /^'s\s/u;
const ARTICLE_BEFORE =
	/(?:^|[\s"'(])(?:an?|this|un|una|uno|une|uma|um|ein|eine|einen|einem|einer|een|bir|یک|एक|một|seorang|seekor)\s$/u;

/**
 * The names in a text. A name that is also a word or a person's name counts if it has a capital letter (in scripts with
 * capitals) and neither an article before it ("a Gemini") nor another name after it ("Claude Monet"), or if a word after
 * it shows that a model is meant.
 */
export function mentionsOf(view: Viewed, lexicon: Lexicon): Mention[] {
	const found = [...listedNames(view, lexicon), ...(view.asWritten ? spelledNames(view, lexicon) : [])];
	const longestFirst = found.toSorted((a, b) => a.start - b.start || b.end - a.end || Number(a.wary) - Number(b.wary));
	const mentions: Mention[] = [];
	for (const mention of longestFirst) {
		if (mention.start < (mentions.at(-1)?.end ?? 0)) continue;
		if (mention.disguised || isMeant(mention, view, found)) mentions.push(mention);
	}
	return mentions;
}

const listedNames = (view: Viewed, { matchers }: Lexicon): Mention[] =>
	matchers.flatMap(({ kind, wary, expression }) =>
		[...view.folded.names.matchAll(expression)].map(({ 0: name, index }) => {
			const range = { start: index, end: index + name.length };
			const { start, end } = sourceRange(view, range);
			const telling = !wary || DISTINCTIVE_NAMES.has(baseOf(name));
			const disguised = view.asWritten && telling && isDisguised(view.source.slice(start, end), name);
			return { ...range, kind, wary, disguised };
		}),
	);

/** The name without its version: "claude", "gpt". */
export const baseOf = (name: string): string => /^[^\s\d-]+/u.exec(name)?.[0] ?? name;

const spelledNames = ({ folded }: Viewed, { plain }: Lexicon): Mention[] =>
	disguisedNames(folded, plain).map((name) => ({ ...name, wary: false, disguised: true }));

function isMeant({ start, end, wary }: Mention, { shown, folded }: Viewed, found: readonly Mention[]): boolean {
	const { text, starts, ends } = folded;
	const after = text.slice(end, end + 40);
	if (KIND_AFTER.test(after)) return true;
	if (ANOTHER_THING.test(after))
		return POSSESSIVE_OF_NAME.test(after) && found.some((other) => other.start === end + 3);
	if (!wary) return true;
	const first = shown.text.slice(starts[start], ends[start]).normalize("NFKC");
	// In a text without capitals, names have none either.
	const capital =
		first !== first.toLowerCase() ||
		(DISTINCTIVE_NAMES.has(baseOf(folded.names.slice(start, end))) && !/\p{Lu}/u.test(shown.text));
	// On the same line: "Claude Monet".
	const namesake =
		/^[^\S\n]\p{Lu}\p{Ll}/u.test(shown.text.slice(ends[end - 1])) && !found.some((other) => other.start === end + 1);
	return capital && !namesake && !ARTICLE_BEFORE.test(text.slice(Math.max(0, start - 10), start));
}
