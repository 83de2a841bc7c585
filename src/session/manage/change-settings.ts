import { and, eq } from "drizzle-orm";
import { recordAudit } from "../../access/audit.ts";
import { recorded } from "../../access/session/session-id.ts";
import { type Database, database } from "../../db/database.ts";
import { sessions } from "../../db/tables/sessions.ts";
import type { Env } from "../../env.ts";
import { budgetChangeFaults, budgetOf, budgetState, NO_BUDGET } from "../../models/usage/budget-settings.ts";
import { ledgerOf } from "../../models/usage/usage-ledger-client.ts";
import { returnPrefix } from "../../protocol/schema/recruitment.ts";
import { changedSettings, type Settings, type SettingsVersion } from "../../protocol/settings/settings.ts";
import { allocatorOf } from "../../randomisation/allocator/allocator-client.ts";
import { canonicalJson, type Json } from "../../shared/json.ts";
import { type Fault, invalidRequest, type Problem } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { checkedSettings } from "../../studies/protocol-checks.ts";
import { insertSettings } from "../../studies/settings/stored-settings.ts";
import { inForce, type StudyRecord } from "../../studies/study-queries.ts";
import { sessionOf } from "../session-client.ts";
import type { SettingsChange, StudySettings } from "./settings-schema.ts";

type By = { readonly env: Env; readonly actor: string; readonly nowMs: number };

/** What is in force now. */
export async function studySettings(env: Env, study: StudyRecord): Promise<StudySettings> {
	const { recruitment, contact } = inForce(study);
	const { prolific, returnUrls, embedOrigins, quota, expiresAfter } = recruitment;
	return {
		version: study.settings?.version ?? 0,
		exits: prolific?.exits ?? null,
		...{ returnUrls, embedOrigins, quota: quota ?? null, expiresAfter },
		contact: contact ?? null,
		returnPrefix: returnPrefix(recruitment),
		budget: await budgetState(env, study),
	};
}

/**
 * Stores the settings with their record first, then passes them on to the allocator and to the sessions that are under way.
 * A repeated call passes them on again, so that nothing is left behind by a call that failed halfway.
 */
export async function changeSettings(
	study: StudyRecord,
	{ reason, budget, ...change }: SettingsChange,
	by: By,
): Promise<Result<StudyRecord, Problem>> {
	const { env, actor, nowMs } = by;
	const before = study.settings?.settings ?? null;
	const after = changedSettings(before, change);
	const budgetBefore = budget ? await budgetOf(env, study) : null;
	if (budget && !budgetBefore) return err(NO_BUDGET);
	const faults = [
		...(await checkedSettings(env, { protocol: study.protocol, before, after })),
		...(await quotaFaults(env, study, change)),
		...(budget && budgetBefore ? budgetChangeFaults(study, budgetBefore, budget) : []),
	];
	if (faults.length > 0) return err(invalidRequest(faults));
	const db = database(env.DB);
	const isNew = canonicalJson(after) !== canonicalJson(before ?? {});
	const next: SettingsVersion | null = isNew
		? { version: (study.settings?.version ?? 0) + 1, settings: after }
		: study.settings;
	const detail = {
		...(isNew && next && { version: next.version }),
		before: { ...asJson(fieldsOf(study, change)), ...(budget && { budget: asJson(budgetBefore) }) },
		after: { ...asJson(change), ...(budget && { budget: asJson(budget) }) },
		reason,
	};
	const audit = recordAudit(db, { actor, action: "study.settings", studyId: study.id, detail }, nowMs);
	if (isNew && next) {
		const stored = await db
			.batch([insertSettings(db, study.id, next, { reason, actor, nowMs }), audit])
			.catch(() => null);
		if (!stored) return err(CHANGED_MEANWHILE);
	} else await audit;
	const changed = { ...study, settings: next };
	if (budget) await ledgerOf(env.USAGE, study.id).changeBudget(study.id, budget);
	if (change.quota) await allocatorOf(env.ALLOCATORS, study.id).changeQuota(inForce(changed).recruitment.quota ?? null);
	if (next) await passOn(env, db, study.id, next);
	return ok(changed);
}

const CHANGED_MEANWHILE: Problem = {
	code: "study_state",
	detail: "The settings changed in the meantime. Read them, and send the change again.",
};

const asJson = (value: unknown): { [name: string]: Json } => JSON.parse(JSON.stringify(value ?? null));

/** What the changed fields were. */
function fieldsOf(study: StudyRecord, change: Settings): Record<string, unknown> {
	const { recruitment, contact } = inForce(study);
	const known: Record<string, unknown> = { ...recruitment, contact, exits: recruitment.prolific?.exits };
	return Object.fromEntries(Object.keys(change).map((field) => [field, known[field] ?? null]));
}

async function quotaFaults(env: Env, study: StudyRecord, { quota }: Settings): Promise<Fault[]> {
	if (!quota) return [];
	const { sequences } = await allocatorOf(env.ALLOCATORS, study.id).balance();
	const held = sequences.reduce((sum, { reserved, confirmed }) => sum + reserved + confirmed, 0);
	if (quota.total >= held) return [];
	return [{ pointer: "/quota/total", detail: `${held} participants hold a place already: give ${held} or more.` }];
}

/** Each is a call of its object, and a request makes 1,000 at the most. Other sessions read the settings by themselves. */
const MOST_TOLD = 800;
const AT_ONCE = 40;

async function passOn(env: Env, db: Database, studyId: string, settings: SettingsVersion): Promise<void> {
	const active = await db
		.select({ id: sessions.id })
		.from(sessions)
		.where(and(eq(sessions.studyId, studyId), eq(sessions.status, "active")))
		.limit(MOST_TOLD);
	for (let from = 0; from < active.length; from += AT_ONCE) {
		const some = active.slice(from, from + AT_ONCE);
		await Promise.allSettled(some.map(({ id }) => sessionOf(env.SESSIONS, recorded(id)).changeSettings(settings)));
	}
}
