import type { Sql } from "../../shared/piece-table.ts";
import { zerosFor } from "../../shared/zeros.ts";
import type { RunPerson } from "../simulation-client.ts";

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

/** Why a twin failed whose person had their data erased. */
export const ERASED = "erased";

const TABLES = [
	`CREATE TABLE IF NOT EXISTS people (run TEXT NOT NULL, place INTEGER NOT NULL, external_id TEXT NOT NULL, twin TEXT, sample INTEGER NOT NULL, persona TEXT, status TEXT NOT NULL,
		session TEXT, token TEXT, persona_hash TEXT, errors INTEGER NOT NULL DEFAULT 0, failure TEXT, is_published INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (run, place)) WITHOUT ROWID`,
	"CREATE INDEX IF NOT EXISTS people_by_status ON people (run, status)",
];

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

/** The participants of all runs of a study, in the SQLite of its simulation object. */
export class PeopleStore {
	readonly #sql: Sql;

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	createTables(): void {
		for (const statement of TABLES) this.#sql.exec(statement);
	}

	insert(run: string, people: readonly RunPerson[]): void {
		for (const { place, externalId, twin, sample, persona } of people)
			this.#sql.exec(
				"INSERT INTO people (run, place, external_id, twin, sample, persona, status) VALUES (?, ?, ?, ?, ?, ?, 'waiting')",
				...[run, place, externalId, twin, sample, persona],
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

	countStatuses(run: string): Record<string, number> {
		return this.#counts("SELECT status AS kind, count(*) AS n FROM people WHERE run = ? GROUP BY status", run);
	}

	countFailures(run: string): Record<string, number> {
		return this.#counts(
			"SELECT failure AS kind, count(*) AS n FROM people WHERE run = ? AND status = 'failed' GROUP BY failure",
			run,
		);
	}

	/** People whose rows changed since they were published. */
	unpublished(most: number): Person[] {
		return this.#people("WHERE is_published = 0 LIMIT ?", most);
	}

	/** Nobody may change between reading and this: both happen around one write to D1, so the versions are compared. */
	published(people: readonly Person[]): void {
		for (const { run, place, status } of people)
			this.#sql.exec(
				"UPDATE people SET is_published = 1 WHERE run = ? AND place = ? AND status = ?",
				run,
				place,
				status,
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

	#people(where: string, ...values: (string | number)[]): Person[] {
		const rows = [...this.#sql.exec(`SELECT * FROM people ${where}`, ...values)] as PersonRow[];
		return rows.map(({ external_id, persona_hash, run, place, twin, sample, persona, ...row }) => ({
			...{ run, place, externalId: external_id, twin, sample, persona, personaHash: persona_hash },
			...{ status: row.status, session: row.session, token: row.token, errors: row.errors, failure: row.failure },
		}));
	}
}
