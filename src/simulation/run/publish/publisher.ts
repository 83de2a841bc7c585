import { database } from "../../../db/database.ts";
import type { Env } from "../../../env.ts";
import type { ModelStore } from "../model-store.ts";
import type { RunStore } from "../run-store.ts";
import { rowInsert } from "./publish-model-rows.ts";
import { personUpsert, runUpsert } from "./publish-run.ts";

/** D1 takes the rows of so many people in one batch. */
const PEOPLE_AT_ONCE = 40;
/** Each has a whole prompt. */
const ROWS_AT_ONCE = 20;

/** Brings D1 up to date with the object. A batch that is sent twice is the same as once. */
export class Publisher {
	readonly #runs: RunStore;
	readonly #store: ModelStore;
	readonly #env: Env;

	constructor(runs: RunStore, store: ModelStore, env: Env) {
		this.#runs = runs;
		this.#store = store;
		this.#env = env;
	}

	hasWork(): boolean {
		const isUnpublished = this.#runs.unpublished().length > 0 || this.#runs.people.unpublished(1).length > 0;
		return isUnpublished || this.#store.outgoing(1).length > 0;
	}

	async publish(): Promise<void> {
		while (await this.#publishSome());
	}

	/** Whether there is more. */
	async #publishSome(): Promise<boolean> {
		const db = database(this.#env.DB);
		const runs = this.#runs.unpublished();
		const people = this.#runs.people.unpublished(PEOPLE_AT_ONCE);
		const outgoing = this.#store.outgoing(ROWS_AT_ONCE);
		const runOf = new Map(this.#runs.all().map((run) => [run.run, run]));
		const [first, ...others] = [
			...outgoing.flatMap(({ seq, write }) => {
				const run = runOf.get(write.row.run);
				return run ? [rowInsert(db, run, seq, write)] : [];
			}),
			...runs.map((run) => runUpsert(db, run, this.#runs.stateOf(run))),
			...people.map((person) => personUpsert(db, runOf.get(person.run)?.studyId ?? "", person)),
		];
		if (!first) return false;
		await db.batch([first, ...others]);
		this.#runs.published(runs);
		this.#runs.people.published(people);
		const last = outgoing.at(-1);
		if (last) this.#store.sent(last.seq);
		return people.length === PEOPLE_AT_ONCE || outgoing.length === ROWS_AT_ONCE;
	}
}
