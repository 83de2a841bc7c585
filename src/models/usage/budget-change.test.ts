import { describe, expect, it } from "vitest";
import type { Budget } from "../../protocol/schema/budget.ts";
import { blindedChangeFaults } from "./budget-change.ts";

const BEFORE: Budget = { tokens: 1000, cost: 10, currency: "USD" };
const pointersAfter = (change: Partial<Budget>) =>
	blindedChangeFaults(BEFORE, { ...BEFORE, ...change }).map(({ pointer }) => pointer);

describe("the budget of a blinded study", () => {
	it.each<[string, Partial<Budget>]>([
		["may be raised by a tenth", { tokens: 1100, cost: 11 }],
		["may be raised in only one limit", { tokens: 5000 }],
		["may stay unchanged", {}],
	])("%s", (_, change) => expect(pointersAfter(change)).toEqual([]));

	it.each<[string, Partial<Budget>, string]>([
		["may not be raised by less", { tokens: 1099 }, "/budget/tokens"],
		["may not be lowered", { cost: 9 }, "/budget/cost"],
		["keeps its limits", { cost: undefined }, "/budget/cost"],
		["keeps its currency", { currency: "EUR" }, "/budget/currency"],
	])("%s", (_, change, pointer) => expect(pointersAfter(change)).toContain(pointer));

	it("cannot get a limit that the protocol does not have", () => {
		expect(
			blindedChangeFaults({ tokens: 10 }, { tokens: 10, cost: 1, currency: "USD" }).map(({ pointer }) => pointer),
		).toEqual(["/budget/cost", "/budget/currency"]);
	});
});
