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
import { invalidRequest, ProblemError } from "../../shared/problem.ts";
import { visibleLength } from "../../shared/visible-text.ts";
import { asItStands } from "../allocator/allocator-standing.ts";
import type { StudyRecord } from "../study-queries.ts";

export type ChangeKind = "adapters_changed" | "profiles_changed" | "profile_deleted" | "endpoints_changed";

/** Permission to change the arm inputs of an opened double-blind study. Each change is recorded. */
export type Leave = {
	readonly db: Database;
	readonly study: StudyRecord;
	readonly allocator: Allocator;
	readonly standing: Standing;
	readonly actor: string;
	readonly reason: string | null;
};

const MIN_REASON_LENGTH = 10;

/** The reason for a change after the opening. Only the study's state shows whether it is needed. */
export const changeReason = z
	.string()
	.trim()
	.max(2000)
	.describe("The reason for the change. Needed once a double-blind study has opened, and kept as a deviation.");

type ChangeRequest = { readonly env: Env; readonly actor: string; readonly reason: string | undefined };

/**
 * Null if arm inputs may change freely: in a draft, in a single-blind study and after unblinding. In an open double-blind
 * study they may not change, because somebody who changes one arm and takes part sees which label changed. In a paused or
 * closed study they may, with a reason.
 */
export async function leaveToChange(study: StudyRecord, { env, actor, reason }: ChangeRequest): Promise<Leave | null> {
	const leave = await leaveOnRecord(study, { env, actor, reason: reason ?? null });
	if (leave === null) return null;
	if (study.status === "draft") throw new ProblemError(BEING_OPENED);
	if (study.status === "open") throw new ProblemError(FIXED);
	if (visibleLength(reason ?? "") < MIN_REASON_LENGTH) throw new ProblemError(WITHOUT_REASON);
	return leave;
}

/** The same for changes that must always be possible, such as the deletion of a person. */
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
		"The study is open and double blind, so its arm inputs are fixed. Pause it, then make the change with a `reason`. It will be recorded as a deviation.",
} as const;

const BEING_OPENED = {
	code: "study_state",
	detail: "The opening of this study has not finished, so its arm inputs are fixed. Open it again first.",
} as const;

const WITHOUT_REASON = invalidRequest([
	{
		pointer: "/reason",
		detail: `The study has opened. Give a reason of at least ${MIN_REASON_LENGTH} visible characters.`,
	},
]);

export type Change = {
	readonly kind: ChangeKind;
	/** The inputs after the change, unchanged ones included. */
	readonly inputs: readonly ArmInput[];
	/** Their values before and after, for unblinding. */
	readonly values: Json;
};

/** Bytes. The length of an entry's names must not show. */
const BLOCK = 4096;

/**
 * Records a change, and then makes the allocator accept it. In this order, because a change without a record must reach
 * nobody. Records nothing if nothing differs. Returns the id of the record.
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
		kind === "profile_deleted" ? null : sealedValues(differing, fixed, values),
		BLOCK,
	);
	await db.insert(studyDeviations).values({ ...row, studyId: study.id, protocolHash: study.protocolHash, sealed });
	await allocator.fixInputs(differing, { deviation: row.id, act: changeHash(row) });
	return row.id;
}

/** Left out when a person is deleted, because it would keep their pseudonym. */
const sealedValues = (
	differing: readonly ArmInput[],
	fixed: Readonly<Record<string, string>> | null,
	values: Json,
): Json => ({
	before: fixed && Object.fromEntries(differing.map(({ name }) => [name, fixed[name] ?? null])),
	after: Object.fromEntries(differing.map(({ name, hash }) => [name, hash])),
	values,
});
