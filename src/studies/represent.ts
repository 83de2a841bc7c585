import type { Context } from "hono";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import type { Warning } from "../protocol/warnings/warning.ts";
import { ProblemError } from "../shared/problem.ts";
import { asItStands, differencesFrom, standingOf } from "./allocator/allocator-standing.ts";
import { recordDifferences } from "./allocator/record-differences.ts";
import { warningsOf } from "./monitoring/warnings.ts";
import { checkedWarnings } from "./protocol-checks.ts";
import { armKeyOf, measuredWarnings, publishedArmKeyOf, type StudyRecord } from "./study-queries.ts";
import { studyView } from "./view.ts";

/** The study as researchers get it, with what its allocator says, its warnings and its arm key if it is published. */
export async function represent(c: Context<AppEnv>, study: StudyRecord) {
	const db = database(c.env.DB);
	const [keys, measured, standing, ofProtocol] = await Promise.all([
		armKeyOf(db, study.id),
		measuredWarnings(db, study.id),
		study.seedCommitment === null ? null : standingOf(c.env, study.id),
		warningsOrNull(c, study),
	]);
	const warnings = warningsOf({ ofProtocol, measured, bindings: c.env });
	const nowMs = Date.now();
	const differences = standing ? differencesFrom(standing, { ...study, keys: keys.length }, nowMs) : [];
	await recordDifferences(db, study.id, differences, nowMs);
	const known = asItStands(study, standing);
	const armKey = await publishedArmKeyOf(db, known);
	const around = { armKey, warnings, allocationLog: standing?.log ?? null, differences };
	return studyView(known, around, new URL(c.req.url).origin);
}

/** A study can be watched without them: null where the research Worker is of another release or does not answer. */
async function warningsOrNull({ env }: Context<AppEnv>, { status, protocol }: StudyRecord): Promise<Warning[] | null> {
	try {
		return await checkedWarnings(env, { protocol, isDraft: status === "draft" });
	} catch (error) {
		if (error instanceof ProblemError && error.problem.code === "unavailable") return null;
		throw error;
	}
}
