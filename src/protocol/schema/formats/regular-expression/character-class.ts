/** A set of characters. Classes with the same key have the same characters. */
export type CharacterClass = { readonly key: string; readonly has: (character: string) => boolean };

/**
 * The characters of a part of a class. The runtime's own expressions know Unicode: `source` is what stands between the brackets
 * of a class of JavaScript. `folded` ignores case. `negated` is applied after folding, as RE2 does and JavaScript does not.
 */
export function classOf(source: string, { folded, negated }: { folded: boolean; negated: boolean }): CharacterClass {
	const expression = new RegExp(`^[${source}]$`, folded ? "iu" : "u");
	return {
		key: `${negated ? "^" : ""}${folded ? "i" : ""}[${source}]`,
		has: (character) => expression.test(character) !== negated,
	};
}

/** One code point, or all from one to another. */
export const range = (from: number, to: number, folded: boolean): CharacterClass =>
	classOf(`${escaped(from)}-${escaped(to)}`, { folded, negated: false });

const escaped = (codePoint: number): string => `\\u{${codePoint.toString(16)}}`;

export const ANYTHING: CharacterClass = { key: ".", has: () => true };
export const NO_LINE_BREAK: CharacterClass = { key: "[^\n]", has: (character) => character !== "\n" };

export function union(classes: readonly CharacterClass[]): CharacterClass {
	const different = [...new Map(classes.map((one) => [one.key, one])).values()];
	const [only] = different;
	if (only && different.length === 1) return only;
	return {
		key: `<${different.map(({ key }) => key).join("|")}>`,
		has: (character) => different.some(({ has }) => has(character)),
	};
}

export const negation = ({ key, has }: CharacterClass): CharacterClass => ({
	key: `!${key}`,
	has: (character) => !has(character),
});

/** Those of Perl: ASCII alone, while `\s` of JavaScript has other blanks too. */
export const PERL: Readonly<Record<string, string>> = { d: "0-9", s: "\\t\\n\\f\\r ", w: "0-9A-Za-z_" };

export const POSIX: Readonly<Record<string, string>> = {
	alnum: "0-9A-Za-z",
	alpha: "A-Za-z",
	ascii: "\\x00-\\x7f",
	blank: "\\t ",
	cntrl: "\\x00-\\x1f\\x7f",
	digit: "0-9",
	graph: "!-~",
	lower: "a-z",
	print: " -~",
	punct: "!-\\/:-@\\[-`\\{-~",
	space: "\\t\\n\\v\\f\\r ",
	upper: "A-Z",
	word: "0-9A-Za-z_",
	xdigit: "0-9A-Fa-f",
};

const PROPERTIES: Readonly<Record<string, string>> = {
	Any: "\\p{Any}",
	Ascii: "\\p{ASCII}",
	Assigned: "\\p{Assigned}",
	Lc: "\\p{LC}",
};

/** A category or a script of Unicode for `classOf`: `Lu`, `Greek`. Null if there is none. */
export function propertySource(name: string): string | null {
	if (Object.hasOwn(PROPERTIES, name)) return PROPERTIES[name] ?? null;
	if (!/^\w+$/.test(name)) return null;
	return [`\\p{General_Category=${name}}`, `\\p{Script=${name}}`].find(isKnown) ?? null;
}

function isKnown(source: string): boolean {
	try {
		return new RegExp(source, "u") instanceof RegExp;
	} catch {
		return false;
	}
}
