import { recordAudit } from "../../access/audit.ts";
import { openPoolKey } from "../../blinding/labels/arm-key.ts";
import { prepareOpening } from "../../blinding/prepare-opening.ts";
import { sealCipherOf } from "../../crypto/cipher.ts";
import { randomBytes } from "../../crypto/random-bytes.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import { protocolWarnings } from "../../protocol/warnings/warnings.ts";
import { ALL_FIXED, type ArmInput, allocatorOf } from "../../randomisation/allocator/allocator-client.ts";
import { timestamp } from "../../shared/clock.ts";
import type { Json } from "../../shared/json.ts";
import type { Fault, Problem } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { UNBLINDED } from "../allocator/allocator-standing.ts";
import {
	openingClaim,
	openingWrites,
	type StudyRecord,
	type WarningToRaise,
	warningInserts,
} from "../study-queries.ts";

/** Everything that keeps a study from opening, of all features. Collected in `app/opening-checks.ts`, because they stand above this room. */
export type OpeningFaults = (study: StudyRecord, env: Env) => Promise<readonly Fault[]>;

/** What a measurement of the study's models came to. Numbers in `warnings` are over all models. */
export type MeasuredModels = {
	readonly faults: readonly Fault[];
	readonly warnings: readonly WarningToRaise[];
	/** For the audit: the numbers of each model. */
	readonly record: Json;
};

/** Measures whether the models keep the study's pace. Passed in: `replies/` stands above this room. */
export type MeasureModels = (
	study: StudyRecord,
	env: Env,
	options: { readonly acceptLateReplies: boolean },
) => Promise<MeasuredModels>;

/** Why a study that ran does not open again. Passed in: `models/` stands above this room. */
export type Reopening = (study: StudyRecord, env: Env) => Promise<Problem | null>;

/** What the study's arms are made of beside its protocol, so many at a time. Passed in: `personalisation/` stands above this room. */
export type ArmInputs = (study: StudyRecord, env: Env) => AsyncIterable<readonly ArmInput[]>;

export type OpeningChecks = {
	readonly openingFaults: OpeningFaults;
	readonly spentBudget: Reopening;
	readonly measureModels: MeasureModels;
	readonly armInputs: ArmInputs;
};

export type OpeningContext = OpeningChecks & {
	readonly env: Env;
	readonly actor: string;
	readonly nowMs: number;
	/** Open it although replies will be late. */
	readonly acceptLateReplies: boolean;
};

/**
 * Opens a draft: claim it in D1, hand the protocol and a fresh seed to the allocator, then publish the seed's commitment.
 * Whatever can fail because of the protocol comes before the claim. After it only a store can fail, and the same call
 * again continues: the allocator keeps its first opening, and D1 changes in one transaction. Until the allocator has opened,
 * the draft may also take another protocol, which gives the attempt up.
 */
export async function openDraft(study: StudyRecord, opening: OpeningContext): Promise<Result<null, Problem>> {
	const { env, actor, nowMs } = opening;
	const faults = await opening.openingFaults(study, env);
	if (faults.length > 0) return err(notOpenable(faults));
	const measured = await opening.measureModels(study, env, opening);
	if (measured.faults.length > 0) return err(notOpenable(measured.faults));
	const db = database(env.DB);
	const openedAt = timestamp(nowMs);
	const cipher = sealCipherOf(env);
	const prepared = await prepareOpening(study, randomBytes, cipher);
	const [claim] = await openingClaim(db, study, openedAt);
	const opened = claim?.attempt && (await allocatorOf(env.ALLOCATORS, study.id).open(prepared, claim.attempt));
	if (!opened)
		return err({ code: "study_state", detail: "The study changed in this moment. Look at it again, then repeat." });
	// A study that was opened before, and is a draft again with another protocol, would have its key written by that protocol's blinding.
	if (opened.protocolHash !== study.protocolHash) return err(OPENED_AS_ANOTHER);
	if (opened.revealedAt !== null) return err(UNBLINDED);
	const isDouble = study.protocol.blinding.level === "double";
	if (isDouble) await fixInputs(study, opening);
	const armKey = isDouble ? [] : openPoolKey(opened, cipher);
	const detail = {
		protocolHash: study.protocolHash,
		commitment: opened.commitment,
		warnings: warningCodes(study.protocol),
		pace: measured.record,
	};
	const entry = { actor, action: "study.open", studyId: study.id, detail, once: `open ${study.id}` } as const;
	const audit = recordAudit(db, entry, nowMs);
	const writes = openingWrites(db, study, { commitment: opened.commitment, armKey }, openedAt);
	await db.batch([...writes, ...warningInserts(db, study.id, measured.warnings, openedAt), audit]);
	return ok(null);
}

/** Before the study takes anybody in. From here on another adapter, profile or address of a model is a change that is put on record. */
async function fixInputs(study: StudyRecord, { env, armInputs }: OpeningContext): Promise<void> {
	const allocator = allocatorOf(env.ALLOCATORS, study.id);
	for await (const inputs of armInputs(study, env)) if (inputs.length > 0) await allocator.fixInputs(inputs, null);
	await allocator.fixInputs([ALL_FIXED], null);
}

const OPENED_AS_ANOTHER: Problem = {
	code: "study_state",
	detail: "This study was opened with another protocol than the one that the database has now. Restore it there.",
};

const notOpenable = (errors: readonly Fault[]): Problem => ({
	code: "study_not_openable",
	detail: "Correct what `errors` points at, all of it.",
	errors,
});

/** In the audit, so that it can be seen later in spite of which warnings a study opened. */
const warningCodes = (protocol: Protocol): string[] => [...new Set(protocolWarnings(protocol).map(({ code }) => code))];
