import { describe, expect, it } from "vitest";
import { adaptersByArm, checkSealed, sessionsStoodInFor } from "../../scripts/training-walk/calls.ts";
import { checkRequests } from "../../scripts/training-walk/proof.ts";

const OPENING = "Tea?";
const SYSTEM = "Be brief.";

type Body = { model: string; system?: string; said?: string; seed?: number; max_tokens?: number };

const request = ({ model, system = SYSTEM, said = OPENING, seed = 1, max_tokens = 24 }: Body) => ({
	path: "/v1/chat/completions",
	body: JSON.stringify({
		model,
		seed,
		max_tokens,
		messages: [
			{ role: "system", content: system },
			{ role: "user", content: said },
		],
	}),
});

const FOUR = [
	request({ model: "tiny" }),
	request({ model: "tiny", system: `${SYSTEM}\n\nThey bake.`, seed: 2 }),
	request({ model: "pooled-1", seed: 3 }),
	request({ model: "individual-1:u_a", seed: 4 }),
];
const EXPECTED = { opening: OPENING, base: "tiny", pooled: "pooled-1", own: new Set(["individual-1:u_a"]) };

describe("the requests of four arms", () => {
	it("pass if each arm differs only in its own way, whatever the seeds", () => {
		const later = { path: "", body: JSON.stringify({ model: "tiny", messages: [{ role: "user", content: "More?" }] }) };
		expect(checkRequests([...FOUR, later, { path: "/v1/models", body: "" }], EXPECTED)).toEqual({
			generic: 1,
			prompted: 1,
			pooled: 1,
			own: 1,
		});
	});

	it.each([
		["the pooled arm has another setting", request({ model: "pooled-1", max_tokens: 25 }), "pooled-1 differs"],
		["the individual arm has another prompt", request({ model: "individual-1:u_a", system: "Hi." }), "u_a differs"],
		[
			"the prompted arm has another setting",
			request({ model: "tiny", system: `${SYSTEM} X`, max_tokens: 9 }),
			"prompted arm",
		],
	])("fail where %s", (_case, wrong, message) => {
		expect(() => checkRequests([...FOUR, wrong], EXPECTED)).toThrow(message);
	});

	it("fail if a participant was not served by their own adapter", () => {
		const own = new Set(["individual-1:u_a", "individual-1:u_b"]);
		expect(() => checkRequests(FOUR, { ...EXPECTED, own })).toThrow("not every participant");
	});
});

const sealed = { sealed: "abcd", session: null, label: null, adapter: null, adapter_stood_in: null };
const stoodIn = { kind: "adapter_stood_in", session: "ss_1" };

describe("the calls of a blinded study", () => {
	it("pass where all rows are sealed and of one length", () => {
		expect(() => checkSealed([sealed, { ...sealed, sealed: "efgh" }], [])).not.toThrow();
	});

	it.each([
		["there are none", [], [], "there are no calls"],
		["a row is open", [sealed, { ...sealed, sealed: null }], [], "not sealed"],
		["a row tells its adapter", [{ ...sealed, adapter: "pooled-1" }], [], "not sealed"],
		["a row tells who stood in", [{ ...sealed, adapter_stood_in: true }], [], "not sealed"],
		["a row is longer", [sealed, { ...sealed, sealed: "longer" }], [], "differ in length"],
		["a deviation tells who stood in", [sealed], [stoodIn], "before unblinding"],
	])("fail where %s", (_case, calls, deviations, message) => {
		expect(() => checkSealed(calls, deviations)).toThrow(message);
	});
});

describe("the calls of an unblinded study", () => {
	const key = [
		{ label: "K7", arm: "pooled" },
		{ label: "M2", arm: "generic" },
	];

	it("are gathered by arm", () => {
		const calls = [
			{ label: "K7", adapter: "pooled-1" },
			{ label: "M2", adapter: null },
			{ label: "K7", adapter: "pooled-1" },
		];
		expect(adaptersByArm(calls, key)).toEqual(
			new Map<string, Set<string | null>>([
				["pooled", new Set(["pooled-1"])],
				["generic", new Set([null])],
			]),
		);
	});

	it("fail if a label is not in the key", () => {
		expect(() => adaptersByArm([{ label: "X1", adapter: null }], key)).toThrow("X1 is not in the key");
	});

	it("name the sessions with a substitute", () => {
		expect(sessionsStoodInFor([stoodIn, stoodIn, { kind: "late", session: "ss_2" }])).toEqual(new Set(["ss_1"]));
	});
});
