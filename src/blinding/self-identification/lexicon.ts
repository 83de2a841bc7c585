import type { Protocol } from "../../protocol/schema.ts";
import { foldLetters } from "./fold.ts";
import { MAKERS, MODELS } from "./names.ts";

export type NameKind = "model" | "maker";

/** One expression for the names of one kind. `wary`: they are words or people's names too. */
export type NameMatcher = { readonly kind: NameKind; readonly wary: boolean; readonly expression: RegExp };

/** What to look for, over text that was folded. */
export type Lexicon = readonly NameMatcher[];

/** Of a version or a size: "3.5", "-4o", " v2", "-7b-instruct", " Sonnet". */
const VERSION = "v?\\d{1,4}(?:\\.\\d{1,3}){0,3}[a-z]{0,3}(?![a-z])";
const FAMILY =
	"(?:sonnet|opus|haiku|pro|ultra|flash|turbo|mini|nano|plus|max|lite|large|medium|small|nemo|instant|instruct|chat|preview|advanced|maverick|scout|versions?)(?![\\p{L}\\p{N}])";
const SUFFIX = `(?:[\\s-]?${VERSION}|[\\s-]${FAMILY}){0,4}`;

const listed = (names: string): string[] => names.split(",").map((name) => foldLetters(name.trim()));
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "[\\s-]?");
/** The longest first: of two that match at one place the longer is meant. */
const anyOf = (names: readonly string[]): string =>
	[...new Set(names)]
		.sort((a, b) => b.length - a.length)
		.map(escaped)
		.join("|");

/** Latin names: between other characters than Latin letters and digits, so that a Korean particle may follow at once. */
const latin = (names: readonly string[]): string =>
	`(?<![\\p{Script=Latin}\\p{N}])(?:${anyOf(names)})${SUFFIX}(?![\\p{Script=Latin}])`;

/** Names of alphabets that inflect: up to three letters of an ending, or one of a prefix, of the same script. */
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

/** Models and makers that anybody could meet. */
export const LEXICON: Lexicon = [...known("model", MODELS), ...known("maker", MAKERS)];

/** Parts of served names that say what any model is. */
const COMMON_PARTS = new Set(
	"instruct chat base model models large small medium mini tiny tuned finetuned adapter adapters latest preview turbo lora awq gptq gguf fp16 bf16 int4 int8 assistant personal pooled individual generic prompted user users participant shared default test".split(
		" ",
	),
);

/** Of a study's models, which are the same object for as long as the study is open here: made once. */
const MADE = new WeakMap<Protocol["models"], Lexicon>();

/** The lexicon of one study: what its own servers call their models counts too, whole and in parts. */
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
	return [
		...(whole.length > 0 ? [matcher("model", false, latin(whole))] : []),
		...(parts.length > 0 ? [matcher("model", true, latin(parts))] : []),
		...LEXICON,
	];
}
