import { describe, expect, it } from "vitest";
import { MemorySql } from "../../../test/support/d1/memory-sql.ts";
import type { Budget } from "../../protocol/schema/budget.ts";
import { BudgetBook } from "./budget-book.ts";
import { NO_USAGE } from "./totals.ts";

const usage = (inputTokens: number, cost = 0) => ({ ...NO_USAGE, calls: 1, inputTokens, costs: { USD: cost } });
const NOW = 1_000;

function bookWith(budget: Budget) {
	const book = new BudgetBook(new MemorySql());
	const report = (session: string, tokens: number, cost = 0) => ({
		studyId: "sy_1",
		session,
		budget,
		counted: { tokens, cost },
	});
	return {
		book,
		counts: (session: string, tokens: number, cost?: number) => book.record(report(session, tokens, cost), null, NOW),
		settles: (session: string, taken: number, isWhole: boolean, cost?: number) =>
			book.record(report(session, 1), { usage: usage(taken, cost), isWhole }, NOW),
		isSpent: () => book.state()?.spentAtMs === NOW,
	};
}

describe("the counted spending of replies", () => {
	it("spends the budget at the reply that reaches it", () => {
		const { counts, isSpent } = bookWith({ tokens: 100 });
		counts("a", 60);
		counts("b", 39);
		expect(isSpent()).toBe(false);
		counts("b", 40);
		expect(isSpent()).toBe(true);
	});

	it("uses a session's highest sum, even if reports are repeated or late", () => {
		const { book, counts } = bookWith({ tokens: 1000 });
		for (const tokens of [30, 60, 30, 60]) counts("a", tokens);
		expect(book.state()?.counted.tokens).toBe(60);
	});

	it("can be an amount of money", () => {
		const { counts, isSpent } = bookWith({ cost: 2, currency: "USD" });
		counts("a", 1, 1.5);
		expect(isSpent()).toBe(false);
		counts("b", 1, 0.5);
		expect(isSpent()).toBe(true);
	});
});

describe("the actual usage of sessions", () => {
	it("is added at once if the session met every arm", () => {
		const { settles, isSpent } = bookWith({ tokens: 100 });
		settles("a", 100, true);
		expect(isSpent()).toBe(true);
	});

	it("is otherwise added for ten sessions at a time, so that none can be singled out", () => {
		const { settles, isSpent } = bookWith({ tokens: 100 });
		for (let session = 1; session <= 9; session += 1) settles(`s${session}`, 1_000, false);
		expect(isSpent()).toBe(false);
		settles("s10", 0, false);
		expect(isSpent()).toBe(true);
	});

	it("counts only a session's first settlement", () => {
		const { settles, isSpent } = bookWith({ tokens: 100 });
		for (let time = 0; time < 5; time += 1) settles("a", 30, true);
		expect(isSpent()).toBe(false);
	});

	it("counts costs in the budget's currency", () => {
		const { settles, isSpent } = bookWith({ cost: 5, currency: "USD" });
		settles("a", 9_999, true, 4.99);
		expect(isSpent()).toBe(false);
		settles("b", 0, true, 0.01);
		expect(isSpent()).toBe(true);
	});
});

describe("a spent budget", () => {
	it("is due for D1 until it is published", () => {
		const { book, counts } = bookWith({ tokens: 1 });
		counts("a", 1);
		expect(book.due()).toEqual({ studyId: "sy_1", budget: { tokens: 1 }, spentAtMs: NOW });
		book.published(NOW);
		counts("a", 2);
		expect(book.due()).toBeNull();
	});

	it("is not spent after it is raised far enough, and can be spent again", () => {
		const { book, counts } = bookWith({ tokens: 10 });
		counts("a", 10);
		book.published(NOW);
		book.change("sy_1", { tokens: 10 }, NOW + 1);
		expect(book.state()?.spentAtMs).toBe(NOW + 1);
		book.change("sy_1", { tokens: 20 }, NOW + 2);
		expect(book.state()).toMatchObject({ budget: { tokens: 20 }, spentAtMs: null });
		expect(book.due()).toBeNull();
		counts("b", 10);
		expect(book.due()).toMatchObject({ budget: { tokens: 20 } });
	});
});

describe("an erased session", () => {
	it("keeps its spending in the sums, without its id", () => {
		const { book, counts, settles } = bookWith({ tokens: 1_000 });
		counts("a", 30);
		settles("a", 40, true);
		book.forget("a");
		expect(book.state()?.counted.tokens).toBe(30);
		counts("a", 1);
		expect(book.state()?.counted.tokens).toBe(31);
	});
});
