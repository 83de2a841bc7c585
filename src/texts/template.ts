import { directionOf } from "./language.ts";

/** One form for each plural category of the language (CLDR). `{count}` decides which. Every language has `other`. */
export type Forms = { readonly [Category in Intl.LDMLPluralRule]?: string | undefined } & { readonly other: string };

/** With placeholders in braces: `{count} of {of}`. */
export type Text = string | Forms;

/** Texts by name, in groups. No group may have a text named `other`: that is how forms are known. */
export type Catalogue = { readonly [name: string]: Text | Catalogue };

/** The same texts in another language. Each may have plural forms, whether English needs them or not. */
export type Translation<T> = { readonly [Name in keyof T]: T[Name] extends Text ? Text : Translation<T[Name]> };

type Placeholders<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;
type Written<T> = T extends string ? T : Exclude<T[keyof T], undefined>;
type Values<Names extends string> = { readonly [Name in Names]: Name extends "count" ? number : string | number };

/** A catalogue to write with: a text with placeholders is a function of their values. */
export type Texts<T> = {
	readonly [Name in keyof T]: T[Name] extends Text
		? [Placeholders<Written<T[Name]>>] extends [never]
			? string
			: (values: Values<Placeholders<Written<T[Name]>>>) => string
		: Texts<T[Name]>;
};

/** A study's own texts instead, by their path: `chat.send`. */
export type Overrides = Readonly<Record<string, Text | undefined>>;

const PLACEHOLDER = /\{(\w+)\}/g;

export const isForms = (node: Text | Catalogue): node is Forms =>
	typeof node === "object" && "other" in node && typeof node.other === "string";

export const isText = (node: Text | Catalogue): node is Text => typeof node === "string" || isForms(node);

export const formsOf = (text: Text): readonly string[] =>
	typeof text === "string" ? [text] : Object.values(text).flatMap((form) => form ?? []);

/** The names in braces in a text, in all its forms together. */
export const placeholdersIn = (text: Text): string[] => [
	...new Set(formsOf(text).flatMap((form) => [...form.matchAll(PLACEHOLDER)].flatMap(([, name]) => name ?? []))),
];

/** Every text of a catalogue by its path. */
export const textsByPath = (catalogue: Catalogue, at = ""): [path: string, text: Text][] =>
	Object.entries(catalogue).flatMap(([name, node]): [string, Text][] =>
		isText(node) ? [[at + name, node]] : textsByPath(node, `${at}${name}.`),
	);

/** Digits and the decimal sign by the language. No grouping: `50,000` typed back could be read in two ways. */
const numbersIn = (language: string) =>
	new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 20 });

export type Writer = {
	readonly number: (value: number) => string;
	readonly fill: (text: Text, values: Readonly<Record<string, string | number>>) => string;
};

/**
 * Fills texts in one language. In a language that is written from the right, a name that is filled in is isolated: its
 * direction does not mix with the sentence's.
 */
export function writerFor(language: string): Writer {
	const numbers = numbersIn(language);
	const rules = new Intl.PluralRules(language);
	const number = (value: number): string => numbers.format(value);
	const [before, after] = directionOf(language) === "rtl" ? ["\u2068", "\u2069"] : ["", ""];
	return {
		number,
		fill: (text, values) => {
			const form = typeof text === "string" ? text : (text[rules.select(Number(values.count ?? 0))] ?? text.other);
			return form.replace(PLACEHOLDER, (whole, name: string) => {
				const value = values[name];
				if (value === undefined) return whole;
				return typeof value === "number" ? number(value) : before + value + after;
			});
		},
	};
}

/** The catalogue to write with, and the study's own texts where it has them. */
export function textsOf<T extends Catalogue>(
	catalogue: Translation<T>,
	{ fill }: Writer,
	overrides: Overrides,
	/** Before the paths of all its texts in the overrides. */
	prefix = "",
): Texts<T> {
	const written = (node: Catalogue, at: string): object =>
		Object.fromEntries(
			Object.entries(node).map(([name, inner]): [string, unknown] => {
				if (!isText(inner)) return [name, written(inner, `${at}${name}.`)];
				const text = overrides[at + name] ?? inner;
				const values = placeholdersIn(inner).length > 0;
				return [
					name,
					values ? (given: Readonly<Record<string, string | number>>) => fill(text, given) : fill(text, {}),
				];
			}),
		);
	// The shape is the catalogue's own, which its type says.
	return written(catalogue as Catalogue, prefix) as Texts<T>;
}
