import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { type Database, database } from "../../db/database.ts";
import { adapters, profilePeople, profiles } from "../../db/tables/personalisation.ts";
import type { Env } from "../../env.ts";
import { endpointInputs } from "../../models/endpoints/endpoint-inputs.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import type { ArmInput } from "../../randomisation/allocator/allocator-client.ts";
import { adaptersNamed } from "../adapters/adapters.ts";
import {
	ownInput,
	personInput,
	profileInput,
	sharedInput,
	sharedNames,
	usesAdapters,
	usesPeople,
	usesProfiles,
} from "./arm-inputs.ts";

type Study = { readonly id: string; readonly protocol: Protocol };

const ROWS_PER_PAGE = 1000;

/** All inputs of a study's arms at its opening, one page at a time. Profiles are represented by the hashes made when they were loaded. */
export async function* armInputs(study: Study, env: Env): AsyncGenerator<readonly ArmInput[]> {
	const { id, protocol } = study;
	const db = database(env.DB);
	yield endpointInputs(study, env);
	if (usesPeople(protocol)) yield* peopleOf(db, id);
	if (usesProfiles(protocol)) yield* profilesOf(db, id);
	if (!usesAdapters(protocol)) return;
	const names = sharedNames(protocol);
	const shared = await adaptersNamed(db, id, names);
	yield names.map((name) =>
		sharedInput(
			name,
			shared.find((row) => row.name === name),
		),
	);
	yield* ownOf(db, id);
}

async function* peopleOf(db: Database, studyId: string): AsyncGenerator<readonly ArmInput[]> {
	const { participantId, profileId } = profilePeople;
	for (let after = ""; ; ) {
		const rows = await db
			.select({ participantId, profileId })
			.from(profilePeople)
			.where(and(eq(profilePeople.studyId, studyId), gt(participantId, after)))
			.orderBy(asc(participantId))
			.limit(ROWS_PER_PAGE);
		yield rows.map((row) => personInput(row.participantId, row.profileId));
		if (rows.length < ROWS_PER_PAGE) return;
		after = rows.at(-1)?.participantId ?? "";
	}
}

async function* profilesOf(db: Database, studyId: string): AsyncGenerator<readonly ArmInput[]> {
	const { participantId, dataHash } = profiles;
	for (let after = ""; ; ) {
		const rows = await db
			.select({ participantId, dataHash })
			.from(profiles)
			.where(and(eq(profiles.studyId, studyId), gt(participantId, after)))
			.orderBy(asc(participantId))
			.limit(ROWS_PER_PAGE);
		yield rows.map((row) => profileInput(row.participantId, row.dataHash));
		if (rows.length < ROWS_PER_PAGE) return;
		after = rows.at(-1)?.participantId ?? "";
	}
}

/** By pseudonym. A pseudonym whose rows continue on the next page is read completely there. */
async function* ownOf(db: Database, studyId: string): AsyncGenerator<readonly ArmInput[]> {
	for (let after = ""; ; ) {
		const rows = await db
			.select()
			.from(adapters)
			.where(and(eq(adapters.studyId, studyId), isNotNull(adapters.participantId), gt(adapters.participantId, after)))
			.orderBy(asc(adapters.participantId), asc(adapters.createdAt), asc(adapters.name))
			.limit(ROWS_PER_PAGE);
		const groups = [...Map.groupBy(rows, ({ participantId }) => participantId ?? "")];
		const isLast = rows.length < ROWS_PER_PAGE;
		const whole = isLast || groups.length === 1 ? groups : groups.slice(0, -1);
		yield whole.map(([participant, own]) => ownInput(participant, own));
		if (isLast) return;
		after = whole.at(-1)?.[0] ?? "";
	}
}
