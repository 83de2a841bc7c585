import { z } from "@hono/zod-openapi";
import type { Env } from "../../env.ts";
import { allocatorOf, type Commitment, type Standing } from "../../randomisation/allocator/allocator-client.ts";
import { commitmentTo } from "../../randomisation/allocator/log-chain.ts";
import type { Problem } from "../../shared/problem.ts";
import type { StudyRecord } from "../study-queries.ts";

/**
 * The study with the allocator's word on unblinding. D1 only has copies of the unblinding time and the seed, and anybody
 * with access to D1 could change them, so they alone open and show nothing. Without an answer the study counts as blinded.
 */
export function asItStands<S extends StudyRecord>(study: S, standing: Standing | null): S {
	if (!standing?.revealedAt) return { ...study, unblindedAt: null, revealedSeed: null };
	const { revealedSeed } = study;
	const isCommittedSeed = revealedSeed !== null && commitmentTo(revealedSeed) === standing.log.commitment;
	return { ...study, unblindedAt: standing.revealedAt, revealedSeed: isCommittedSeed ? revealedSeed : null };
}

/** For a study that is to open although its seed is published. */
export const UNBLINDED: Problem = {
	code: "study_state",
	detail: "The study is unblinded, so nobody can be randomised any more. Post its protocol as a new study.",
};

/** A value of the study that differs between D1 and its allocator. Secrets are not repeated. */
export type Difference = {
	readonly field: "protocolHash" | "seedCommitment" | "unblindedAt" | "revealedSeed" | "arms";
	readonly database: string | null;
	readonly allocator: string | null;
};

type InDatabase = Pick<StudyRecord, "protocolHash" | "seedCommitment" | "unblindedAt" | "revealedSeed" | "protocol"> & {
	/** The number of rows of its arm key. */
	readonly keys: number;
};

/** D1 follows the allocator within one request, which may still be running. */
const FOLLOWS_WITHIN_MS = 60_000;

/** The differences between D1 and the allocator. Empty if nobody changed D1. */
export function differencesFrom(standing: Standing, study: InDatabase, nowMs: number): Difference[] {
	const { log, protocolHash, revealedAt } = standing;
	if (revealedAt !== null && nowMs - Date.parse(revealedAt) < FOLLOWS_WITHIN_MS) return [];
	const isOpen = revealedAt !== null || study.protocol.blinding.level === "single";
	const seedOf = (seed: string | null) => (seed === null ? null : commitmentTo(seed));
	const found: Difference[] = [
		{ field: "protocolHash", database: study.protocolHash, allocator: protocolHash },
		{ field: "seedCommitment", database: study.seedCommitment, allocator: log.commitment },
		{ field: "unblindedAt", database: study.unblindedAt, allocator: revealedAt },
		{ field: "revealedSeed", database: seedOf(study.revealedSeed), allocator: revealedAt && log.commitment },
		...(isOpen ? [] : [{ field: "arms", database: `${study.keys} rows`, allocator: "0 rows" } as const]),
	];
	return found.filter(({ field, database, allocator }) =>
		field === "unblindedAt" ? (database === null) !== (allocator === null) : database !== allocator,
	);
}

/** Null for a study that has not opened, and if the allocator does not answer, because reading a study does not wait for it. */
export async function standingOf(env: Env, studyId: string): Promise<Standing | null> {
	try {
		return await allocatorOf(env.ALLOCATORS, studyId).standing();
	} catch {
		return null;
	}
}

export const allocationLogSchema = z
	.strictObject({
		algorithm: z.string().openapi({ example: "crossover-plan/3 (crossover-drbg/1)" }),
		commitment: z.string().describe("The commitment to the seed, published when the study opened."),
		head: z.string().describe("The hash of the log's last line. Noted elsewhere, it proves all lines before."),
		lines: z.int(),
	})
	.openapi("AllocationLog");

/** The part of the log's state that the audit keeps. */
export const anchorOf = (commitment: Commitment | null) => ({
	head: commitment?.head ?? null,
	lines: commitment?.lines ?? null,
});
