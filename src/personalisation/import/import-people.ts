import type { BatchItem } from "drizzle-orm/batch";
import type { IdRules } from "../../access/participant-id/participant-id.ts";
import type { Database } from "../../db/database.ts";
import { profilePeople } from "../../db/tables/personalisation.ts";
import type { ArmInput } from "../../randomisation/allocator/allocator-client.ts";
import { personInput } from "../arms/arm-inputs.ts";
import type { Identities } from "../profiles/external-ids.ts";
import {
	DATA_SET,
	IDS_A_STATEMENT,
	type PersonRow,
	participantIdOf,
	peopleBy,
	type StudyKeys,
} from "../profiles/people.ts";
import type { Person, ProfileLine } from "../profiles/profile-line.ts";

export type ImportDeps = {
	readonly db: Database;
	readonly study: StudyKeys;
	/** Null: platform ids are not kept. */
	readonly identities: Identities | null;
	readonly nowMs: number;
	/** The study's rules for participants' ids. */
	readonly ids: IdRules;
	/** Told of everybody on lines that were kept, as they are known now. For a study whose arms are fixed. */
	readonly known?: (inputs: readonly ArmInput[]) => Promise<void>;
};

/** Who is on the lines of a batch, and whose profile theirs is. */
export class People {
	readonly #deps: ImportDeps;
	readonly #known: Map<string, PersonRow>;
	readonly #named = new Map<string, Person>();

	private constructor(deps: ImportDeps, known: readonly PersonRow[]) {
		this.#deps = deps;
		this.#known = new Map(known.map((row) => [row.participantId, row]));
	}

	static async of(deps: ImportDeps, lines: readonly ProfileLine[]): Promise<People> {
		const ids = [...new Set(lines.map(({ person }) => participantIdOf(deps.study, person)))];
		const known = await inChunks(ids, (chunk) => peopleBy(deps.db, deps.study.id, chunk));
		const people = new People(deps, known);
		// Mappings first: a line of the same batch may be of somebody who is mapped further down.
		for (const line of lines) if (line.kind === "same") people.#map(line.person, line.as);
		for (const line of lines) if (line.kind !== "same") people.#meet(line.person);
		return people;
	}

	profileIdOf(person: Person): string {
		const participantId = participantIdOf(this.#deps.study, person);
		return this.#known.get(participantId)?.profileId ?? participantId;
	}

	#map(person: Person, as: Person): void {
		this.#write(person, participantIdOf(this.#deps.study, as));
	}

	#meet(person: Person): void {
		const participantId = participantIdOf(this.#deps.study, person);
		const known = this.#known.get(participantId);
		const unsealed = known?.externalIdSealed === null && this.#deps.identities !== null;
		if (!known || unsealed) this.#write(person, known?.profileId ?? participantId);
	}

	#write(person: Person, profileId: string): void {
		const participantId = participantIdOf(this.#deps.study, person);
		const source = person.ofDataSet ? DATA_SET : person.source;
		this.#named.set(participantId, person);
		this.#known.set(participantId, {
			studyId: this.#deps.study.id,
			participantId,
			profileId,
			source,
			externalIdSealed: null,
		});
	}

	/** Whose profile each person on these lines has. */
	inputs(lines: readonly ProfileLine[]): ArmInput[] {
		const ids = new Set(lines.map(({ person }) => participantIdOf(this.#deps.study, person)));
		return [...ids].map((id) => personInput(id, this.#known.get(id)?.profileId ?? id));
	}

	upserts(): Promise<BatchItem<"sqlite">[]> {
		return Promise.all(
			[...this.#named].map(async ([participantId, person]) => {
				const { db, identities } = this.#deps;
				const sealed = identities ? await identities.seal(participantId, person.id) : null;
				const known = this.#known.get(participantId);
				const row = { profileId: known?.profileId ?? participantId, source: known?.source ?? person.source };
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
			// In an object until here: a statement is a thenable, and what is awaited is run.
		).then((wrapped) => wrapped.map(({ statement }) => statement));
	}
}

export async function inChunks<T>(
	ids: readonly string[],
	load: (chunk: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
	const found: T[] = [];
	for (let from = 0; from < ids.length; from += IDS_A_STATEMENT) {
		found.push(...(await load(ids.slice(from, from + IDS_A_STATEMENT))));
	}
	return found;
}
