import { bytesToHex } from "@noble/hashes/utils.js";
import { recordAudit, recordAuditIf } from "../../access/audit.ts";
import { randomBytes } from "../../crypto/random-bytes.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { protocolHash } from "../../protocol/parse/parse.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import { allocatorOf } from "../../randomisation/allocator/allocator-client.ts";
import { timestamp } from "../../shared/clock.ts";
import { newId } from "../../shared/id.ts";
import type { Problem } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { checkedDraft } from "../protocol-checks.ts";
import { claimRelease, draftInserts, draftUpdates, findStudy, isEditable, type StudyRecord } from "../study-queries.ts";
import { storedKey } from "./study-key.ts";

type Change = { readonly env: Env; readonly actor: string; readonly nowMs: number };

const NOT_DRAFT: Problem = {
	code: "study_not_draft",
	detail: "An opened study cannot be changed. Post the changed protocol as a new study with a new slug.",
};

/** Its allocator already has the protocol, or another call is opening it now. */
const BEING_OPENED: Problem = {
	code: "study_not_draft",
	detail: "The opening of this study has not finished. Open it again, or post the changed protocol with a new slug.",
};

const taken = (slug: string): Problem => ({
	code: "study_exists",
	detail: `A study called ${slug} exists. Change it by PUT while it is a draft, or choose another slug.`,
});

/** Creates a draft from a protocol that fits the schema. */
export async function createDraft(
	protocol: Protocol,
	{ env, actor, nowMs, copyOf }: Change & { readonly copyOf?: string },
): Promise<Result<StudyRecord, Problem>> {
	const faults = await checkedDraft(env, protocol);
	if (faults.length > 0) return err(invalidProtocol(faults));
	const db = database(env.DB);
	if (await findStudy(db, protocol.slug)) return err(taken(protocol.slug));
	const study = draftOf(protocol, env, nowMs);
	const audit = recordAudit(
		db,
		{
			actor,
			action: copyOf === undefined ? "study.create" : "study.copy",
			studyId: study.id,
			detail: { protocolHash: study.protocolHash, ...(copyOf !== undefined && { copyOf }) },
		},
		nowMs,
	);
	try {
		await db.batch([...draftInserts(db, study, protocol), audit]);
	} catch (error) {
		// If two calls use one slug, the unique index accepts one. Any other error is passed on.
		if (await findStudy(db, protocol.slug)) return err(taken(protocol.slug));
		throw error;
	}
	return ok({ ...study, protocol, settings: null });
}

const draftOf = (protocol: Protocol, env: Env, nowMs: number, id: string = newId("study", randomBytes)) => ({
	id,
	slug: protocol.slug,
	title: protocol.title,
	status: "draft" as const,
	version: 1,
	protocolHash: protocolHash(protocol),
	pseudonymKey: storedKey(env, id, bytesToHex(randomBytes(32))),
	seedCommitment: null,
	revealedSeed: null,
	createdAt: timestamp(nowMs),
	openedAt: null,
	closedAt: null,
	unblindedAt: null,
});

/** Gives a draft another protocol. The slug stays, because links and exports use it. */
export async function replaceDraft(
	study: StudyRecord,
	protocol: Protocol,
	{ env, actor, nowMs }: Change,
): Promise<Result<StudyRecord, Problem>> {
	if (study.status !== "draft") return err(NOT_DRAFT);
	const renamed =
		protocol.slug === study.slug
			? []
			: [{ pointer: "/slug", detail: `The slug of this study has to stay ${study.slug}.` }];
	const faults = [...renamed, ...(await checkedDraft(env, protocol))];
	if (faults.length > 0) return err(invalidProtocol(faults));
	const db = database(env.DB);
	if (study.openedAt !== null) {
		if (!(await allocatorOf(env.ALLOCATORS, study.id).giveUp(study.openedAt))) return err(BEING_OPENED);
		await claimRelease(db, study.id, study.openedAt);
	}
	const hash = protocolHash(protocol);
	const entry = { actor, action: "study.update", studyId: study.id, detail: { protocolHash: hash } } as const;
	const audit = recordAuditIf(isEditable(study.id), db, entry, nowMs);
	const [, , updated] = await db.batch([audit, ...draftUpdates(db, study.id, protocol, hash)]);
	if (updated.meta.changes === 0) return err(BEING_OPENED);
	return ok({ ...study, title: protocol.title, protocolHash: hash, protocol });
}

export const invalidProtocol = (errors: NonNullable<Problem["errors"]>): Problem => ({
	code: "invalid_protocol",
	detail: "Correct everything that `errors` names.",
	errors,
});
