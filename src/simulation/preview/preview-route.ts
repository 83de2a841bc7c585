import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../../access/require-scope.ts";
import { database } from "../../db/database.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../../http/contract.ts";
import { invalidRequest, ProblemError } from "../../shared/problem.ts";
import { requireOpened, studyParams } from "../../studies/require-study.ts";
import { record, refuseFaulty, refuseSize } from "../check-request.ts";
import { newRunSchema, promptsSchema } from "../contract.ts";
import { peopleOf } from "../run/run-participants.ts";
import { previewFor } from "./preview.ts";

const MOST_PREVIEWED = 20;

const previewSimulation = createRoute({
	method: "post",
	path: "/v1/studies/{study}/simulations/preview",
	operationId: "previewSimulation",
	summary: "Show the prompts of a run, without starting it",
	description:
		"For `judge` and `converse`: the persona and the prompts of the first participants, exactly as the model would get them, with their hashes. No model is called, and nothing is stored but the audit. A judge's prompts are all here; of `converse`, the first message of each conversation, because everything later depends on what the assistants reply.",
	tags: ["Simulations"],
	...researcher("data:read"),
	request: {
		params: studyParams,
		query: z.object({
			limit: z.coerce.number().int().min(1).max(MOST_PREVIEWED).default(1).describe("For how many participants."),
		}),
		body: jsonBody(newRunSchema),
	},
	responses: {
		200: jsonAnswer(promptsSchema, "The prompts."),
		...refusals(400, 401, 403, 404, 409, 413, 415, 422),
	},
});

const WITHOUT_PROMPTS = { pointer: "/condition", detail: "A scripted run has no prompts. Ask for judge or converse." };

export function registerPreviewRoute(app: App): void {
	app.openapi(previewSimulation, async (c) => {
		const study = await requireOpened(c);
		const asked = c.req.valid("json");
		if (asked.condition === "scripted") throw new ProblemError(invalidRequest([WITHOUT_PROMPTS]));
		await refuseFaulty(c, study, asked);
		const people = await peopleOf(database(c.env.DB), study.id, "preview", asked);
		refuseSize(people.length);
		await record(c, study, "preview", {});
		const { condition, persona = null, positions, seed } = asked;
		const of = { condition, persona, positions, seed };
		const first = people.slice(0, c.req.valid("query").limit);
		const participants = await Promise.all(first.map((person) => previewFor(c.env, study, of, person)));
		return c.json({ of: people.length, participants }, 200);
	});
}
