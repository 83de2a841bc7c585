import type { Sql } from "../../shared/piece-table.ts";
import { zerosFor } from "../../shared/zeros.ts";
import type { JudgedItems } from "../judges/answer.ts";
import type { PlacedJudgement } from "../judging-client.ts";

/** Tokens and cost of all calls for a judgement. */
export type Spent = { readonly inputTokens: number; readonly outputTokens: number; readonly cost: number | null };

/** A first answer that was unusable, and was paid for. */
export type FirstAnswer = Spent & { readonly text: string };

/** A judgement on its way to D1. */
export type JudgementRow = Spent & {
	readonly batch: string;
	readonly judgement: PlacedJudgement;
	/** Null if two answers were unusable; `fault` says why. */
	readonly answers: JudgedItems | null;
	readonly fault: string | null;
	readonly atMs: number;
};

const TABLES = [
	"CREATE TABLE IF NOT EXISTS first_answers (id TEXT PRIMARY KEY, answer TEXT NOT NULL) WITHOUT ROWID",
	"CREATE TABLE IF NOT EXISTS outgoing (seq INTEGER PRIMARY KEY AUTOINCREMENT, row TEXT NOT NULL)",
];

/** Answers of judges until they are in D1, in the SQLite of the study's judging object. They may quote participants, so they are overwritten. */
export class AnswerStore {
	readonly #sql: Sql;

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	createTables(): void {
		for (const statement of TABLES) this.#sql.exec(statement);
	}

	first(id: string): FirstAnswer | null {
		const [row] = [...this.#sql.exec("SELECT answer FROM first_answers WHERE id = ?", id)];
		return row === undefined ? null : (JSON.parse(String(row.answer)) as FirstAnswer);
	}

	keepFirst(id: string, answer: FirstAnswer): void {
		this.#sql.exec("INSERT OR REPLACE INTO first_answers VALUES (?, ?)", id, JSON.stringify(answer));
	}

	forgetFirst(id: string): void {
		this.#sql.exec(`UPDATE first_answers SET answer = ${zerosFor("answer")} WHERE id = ?`, id);
		this.#sql.exec("DELETE FROM first_answers WHERE id = ?", id);
	}

	send(row: JudgementRow): void {
		this.#sql.exec("INSERT INTO outgoing (row) VALUES (?)", JSON.stringify(row));
	}

	outgoing(most: number): { readonly seq: number; readonly row: JudgementRow }[] {
		const rows = [...this.#sql.exec("SELECT * FROM outgoing ORDER BY seq LIMIT ?", most)] as {
			seq: number;
			row: string;
		}[];
		return rows.map(({ seq, row }) => ({ seq, row: JSON.parse(row) as JudgementRow }));
	}

	sent(upTo: number): void {
		this.#sql.exec(`UPDATE outgoing SET row = ${zerosFor("row")} WHERE seq <= ?`, upTo);
		this.#sql.exec("DELETE FROM outgoing WHERE seq <= ?", upTo);
	}
}
