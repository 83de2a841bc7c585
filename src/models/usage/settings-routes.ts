import { createRoute, z } from "@hono/zod-openapi";
import { recordAudit } from "../../access/audit.ts";
import { actorOf, researcher } from "../../access/require-scope.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../../http/contract.ts";
import { type Budget, budgetSchema } from "../../protocol/schema/budget.ts";
import { budgetFaults } from "../../protocol/validate/budgets.ts";
import { timestamp } from "../../shared/clock.ts";
import type { Json } from "../../shared/json.ts";
import { type Fault, invalidRequest, type Problem, ProblemError } from "../../shared/problem.ts";
import { visibleLength } from "../../shared/visible-text.ts";
import { requireOpened, studyParams } from "../../studies/require-study.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { blindedChangeFaults } from "./budget-change.ts";
import { ledgerOf } from "./client.ts";

const reason = z
	.string()
	.trim()
	.min(10, { abort: true })
	.max(2000)
	.refine((text) => visibleLength(text) >= 10, "write at least 10 visible characters")
	.describe("The reason, which the audit log keeps.");

const settingsSchema = z
	.strictObject({
		budget: z
			.strictObject({
				...budgetSchema.shape,
				counted: z
					.strictObject({ tokens: z.int(), cost: z.number() })
					.describe(
						"Counted spending of all replies so far. It is the same for every arm, so it differs from what was billed.",
					),
				spentAt: z.iso
					.datetime()
					.nullable()
					.describe("When enrolment was paused because the budget was spent; null while some of it is left."),
			})
			.nullable()
			.describe("The budget of the whole study; null if its protocol has no `limits.study`."),
	})
	.openapi("StudySettings");

const changeSchema = z.strictObject({ budget: budgetSchema, reason }).openapi("SettingsChange");

const getSettings = createRoute({
	method: "get",
	path: "/v1/studies/{study}/settings",
	operationId: "getSettings",
	summary: "Get the settings that can change in an open study",
	tags: ["Studies"],
	...researcher("studies:read"),
	request: { params: studyParams },
	responses: { 200: jsonAnswer(settingsSchema, "The current settings."), ...refusals(401, 403, 404, 409) },
});

const patchSettings = createRoute({
	method: "patch",
	path: "/v1/studies/{study}/settings",
	operationId: "changeSettings",
	summary: "Change the budget of an open study, on record",
	description:
		"While a study is blinded, its budget can only be raised, by at least a tenth. A study that was paused because its budget was spent stays paused until it is opened again.",
	tags: ["Studies"],
	...researcher("studies:write"),
	request: { params: studyParams, body: jsonBody(changeSchema) },
	responses: {
		200: jsonAnswer(settingsSchema, "The settings after the change."),
		...refusals(400, 401, 403, 404, 409, 413, 415),
	},
});

export function registerSettingsRoutes(app: App): void {
	app.openapi(getSettings, async (c) => c.json(await settingsOf(c.env, await requireOpened(c)), 200));

	app.openapi(patchSettings, async (c) => {
		const study = await requireOpened(c);
		const { budget, reason: why } = c.req.valid("json");
		const before = await budgetOf(c.env, study);
		if (!before) throw new ProblemError(NO_BUDGET);
		const faults = changeFaults(study, before, budget);
		if (faults.length > 0) throw new ProblemError(invalidRequest(faults));
		const nowMs = Date.now();
		const detail = { before: { budget: asJson(before) }, after: { budget: asJson(budget) }, reason: why };
		const entry = { actor: actorOf(c), action: "study.settings", studyId: study.id, detail } as const;
		await recordAudit(database(c.env.DB), entry, nowMs);
		await ledgerOf(c.env.USAGE, study.id).changeBudget(study.id, budget);
		return c.json(await settingsOf(c.env, study), 200);
	});
}

const asJson = (budget: Budget): Json => JSON.parse(JSON.stringify(budget));

function changeFaults(study: StudyRecord, before: Budget, after: Budget): Fault[] {
	const { protocol } = study;
	const changed = { ...protocol, limits: { ...protocol.limits, study: after } };
	const faults = budgetFaults(changed).map((found) => ({
		...found,
		pointer: found.pointer.replace(/^\/limits\/study/, "/budget"),
	}));
	return [...faults, ...(isBlinded(study) ? blindedChangeFaults(before, after) : [])];
}

const isBlinded = ({ protocol, unblindedAt }: StudyRecord): boolean =>
	protocol.blinding.level === "double" && unblindedAt === null;

async function budgetOf(env: Env, { id, protocol }: StudyRecord): Promise<Budget | null> {
	if (!protocol.limits.study) return null;
	return (await ledgerOf(env.USAGE, id).budget())?.budget ?? protocol.limits.study;
}

async function settingsOf(env: Env, { id, protocol }: StudyRecord): Promise<z.output<typeof settingsSchema>> {
	const planned = protocol.limits.study;
	if (!planned) return { budget: null };
	const state = await ledgerOf(env.USAGE, id).budget();
	const { budget, counted, spentAtMs } = state ?? { budget: planned, counted: { tokens: 0, cost: 0 }, spentAtMs: null };
	return { budget: { ...budget, counted, spentAt: spentAtMs === null ? null : timestamp(spentAtMs) } };
}

const NO_BUDGET: Problem = {
	code: "study_state",
	detail: "This study has no budget: its protocol has no `limits.study`.",
};
