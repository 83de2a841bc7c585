import { createRoute, z } from "@hono/zod-openapi";
import { recordAudit } from "../access/audit.ts";
import { actorOf, researcher } from "../access/require-scope.ts";
import { recorded } from "../access/session/session-id.ts";
import { database } from "../db/database.ts";
import type { Env } from "../env.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../http/contract.ts";
import { allocatorOf } from "../randomisation/allocator/allocator-client.ts";
import { requireOpened, studyParams } from "../studies/require-study.ts";
import { sessionOf } from "./session-client.ts";

const rebuild = createRoute({
	method: "post",
	path: "/v1/studies/{study}/rebuild",
	operationId: "rebuildStudy",
	summary: "Rebuild a study's rows in D1 from the sessions' logs",
	description:
		"At most 100 sessions per call. Start with an empty `after`, then repeat with `next` until it is null. Each session writes its rows within seconds after the call. Existing rows are replaced. `crossover rebuild` makes all calls.",
	tags: ["Studies"],
	...researcher("admin"),
	request: {
		params: studyParams,
		body: jsonBody(
			z.strictObject({
				after: z
					.string({ error: "Send an empty text in the first call, and then `next` of the call before." })
					.describe("`next` of the call before; empty in the first call."),
			}),
		),
	},
	responses: {
		200: jsonAnswer(
			z.strictObject({ sessions: z.int(), next: z.string().nullable() }),
			"How many sessions will write their rows.",
		),
		...refusals(400, 401, 403, 404, 409, 413, 415, 422),
	},
});

/** Each session writes its rows to D1 again, some time after the call. */
export async function rebuildSessions(env: Env, sessions: readonly string[]): Promise<void> {
	await Promise.all(sessions.map((session) => sessionOf(env.SESSIONS, recorded(session)).rebuild()));
}

export function registerRebuildRoutes(app: App): void {
	app.openapi(rebuild, async (c) => {
		const study = await requireOpened(c);
		const sessions = await allocatorOf(c.env.ALLOCATORS, study.id).entered(c.req.valid("json").after);
		const entry = {
			actor: actorOf(c),
			action: "study.rebuild",
			studyId: study.id,
			detail: { sessions: sessions.length },
		} as const;
		await recordAudit(database(c.env.DB), entry, Date.now());
		await rebuildSessions(c.env, sessions);
		return c.json({ sessions: sessions.length, next: sessions.at(-1) ?? null }, 200);
	});
}
