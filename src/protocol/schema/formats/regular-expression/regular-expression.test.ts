import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { cases } from "../../../../../test/support/cases.ts";
import { parse } from "./parse.ts";
import { matcherFor, sizeOf } from "./program.ts";

/** The reference, which compiles what we parse: null if it refuses. */
function reference(expression: string): RE2JS | null {
	try {
		return RE2JS.compile(expression);
	} catch {
		return null;
	}
}

const ATOMS = [
	..."aAbBkKsSß1_-.^$|*+?(){}[]\\,:=!<>Pi\u017f\u212aéЖ\n \u{1f600}",
	...["\\d", "\\D", "\\s", "\\S", "\\w", "\\W", "\\b", "\\B", "\\A", "\\z", "\\Q", "\\E", "\\n", "\\x41", "\\x{1F600}"],
	...["\\101", "\\0", "\\1", "\\-", "\\.", "\\pL", "\\PL", "\\p{Lu}", "\\P{^Lu}", "\\p{Greek}", "\\p{Nope}", "\\C"],
	...[
		"[a-c]",
		"[^a-c]",
		"[[:alpha:]]",
		"[^[:^digit:]x]",
		"[\\d_-]",
		"[^\\PL]",
		"[]a]",
		"[a",
		"[b-a]",
		"[:x:]",
		"[[:x:]]",
	],
	...["(?:", "(?i)", "(?i:", "(?s)", "(?m)", "(?-i)", "(?U)", "(?i-s:", "(?P<a>", "(?<b>", "(?=", "(?<=", "(?)"],
	...["{2}", "{0}", "{1,3}", "{2,}", "{,2}", "{3,1}", "{01}", "{40}", "{1001}", "*?", "++", "??"],
];

/** Mostly expressions that can be read: atoms, sequences, alternatives and repetitions of such. */
const regular = fc.letrec<{ tree: string }>((tie) => ({
	tree: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		fc.constantFrom("a", "b", "ab", "", "[ab]", "[^a]", "\\w", "\\b", "^", "$", ".", "\\pL", "\\W", "k", "(?i)", "-"),
		fc.tuple(tie("tree"), tie("tree")).map((parts) => parts.join("")),
		fc.array(tie("tree"), { minLength: 2, maxLength: 4 }).map((parts) => `(?:${parts.join("|")})`),
		fc
			.tuple(fc.constantFrom("(", "(?:", "(?i:", "(?s:", "(?m:"), tie("tree"))
			.map(([open, inner]) => `${open}${inner})`),
		fc
			.tuple(tie("tree"), fc.constantFrom("*", "+", "?", "{2}", "{0,2}", "{1,}", "{3}", "*?"))
			.map(([inner, many]) => `(?:${inner})${many}`),
	),
})).tree;

const expression = fc.oneof(
	regular,
	fc.array(fc.constantFrom(...ATOMS), { maxLength: 7 }).map((parts) => parts.join("")),
);
const text = fc.string({ unit: fc.constantFrom(..."aAbBkKsSß1_- \n\u017f\u212aéЖ\u{1f600}"), maxLength: 6 });

describe("an expression", () => {
	it("is refused if RE2 refuses it, and otherwise matches the same texts with no more states", () => {
		fc.assert(
			fc.property(expression, fc.array(text, { minLength: 1, maxLength: 8 }), (source, texts) => {
				const [ours, theirs] = [parse(source), reference(source)];
				expect([source, ours.ok]).toEqual([source, theirs !== null]);
				if (!ours.ok || theirs === null) return;
				expect(texts.map(matcherFor(ours.value))).toEqual(texts.map((each) => theirs.matches(each)));
				expect(sizeOf(ours.value)).toBeLessThanOrEqual(theirs.programSize());
			}),
			{ numRuns: cases(4000) },
		);
	});
});

const CATEGORIES =
	"C Cc Cf Cn Co Cs L LC Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs";
const SCRIPTS =
	"Any Ascii Assigned Lc Arabic Armenian Common Cyrillic Devanagari Greek Han Hebrew Inherited Latin Old_Italic";

/** A character of every row of 16, in turn from each column. */
const SAMPLE = Array.from({ length: 0x11000 }, (_, row) => String.fromCodePoint(row * 16 + (row % 16)));

describe.each(`${CATEGORIES} ${SCRIPTS}`.split(" "))("the property %s", (name) => {
	it("has RE2's characters, as far as both know them", () => {
		const [unassigned, ours] = ["\\p{Cn}", `\\p{${name}}`].map((source) => RE2JS.compile(source));
		const parsed = parse(`\\p{${name}}`);
		const matches = parsed.ok ? matcherFor(parsed.value) : null;
		const differing = SAMPLE.filter((character) => matches?.(character) !== ours?.matches(character));
		// A later version of Unicode gives meanings to more characters.
		expect(differing.filter((character) => !unassigned?.matches(character) && !/\p{Cn}/u.test(character))).toEqual([]);
	});
});
