import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../../../access/require-scope.ts";
import { participantPolicy } from "../../../http/content-security-policy.ts";
import { type App, jsonAnswer, refusals } from "../../../http/contract.ts";
import { sessionView } from "../../../session/session-contract.ts";
import { requireStudy, studyParams } from "../../../studies/require-study.ts";
import { appFiles } from "../assets.ts";
import { participantPage } from "../page.ts";
import { walkThrough } from "./walk-through.ts";

const walkSchema = z
	.strictObject({
		views: z.array(sessionView).describe("What a participant sees, from consent to the end."),
		ends: z.boolean().describe("False if the study is too long to be shown whole."),
	})
	.openapi("Walk");

const getWalk = createRoute({
	method: "get",
	path: "/v1/studies/{study}/walk",
	operationId: "walkStudy",
	summary: "Get every step of a participant, without a session",
	description:
		"Of a draft too. No model is called and nothing is stored: replies are placeholders, answers are samples, and nobody is screened out. The order is an example, which says nothing about the study's draw.",
	tags: ["Studies"],
	...researcher("studies:read"),
	request: { params: studyParams },
	responses: { 200: jsonAnswer(walkSchema, "The steps."), ...refusals(401, 403, 404) },
});

const showWalk = createRoute({
	method: "get",
	path: "/v1/studies/{study}/walk/app",
	operationId: "walkPage",
	summary: "Show the participant's app with the steps of a walk",
	description: "For a frame in the dashboard. The number after `#` is the step at which it begins.",
	tags: ["Studies"],
	...researcher("studies:read"),
	request: { params: studyParams },
	responses: {
		200: { description: "The page.", content: { "text/html": { schema: z.string() } } },
		...refusals(401, 403, 404),
	},
});

export function registerWalkRoutes(app: App): void {
	app.openapi(getWalk, async (c) => {
		const { views, ends } = walkThrough((await requireStudy(c)).protocol);
		return c.json({ views: [...views], ends }, 200);
	});

	app.openapi(showWalk, async (c) => {
		const { slug, protocol } = await requireStudy(c);
		const { language, texts } = protocol;
		c.header("Content-Security-Policy", participantPolicy(["'self'"]));
		const setting = { language, embedOrigins: [], texts: texts ?? {}, walk: `/v1/studies/${slug}/walk` };
		return c.html(await participantPage(setting, { app: await appFiles(c.env, language), all: c.env.ASSETS }), 200);
	});
}
