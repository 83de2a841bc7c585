import { describe, expect, it } from "vitest";
import { range, seedOf } from "../../../test/support/randomisation/trial.ts";
import { callSeed, guessedArm, guessOrder, guessValue, itemOrder, participantSeed, UNKNOWN_GUESS } from "./orders.ts";

describe("the draws of one participant", () => {
	it("show the same form in the same order again, and another form in another", () => {
		const items = range(10).map(String);
		expect(itemOrder(items, seedOf(1), "about")).toEqual(itemOrder(items, seedOf(1), "about"));
		expect(itemOrder(items, seedOf(1), "about")).not.toEqual(itemOrder(items, seedOf(1), "after"));
		expect(itemOrder(items, seedOf(1), "about").sort()).toEqual(items);
	});

	it("give each call of a model another seed, from 1 to 2^31 - 1", () => {
		const calls = range(5).flatMap((conversation) =>
			range(5).flatMap((turn) =>
				["a", "b"].flatMap((slot) => range(3).map((attempt) => callSeed(seedOf(1), conversation, turn, slot, attempt))),
			),
		);
		expect(new Set(calls).size).toBe(150);
		expect(calls.every((seed) => Number.isInteger(seed) && seed >= 1 && seed < 2 ** 31)).toBe(true);
	});

	it("show the arms of a guess in the participant's own order, by which a stored guess is read", () => {
		const arms = ["generic", "prompted", "pooled", "individual"];
		const orders = range(60).map((seed) => guessOrder(arms, seedOf(seed)));
		expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(15);
		for (const [seed, order] of orders.entries())
			expect(order.map((_, place) => guessedArm(guessValue(place), arms, seedOf(seed)))).toEqual(order);
		expect(guessedArm(UNKNOWN_GUESS, arms, seedOf(1))).toBeNull();
		expect(() => guessedArm("option-5", arms, seedOf(1))).toThrow("no arm");
	});

	it("start from a separate seed", () => {
		expect(participantSeed(seedOf(1), "live", 0)).not.toBe(participantSeed(seedOf(1), "pilot", 0));
	});
});
