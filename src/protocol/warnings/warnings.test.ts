import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { validStudy } from "../../../test/support/protocols/protocol.ts";
import { warned } from "../../../test/support/protocols/warned.ts";
import { WARNING_CODES } from "./warning.ts";
import { draftWarnings } from "./warnings.ts";

describe("a sound study", () => {
	it("has no warning", () => expect(warned({})).toEqual([]));
});

describe("a draft", () => {
	it("lists what will keep it from opening", () => {
		const draft = validStudy({ "/recruitment/prolific/exits/full": undefined, "/recruitment/quota/total": 7 });
		expect(draftWarnings(draft)).toEqual([
			{
				code: "not_openable",
				pointer: "/recruitment/prolific/exits/full",
				detail: "Participants can end as full: give the Prolific code of that exit.",
			},
			{
				code: "not_openable",
				pointer: "/recruitment/quota/total",
				detail: "A quota of 7 is under one block of 8 and could never be balanced: raise it to 8 at least.",
			},
		]);
	});
});

describe("the reference", () => {
	it("explains every code", () => {
		const reference = readFileSync("docs/reference/protocol.md", "utf8");
		expect(WARNING_CODES.filter((code) => !reference.includes(`| \`${code}\` |`))).toEqual([]);
	});
});
