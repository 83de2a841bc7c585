import { createRoute } from "@hono/zod-openapi";
import { actorOf, researcher } from "../access/require-scope.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../http/contract.ts";
import { ProblemError } from "../shared/problem.ts";
import { requireOpened, studyParams } from "../studies/require-study.ts";
import { unblind } from "./unblind.ts";
import { unblindingSchema, unblindSchema } from "./unblind-schema.ts";

const unblindStudy = createRoute({
	method: "post",
	path: "/v1/studies/{study}/unblind",
	operationId: "unblindStudy",
	summary: "Unblind a study, or one participant in an emergency, with a record",
	description:
		"For a closed study: publishes the seed and the arm key, and opens sealed rows in place, up to a number per call. Nobody is randomised any more. For one participant, in any status of the study: the response names their arms, and nothing else is opened.",
	tags: ["Studies"],
	...researcher("unblind"),
	request: {
		params: studyParams,
		body: jsonBody(unblindSchema),
	},
	responses: {
		200: jsonAnswer(unblindingSchema, "What is open now."),
		...refusals(400, 401, 403, 404, 409, 413, 415, 422),
	},
});

export function registerUnblindingRoutes(app: App): void {
	app.openapi(unblindStudy, async (c) => {
		const study = await requireOpened(c);
		const { reason, analysisPlan, session, turnAway } = c.req.valid("json");
		const unblinded = await unblind(
			study,
			{ reason, analysisPlan: analysisPlan ?? null, session: session ?? null, turnAway: turnAway ?? false },
			{ env: c.env, actor: actorOf(c), scopes: c.get("apiKey")?.scopes ?? [], nowMs: Date.now() },
		);
		if (!unblinded.ok) throw new ProblemError(unblinded.error);
		return c.json(unblinded.value, 200);
	});
}
