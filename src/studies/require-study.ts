import type { Context } from "hono";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { allocatorOf } from "../randomisation/allocator/allocator-client.ts";
import { type Problem, ProblemError } from "../shared/problem.ts";
import { asItStands } from "./allocator/allocator-standing.ts";
import { findStudy, type StudyRecord } from "./study-queries.ts";

export const NO_SUCH_STUDY: Problem = { code: "not_found", detail: "There is no such study." };

/** The study that the path names, by slug or id. */
export async function requireStudy(c: Context<AppEnv>): Promise<StudyRecord> {
	const study = await findStudy(database(c.env.DB), c.req.param("study") ?? "");
	if (!study) throw new ProblemError(NO_SUCH_STUDY);
	return study;
}

/**
 * The same, once it was opened: a draft has no allocations, and nothing to look at. Whether it is unblinded is what its allocator says, so
 * that routes can go by `unblindedAt` and `revealedSeed`.
 */
export async function requireOpened(c: Context<AppEnv>): Promise<StudyRecord> {
	const study = await requireStudy(c);
	const standing = study.seedCommitment ? await allocatorOf(c.env.ALLOCATORS, study.id).standing() : null;
	if (!standing) throw new ProblemError({ code: "study_state", detail: "A draft has no allocations: open it first." });
	return asItStands(study, standing);
}
