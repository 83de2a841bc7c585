import { createRoute, z } from "@hono/zod-openapi";
import { type App, jsonAnswer, refusals } from "../../access/contract.ts";
import { researcher } from "../../access/require.ts";
import { requireOpened } from "../../studies/require-study.ts";
import { ledgerOf } from "./client.ts";
import { coarse, sessionsToTell } from "./totals.ts";

const usageSchema = z
	.strictObject({
		sessions: z.int().describe("The completed sessions that are in the totals: 0 while too few have completed."),
		exact: z.boolean().describe("False: two significant digits, because the study is blinded."),
		calls: z.number(),
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
		"While a study is blinded: rounded, in steps of 20 completed sessions, and where not everybody meets every arm once it is closed. By arm, after unblinding: the view `v_usage`.",
	tags: ["Studies"],
	...researcher("studies:read"),
	request: { params: z.object({ study: z.string().describe("Its slug or its id.") }) },
	responses: { 200: jsonAnswer(usageSchema, "The totals."), ...refusals(401, 403, 404, 409) },
});

export function registerUsageRoutes(app: App): void {
	app.openapi(getUsage, async (c) => {
		const { id, protocol, status, unblindedAt } = await requireOpened(c);
		const ledger = ledgerOf(c.env.USAGE, id);
		const completed = await ledger.completed();
		const exact = protocol.blinding.level === "single" || unblindedAt !== null;
		const sessions = exact ? completed : sessionsToTell(protocol, status === "closed", completed);
		const total = await ledger.total(sessions);
		return c.json({ sessions, exact, ...(exact ? total : coarse(total)) }, 200);
	});
}
