import type { Protocol } from "../../protocol/schema/schema.ts";
import { foldLetters, nameForm } from "../text/fold.ts";
import { DISTINCTIVE_WORDS, MAKERS, MODELS } from "./names.ts";

export type NameKind = "model" | "maker";

/** One expression for the names of one kind. `wary`: they are also words or people's names. */
export type NameMatcher = { readonly kind: NameKind; readonly wary: boolean; readonly expression: RegExp };

/** Names by their letters alone, for finding disguises. They are no words, or are known as models first. */
export type Plain = {
	readonly distinctive: ReadonlyMap<string, NameKind>;
	/** Backwards, and shifted by half the alphabet. */
	readonly rewritten: ReadonlyMap<string, NameKind>;
	/** Without doubled letters: "gogle". */
	readonly single: ReadonlyMap<string, NameKind>;
};

/** What to look for in folded text. */
export type Lexicon = { readonly matchers: readonly NameMatcher[]; readonly plain: Plain };

/** A version or a size: "3.5", "-4o", " v2", "-7b-instruct", " Sonnet". */
const VERSION = "v?\\d{1,4}(?:\\.\\d{1,3}){0,3}[a-z]{0,3}(?![a-z])";
const FAMILY =
	"(?:sonnet|opus|haiku|pro|ultra|flash|turbo|mini|nano|plus|max|lite|large|medium|small|nemo|instant|instruct|chat|preview|advanced|maverick|scout|versions?)(?![\\p{L}\\p{N}])";
const SUFFIX = `(?:[ -]?${VERSION}|[ -]${FAMILY}){0,4}`;

const listed = (names: string): string[] => names.split(",").map((name) => nameForm(foldLetters(name.trim())));
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "[ '-]?");
/** The longest first, because the longer of two matches at one place is meant. */
const anyOf = (names: readonly string[]): string =>
	[...new Set(names)]
		.sort((a, b) => b.length - a.length)
		.map(escaped)
		.join("|");

/** Endings of the genitive, and of Polish and Czech cases: "OpenAIs", "Bielikiem". */
const ENDING = "(?:'?(?:s|iem|em|owi|ego|emu|ie|a|u))?";

/** Endings of products: "ClaudeBot", "MistralAI". */
const GLUED = "(?:-?(?:ai|bot|chatbot|lm|llm|chat|assistant))?";

/** Latin names have to be between other characters than Latin letters and digits, so that a Korean particle may follow directly. */
const latin = (names: readonly string[]): string =>
	`(?<![\\p{Script=Latin}\\p{N}])(?:${anyOf(names)})${GLUED}(?:${SUFFIX}|${ENDING})(?![\\p{Script=Latin}])`;

/** Names in inflecting alphabets: up to three letters of an ending, or one of a prefix, in the same script. */
const inflected = (names: readonly string[]): string =>
	`(?<![\\p{L}\\p{M}\\p{N}])[وبلکفהבלמשו]?(?:${anyOf(names)})(?:[а-яіїєґ]{0,3}|[\\p{M}])${SUFFIX}(?![\\p{L}\\p{M}])`;

const joined = (names: readonly string[]): string => `(?:${anyOf(names)})${SUFFIX}`;

const matcher = (kind: NameKind, wary: boolean, ...sources: readonly string[]): NameMatcher => ({
	kind,
	wary,
	expression: new RegExp(sources.join("|"), "gu"),
});

const known = (
	kind: NameKind,
	{ names, words, otherScripts, joined: unspaced }: Record<keyof typeof MODELS, string>,
) => [
	matcher(kind, false, latin(listed(names)), inflected(listed(otherScripts)), joined(listed(unspaced))),
	matcher(kind, true, latin(listed(words))),
];

/** Letters of shorter names occur together by chance too often. */
const SHORTEST_PLAIN = 4;

const plainNames = (names: readonly string[], kind: NameKind): [string, NameKind][] =>
	names
		.map((name) => name.replace(/[^\p{L}\p{N}]/gu, ""))
		.filter((name) => name.length >= SHORTEST_PLAIN && /^\p{L}/u.test(name))
		.map((name) => [name, kind]);

/** Shorter names are words when they are read backwards: "bard" is "drab". */
const SHORTEST_REWRITTEN = 6;

/** By half the alphabet, so that the same shift reverses it. */
const shifted = (word: string): string =>
	word.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));

export const withoutDoubles = (word: string): string => word.replace(/(\p{L})\1+/gu, "$1");
const SHORTEST_SINGLE = 5;

function plainOf(names: readonly [string, NameKind][]): Plain {
	const long = names.filter(([name]) => name.length >= SHORTEST_REWRITTEN);
	const rewritten = long.flatMap(([name, kind]): [string, NameKind][] => [
		[[...name].reverse().join(""), kind],
		[shifted(name), kind],
	]);
	const single = names.map(([name, kind]): [string, NameKind] => [withoutDoubles(name), kind]);
	return {
		distinctive: new Map(names),
		rewritten: new Map(rewritten),
		single: new Map(single.filter(([name]) => name.length >= SHORTEST_SINGLE)),
	};
}

/** Models and makers that anybody could meet. */
export const LEXICON: Lexicon = {
	matchers: [...known("model", MODELS), ...known("maker", MAKERS)],
	plain: plainOf([
		...plainNames(listed(MAKERS.names), "maker"),
		...plainNames(listed(DISTINCTIVE_WORDS.makers), "maker"),
		...plainNames(listed(MODELS.names), "model"),
		...plainNames(listed(DISTINCTIVE_WORDS.models), "model"),
	]),
};

/** Names that are words too. They are hidden wherever the speaker has named itself. */
export const DISTINCTIVE_NAMES: ReadonlySet<string> = new Set([
	...listed(DISTINCTIVE_WORDS.models),
	...listed(DISTINCTIVE_WORDS.makers),
]);

/** The names in a text that is no sentence, such as the address of a link. */
export const namesIn = (names: string, { matchers }: Lexicon): string[] =>
	matchers.flatMap(({ expression, wary }) =>
		[...names.matchAll(expression)].map(([name]) => name).filter((name) => !wary || DISTINCTIVE_NAMES.has(name)),
	);

/** Parts of served names that any model may have. */
const COMMON_PARTS = new Set(
	"instruct chat base model models large small medium mini tiny tuned finetuned adapter adapters latest preview turbo lora awq gptq gguf fp16 bf16 int4 int8 assistant personal pooled individual generic prompted user users participant shared default test".split(
		" ",
	),
);

/** Cached by a study's models, which are the same object as long as the study is loaded here. */
const MADE = new WeakMap<Protocol["models"], Lexicon>();

/** The lexicon of one study. The names of its own servers' models count too, completely and in parts. */
export function lexiconOf({ models }: Pick<Protocol, "models">): Lexicon {
	const made = MADE.get(models) ?? withServed(models);
	MADE.set(models, made);
	return made;
}

function withServed(models: Protocol["models"]): Lexicon {
	const served = Object.values(models)
		.flatMap((model) => (model.provider === "rehearsal" ? [] : [foldLetters(model.model.toLowerCase())]))
		.filter((name) => !name.includes("{{"));
	const whole = served.flatMap((name) => [name, name.split("/").at(-1) ?? name]).filter((name) => name.length >= 3);
	const parts = served
		.flatMap((name) => name.split(/[^\p{L}]+/u))
		.filter((part) => part.length >= 4 && !COMMON_PARTS.has(part));
	const own = [
		...(whole.length > 0 ? [matcher("model", false, latin(whole.map(nameForm)))] : []),
		...(parts.length > 0 ? [matcher("model", true, latin(parts.map(nameForm)))] : []),
	];
	return {
		matchers: [...own, ...LEXICON.matchers],
		plain: plainOf([...LEXICON.plain.distinctive, ...plainNames([...whole, ...parts], "model")]),
	};
}
