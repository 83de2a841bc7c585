import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../../access/require-scope.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { type App, jsonAnswer, refusals } from "../../http/contract.ts";
import { requireOpened, studyParams } from "../../studies/require-study.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { exactUsage } from "./exact-usage.ts";
import { withWholeTokens } from "./totals.ts";
import { ledgerOf } from "./usage-ledger-client.ts";

const usageSchema = z
	.strictObject({
		sessions: z
			.int()
			.describe(
				"Sessions in the totals. For a blinded study, sessions that ended after at least one reply; otherwise all sessions with billed calls.",
			),
		exact: z
			.boolean()
			.describe(
				"False if the totals are estimates because the study is blinded, or if some calls are not unsealed yet.",
			),
		calls: z.number().describe("For a blinded study, the replies that were shown."),
		estimated: z.number().describe("Calls whose tokens were estimated, because the server did not count them."),
		inputTokens: z.number(),
		outputTokens: z.number(),
		costs: z.record(z.string(), z.number()).describe("By currency, from the prices in the protocol."),
	})
	.openapi("Usage");

const getUsage = createRoute({
	method: "get",
	path: "/v1/studies/{study}/usage",
	operationId: "getUsage",
	summary: "Get tokens and costs over all arms",
	description:
		"While a study is blinded, an estimate that does not depend on any arm: the conversations as participants saw them, with the arms' mean prompt length and mean prices, without failed calls and hidden reasoning. Otherwise the actual usage of all sessions except erased ones. After unblinding, the view `v_usage_by_arm` has it by arm, and `v_usage` by conversation.",
	tags: ["Studies"],
	...researcher("studies:read"),
	request: { params: studyParams },
	responses: { 200: jsonAnswer(usageSchema, "The totals."), ...refusals(401, 403, 404, 409) },
});

export function registerUsageRoutes(app: App): void {
	app.openapi(getUsage, async (c) => {
		const study = await requireOpened(c);
		const open = study.protocol.blinding.level === "single" || study.unblindedAt !== null;
		return c.json(open ? await exactTotals(c.env, study) : await blindedTotals(c.env, study), 200);
	});
}

async function exactTotals(env: Env, { id }: StudyRecord) {
	const { sealed, ...totals } = await exactUsage(database(env.DB), id);
	return { ...totals, exact: !sealed };
}

async function blindedTotals(env: Env, { id }: StudyRecord) {
	const { sessions, ...total } = await ledgerOf(env.USAGE, id).estimates();
	return { sessions, exact: false, ...withWholeTokens(total) };
}
