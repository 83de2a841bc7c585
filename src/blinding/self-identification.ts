import { type Folded, fold } from "./self-identification/fold.ts";
import { LEXICON, type Lexicon } from "./self-identification/lexicon.ts";
import { matchesOf } from "./self-identification/match.ts";
import { MODEL_SIGN, type Template, templateOf } from "./self-identification/mentions.ts";
import { type Passage, passagesOf } from "./self-identification/passages.ts";
import { RULES } from "./self-identification/patterns.ts";
import type { Rules } from "./self-identification/rules.ts";

/** A place, in UTF-16 units of the text, in which a model names itself, its maker, or its instructions. */
export type Span = { readonly start: number; readonly end: number; readonly kind: "name" | "maker" | "instructions" };

/**
 * Every place in which the reply speaks of what it is: in order, none over another. Sentence by sentence, in all languages
 * at once, for replies mix them. Not every mention of a model: "ChatGPT came out in 2022" is none.
 */
export const findSelfIdentification = (text: string, lexicon: Lexicon = LEXICON): Span[] =>
	passagesOf(text, 0, true).flatMap((passage) => spansOf(text, passage, lexicon));

/** Those of one passage of `passagesOf`. Linear in the length of the text: a passage is of bounded length, and looked at alone. */
export function spansOf(text: string, { start, end }: Passage, lexicon: Lexicon): Span[] {
	const passage = text.slice(start, end);
	if (!/\p{L}/u.test(passage)) return [];
	const folded = fold(passage);
	const template = templateOf(folded, passage, lexicon);
	const hasName = /[\ue000\ue001]/.test(template.text);
	const spoken = RULES.filter(({ script }) => script.test(template.text));
	const found = spoken.flatMap((rules) => [...(hasName ? named(template, rules) : []), ...instructed(template, rules)]);
	return merged(found).map((span) => placed(span, { passage, offset: start, folded, template }));
}

function named({ text }: Template, { identity, as, first, parts }: Rules): Span[] {
	const matches = (rules: Rules["identity"]) => rules.flatMap((pieces) => matchesOf(text, pieces, parts));
	const asOne = matches(as).filter(({ end }) => {
		const rest = text.slice(end);
		return first.test(rest.slice(0, 60)) || /^[^\p{L}]*$/u.test(rest);
	});
	return [...matches(identity), ...asOne].map(({ start, end }) => ({
		start,
		end: end + restOfWord(text.slice(end)),
		kind: text.slice(start, end).includes(MODEL_SIGN) ? "name" : "maker",
	}));
}

/** Endings that a rule leaves out: half a word would tell its other half. Where words are joined there is no telling. */
const restOfWord = (rest: string): number =>
	/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Hangul}]{0,20}/u.exec(rest)?.[0].length ?? 0;

/** What the instructions are stands behind their mention: all of the passage but its last full stop. */
function instructed({ text }: Template, { instructions }: Rules): Span[] {
	const end = text.replace(/[\s.!?…。！？؟۔।"'”»)\]_]+$/u, "").length;
	return [...text.matchAll(instructions)].map(({ 0: { length }, index }) => ({
		start: index,
		end: Math.max(end, index + length),
		kind: "instructions",
	}));
}

const WEIGHT = { name: 2, maker: 1, instructions: 0 } as const;

/** Spans that touch are one: of the kind that says most. */
function merged(spans: readonly Span[]): Span[] {
	const inOrder = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
	const result: Span[] = [];
	for (const span of inOrder) {
		const last = result.at(-1);
		if (last === undefined || span.start >= last.end) result.push(span);
		else {
			const kind = WEIGHT[span.kind] > WEIGHT[last.kind] ? span.kind : last.kind;
			result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end), kind };
		}
	}
	return result;
}

type Place = {
	readonly passage: string;
	readonly offset: number;
	readonly folded: Folded;
	readonly template: Template;
};

/** From the template's units back to the text's. */
function placed({ start, end, kind }: Span, { passage, offset, folded, template }: Place): Span {
	const first = folded.starts[template.firsts[start] ?? 0] ?? 0;
	const last = folded.ends[template.lasts[end - 1] ?? 0] ?? passage.length;
	return { start: offset + first, end: offset + closed(passage, first, last), kind };
}

/** Emphasis that was opened within the span is closed within it, or half of a pair of marks would stay behind. */
function closed(passage: string, start: number, end: number): number {
	const opened = passage.slice(start, end).match(/[*`_]+/g) ?? [];
	const mark = opened.length % 2 === 1 ? opened.at(-1) : undefined;
	return mark !== undefined && passage.startsWith(mark, end) ? end + mark.length : end;
}
