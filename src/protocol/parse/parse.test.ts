import { describe, expect, it } from "vitest";
import { changed, STUDY, validStudy } from "../../../test/support/protocols/protocol.ts";
import { parseProtocol, protocolHash } from "./parse.ts";

const hashOf = (input: unknown) => {
	const parsed = parseProtocol(input);
	return parsed.ok ? protocolHash(parsed.value) : parsed.error;
};

function reversed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(reversed);
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(
		Object.entries(value)
			.map(([key, inner]) => [key, reversed(inner)])
			.reverse(),
	);
}

describe("the hash of a protocol", () => {
	const hash = hashOf(STUDY);

	it("is the one that it always was, for a protocol without later fields", () => {
		const later = ["withdrawn", "expired"].map((exit) => [`/recruitment/prolific/exits/${exit}`, undefined]);
		expect(hashOf(changed(Object.fromEntries(later)))).toBe(
			"sha256:61ec494f237c6d61d3929dc6cf7e766d16a7e241148a6fd7639bec7c07b14887",
		);
	});

	it("does not depend on the order of keys", () => expect(hashOf(reversed(STUDY))).toBe(hash));

	it("does not depend on whether defaults are spelt out", () => expect(hashOf(validStudy())).toBe(hash));

	it("does not depend on where an editor finds the schema", () => {
		expect(hashOf(changed({ "/$schema": "../docs/reference/protocol.schema.json" }))).toBe(hash);
	});

	it.each<[string, unknown]>([
		["/title", "Another title"],
		["/notes", ["An assumption"]],
		["/arms/0/model", "terse"],
		["/flow", ["consent", "conversations", "about", "end"]],
		["/blinding/pace", "as-is"],
	])("changes with %s", (pointer, value) => {
		const other = hashOf(changed({ "/design": { kind: "crossover" }, "/eligibility": [], [pointer]: value }));
		expect(other).toMatch(/^sha256:[0-9a-f]{64}$/);
		expect(other).not.toBe(hashOf(changed({ "/design": { kind: "crossover" }, "/eligibility": [] })));
	});
});

describe("defaults", () => {
	it("are filled", () => {
		expect(validStudy()).toMatchObject({
			language: "en",
			blinding: { pace: { firstFrameMs: 900, charactersPerSecond: 90 }, selfIdentification: "record" },
			design: { order: "williams", method: "permuted-blocks", replacement: "reuse" },
			recruitment: { expiresAfter: "PT3H", onlyProfiles: false, returnUrls: [] },
			limits: { messageCharacters: 4000 },
		});
	});

	it("are double blind for a study that says nothing of it", () => {
		expect(validStudy({ "/blinding": undefined }).blinding).toEqual(validStudy().blinding);
	});

	it("do not change a protocol that is parsed again", () => {
		expect(parseProtocol(validStudy())).toEqual({ ok: true, value: validStudy() });
	});
});
