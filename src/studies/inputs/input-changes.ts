import { z } from "@hono/zod-openapi";
import { sealRow } from "../../blinding/seals/seal-keys.ts";
import { randomBytes } from "../../crypto/random-bytes.ts";
import { type Database, database } from "../../db/database.ts";
import { studyDeviations } from "../../db/tables/studies.ts";
import type { Env } from "../../env.ts";
import {
	type Allocator,
	type ArmInput,
	allocatorOf,
	type Standing,
} from "../../randomisation/allocator/allocator-client.ts";
import { changeHash } from "../../randomisation/verify/recorded-changes.ts";
import { timestamp } from "../../shared/clock.ts";
import { newId } from "../../shared/id.ts";
import type { Json } from "../../shared/json.ts";
import { ProblemError } from "../../shared/problem.ts";
import { visibleLength } from "../../shared/visible-text.ts";
import { asItStands } from "../allocator/allocator-standing.ts";
import type { StudyRecord } from "../study-queries.ts";

export type ChangeKind = "adapters_changed" | "profiles_changed" | "profile_deleted" | "endpoints_changed";

/** Leave to change what the arms of an opened double-blind study are made of. Each change is put on record. */
export type Leave = {
	readonly db: Database;
	readonly study: StudyRecord;
	readonly allocator: Allocator;
	readonly standing: Standing;
	readonly actor: string;
	readonly reason: string | null;
};

const SHORTEST_REASON = 10;

/** Why something changes after the opening. Whether one is needed is only known with the study. */
export const changeReason = z
	.string()
	.trim()
	.max(2000)
	.describe("Why this changes. Needed once a double-blind study has opened, and kept as a deviation.");

type Asked = { readonly env: Env; readonly actor: string; readonly reason: string | undefined };

/**
 * Null where what the arms are made of may change freely: in a draft, in a single-blind study and in one that is unblinded. In an open
 * double-blind study it may not: who changed one arm and took part would see which label changed. While it is paused or closed it may, with a
 * reason.
 */
export async function leaveToChange(study: StudyRecord, { env, actor, reason }: Asked): Promise<Leave | null> {
	const leave = await leaveOnRecord(study, { env, actor, reason: reason ?? null });
	if (leave === null) return null;
	if (study.status === "draft") throw new ProblemError(BEING_OPENED);
	if (study.status === "open") throw new ProblemError(FIXED);
	if (visibleLength(reason ?? "") < SHORTEST_REASON) throw new ProblemError(WITHOUT_REASON);
	return leave;
}

/** The same for what has to be possible at any time, such as the deletion of a person. */
export async function leaveOnRecord(
	study: StudyRecord,
	{ env, actor, reason }: { readonly env: Env; readonly actor: string; readonly reason: string | null },
): Promise<Leave | null> {
	const mayBeOpened = study.status !== "draft" || study.openedAt !== null;
	if (study.protocol.blinding.level !== "double" || !mayBeOpened) return null;
	const allocator = allocatorOf(env.ALLOCATORS, study.id);
	const standing = await allocator.standing();
	if (!standing || asItStands(study, standing).unblindedAt !== null) return null;
	return { db: database(env.DB), study, allocator, standing, actor, reason };
}

const FIXED = {
	code: "study_state",
	detail:
		"The study is open and double blind: what its arms are made of is fixed. Pause it, then make the change with a `reason`. It will be on record as a deviation.",
} as const;

const BEING_OPENED = {
	code: "study_state",
	detail: "Opening this study began and did not finish, so what its arms are made of is fixed. Open it again first.",
} as const;

const WITHOUT_REASON = {
	code: "invalid_request",
	detail: "Correct the fields that `errors` points at.",
	errors: [
		{
			pointer: "/reason",
			detail: `The study has opened: say in ${SHORTEST_REASON} visible characters or more why this changes.`,
		},
	],
} as const;

export type Change = {
	readonly kind: ChangeKind;
	/** As they are from now on, those that stay the same among them. */
	readonly inputs: readonly ArmInput[];
	/** As they were and as they are, for unblinding. */
	readonly values: Json;
};

/** In bytes: how long the names of one entry are does not show. */
const BLOCK = 4096;

/**
 * Puts a change on record and has the allocator take it for what is fixed from now on, in this order: what was changed and is not on record is
 * served to nobody. Where nothing differs, nothing is recorded. Gives the id of the record.
 */
export async function recordChange(
	leave: Leave,
	{ kind, inputs, values }: Change,
	nowMs: number,
): Promise<string | null> {
	const { db, study, allocator, standing, actor, reason } = leave;
	const fixed = await allocator.fixedInputs(inputs.map(({ name }) => name));
	const differing = inputs.filter(({ name, hash }) => (fixed?.[name] ?? null) !== hash);
	if (differing.length === 0) return null;
	const row = {
		id: newId("deviation", randomBytes),
		kind,
		entries: differing.length,
		reason,
		actor,
		occurredAt: timestamp(nowMs),
	};
	const sealed = await sealRow(
		standing.sealTo,
		kind === "profile_deleted" ? null : told(differing, fixed, values),
		BLOCK,
	);
	await db.insert(studyDeviations).values({ ...row, studyId: study.id, protocolHash: study.protocolHash, sealed });
	await allocator.fixInputs(differing, { deviation: row.id, act: changeHash(row) });
	return row.id;
}

/** Not where somebody is forgotten: their pseudonym would be kept. */
const told = (differing: readonly ArmInput[], fixed: Readonly<Record<string, string>> | null, values: Json): Json => ({
	before: fixed && Object.fromEntries(differing.map(({ name }) => [name, fixed[name] ?? null])),
	after: Object.fromEntries(differing.map(({ name, hash }) => [name, hash])),
	values,
});
