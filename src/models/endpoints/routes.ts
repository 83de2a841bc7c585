import { createRoute, z } from "@hono/zod-openapi";
import { recordAudit } from "../../access/audit.ts";
import { actorOf, researcher } from "../../access/require-scope.ts";
import { database } from "../../db/database.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../../http/contract.ts";
import { leaveToChange, recordChange } from "../../studies/inputs/input-changes.ts";
import { requireOpened, studyParams } from "../../studies/require-study.ts";
import { endpointInputs } from "./endpoint-inputs.ts";

const acceptEndpoints = createRoute({
	method: "post",
	path: "/v1/studies/{study}/endpoints",
	operationId: "acceptEndpoints",
	summary: "Accept the current addresses of the model servers for the study",
	description:
		"A double-blind study keeps the addresses that it was opened with. After a change in the Worker's environment it takes no new participants, until it is paused and the change is recorded here.",
	tags: ["Studies"],
	...researcher("studies:write"),
	request: {
		params: studyParams,
		body: jsonBody(z.strictObject({ reason: z.string().trim().max(2000).describe("Why the addresses changed.") })),
	},
	responses: {
		200: jsonAnswer(
			z
				.strictObject({
					deviation: z
						.string()
						.nullable()
						.describe("The id of the recorded deviation. Null if no address has changed."),
				})
				.openapi("AcceptedEndpoints"),
			"The current addresses are accepted.",
		),
		...refusals(400, 401, 403, 404, 409, 413, 415, 422),
	},
});

export function registerEndpointRoutes(app: App): void {
	app.openapi(acceptEndpoints, async (c) => {
		const study = await requireOpened(c);
		const actor = actorOf(c);
		const { reason } = c.req.valid("json");
		const leave = await leaveToChange(study, { env: c.env, actor, reason });
		const inputs = endpointInputs(study, c.env);
		const nowMs = Date.now();
		const deviation = leave && (await recordChange(leave, { kind: "endpoints_changed", inputs, values: null }, nowMs));
		const entry = { actor, action: "study.endpoints", studyId: study.id, detail: { deviation, reason } } as const;
		await recordAudit(database(c.env.DB), entry, nowMs);
		return c.json({ deviation }, 200);
	});
}
