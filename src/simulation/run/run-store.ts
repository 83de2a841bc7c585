import type { RunStatus } from "../../runs/run-control.ts";
import { secondsLeft } from "../../runs/run-control.ts";
import type { Sql } from "../../shared/piece-table.ts";
import type { NewRun, RunSpec, RunState } from "../simulation-client.ts";
import { PeopleStore } from "./people-store.ts";

export type Run = {
	readonly run: string;
	readonly studyId: string;
	readonly protocolHash: string;
	readonly spec: RunSpec;
	readonly status: RunStatus;
	readonly actor: string;
	readonly startedAtMs: number;
	readonly endedAtMs: number | null;
	readonly tokens: number;
	readonly cost: number;
	/** Time during which somebody was going through the study. */
	readonly activeMs: number;
};

const TABLES = [
	`CREATE TABLE IF NOT EXISTS runs (run TEXT PRIMARY KEY, study_id TEXT NOT NULL, protocol_hash TEXT NOT NULL, spec TEXT NOT NULL, status TEXT NOT NULL, actor TEXT NOT NULL,
		started_at_ms INTEGER NOT NULL, ended_at_ms INTEGER, tokens INTEGER NOT NULL DEFAULT 0, cost REAL NOT NULL DEFAULT 0, active_ms INTEGER NOT NULL DEFAULT 0, is_published INTEGER NOT NULL DEFAULT 0)`,
	"CREATE TABLE IF NOT EXISTS deviations (run TEXT NOT NULL, kind TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (run, kind)) WITHOUT ROWID",
];

type RunRow = {
	run: string;
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

/** Runs, their deviations and their participants, in the SQLite of the study's simulation object. What changes is to be published to D1. */
export class RunStore {
	readonly people: PeopleStore;
	readonly #sql: Sql;

	constructor(sql: Sql) {
		this.#sql = sql;
		this.people = new PeopleStore(sql);
	}

	createTables(): void {
		for (const statement of TABLES) this.#sql.exec(statement);
		this.people.createTables();
	}

	insert({ run, study, spec, people, actor }: NewRun, nowMs: number): void {
		const given = [run, study.id, study.protocolHash, JSON.stringify(spec), actor, nowMs];
		this.#sql.exec(
			"INSERT INTO runs (run, study_id, protocol_hash, spec, status, actor, started_at_ms) VALUES (?, ?, ?, ?, 'running', ?, ?)",
			...given,
		);
		this.people.insert(run, people);
	}

	find(run: string): Run | null {
		return this.#runs("WHERE run = ?", run)[0] ?? null;
	}

	all(): Run[] {
		return this.#runs("ORDER BY started_at_ms DESC, run");
	}

	running(): Run[] {
		return this.#runs("WHERE status = 'running' ORDER BY started_at_ms, run");
	}

	setStatus(run: string, status: RunStatus, endedAtMs: number | null): void {
		this.#sql.exec(
			"UPDATE runs SET status = ?, ended_at_ms = ?, is_published = 0 WHERE run = ?",
			status,
			endedAtMs,
			run,
		);
	}

	addActive(run: string, ms: number): void {
		this.#sql.exec("UPDATE runs SET active_ms = active_ms + ?, is_published = 0 WHERE run = ?", ms, run);
	}

	addSpending(run: string, tokens: number, cost: number): void {
		this.#sql.exec("UPDATE runs SET tokens = tokens + ?, cost = cost + ? WHERE run = ?", tokens, cost, run);
	}

	addDeviation(run: string, kind: string): void {
		this.#sql.exec(
			"INSERT INTO deviations VALUES (?, ?, 1) ON CONFLICT (run, kind) DO UPDATE SET n = n + 1",
			run,
			kind,
		);
	}

	stateOf(run: Run): RunState {
		const counts = this.people.countStatuses(run.run);
		const [done, failed] = [counts.done ?? 0, counts.failed ?? 0];
		const running = (counts.entering ?? 0) + (counts.inside ?? 0);
		const of = Object.values(counts).reduce((sum, n) => sum + n, 0);
		const { condition, model, seed } = run.spec;
		return {
			...{ run: run.run, condition, model, seed, status: run.status, done, running, of, failed },
			...{ tokens: run.tokens, cost: run.cost, startedAtMs: run.startedAtMs, endedAtMs: run.endedAtMs },
			secondsLeft: secondsLeft(run, done + failed, of),
			deviations: this.#countDeviations(run.run),
			failures: this.people.countFailures(run.run),
		};
	}

	unpublished(): Run[] {
		return this.#runs("WHERE is_published = 0");
	}

	published(runs: readonly Run[]): void {
		for (const { run, status, activeMs } of runs)
			this.#sql.exec(
				"UPDATE runs SET is_published = 1 WHERE run = ? AND status = ? AND active_ms = ?",
				run,
				status,
				activeMs,
			);
	}

	#countDeviations(run: string): Record<string, number> {
		const query = "SELECT kind, n FROM deviations WHERE run = ? ORDER BY kind";
		const rows = [...this.#sql.exec(query, run)] as { kind: string; n: number }[];
		return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
	}

	#runs(where: string, ...values: (string | number)[]): Run[] {
		const rows = [...this.#sql.exec(`SELECT * FROM runs ${where}`, ...values)] as RunRow[];
		return rows.map((row) => ({
			...{ run: row.run, studyId: row.study_id, protocolHash: row.protocol_hash, status: row.status, actor: row.actor },
			...{ startedAtMs: row.started_at_ms, endedAtMs: row.ended_at_ms, tokens: row.tokens, cost: row.cost },
			activeMs: row.active_ms,
			spec: JSON.parse(row.spec) as RunSpec,
		}));
	}
}
