import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { thoroughly } from "../../../test/support/cases.ts";
import { changed, STUDY } from "../../../test/support/protocols/protocol.ts";
import { stepCount } from "../steps/steps.ts";
import { protocolOpeningFaults } from "../validate/opening-faults.ts";
import { parseProtocol, protocolHash } from "./parse.ts";

/** The pointers of everything in a value, without the whole. */
function places(value: unknown, at = ""): string[] {
	if (value === null || typeof value !== "object") return [];
	return Object.entries(value).flatMap(([key, inner]) => [`${at}/${key}`, ...places(inner, `${at}/${key}`)]);
}

const PLACES = places(STUDY);
const words = fc.constantFrom(
	"about",
	"conversations",
	"consent",
	"each",
	"panes",
	"single",
	"best-of",
	"constructor",
	"{{adapter}}",
	"answers.about.use",
);
const anything = fc.oneof(
	words,
	fc.integer({ min: -2, max: 9 }),
	fc.constant(undefined),
	fc.jsonValue({ maxDepth: 2 }),
	fc.array(words),
);

/** Nothing that a parsed protocol is used for may throw, whatever it says: a throw would be a 500 for a slip in a file. */
function settle(input: unknown): boolean {
	const parsed = parseProtocol(input);
	if (!parsed.ok) {
		expect(parsed.error.length).toBeGreaterThan(0);
		for (const { pointer, detail } of parsed.error)
			expect([pointer, detail]).toEqual([expect.stringMatching(/^(\/.*)?$/s), expect.stringMatching(/./)]);
		return false;
	}
	expect(protocolHash(parsed.value)).toMatch(/^sha256:/);
	expect(stepCount(parsed.value)).toBeGreaterThan(1);
	protocolOpeningFaults(parsed.value);
	return true;
}

describe("parsing", () => {
	it("answers any JSON with a protocol or with faults", () => {
		fc.assert(
			fc.property(fc.jsonValue(), (input) => void settle(input)),
			{ seed: 20_260_513, numRuns: 300 },
		);
	});

	it("answers any slip in a study, too", () => {
		let sound = 0;
		fc.assert(
			fc.property(fc.constantFrom(...PLACES), anything, (place, value) => {
				if (settle(changed({ [place]: value }))) sound += 1;
			}),
			{ seed: 20_260_513, numRuns: thoroughly(2000, 400) },
		);
		expect(sound).toBeGreaterThan(20);
	});
});
