import type { RunStatus } from "../../runs/run-control.ts";
import { secondsLeft } from "../../runs/run-control.ts";
import type { Sql } from "../../shared/piece-table.ts";
import type { BatchSpec, BatchState, JudgeCounts, NewBatch, PlacedJudgement } from "../judging-client.ts";

/** `waiting`, or why nothing is left to do. */
export type JudgementStatus = "waiting" | "judged" | "missing" | "known" | "gone" | "failed";

export type Batch = {
	readonly batch: string;
	readonly studyId: string;
	readonly protocolHash: string;
	readonly spec: BatchSpec;
	readonly status: RunStatus;
	readonly actor: string;
	readonly startedAtMs: number;
	readonly endedAtMs: number | null;
	readonly tokens: number;
	readonly cost: number;
	/** Time during which judges were asked. */
	readonly activeMs: number;
};

/** A judgement that is to be made. `index`: its place in the batch's order. */
export type Waiting = PlacedJudgement & { readonly index: number };

const TABLES = [
	`CREATE TABLE IF NOT EXISTS batches (batch TEXT PRIMARY KEY, study_id TEXT NOT NULL, protocol_hash TEXT NOT NULL, spec TEXT NOT NULL, status TEXT NOT NULL, actor TEXT NOT NULL,
		started_at_ms INTEGER NOT NULL, ended_at_ms INTEGER, tokens INTEGER NOT NULL DEFAULT 0, cost REAL NOT NULL DEFAULT 0, active_ms INTEGER NOT NULL DEFAULT 0, is_published INTEGER NOT NULL DEFAULT 0)`,
	`CREATE TABLE IF NOT EXISTS planned (batch TEXT NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL, judge TEXT NOT NULL, judgement TEXT NOT NULL, status TEXT NOT NULL,
		errors INTEGER NOT NULL DEFAULT 0, failure TEXT, PRIMARY KEY (batch, place)) WITHOUT ROWID`,
	"CREATE INDEX IF NOT EXISTS planned_by_status ON planned (batch, status, errors, place)",
	"CREATE TABLE IF NOT EXISTS results (id TEXT PRIMARY KEY, status TEXT NOT NULL) WITHOUT ROWID",
];

type BatchRow = {
	batch: string;
	study_id: string;
	protocol_hash: string;
	spec: string;
	status: RunStatus;
	actor: string;
	started_at_ms: number;
	ended_at_ms: number | null;
	tokens: number;
	cost: number;
	active_ms: number;
};

/** SQLite binds texts of 2 MB at most. */
const IDS_AT_ONCE = 20_000;

/** Batches and their judgements, in the SQLite of the study's judging object. No text of a participant or judge is in it. */
export class BatchStore {
	readonly #sql: Sql;

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	createTables(): void {
		for (const statement of TABLES) this.#sql.exec(statement);
	}

	/** What an earlier batch has judged is not judged again. */
	insert({ batch, study, spec, judgements, actor }: NewBatch, nowMs: number): void {
		this.#sql.exec(
			"INSERT INTO batches (batch, study_id, protocol_hash, spec, status, actor, started_at_ms) VALUES (?, ?, ?, ?, 'running', ?, ?)",
			...[batch, study.id, study.protocolHash, JSON.stringify(spec), actor, nowMs],
		);
		for (const [place, judgement] of judgements.entries())
			this.#sql.exec(
				"INSERT INTO planned (batch, place, id, judge, judgement, status) VALUES (?, ?, ?, ?, ?, CASE WHEN EXISTS (SELECT 1 FROM results WHERE id = ?) THEN 'known' ELSE 'waiting' END)",
				...[batch, place, judgement.id, judgement.judge, JSON.stringify(judgement), judgement.id],
			);
	}

	known(ids: readonly string[]): string[] {
		const found: string[] = [];
		for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
			const some = JSON.stringify(ids.slice(from, from + IDS_AT_ONCE));
			for (const { id } of this.#sql.exec("SELECT id FROM results WHERE id IN (SELECT value FROM json_each(?))", some))
				found.push(String(id));
		}
		return found;
	}

	find(batch: string): Batch | null {
		return this.#batches("WHERE batch = ?", batch)[0] ?? null;
	}

	all(): Batch[] {
		return this.#batches("ORDER BY started_at_ms DESC, batch");
	}

	running(): Batch[] {
		return this.#batches("WHERE status = 'running' ORDER BY started_at_ms, batch");
	}

	unpublished(): Batch[] {
		return this.#batches("WHERE is_published = 0");
	}

	published({ batch, status, activeMs }: Batch): void {
		this.#sql.exec(
			"UPDATE batches SET is_published = 1 WHERE batch = ? AND status = ? AND active_ms = ?",
			...[batch, status, activeMs],
		);
	}

	setStatus(batch: string, status: RunStatus, endedAtMs: number | null): void {
		this.#sql.exec(
			"UPDATE batches SET status = ?, ended_at_ms = ?, is_published = 0 WHERE batch = ?",
			...[status, endedAtMs, batch],
		);
	}

	addActive(batch: string, ms: number): void {
		this.#sql.exec("UPDATE batches SET active_ms = active_ms + ?, is_published = 0 WHERE batch = ?", ms, batch);
	}

	addSpending(batch: string, tokens: number, cost: number): void {
		this.#sql.exec("UPDATE batches SET tokens = tokens + ?, cost = cost + ? WHERE batch = ?", tokens, cost, batch);
	}

	/** The next ones in the batch's order. Those that failed before come last. */
	waiting(batch: string, most: number): Waiting[] {
		const rows = [
			...this.#sql.exec(
				"SELECT place, judgement FROM planned WHERE batch = ? AND status = 'waiting' ORDER BY errors, place LIMIT ?",
				...[batch, most],
			),
		] as { place: number; judgement: string }[];
		return rows.map(({ place, judgement }) => ({ index: place, ...(JSON.parse(judgement) as PlacedJudgement) }));
	}

	resultOf(id: string): string | null {
		const [row] = [...this.#sql.exec("SELECT status FROM results WHERE id = ?", id)];
		return row === undefined ? null : String(row.status);
	}

	keepResult(id: string, status: "judged" | "missing"): void {
		this.#sql.exec("INSERT OR IGNORE INTO results VALUES (?, ?)", id, status);
	}

	move(batch: string, index: number, status: JudgementStatus, failure: string | null = null): void {
		this.#sql.exec(
			"UPDATE planned SET status = ?, failure = ? WHERE batch = ? AND place = ?",
			...[status, failure, batch, index],
		);
	}

	countError(batch: string, index: number): number {
		this.#sql.exec("UPDATE planned SET errors = errors + 1 WHERE batch = ? AND place = ?", batch, index);
		const [row] = [...this.#sql.exec("SELECT errors FROM planned WHERE batch = ? AND place = ?", batch, index)];
		return Number(row?.errors ?? 0);
	}

	stateOf(batch: Batch): BatchState {
		const { spec, status, tokens, cost, startedAtMs, endedAtMs } = batch;
		const judges = this.#countsByJudge(batch);
		const sum = (of: (counts: JudgeCounts) => number) => judges.reduce((total, counts) => total + of(counts), 0);
		const [judged, missing, known] = [sum((one) => one.judged), sum((one) => one.missing), sum((one) => one.known)];
		const [gone, failed, of] = [sum((one) => one.gone), sum((one) => one.failed), sum((one) => one.planned)];
		const asked = judged + missing + failed;
		return {
			...{ batch: batch.batch, rubric: spec.rubric, pool: spec.pool, repeats: spec.repeats, seed: spec.seed, status },
			...{ done: asked + known + gone, of, judged, missing, known, gone, failed, judges },
			...{ tokens, cost, startedAtMs, endedAtMs },
			secondsLeft: secondsLeft(batch, asked, of - known - gone),
			failures: this.#failures(batch.batch),
		};
	}

	#countsByJudge({ batch, spec }: Batch): JudgeCounts[] {
		const rows = [
			...this.#sql.exec(
				"SELECT judge, status, count(*) AS n FROM planned WHERE batch = ? GROUP BY judge, status",
				batch,
			),
		] as { judge: string; status: JudgementStatus; n: number }[];
		return spec.judges.map(({ name }) => {
			const own = rows.filter(({ judge }) => judge === name);
			const count = (status: JudgementStatus) => own.find((row) => row.status === status)?.n ?? 0;
			return {
				judge: name,
				planned: own.reduce((sum, { n }) => sum + n, 0),
				...{ judged: count("judged"), missing: count("missing"), known: count("known"), gone: count("gone") },
				failed: count("failed"),
			};
		});
	}

	#failures(batch: string): Record<string, number> {
		const rows = [
			...this.#sql.exec(
				"SELECT failure, count(*) AS n FROM planned WHERE batch = ? AND status = 'failed' GROUP BY failure ORDER BY failure",
				batch,
			),
		] as { failure: string; n: number }[];
		return Object.fromEntries(rows.map(({ failure, n }) => [failure, n]));
	}

	#batches(where: string, ...values: string[]): Batch[] {
		const rows = [...this.#sql.exec(`SELECT * FROM batches ${where}`, ...values)] as BatchRow[];
		return rows.map((row) => ({
			...{ batch: row.batch, studyId: row.study_id, protocolHash: row.protocol_hash, status: row.status },
			...{ actor: row.actor, startedAtMs: row.started_at_ms, endedAtMs: row.ended_at_ms },
			...{ tokens: row.tokens, cost: row.cost, activeMs: row.active_ms },
			spec: JSON.parse(row.spec) as BatchSpec,
		}));
	}
}
