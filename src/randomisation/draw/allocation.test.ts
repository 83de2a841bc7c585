import { describe, expect, it } from "vitest";
import { countBy, range, recordOf, seedOf, spread, Trial } from "../../../test/support/randomisation/trial.ts";
import type { Design } from "../../protocol/schema/schema.ts";
import { below, randomStream } from "./generator.ts";

type Changes = Parameters<typeof recordOf>[0];
const given = (changes: Changes = {}, seed = seedOf(7)) => new Trial(recordOf(changes), seed);
const people = (count: number) => range(count).map((number) => `se_${number}`);
const arriveAll = (trial: Trial, count: number, as?: Parameters<Trial["arrive"]>[1]) =>
	people(count).map((session) => trial.arrive(session, as));
const sequence = (trial: Trial, session: string) => trial.plans.get(session)?.sequence.join();

/** Sessions that hold a place. */
const held = (trial: Trial) =>
	[...trial.statuses].flatMap(([session, status]) => (status === "released" ? [] : [sequence(trial, session) ?? ""]));

describe("when a participant arrives", () => {
	it("gives the same session the same plan, without a second draw", () => {
		const trial = given();
		const first = trial.arrive("se_a");
		trial.arrive("se_b");
		expect(trial.arrive("se_a")).toBe(first);
		expect(trial.lines).toHaveLength(3);
	});

	it("counts the draws of each pool separately, and lists strata separately", () => {
		const trial = given({ design: { strata: ["attributes.region"] } });
		const from = (region: string) => ({ strata: { "attributes.region": region } });
		const draws = [
			trial.arrive("a", from("north")),
			trial.arrive("b", from("south")),
			trial.arrive("c", { ...from("north"), pool: "pilot" }),
			trial.arrive("d", from("north")),
		];
		expect(draws.map((plan) => [plan?.draw, plan?.stratum])).toEqual([
			[0, "north"],
			[1, "south"],
			[0, "north"],
			[2, "north"],
		]);
	});
});

describe("when a place is released", () => {
	it("gives its sequence to the next arrival of the stratum, the first released first", () => {
		const trial = given({ design: { replacement: "reuse" } });
		arriveAll(trial, 6);
		trial.release("se_4");
		trial.release("se_1");
		trial.arrive("x");
		trial.arrive("y");
		expect([sequence(trial, "x"), sequence(trial, "y")]).toEqual([sequence(trial, "se_4"), sequence(trial, "se_1")]);
		expect(trial.plans.get("x")?.seed).not.toBe(trial.plans.get("se_4")?.seed);
	});

	it("does not give it to another stratum or pool", () => {
		const trial = given({ design: { replacement: "reuse", strata: ["attributes.sex"] } });
		trial.arrive("gone", { strata: { "attributes.sex": "f" } });
		trial.release("gone");
		trial.arrive("other", { strata: { "attributes.sex": "m" } });
		trial.arrive("pilot", { strata: { "attributes.sex": "f" }, pool: "pilot" });
		trial.arrive("next", { strata: { "attributes.sex": "f" } });
		const reused = trial.lines.flatMap(({ entry }) =>
			entry.kind === "allocated" && entry.reused ? [entry.session] : [],
		);
		expect(reused).toEqual(["next"]);
	});

	it("leaves it empty without replacement, so that the randomised are balanced", () => {
		const trial = given({ design: { replacement: "none" } });
		const kept = given({ design: { replacement: "none" } });
		arriveAll(trial, 3);
		arriveAll(kept, 3);
		trial.release("se_1");
		expect(trial.arrive("x")).toEqual(kept.arrive("x"));
	});

	it("does nothing on a repeat, for a session that was not randomised, and after a confirmation", () => {
		const trial = given();
		arriveAll(trial, 2);
		trial.confirm("se_0");
		trial.release("se_1");
		const lines = trial.lines.length;
		for (const session of ["se_0", "se_1", "nobody"]) trial.release(session);
		for (const session of ["se_0", "se_1", "nobody"]) trial.confirm(session);
		expect(trial.lines).toHaveLength(lines);
		expect([...trial.statuses.values()]).toEqual(["confirmed", "released"]);
	});
});

describe("the quota", () => {
	it("counts places that are not finished, and gives one more for each release", () => {
		const trial = given({ quota: { total: 5 } });
		expect(arriveAll(trial, 7).map((plan) => plan !== null)).toEqual([true, true, true, true, true, false, false]);
		trial.confirm("se_0");
		expect(trial.arrive("x")).toBeNull();
		trial.release("se_1");
		expect([trial.arrive("x"), trial.arrive("y")].map((plan) => plan !== null)).toEqual([true, false]);
	});

	it("frees the place also without replacement", () => {
		const trial = given({ quota: { total: 4 }, design: { replacement: "none" } });
		arriveAll(trial, 4);
		trial.release("se_3");
		expect(trial.arrive("x")).not.toBeNull();
		expect(trial.arrive("y")).toBeNull();
	});

	it("holds in each stratum that it names, and in total", () => {
		const trial = given({
			quota: { total: 5, strata: { "f / old": 2 } },
			design: { strata: ["attributes.sex", "attributes.age"] },
		});
		const as = (sex: string, age: string) => ({ strata: { "attributes.sex": sex, "attributes.age": age } });
		expect(range(3).map((n) => trial.arrive(`old${n}`, as("f", "old")) !== null)).toEqual([true, true, false]);
		expect(range(4).map((n) => trial.arrive(`young${n}`, as("f", "young")) !== null)).toEqual([
			true,
			true,
			true,
			false,
		]);
	});

	it("is not affected by pilots and simulations, and does not stop them", () => {
		const trial = given({ quota: { total: 4 } });
		for (const pool of ["pilot", "simulated"] as const)
			expect(range(9).every((n) => trial.arrive(`${pool}${n}`, { pool }) !== null)).toBe(true);
		expect(arriveAll(trial, 5).filter((plan) => plan !== null)).toHaveLength(4);
	});
});

/** The course of a trial: arrivals of two strata, some of whom leave and some complete, drawn from a fixed seed. */
function live(trial: Trial, arrivals: number, seed: number): void {
	const course = randomStream(seedOf(seed), ["course"]);
	const waiting: string[] = [];
	for (const number of range(arrivals)) {
		const session = `se_${number}`;
		const stratum = below(course, 2) === 0 ? "f" : "m";
		if (trial.arrive(session, { strata: { "attributes.sex": stratum } })) waiting.push(session);
		const settled = waiting.splice(below(course, waiting.length + 1), below(course, 3));
		for (const one of settled) below(course, 4) === 0 ? trial.release(one) : trial.confirm(one);
	}
}

describe.each([
	["one size", undefined, 1],
	["large blocks", 12, 3],
	["varying sizes", [4, 8], 2],
] as const)("over whole trials, with %s", (_, blockSize, bound) => {
	it.each(range(5))(
		"the imbalance among those who hold a place is never more than blocks and released places allow (%d)",
		(seed) => {
			const sizes = typeof blockSize === "object" ? [...blockSize] : blockSize;
			const design: Partial<Design> = { strata: ["attributes.sex"], blockSize: sizes };
			const trial = given({ design, quota: { total: 150 } }, seedOf(seed));
			live(trial, 250, seed);
			for (const { heldBy, freed, drawnBy, draws } of trial.strata("live")) {
				expect(spread([...heldBy])).toBeLessThanOrEqual(bound + freed.length);
				expect(drawnBy.reduce((sum, n) => sum + n, 0)).toBe(draws);
			}
			expect(held(trial).length).toBeLessThanOrEqual(150);
		},
	);
});

describe("when every released place is taken again", () => {
	it("those who hold a place are balanced exactly, however many left", () => {
		const trial = given({ quota: { total: 80 } });
		const course = randomStream(seedOf(3), ["course"]);
		arriveAll(trial, 80);
		for (const session of people(80)) if (below(course, 3) === 0) trial.release(session);
		for (const number of range(100)) trial.arrive(`later_${number}`);
		expect(held(trial)).toHaveLength(80);
		expect(spread(Object.values(countBy(held(trial), String)))).toBe(0);
	});
});

describe("minimisation", () => {
	const design: Partial<Design> = {
		method: "minimisation",
		strata: ["attributes.sex"],
		minimisation: { measure: "range", weights: {}, probability: 1 },
	};

	it("with probability 1 keeps the levels within one of balance", () => {
		const trial = given({ design });
		for (const number of range(200))
			trial.arrive(`se_${number}`, { strata: { "attributes.sex": number % 3 === 0 ? "f" : "m" } });
		for (const { heldBy } of trial.strata("live")) expect(spread([...heldBy])).toBeLessThanOrEqual(1);
	});

	it("gives released sequences away again, with replacement", () => {
		const trial = given({ design: { ...design, strata: [], replacement: "reuse" } });
		arriveAll(trial, 4);
		trial.release("se_0");
		trial.arrive("x");
		expect(sequence(trial, "x")).toBe(sequence(trial, "se_0"));
		expect(trial.strata("live")[0]?.heldBy).toEqual([1, 1, 1, 1]);
	});

	it("counts all draws, without replacement", () => {
		const trial = given({ design: { ...design, strata: [], replacement: "none" } });
		arriveAll(trial, 4);
		trial.release("se_0");
		arriveAll(trial, 8);
		expect(trial.strata("live")[0]?.drawnBy).toEqual([2, 2, 2, 2]);
	});

	it("without factors is a biased coin over the whole study", () => {
		const trial = given({ design: { ...design, strata: [] } });
		arriveAll(trial, 40);
		expect(spread([...(trial.strata("live")[0]?.heldBy ?? [])])).toBe(0);
	});
});
