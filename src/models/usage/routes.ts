import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../../access/require-scope.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { type App, jsonAnswer, refusals } from "../../http/contract.ts";
import { requireOpened } from "../../studies/require-study.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { ledgerOf } from "./client.ts";
import { openUsage } from "./open-usage.ts";
import { registerSettingsRoutes } from "./settings-routes.ts";
import { whole } from "./totals.ts";

const usageSchema = z
	.strictObject({
		sessions: z
			.int()
			.describe(
				"The sessions that are in the totals. Of a blinded study those that ended after a reply at least, else all that were billed.",
			),
		exact: z.boolean().describe("False: estimates, because the study is blinded; or not all calls are unsealed yet."),
		calls: z.number().describe("Of a blinded study the replies that were shown."),
		estimated: z.number().describe("Calls whose tokens were estimated, because the server did not say."),
		inputTokens: z.number(),
		outputTokens: z.number(),
		costs: z.record(z.string(), z.number()).describe("By currency, from the prices in the protocol."),
	})
	.openapi("Usage");

const getUsage = createRoute({
	method: "get",
	path: "/v1/studies/{study}/usage",
	operationId: "getUsage",
	summary: "Tokens and costs over all arms",
	description:
		"While a study is blinded, an estimate that no arm has a say in: the conversations as participants saw them, with a prompt of the mean length of the arms and at the mean of their prices, without failed tries and hidden reasoning. Otherwise what was billed in fact, of all sessions, however they ended, those apart that were erased. By arm, after unblinding: the view `v_usage`.",
	tags: ["Studies"],
	...researcher("studies:read"),
	request: { params: z.object({ study: z.string().describe("Its slug or its id.") }) },
	responses: { 200: jsonAnswer(usageSchema, "The totals."), ...refusals(401, 403, 404, 409) },
});

export function registerUsageRoutes(app: App): void {
	registerSettingsRoutes(app);

	app.openapi(getUsage, async (c) => {
		const study = await requireOpened(c);
		const open = study.protocol.blinding.level === "single" || study.unblindedAt !== null;
		return c.json(open ? await exactTotals(c.env, study) : await blindedTotals(c.env, study), 200);
	});
}

async function exactTotals(env: Env, { id }: StudyRecord) {
	const { sealed, ...totals } = await openUsage(database(env.DB), id);
	return { ...totals, exact: !sealed };
}

async function blindedTotals(env: Env, { id }: StudyRecord) {
	const { sessions, ...total } = await ledgerOf(env.USAGE, id).estimates();
	return { sessions, exact: false, ...whole(total) };
}
