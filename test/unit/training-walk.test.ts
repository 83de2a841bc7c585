import { describe, expect, it } from "vitest";
import { armsOf, checkRequests } from "../../scripts/training-walk/proof.ts";

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
	it("pass where each arm differs in its own thing alone, whatever the seeds", () => {
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

	it("fail where somebody was not served by an adapter of their own", () => {
		const own = new Set(["individual-1:u_a", "individual-1:u_b"]);
		expect(() => checkRequests(FOUR, { ...EXPECTED, own })).toThrow("not every participant");
	});
});

describe("the calls of an unblinded study", () => {
	it("are gathered by arm", () => {
		const rows = [
			{ arm: "pooled", adapter: "pooled-1" },
			{ arm: "generic", adapter: null },
			{ arm: "pooled", adapter: "pooled-1" },
		];
		expect(armsOf(rows)).toEqual(
			new Map<string, Set<string | null>>([
				["pooled", new Set(["pooled-1"])],
				["generic", new Set([null])],
			]),
		);
	});
});
