import {
	type CharacterClass,
	classOf,
	negation,
	PERL,
	POSIX,
	propertySource,
	range,
	union,
} from "./character-class.ts";
import { ExpressionFault, type Reader } from "./reader.ts";

/** `[…]`, after its opening bracket. */
export function readBrackets(reader: Reader, folded: boolean): CharacterClass {
	const isNegated = reader.takes("^");
	const parts: CharacterClass[] = [];
	// A bracket that comes first is a character.
	while (parts.length === 0 || !reader.takes("]")) parts.push(readPart(reader, folded));
	return isNegated ? negation(union(parts)) : union(parts);
}

function readPart(reader: Reader, folded: boolean): CharacterClass {
	const posix = reader.match(/\[:(?:\]|(\^?)([\s\S]*?):\])/y);
	if (posix) {
		const [, sign, name = ""] = posix;
		const source = Object.hasOwn(POSIX, name) ? POSIX[name] : undefined;
		if (source === undefined) throw new ExpressionFault(`invalid character class range: \`${posix[0]}\``);
		return classOf(source, { folded, negated: sign === "^" });
	}
	const named = readNamedClass(reader, folded);
	if (named) return named;
	const from = readClassCharacter(reader);
	if (!reader.match(/-(?!\])/y)) return range(from, from, folded);
	const to = readClassCharacter(reader);
	if (to < from) throw new ExpressionFault("invalid character class range");
	return range(from, to, folded);
}

function readClassCharacter(reader: Reader): number {
	if (reader.isAtEnd) throw new ExpressionFault("missing closing ]");
	return reader.takes("\\") ? readEscaped(reader) : codePointOf(reader.next());
}

/** `\d`, `\pL`, `\P{Greek}` and the like, in brackets or alone. Null if none comes next. */
export function readNamedClass(reader: Reader, folded: boolean): CharacterClass | null {
	const perl = reader.match(/\\([dswDSW])/y)?.[1];
	if (perl !== undefined) {
		const name = perl.toLowerCase();
		return classOf(PERL[name] ?? "", { folded, negated: name !== perl });
	}
	const property = reader.match(/\\([pP])(?:\{(\^?)([^}]*)\}|([^{]))/uy);
	if (!property) return null;
	const [whole, letter, sign = "", long, short = ""] = property;
	const source = propertySource(long ?? short);
	if (source === null) throw new ExpressionFault(`invalid character class range: \`${whole}\``);
	return classOf(source, { folded, negated: (letter === "P") !== (sign === "^") });
}

const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** The code point that is written after a backslash. */
export function readEscaped(reader: Reader): number {
	const octal = reader.match(/[1-7][0-7]{1,2}|0[0-7]{0,2}/y)?.[0];
	if (octal !== undefined) return Number.parseInt(octal, 8);
	const hex = reader.match(/x(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/y);
	if (hex) return inUnicode(Number.parseInt(hex[1] ?? hex[2] ?? "", 16));
	if (reader.isAtEnd) throw new ExpressionFault("trailing backslash at end of expression");
	const character = reader.next();
	const control = CONTROLS[character];
	if (control !== undefined) return control;
	if (!/^[^\P{ASCII}0-9A-Za-z]$/u.test(character))
		throw new ExpressionFault(`invalid escape sequence: \`\\${character}\``);
	return codePointOf(character);
}

function inUnicode(codePoint: number): number {
	if (codePoint > 0x10ffff) throw new ExpressionFault("invalid escape sequence");
	return codePoint;
}

export const codePointOf = (character: string): number => character.codePointAt(0) ?? 0;
