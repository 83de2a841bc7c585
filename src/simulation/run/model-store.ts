import { type Json, sha256Of } from "../../shared/json.ts";
import type { Sql } from "../../shared/piece-table.ts";
import { zerosFor } from "../../shared/zeros.ts";
import type { DeviationKind } from "../model/message-faults.ts";

export type CallRow = {
	readonly run: string;
	readonly place: number;
	readonly twin: string | null;
	readonly step: string;
	readonly attempt: number;
	readonly model: string;
	/** All messages, in JSON. */
	readonly prompt: string;
	readonly reply: string | null;
	readonly inputTokens: number | null;
	readonly outputTokens: number | null;
	readonly cost: number | null;
	readonly currency: string | null;
	readonly failure: string | null;
	readonly atMs: number;
};

export type DeviationRow = {
	readonly run: string;
	readonly place: number;
	readonly step: string;
	readonly kind: DeviationKind;
	readonly atMs: number;
};

export type JudgedRow = {
	readonly run: string;
	readonly twin: string;
	readonly sample: number;
	readonly session: string;
	readonly conversation: string | null;
	readonly label: string | null;
	readonly slot: string | null;
	readonly form: string;
	readonly item: string;
	readonly kind: string;
	readonly value: Json;
	readonly rank: number | null;
	readonly position: number;
	readonly atMs: number;
};

export type Outgoing =
	| { readonly into: "calls"; readonly row: CallRow }
	| { readonly into: "deviations"; readonly row: DeviationRow }
	| { readonly into: "answers"; readonly row: JudgedRow };

/** What a step was answered with. It is stored before it is sent, so that a repeat sends the same. */
export type StoredAnswer =
	| { readonly kind: "answer"; readonly answer: Json }
	| { readonly kind: "fail"; readonly reason: string };

const TABLES = [
	"CREATE TABLE IF NOT EXISTS answers (run TEXT NOT NULL, place INTEGER NOT NULL, step TEXT NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (run, place, step)) WITHOUT ROWID",
	"CREATE TABLE IF NOT EXISTS said (run TEXT NOT NULL, text TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (run, text)) WITHOUT ROWID",
	"CREATE TABLE IF NOT EXISTS outgoing (seq INTEGER PRIMARY KEY AUTOINCREMENT, into_table TEXT NOT NULL, row TEXT NOT NULL)",
];

/** Answers of simulating models, and rows that are on their way to D1, in the SQLite of the study's simulation object. */
export class ModelStore {
	readonly #sql: Sql;

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	createTables(): void {
		for (const statement of TABLES) this.#sql.exec(statement);
	}

	answer(run: string, place: number, step: string): StoredAnswer | null {
		const query = "SELECT answer FROM answers WHERE run = ? AND place = ? AND step = ?";
		const [row] = [...this.#sql.exec(query, run, place, step)] as { answer: string }[];
		return row ? (JSON.parse(row.answer) as StoredAnswer) : null;
	}

	keep(run: string, place: number, step: string, answer: StoredAnswer): void {
		this.#sql.exec("INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?)", run, place, step, JSON.stringify(answer));
	}

	/** Whether another participant of the run said this first. A person may well say the same to each assistant. Only hashes are stored. */
	wasSaid(run: string, said: string, place: number): boolean {
		const text = sha256Of(said);
		this.#sql.exec("INSERT OR IGNORE INTO said VALUES (?, ?, ?)", run, text, place);
		const [first] = [...this.#sql.exec("SELECT place FROM said WHERE run = ? AND text = ?", run, text)];
		return first !== undefined && first.place !== place;
	}

	send({ into, row }: Outgoing): void {
		this.#sql.exec("INSERT INTO outgoing (into_table, row) VALUES (?, ?)", into, JSON.stringify(row));
	}

	outgoing(most: number): { readonly seq: number; readonly write: Outgoing }[] {
		const rows = [...this.#sql.exec("SELECT * FROM outgoing ORDER BY seq LIMIT ?", most)] as {
			seq: number;
			into_table: Outgoing["into"];
			row: string;
		}[];
		return rows.map(({ seq, into_table, row }) => ({
			seq,
			write: { into: into_table, row: JSON.parse(row) } as Outgoing,
		}));
	}

	sent(upTo: number): void {
		this.#sql.exec("DELETE FROM outgoing WHERE seq <= ?", upTo);
	}

	/** What is here of a twin: their answers, and rows on their way to D1. SQLite does not clear what it deletes. */
	erase({ run, place, twin }: { readonly run: string; readonly place: number; readonly twin: string | null }): void {
		const clear = (table: string, column: string, where: string, ...bindings: (string | number)[]) => {
			this.#sql.exec(`UPDATE ${table} SET ${column} = ${zerosFor(column)} WHERE ${where}`, ...bindings);
			this.#sql.exec(`DELETE FROM ${table} WHERE ${where}`, ...bindings);
		};
		clear("answers", "answer", "run = ? AND place = ?", run, place);
		this.#sql.exec("DELETE FROM said WHERE run = ? AND place = ?", run, place);
		const about = this.#outgoingOf(twin ?? "");
		for (const seq of about) clear("outgoing", "row", "seq = ?", seq);
	}

	#outgoingOf(twin: string): number[] {
		const rows = [
			...this.#sql.exec("SELECT seq FROM outgoing WHERE json_extract(row, '$.twin') = ? ORDER BY seq", twin),
		];
		return rows.map(({ seq }) => Number(seq));
	}

	/** Answers are needed only until their participant has ended. */
	forget(run: string, place: number): void {
		this.#sql.exec("DELETE FROM answers WHERE run = ? AND place = ?", run, place);
	}
}
