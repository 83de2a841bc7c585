import { type Budget, isSpent, type Spending } from "../../protocol/schema/budget.ts";
import type { Sql } from "../../shared/piece-table.ts";
import { added, NO_USAGE, type Usage } from "./totals.ts";

/** What one session reports against its study's budget. */
export type SpendingReport = {
	readonly studyId: string;
	readonly session: string;
	/** The protocol's budget. Only the ledger has later raises. */
	readonly budget: Budget;
	/** So far, by terms that are the same for every arm. */
	readonly counted: Spending;
};

/** The actual usage of a session, after it has ended. */
export type Settlement = {
	readonly usage: Usage;
	/** The session met every arm, so its total reveals nothing about a single one. */
	readonly isWhole: boolean;
};

export type BudgetState = {
	readonly budget: Budget;
	readonly counted: Spending;
	/** When the budget was found to be spent; null while it is not. */
	readonly spentAtMs: number | null;
};

/** How many sessions' totals are added together if a single one could reveal an arm. */
const SESSIONS_AT_ONCE = 10;

/**
 * The study's budget, in the SQLite of its ledger. Two sums are compared with it. Counted spending is the same for every arm,
 * so it may be shown after every reply. Actual usage depends on the arms: it is added at once for sessions that met every arm,
 * otherwise for ten sessions together.
 */
export class BudgetBook {
	readonly #sql: Sql;

	constructor(sql: Sql) {
		this.#sql = sql;
		sql.exec(
			"CREATE TABLE IF NOT EXISTS budget (one INTEGER PRIMARY KEY CHECK (one = 1), study_id TEXT NOT NULL, budget TEXT NOT NULL, spent_at_ms INTEGER, is_published INTEGER NOT NULL DEFAULT 0)",
		);
		sql.exec(
			"CREATE TABLE IF NOT EXISTS counted (session TEXT PRIMARY KEY, tokens INTEGER NOT NULL, cost REAL NOT NULL) WITHOUT ROWID",
		);
		sql.exec(
			"CREATE TABLE IF NOT EXISTS settled (session TEXT PRIMARY KEY, usage TEXT NOT NULL, is_added INTEGER NOT NULL) WITHOUT ROWID",
		);
	}

	/** Idempotent. A session's count only grows, so a late older report changes nothing. */
	record({ studyId, session, budget, counted }: SpendingReport, settlement: Settlement | null, nowMs: number): void {
		this.#sql.exec(
			"INSERT INTO budget (one, study_id, budget) VALUES (1, ?, ?) ON CONFLICT DO NOTHING",
			studyId,
			JSON.stringify(budget),
		);
		this.#sql.exec(
			"INSERT INTO counted VALUES (?, ?, ?) ON CONFLICT (session) DO UPDATE SET tokens = excluded.tokens, cost = excluded.cost WHERE excluded.tokens > tokens",
			session,
			counted.tokens,
			counted.cost,
		);
		if (settlement) this.#settle(session, settlement);
		this.#close(nowMs);
	}

	/** Null before the first report. */
	state(): BudgetState | null {
		const [row] = this.#rows<{ budget: string; spent_at_ms: number | null }>("SELECT budget, spent_at_ms FROM budget");
		if (!row) return null;
		return { budget: JSON.parse(row.budget), counted: this.#counted(), spentAtMs: row.spent_at_ms };
	}

	/** Checks immediately whether the new budget is already spent. */
	change(studyId: string, budget: Budget, nowMs: number): void {
		this.#sql.exec(
			"INSERT INTO budget (one, study_id, budget) VALUES (1, ?1, ?2) ON CONFLICT (one) DO UPDATE SET budget = ?2, spent_at_ms = NULL, is_published = 0",
			studyId,
			JSON.stringify(budget),
		);
		this.#close(nowMs);
	}

	/** A pause that is not yet written to D1. */
	due(): { readonly studyId: string; readonly budget: Budget; readonly spentAtMs: number } | null {
		const [row] = this.#rows<{ study_id: string; budget: string; spent_at_ms: number }>(
			"SELECT study_id, budget, spent_at_ms FROM budget WHERE spent_at_ms IS NOT NULL AND is_published = 0",
		);
		return row ? { studyId: row.study_id, budget: JSON.parse(row.budget), spentAtMs: row.spent_at_ms } : null;
	}

	published(spentAtMs: number): void {
		this.#sql.exec("UPDATE budget SET is_published = 1 WHERE spent_at_ms = ?", spentAtMs);
	}

	/** The spending stays in the sums; the session's id is removed. */
	forget(session: string): void {
		for (const table of ["counted", "settled"])
			this.#sql.exec(`UPDATE ${table} SET session = 'erased ' || hex(randomblob(8)) WHERE session = ?`, session);
	}

	#settle(session: string, { usage, isWhole }: Settlement): void {
		this.#sql.exec("INSERT OR IGNORE INTO settled VALUES (?, ?, ?)", session, JSON.stringify(usage), isWhole ? 1 : 0);
		this.#sql.exec(
			"UPDATE settled SET is_added = 1 WHERE is_added = 0 AND (SELECT count(*) FROM settled WHERE is_added = 0) >= ?",
			SESSIONS_AT_ONCE,
		);
	}

	#close(nowMs: number): void {
		const state = this.state();
		if (!state || state.spentAtMs !== null) return;
		const { currency } = state.budget;
		const { inputTokens, outputTokens, costs } = this.#taken();
		const taken = { tokens: inputTokens + outputTokens, cost: (currency && costs[currency]) || 0 };
		if (!isSpent(state.budget, state.counted) && !isSpent(state.budget, taken)) return;
		this.#sql.exec("UPDATE budget SET spent_at_ms = ?, is_published = 0", nowMs);
	}

	#counted(): Spending {
		const [sum] = this.#rows<Spending>(
			"SELECT coalesce(sum(tokens), 0) AS tokens, coalesce(sum(cost), 0) AS cost FROM counted",
		);
		return sum ?? { tokens: 0, cost: 0 };
	}

	#taken(): Usage {
		const rows = this.#rows<{ usage: string }>("SELECT usage FROM settled WHERE is_added = 1");
		return rows.reduce((total, { usage }) => added(total, JSON.parse(usage) as Usage), NO_USAGE);
	}

	#rows<Row>(query: string): Row[] {
		return [...this.#sql.exec(query)] as Row[];
	}
}
