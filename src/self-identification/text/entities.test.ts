import { decodeHTML } from "entities/decode";
import fc from "fast-check";
import { expect, it } from "vitest";
import { RULES_FILE } from "../../../scripts/self-identification-file.ts";
import { cases } from "../../../test/support/cases.ts";
import { decodeEntities } from "./entities.ts";

const NAMES = Object.keys(RULES_FILE.entities.named);

it("knows every name, with and without a semicolon, and before letters", () => {
	expect(NAMES).toHaveLength(2125);
	for (const name of NAMES)
		for (const text of [`&${name};`, `&${name}`, `&${name}x`, `&${name.slice(0, -1)};`, `&${name}=;`])
			expect([text, decodeEntities(text)]).toEqual([text, decodeHTML(text)]);
});

it("decodes a text as the package does", () => {
	const piece = fc.oneof(
		fc.constantFrom(
			..."&#;xX=a1é \u{1f600}",
			"&#",
			"&#x",
			"&#0",
			"&#x80;",
			"&#150;",
			"&#xd800;",
			"&#x110000;",
			"&not",
			"&ampamp;",
		),
		fc.constantFrom(...NAMES).map((name) => `&${name}`),
		fc.integer({ min: 0, max: 0x12_0000 }).map((code) => `&#${code}`),
		fc.integer({ min: 0, max: 0x12_0000 }).map((code) => `&#X${code.toString(16)};`),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
			const text = pieces.join("");
			expect(decodeEntities(text)).toBe(decodeHTML(text));
		}),
		{ numRuns: cases(5000) },
	);
});
