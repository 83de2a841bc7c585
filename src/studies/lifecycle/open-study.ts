import { recordAudit } from "../../access/audit.ts";
import { unsealPoolKey } from "../../blinding/labels/arm-key.ts";
import { prepareOpening } from "../../blinding/prepare-opening.ts";
import { sealCipherOf } from "../../crypto/cipher.ts";
import { randomBytes } from "../../crypto/random-bytes.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { ALL_FIXED, type ArmInput, allocatorOf } from "../../randomisation/allocator/allocator-client.ts";
import { timestamp } from "../../shared/clock.ts";
import type { Json } from "../../shared/json.ts";
import type { Fault, Problem } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { UNBLINDED } from "../allocator/allocator-standing.ts";
import { checkedWarnings } from "../protocol-checks.ts";
import {
	openingClaim,
	openingWrites,
	type StudyRecord,
	type WarningToRaise,
	warningInserts,
} from "../study-queries.ts";

/**
 * All faults that keep a study from opening, from every feature. Collected in `app/opening-checks.ts`, because this folder
 * may not import the features above it.
 */
export type OpeningFaults = (study: StudyRecord, env: Env) => Promise<readonly Fault[]>;

/** The result of measuring the study's models. Numbers in `warnings` are over all models. */
export type MeasuredModels = {
	readonly faults: readonly Fault[];
	readonly warnings: readonly WarningToRaise[];
	/** For the audit: the numbers of each model. */
	readonly record: Json;
};

/** Measures whether the models keep the study's pace. An argument, because this folder may not import `replies/`. */
export type MeasureModels = (
	study: StudyRecord,
	env: Env,
	options: { readonly acceptLateReplies: boolean },
) => Promise<MeasuredModels>;

/** Why a study that has run may not open again. An argument, because this folder may not import `models/`. */
export type Reopening = (study: StudyRecord, env: Env) => Promise<Problem | null>;

/** The study's arm inputs, in batches. An argument, because this folder may not import `personalisation/`. */
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
	/** Open the study although replies will be late. */
	readonly acceptLateReplies: boolean;
	/** For the audit. */
	readonly reason?: string | undefined;
};

/**
 * Opens a draft: claims it in D1, gives the protocol and a new seed to the allocator, then publishes the commitment.
 * Everything that can fail because of the protocol comes before the claim. After it only a store can fail, and repeating
 * the call continues: the allocator keeps its first opening, and D1 changes in one transaction. Until the allocator has
 * opened, the draft may also get another protocol, which gives up the attempt.
 */
export async function openDraft(study: StudyRecord, opening: OpeningContext): Promise<Result<null, Problem>> {
	const { env, actor, nowMs, reason } = opening;
	const faults = await opening.openingFaults(study, env);
	if (faults.length > 0) return err(notOpenable(faults));
	const warned = await checkedWarnings(env, { protocol: study.protocol, isDraft: false });
	const measured = await opening.measureModels(study, env, opening);
	if (measured.faults.length > 0) return err(notOpenable(measured.faults));
	const db = database(env.DB);
	const openedAt = timestamp(nowMs);
	const cipher = sealCipherOf(env);
	const prepared = await prepareOpening(study, randomBytes, cipher);
	const [claim] = await openingClaim(db, study, openedAt);
	const opened = claim?.attempt && (await allocatorOf(env.ALLOCATORS, study.id).open(prepared, claim.attempt));
	if (!opened)
		return err({
			code: "study_state",
			detail: "Another call changed the study at the same time. Read it again, then repeat.",
		});
	// Otherwise a study that was opened before, and reset to a draft with another protocol, would have its arm key written by that
	// protocol's blinding.
	if (opened.protocolHash !== study.protocolHash) return err(OPENED_AS_ANOTHER);
	if (opened.revealedAt !== null) return err(UNBLINDED);
	const isDouble = study.protocol.blinding.level === "double";
	if (isDouble) await fixInputs(study, opening);
	const armKey = isDouble ? [] : unsealPoolKey(opened, cipher);
	const detail = {
		protocolHash: study.protocolHash,
		commitment: opened.commitment,
		// To show later with which warnings the study opened.
		warnings: [...new Set(warned.map(({ code }) => code))],
		pace: measured.record,
		...(reason !== undefined && { reason }),
	};
	const entry = { actor, action: "study.open", studyId: study.id, detail, once: `open ${study.id}` } as const;
	const audit = recordAudit(db, entry, nowMs);
	const writes = openingWrites(db, study, { commitment: opened.commitment, armKey }, openedAt);
	await db.batch([...writes, ...warningInserts(db, study.id, measured.warnings, openedAt), audit]);
	return ok(null);
}

/** Runs before the study admits participants. Afterwards another adapter, profile or address of a model is a recorded change. */
async function fixInputs(study: StudyRecord, { env, armInputs }: OpeningContext): Promise<void> {
	const allocator = allocatorOf(env.ALLOCATORS, study.id);
	for await (const inputs of armInputs(study, env)) if (inputs.length > 0) await allocator.fixInputs(inputs, null);
	await allocator.fixInputs([ALL_FIXED], null);
}

const OPENED_AS_ANOTHER: Problem = {
	code: "study_state",
	detail:
		"The protocol in the database differs from the one that this study was opened with. Restore it in the database.",
};

const notOpenable = (errors: readonly Fault[]): Problem => ({
	code: "study_not_openable",
	detail: "Correct everything that `errors` names.",
	errors,
});
