import type { RunStatus } from "../../runs/run-control.ts";
import { secondsLeft } from "../../runs/run-control.ts";
import type { Sql } from "../../shared/piece-table.ts";
import { zerosFor } from "../../shared/zeros.ts";
import type { NewRun, RunPerson, RunSpec, RunState } from "../simulation-client.ts";

/** `entering`: before the first conversation. Participants enter one after another, so that they are randomised in the run's order. */
export type PersonStatus = "waiting" | "entering" | "inside" | "done" | "failed";

export type Person = RunPerson & {
	readonly run: string;
	readonly status: PersonStatus;
	/** Null before enrolment. */
	readonly session: string | null;
	readonly token: string | null;
	readonly personaHash: string | null;
	/** Errors in a row. */
	readonly errors: number;
	readonly failure: string | null;
};

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

/** Why a twin failed whose person had their data erased. */
export const ERASED = "erased";

const TABLES = [
	`CREATE TABLE IF NOT EXISTS runs (run TEXT PRIMARY KEY, study_id TEXT NOT NULL, protocol_hash TEXT NOT NULL, spec TEXT NOT NULL, status TEXT NOT NULL, actor TEXT NOT NULL,
		started_at_ms INTEGER NOT NULL, ended_at_ms INTEGER, tokens INTEGER NOT NULL DEFAULT 0, cost REAL NOT NULL DEFAULT 0, active_ms INTEGER NOT NULL DEFAULT 0, is_published INTEGER NOT NULL DEFAULT 0)`,
	`CREATE TABLE IF NOT EXISTS people (run TEXT NOT NULL, place INTEGER NOT NULL, external_id TEXT NOT NULL, twin TEXT, sample INTEGER NOT NULL, persona TEXT, status TEXT NOT NULL,
		session TEXT, token TEXT, persona_hash TEXT, errors INTEGER NOT NULL DEFAULT 0, failure TEXT, is_published INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (run, place)) WITHOUT ROWID`,
	"CREATE INDEX IF NOT EXISTS people_by_status ON people (run, status)",
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

type PersonRow = {
	run: string;
	place: number;
	external_id: string;
	twin: string | null;
	sample: number;
	persona: string | null;
	status: PersonStatus;
	session: string | null;
	token: string | null;
	persona_hash: string | null;
	errors: number;
	failure: string | null;
};

/** Runs and their participants, in the SQLite of the study's simulation object. What changes is to be published to D1. */
export class RunStore {
	readonly #sql: Sql;

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	createTables(): void {
		for (const statement of TABLES) this.#sql.exec(statement);
	}

	insert({ run, study, spec, people, actor }: NewRun, nowMs: number): void {
		const given = [run, study.id, study.protocolHash, JSON.stringify(spec), actor, nowMs];
		this.#sql.exec(
			"INSERT INTO runs (run, study_id, protocol_hash, spec, status, actor, started_at_ms) VALUES (?, ?, ?, ?, 'running', ?, ?)",
			...given,
		);
		for (const { place, externalId, twin, sample, persona } of people)
			this.#sql.exec(
				"INSERT INTO people (run, place, external_id, twin, sample, persona, status) VALUES (?, ?, ?, ?, ?, ?, 'waiting')",
				...[run, place, externalId, twin, sample, persona],
			);
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

	/** The first one who has yet to reach a conversation. */
	nextToEnter(run: string): Person | null {
		return this.#people("WHERE run = ? AND status IN ('waiting', 'entering') ORDER BY place LIMIT 1", run)[0] ?? null;
	}

	inside(run: string): Person[] {
		return this.#people("WHERE run = ? AND status = 'inside' ORDER BY place", run);
	}

	enrolled(run: string, place: number, { session, token }: { readonly session: string; readonly token: string }): void {
		this.#change(run, place, "status = 'entering', session = ?, token = ?", session, token);
	}

	setPersona(run: string, place: number, hash: string): void {
		this.#change(run, place, "persona_hash = ?", hash);
	}

	/** Whether their person had their data erased. From then on, nothing of them is stored. */
	isErased(run: string, place: number): boolean {
		const [person] = this.#people("WHERE run = ? AND place = ?", run, place);
		return person === undefined || person.failure === ERASED;
	}

	/** Ends the twins of this person where they are, and gives all of them: also those who ended before. */
	endTwins(twin: string): Person[] {
		this.#sql.exec(
			"UPDATE people SET status = 'failed', failure = ?, is_published = 0 WHERE twin = ? AND status NOT IN ('done', 'failed')",
			ERASED,
			twin,
		);
		return this.#people("WHERE twin = ?", twin);
	}

	/** What they hold of the person: the link, in ids too, and what opens their sessions. SQLite does not clear what is replaced. */
	forgetTwins(twin: string): void {
		const texts = ["twin", "external_id", "token", "persona", "persona_hash"];
		const cleared = texts.map((name) => `${name} = ${zerosFor(name)}`).join(", ");
		const theirs = "SELECT run, place FROM people WHERE twin = ?";
		const rows = [...this.#sql.exec(theirs, twin)] as { run: string; place: number }[];
		for (const { run, place } of rows) {
			this.#sql.exec(`UPDATE people SET ${cleared} WHERE run = ? AND place = ?`, run, place);
			this.#sql.exec(
				"UPDATE people SET twin = NULL, external_id = '', token = NULL, persona = NULL, persona_hash = NULL, is_published = 0 WHERE run = ? AND place = ?",
				run,
				place,
			);
		}
	}

	move(run: string, place: number, status: PersonStatus, failure: string | null = null): void {
		this.#change(run, place, "status = ?, failure = ?, errors = 0", status, failure);
	}

	countError(run: string, place: number): number {
		this.#sql.exec("UPDATE people SET errors = errors + 1 WHERE run = ? AND place = ?", run, place);
		return this.#people("WHERE run = ? AND place = ?", run, place)[0]?.errors ?? 0;
	}

	clearErrors(run: string, place: number): void {
		this.#sql.exec("UPDATE people SET errors = 0 WHERE run = ? AND place = ? AND errors > 0", run, place);
	}

	stateOf(run: Run): RunState {
		const counts = this.#counts(
			"SELECT status AS kind, count(*) AS n FROM people WHERE run = ? GROUP BY status",
			run.run,
		);
		const deviations = this.#counts("SELECT kind, n FROM deviations WHERE run = ? ORDER BY kind", run.run);
		const failures = this.#counts(
			"SELECT failure AS kind, count(*) AS n FROM people WHERE run = ? AND status = 'failed' GROUP BY failure",
			run.run,
		);
		const [done, failed] = [counts.done ?? 0, counts.failed ?? 0];
		const running = (counts.entering ?? 0) + (counts.inside ?? 0);
		const of = Object.values(counts).reduce((sum, n) => sum + n, 0);
		const { condition, model, seed } = run.spec;
		return {
			...{ run: run.run, condition, model, seed, status: run.status, done, running, of, failed },
			...{ tokens: run.tokens, cost: run.cost, startedAtMs: run.startedAtMs, endedAtMs: run.endedAtMs },
			secondsLeft: secondsLeft(run, done + failed, of),
			deviations,
			failures,
		};
	}

	/** People whose rows changed since they were published. */
	unpublished(most: number): Person[] {
		return this.#people("WHERE is_published = 0 LIMIT ?", most);
	}

	unpublishedRuns(): Run[] {
		return this.#runs("WHERE is_published = 0");
	}

	/** Nobody may change between reading and this: both happen around one write to D1, so the versions are compared. */
	publishedPeople(people: readonly Person[]): void {
		for (const { run, place, status } of people)
			this.#sql.exec(
				"UPDATE people SET is_published = 1 WHERE run = ? AND place = ? AND status = ?",
				run,
				place,
				status,
			);
	}

	publishedRuns(runs: readonly Run[]): void {
		for (const { run, status, activeMs } of runs)
			this.#sql.exec(
				"UPDATE runs SET is_published = 1 WHERE run = ? AND status = ? AND active_ms = ?",
				run,
				status,
				activeMs,
			);
	}

	#change(run: string, place: number, set: string, ...values: (string | null)[]): void {
		this.#sql.exec(
			`UPDATE people SET ${set}, is_published = 0 WHERE run = ? AND place = ? AND failure IS NOT ?`,
			...values,
			run,
			place,
			ERASED,
		);
	}

	#counts(query: string, run: string): Record<string, number> {
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

	#people(where: string, ...values: (string | number)[]): Person[] {
		const rows = [...this.#sql.exec(`SELECT * FROM people ${where}`, ...values)] as PersonRow[];
		return rows.map(({ external_id, persona_hash, run, place, twin, sample, persona, ...row }) => ({
			...{ run, place, externalId: external_id, twin, sample, persona, personaHash: persona_hash },
			...{ status: row.status, session: row.session, token: row.token, errors: row.errors, failure: row.failure },
		}));
	}
}
