import type { Lexicon } from "./names/lexicon.ts";
import { baseOf, type Mention, mentionsOf } from "./names/mentions.ts";
import { matchesOf } from "./rules/match.ts";
import { rules } from "./rules/read-rules.ts";
import type { Rules } from "./rules/rules.ts";
import { MODEL_SIGN, type Template, templateOf } from "./rules/template.ts";
import type { Span } from "./span.ts";
import { sourceRange, type Viewed, withWholes } from "./text/viewed.ts";

/** The result of reading a text. Places are positions in the source. */
export type Reading = {
	/** Self-identifications: where the speaker names itself, its maker, or its instructions. */
	readonly spans: readonly Span[];
	readonly names: readonly Named[];
};

export type Named = Omit<Span, "kind"> & {
	/** The name without its version: "claude", "gpt". */
	readonly name: string;
	readonly wary: boolean;
};

/** All self-identifications in a text, in all languages at once, and all names in it. */
export function read(view: Viewed, lexicon: Lexicon): Reading {
	const mentions = mentionsOf(view, lexicon);
	const template = templateOf(view.folded, mentions);
	const hasName = mentions.length > 0;
	const spoken = rules().filter(({ script }) => script.test(template.text));
	const found = spoken.flatMap((rules) => [...(hasName ? named(template, rules) : []), ...instructed(template, rules)]);
	const disguised = mentions.filter((mention) => mention.disguised);
	return {
		spans: [
			...found.map((span) => placed(span, view, template)),
			...disguised.map(({ start, end, kind }) => ({
				...inSource(view, { start, end }),
				kind: kind === "model" ? ("name" as const) : ("maker" as const),
			})),
		],
		names: mentions.map((mention) => namedBy(mention, view)),
	};
}

function namedBy({ start, end, wary }: Mention, view: Viewed): Named {
	const name = view.folded.names.slice(start, end);
	return { ...inSource(view, { start, end }), name: baseOf(name), wary };
}

const inSource = (view: Viewed, range: { readonly start: number; readonly end: number }) =>
	withWholes(sourceRange(view, range), view.shown.wholes);

function placed({ start, end, kind }: Span, view: Viewed, { firsts, lasts }: Template): Span {
	const range = { start: firsts[start] ?? 0, end: (lasts[end - 1] ?? 0) + 1 };
	return { ...inSource(view, range), kind };
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

/** The rest of a word of which a rule matched a part: if it stayed visible, it would reveal the hidden part. */
const restOfWord = (rest: string): number =>
	/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Hangul}]{0,20}/u.exec(rest)?.[0].length ?? 0;

/** Instructions follow their mention: the rest of the text, without its last full stop. */
function instructed({ text }: Template, { instructions }: Rules): Span[] {
	const end = text.replace(/[\s.!?…。！？؟۔।"'”»)\]_]+$/u, "").length;
	return [...text.matchAll(instructions)].map(({ 0: { length }, index }) => ({
		start: index,
		end: Math.max(end, index + length),
		kind: "instructions",
	}));
}
