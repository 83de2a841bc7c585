import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { allocatorOf } from "../randomisation/allocator/allocator-client.ts";
import { type Problem, ProblemError } from "../shared/problem.ts";
import { asItStands } from "./allocator/allocator-standing.ts";
import { findStudy, type StudyRecord } from "./study-queries.ts";

export const NO_SUCH_STUDY: Problem = { code: "not_found", detail: "There is no such study." };

/** The path parameters of a study's routes. */
export const studyParams = z.object({ study: z.string().describe("The study's slug or id.") });

/** The study that the path names by its slug or id. */
export async function requireStudy(c: Context<AppEnv>): Promise<StudyRecord> {
	const study = await findStudy(database(c.env.DB), c.req.param("study") ?? "");
	if (!study) throw new ProblemError(NO_SUCH_STUDY);
	return study;
}

/**
 * The same for a study that has opened. The allocator says whether it is unblinded, so routes can rely on `unblindedAt`
 * and `revealedSeed`.
 */
export async function requireOpened(c: Context<AppEnv>): Promise<StudyRecord> {
	const study = await requireStudy(c);
	const standing = study.seedCommitment ? await allocatorOf(c.env.ALLOCATORS, study.id).standing() : null;
	if (!standing) throw new ProblemError({ code: "study_state", detail: study.status === "draft" ? IS_DRAFT : IS_LOST });
	return asItStands(study, standing);
}

const IS_DRAFT = "A draft has no allocations. Open it first.";
const IS_LOST =
	"The study's allocator has no data, though the study was opened. Ask the operator: docs/how-to/back-up-and-restore.md says what can be done.";
