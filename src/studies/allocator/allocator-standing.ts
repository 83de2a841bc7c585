import { z } from "@hono/zod-openapi";
import type { Env } from "../../env.ts";
import { allocatorOf, type Commitment, type Standing } from "../../randomisation/allocator/allocator-client.ts";
import { commitmentTo } from "../../randomisation/allocator/log-chain.ts";
import type { Problem } from "../../shared/problem.ts";
import type { StudyRecord } from "../study-queries.ts";

/**
 * The study as its allocator has it. D1 holds copies of when it was unblinded and of its seed, and whoever writes D1 could put anything
 * there: nothing is opened or shown by them alone. Without an answer the study counts as blinded.
 */
export function asItStands<S extends StudyRecord>(study: S, standing: Standing | null): S {
	if (!standing?.revealedAt) return { ...study, unblindedAt: null, revealedSeed: null };
	const { revealedSeed } = study;
	const isTheSeed = revealedSeed !== null && commitmentTo(revealedSeed) === standing.log.commitment;
	return { ...study, unblindedAt: standing.revealedAt, revealedSeed: isTheSeed ? revealedSeed : null };
}

/** Of a study that is to open: its seed is published. */
export const UNBLINDED: Problem = {
	code: "study_state",
	detail: "The study is unblinded, so nobody can be randomised any more. Post its protocol as a new study.",
};

/** Something that D1 says of a study and its allocator does not. Secrets are not repeated. */
export type Difference = {
	readonly field: "protocolHash" | "seedCommitment" | "unblindedAt" | "revealedSeed" | "arms";
	readonly database: string | null;
	readonly allocator: string | null;
};

type InDatabase = Pick<StudyRecord, "protocolHash" | "seedCommitment" | "unblindedAt" | "revealedSeed" | "protocol"> & {
	/** Rows of its key of arms. */
	readonly keys: number;
};

/** D1 follows the allocator within one request, which may be on its way. */
const FOLLOWS_WITHIN_MS = 60_000;

/** Where D1 differs from what stands. Empty, where nobody changed it. */
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

/** Null for a study that was never opened, and where the allocator does not answer: looking at a study does not wait for that. */
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
		commitment: z.string().describe("To the seed, as it was published when the study opened."),
		head: z.string().describe("The hash of the log's last line. Noted elsewhere, it anchors all before it."),
		lines: z.int(),
	})
	.openapi("AllocationLog");

/** What the audit keeps of it. */
export const anchorOf = (stands: Commitment | null) => ({ head: stands?.head ?? null, lines: stands?.lines ?? null });
