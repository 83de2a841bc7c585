import type { Protocol } from "../../protocol/schema/schema.ts";
import { foldLetters, nameForm } from "../text/fold.ts";
import { DISTINCTIVE_WORDS, MAKERS, MODELS } from "./names.ts";

export type NameKind = "model" | "maker";

/** One expression for the names of one kind. `wary`: these names are also words or people's names. */
export type NameMatcher = { readonly kind: NameKind; readonly wary: boolean; readonly expression: RegExp };

/** Names reduced to their letters, to find disguises. They are not ordinary words, or mainly known as models. */
export type Plain = {
	readonly distinctive: ReadonlyMap<string, NameKind>;
	/** Written backwards, or shifted by half the alphabet. */
	readonly rewritten: ReadonlyMap<string, NameKind>;
	/** Without doubled letters: "gogle". */
	readonly single: ReadonlyMap<string, NameKind>;
};

/** The names to find in folded text. */
export type Lexicon = { readonly matchers: readonly NameMatcher[]; readonly plain: Plain };

/** A version or a size: "3.5", "-4o", " v2", "-7b-instruct", " Sonnet". */
const VERSION = "v?\\d{1,4}(?:\\.\\d{1,3}){0,3}[a-z]{0,3}(?![a-z])";
const FAMILY =
	"(?:sonnet|opus|haiku|pro|ultra|flash|turbo|mini|nano|plus|max|lite|large|medium|small|nemo|instant|instruct|chat|preview|advanced|maverick|scout|versions?)(?![\\p{L}\\p{N}])";
const SUFFIX = `(?:[ -]?${VERSION}|[ -]${FAMILY}){0,4}`;

const listed = (names: string): string[] => names.split(",").map((name) => nameForm(foldLetters(name.trim())));
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "[ '-]?");
/** The longest first, so that the longer of two matches at one position wins. */
const anyOf = (names: readonly string[]): string =>
	[...new Set(names)]
		.sort((a, b) => b.length - a.length)
		.map(escaped)
		.join("|");

/** Endings of the genitive, and of Polish and Czech cases: "OpenAIs", "Bielikiem". */
const ENDING = "(?:'?(?:s|iem|em|owi|ego|emu|ie|a|u))?";

/** Endings of products: "ClaudeBot", "MistralAI". */
const GLUED = "(?:-?(?:ai|bot|chatbot|lm|llm|chat|assistant))?";

/** Latin names must not touch Latin letters or digits. Other scripts may touch them, for example a Korean particle. */
const latin = (names: readonly string[]): string =>
	`(?<![\\p{Script=Latin}\\p{N}])(?:${anyOf(names)})${GLUED}(?:${SUFFIX}|${ENDING})(?![\\p{Script=Latin}])`;

/** Names in inflected languages: up to three letters as an ending, or one as a prefix, in the same script. */
const inflected = (names: readonly string[]): string =>
	`(?<![\\p{L}\\p{M}\\p{N}])[وبلکفהבלמשו]?(?:${anyOf(names)})(?:[а-яіїєґ]{0,3}|[\\p{M}])${SUFFIX}(?![\\p{L}\\p{M}])`;

const joined = (names: readonly string[]): string => `(?:${anyOf(names)})${SUFFIX}`;

const matcher = (kind: NameKind, wary: boolean, ...sources: readonly string[]): NameMatcher => ({
	kind,
	wary,
	expression: new RegExp(sources.join("|"), "gu"),
});

const knownNames = (
	kind: NameKind,
	{ names, words, otherScripts, joined: unspaced }: Record<keyof typeof MODELS, string>,
) => [
	matcher(kind, false, latin(listed(names)), inflected(listed(otherScripts)), joined(listed(unspaced))),
	matcher(kind, true, latin(listed(words))),
];

/** Shorter sequences of letters occur too often by chance. */
const SHORTEST_PLAIN = 4;

const plainNames = (names: readonly string[], kind: NameKind): [string, NameKind][] =>
	names
		.map((name) => name.replace(/[^\p{L}\p{N}]/gu, ""))
		.filter((name) => name.length >= SHORTEST_PLAIN && /^\p{L}/u.test(name))
		.map((name) => [name, kind]);

/** Shorter names often give words when reversed: "bard" gives "drab". */
const SHORTEST_REWRITTEN = 6;

/** Shifts by half the alphabet, so that a second shift restores the word. */
const rot13 = (word: string): string =>
	word.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));

export const withoutDoubles = (word: string): string => word.replace(/(\p{L})\1+/gu, "$1");
const SHORTEST_SINGLE = 5;

function plainOf(names: readonly [string, NameKind][]): Plain {
	const long = names.filter(([name]) => name.length >= SHORTEST_REWRITTEN);
	const rewritten = long.flatMap(([name, kind]): [string, NameKind][] => [
		[[...name].reverse().join(""), kind],
		[rot13(name), kind],
	]);
	const single = names.map(([name, kind]): [string, NameKind] => [withoutDoubles(name), kind]);
	return {
		distinctive: new Map(names),
		rewritten: new Map(rewritten),
		single: new Map(single.filter(([name]) => name.length >= SHORTEST_SINGLE)),
	};
}

/** Well-known models and makers. */
export const LEXICON: Lexicon = {
	matchers: [...knownNames("model", MODELS), ...knownNames("maker", MAKERS)],
	plain: plainOf([
		...plainNames(listed(MAKERS.names), "maker"),
		...plainNames(listed(DISTINCTIVE_WORDS.makers), "maker"),
		...plainNames(listed(MODELS.names), "model"),
		...plainNames(listed(DISTINCTIVE_WORDS.models), "model"),
	]),
};

/** Names that are also words. They are masked after the speaker has named itself. */
export const DISTINCTIVE_NAMES: ReadonlySet<string> = new Set([
	...listed(DISTINCTIVE_WORDS.models),
	...listed(DISTINCTIVE_WORDS.makers),
]);

/** The names in a text without sentences, such as the address of a link. */
export const namesIn = (names: string, { matchers }: Lexicon): string[] =>
	matchers.flatMap(({ expression, wary }) =>
		[...names.matchAll(expression)].map(([name]) => name).filter((name) => !wary || DISTINCTIVE_NAMES.has(name)),
	);

/** Parts of served names that are common to many models. */
const COMMON_PARTS = new Set(
	"instruct chat base model models large small medium mini tiny tuned finetuned adapter adapters latest preview turbo lora awq gptq gguf fp16 bf16 int4 int8 assistant personal pooled individual generic prompted user users participant shared default test".split(
		" ",
	),
);

/** By a study's models, which stay the same object while a session is loaded. */
const LEXICONS = new WeakMap<Protocol["models"], Lexicon>();

/** By the names of models. Sessions of a study share a lexicon: compiling its expressions takes longer than a reply. */
const BY_NAMES = new Map<string, Lexicon>();
const MOST_KEPT = 50;

/** The lexicon of one study. It includes the names of models on its own servers, completely and in parts. */
export function lexiconOf({ models }: Pick<Protocol, "models">): Lexicon {
	const known = LEXICONS.get(models);
	if (known) return known;
	const served = servedNames(models);
	const key = JSON.stringify(served);
	const made = BY_NAMES.get(key) ?? withServed(served);
	if (BY_NAMES.size >= MOST_KEPT) BY_NAMES.clear();
	BY_NAMES.set(key, made);
	LEXICONS.set(models, made);
	return made;
}

const servedNames = (models: Protocol["models"]): string[] =>
	Object.values(models)
		.flatMap((model) => (model.provider === "rehearsal" ? [] : [foldLetters(model.model.toLowerCase())]))
		.filter((name) => !name.includes("{{"));

function withServed(served: readonly string[]): Lexicon {
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
