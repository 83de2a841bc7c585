import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Changes, changed } from "../../../test/support/protocols/protocol.ts";
import { faultsOf } from "./issues.ts";
import { parseProtocol } from "./parse.ts";

const faults = (changes: Changes) => {
	const parsed = parseProtocol(changed(changes));
	return parsed.ok ? [] : parsed.error;
};

describe("a refusal of the parser", () => {
	it("names each misspelt field by itself", () => {
		const found = faults({ "/arms/0/modle": "warm", "/arms/0/idd": "x", "/titel": "T" });
		expect(found.map(({ pointer }) => pointer).sort()).toEqual(["/arms/0/idd", "/arms/0/modle", "/titel"]);
	});

	it("says that a field is missing", () => {
		expect(faults({ "/title": undefined })).toEqual([
			{ pointer: "/title", detail: "Missing: expected string, received undefined." },
		]);
	});

	it("ends each sentence with one full stop", () => {
		const schema = z.string().refine(() => false, { error: "Name the session." });
		expect(faultsOf(schema.safeParse("x").error?.issues ?? [])).toEqual([{ pointer: "", detail: "Name the session." }]);
	});

	it("looks into the member of a union that was meant", () => {
		expect(faults({ "/blinding/pace": { firstFrameMs: -1, charactersPerSecond: 90 } })).toMatchObject([
			{ pointer: "/blinding/pace/firstFrameMs" },
		]);
		expect(faults({ "/forms/panes/items/0/options": [{ value: "a" }] })).toMatchObject([
			{ pointer: "/forms/panes/items/0/options/0/label" },
		]);
	});

	it("lists what a union takes if no member was meant", () => {
		expect(faults({ "/conversations/0/arms": "all" })).toEqual([
			{
				pointer: "/conversations/0/arms",
				detail: 'Invalid input: expected number, received string; or Invalid input: expected "each".',
			},
		]);
	});

	it("names the kinds there are", () => {
		expect(faults({ "/forms/mood/items/0/kind": "slider" })).toMatchObject([
			{
				pointer: "/forms/mood/items/0/kind",
				detail: expect.stringMatching(/^There is no such kind\. Write one of: vas, .*ranking/),
			},
		]);
	});

	it("says which names can be used", () => {
		expect(faults({ "/models/GPT": { provider: "rehearsal", character: "warm" } })).toMatchObject([
			{ pointer: "/models/GPT", detail: expect.stringContaining("lower-case letters") },
		]);
	});

	it.each([null, 5, "text", [], undefined])("refuses %j as a whole", (input) => {
		const parsed = parseProtocol(input);
		expect(parsed.ok).toBe(false);
		expect(parsed.ok ? [] : parsed.error).toMatchObject([{ pointer: "" }]);
	});
});
