import type { BatchItem } from "drizzle-orm/batch";
import type { IdRules } from "../../access/participant-id/participant-id.ts";
import type { Database } from "../../db/database.ts";
import { profilePeople } from "../../db/tables/personalisation.ts";
import type { ArmInput } from "../../randomisation/allocator/allocator-client.ts";
import { personInput } from "../arms/arm-inputs.ts";
import type { Identities } from "../profiles/external-ids.ts";
import {
	DATA_SET,
	IDS_PER_STATEMENT,
	type PersonRow,
	participantIdOf,
	peopleBy,
	type StudyKeys,
} from "../profiles/people.ts";
import type { Person, ProfileLine } from "../profiles/profile-line.ts";

export type ImportDeps = {
	readonly db: Database;
	readonly study: StudyKeys;
	/** Null if platform ids are not stored. */
	readonly identities: Identities | null;
	readonly nowMs: number;
	/** The study's rules for participant ids. */
	readonly ids: IdRules;
	/** Called with the current inputs of all people on stored lines. For a study whose arm inputs are recorded. */
	readonly onInputs?: (inputs: readonly ArmInput[]) => Promise<void>;
};

/** The people on the lines of a batch, each with the id of their profile. */
export class People {
	readonly #deps: ImportDeps;
	readonly #rows: Map<string, PersonRow>;
	readonly #named = new Map<string, Person>();

	private constructor(deps: ImportDeps, rows: readonly PersonRow[]) {
		this.#deps = deps;
		this.#rows = new Map(rows.map((row) => [row.participantId, row]));
	}

	static async of(deps: ImportDeps, lines: readonly ProfileLine[]): Promise<People> {
		const ids = [...new Set(lines.map(({ person }) => participantIdOf(deps.study, person)))];
		const rows = await inChunks(ids, (chunk) => peopleBy(deps.db, deps.study.id, chunk));
		const people = new People(deps, rows);
		// Mappings come first: a later line of the same batch may map the person of an earlier line.
		for (const line of lines) if (line.kind === "same") people.#map(line.person, line.as);
		for (const line of lines) if (line.kind !== "same") people.#meet(line.person);
		return people;
	}

	profileIdOf(person: Person): string {
		const participantId = participantIdOf(this.#deps.study, person);
		return this.#rows.get(participantId)?.profileId ?? participantId;
	}

	#map(person: Person, as: Person): void {
		this.#write(person, participantIdOf(this.#deps.study, as));
	}

	#meet(person: Person): void {
		const participantId = participantIdOf(this.#deps.study, person);
		const existing = this.#rows.get(participantId);
		const unsealed = existing?.externalIdSealed === null && this.#deps.identities !== null;
		if (!existing || unsealed) this.#write(person, existing?.profileId ?? participantId);
	}

	#write(person: Person, profileId: string): void {
		const participantId = participantIdOf(this.#deps.study, person);
		const source = person.ofDataSet ? DATA_SET : person.source;
		this.#named.set(participantId, person);
		this.#rows.set(participantId, {
			studyId: this.#deps.study.id,
			participantId,
			profileId,
			source,
			externalIdSealed: null,
		});
	}

	/** The profile of each person on these lines. */
	inputs(lines: readonly ProfileLine[]): ArmInput[] {
		const ids = new Set(lines.map(({ person }) => participantIdOf(this.#deps.study, person)));
		return [...ids].map((id) => personInput(id, this.#rows.get(id)?.profileId ?? id));
	}

	upserts(): Promise<BatchItem<"sqlite">[]> {
		return Promise.all(
			[...this.#named].map(async ([participantId, person]) => {
				const { db, identities } = this.#deps;
				const sealed = identities ? await identities.seal(participantId, person.id) : null;
				const existing = this.#rows.get(participantId);
				const row = { profileId: existing?.profileId ?? participantId, source: existing?.source ?? person.source };
				const values = { studyId: this.#deps.study.id, participantId, ...row, externalIdSealed: sealed };
				return {
					statement: db
						.insert(profilePeople)
						.values(values)
						.onConflictDoUpdate({
							target: [profilePeople.studyId, profilePeople.participantId],
							set: { ...row, ...(sealed !== null && { externalIdSealed: sealed }) },
						}),
				};
			}),
			// Wrapped in an object: a statement is a thenable, so awaiting it would run it.
		).then((wrapped) => wrapped.map(({ statement }) => statement));
	}
}

export async function inChunks<T>(
	ids: readonly string[],
	load: (chunk: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
	const found: T[] = [];
	for (let from = 0; from < ids.length; from += IDS_PER_STATEMENT) {
		found.push(...(await load(ids.slice(from, from + IDS_PER_STATEMENT))));
	}
	return found;
}
