import { createRoute } from "@hono/zod-openapi";
import { actorOf, researcher } from "../../access/require-scope.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../../http/contract.ts";
import { ProblemError } from "../../shared/problem.ts";
import { requireOpened, studyParams } from "../../studies/require-study.ts";
import { changeSettings, studySettings } from "./change-settings.ts";
import { settingsChangeSchema, studySettingsSchema } from "./settings-schema.ts";

const getSettings = createRoute({
	method: "get",
	path: "/v1/studies/{study}/settings",
	operationId: "getSettings",
	summary: "Get the settings that can change in an open study",
	tags: ["Studies"],
	...researcher("studies:read"),
	request: { params: studyParams },
	responses: { 200: jsonAnswer(studySettingsSchema, "The current settings."), ...refusals(401, 403, 404, 409) },
});

const patchSettings = createRoute({
	method: "patch",
	path: "/v1/studies/{study}/settings",
	operationId: "changeSettings",
	summary: "Change settings of an open study, on record",
	description:
		"The protocol and its hash stay. Sessions under way use the new settings from their next request; what somebody was shown stays as it was. `exits` changes the exits that it names, any other field is replaced as a whole. While a study is blinded, its budget can only be raised, by at least a tenth. A study that was paused because its budget was spent stays paused until it is opened again.",
	tags: ["Studies"],
	...researcher("studies:write"),
	request: { params: studyParams, body: jsonBody(settingsChangeSchema) },
	responses: {
		200: jsonAnswer(studySettingsSchema, "The settings after the change."),
		...refusals(400, 401, 403, 404, 409, 413, 415),
	},
});

export function registerSettingsRoutes(app: App): void {
	app.openapi(getSettings, async (c) => c.json(await studySettings(c.env, await requireOpened(c)), 200));

	app.openapi(patchSettings, async (c) => {
		const study = await requireOpened(c);
		const by = { env: c.env, actor: actorOf(c), nowMs: Date.now() };
		const changed = await changeSettings(study, c.req.valid("json"), by);
		if (!changed.ok) throw new ProblemError(changed.error);
		return c.json(await studySettings(c.env, changed.value), 200);
	});
}
