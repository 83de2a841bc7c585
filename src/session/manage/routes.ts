import { createRoute, z } from "@hono/zod-openapi";
import { actorOf, researcher } from "../../access/require-scope.ts";
import { database } from "../../db/database.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../../http/contract.ts";
import { invalidRequest, ProblemError } from "../../shared/problem.ts";
import { poolQuery } from "../../studies/pool-query.ts";
import { requireOpened, requireStudy, studyParams } from "../../studies/require-study.ts";
import { RESEARCHERS_EXITS } from "../domain/events.ts";
import { replaySchema } from "../view/for-researchers/replay-schema.ts";
import { STATUSES } from "../view/view-schema.ts";
import { registerEraseRoute } from "./erase-route.ts";
import { listSessions } from "./list-sessions.ts";
import { audited, granted, objectOf, reason, sessionParams } from "./researchers-request.ts";
import { sessionListSchema } from "./session-list-schema.ts";
import { registerSettingsRoutes } from "./settings-routes.ts";

const tags = ["Studies"];

const list = createRoute({
	method: "get",
	path: "/v1/studies/{study}/sessions",
	operationId: "listSessions",
	summary: "List a study's sessions, the newest first",
	description: "From D1, which follows a session within seconds. Labels stand for arms, also after unblinding.",
	tags,
	...researcher("data:read"),
	request: {
		params: studyParams,
		query: z.object({
			status: z.enum(STATUSES).optional(),
			stuck: z
				.enum(["true", "false"])
				.default("false")
				.describe("`true`: only active sessions without activity for 15 minutes."),
			pool: poolQuery,
			randomised: z.enum(["true", "false"]).optional().describe("Whether the session has a sequence."),
			ended: z.enum(["true", "false"]).optional().describe("`true`: ended before the protocol did, in any way."),
			sequence: z.string().max(1000).optional().describe("The labels of the arms in order, separated by spaces."),
			limit: z.coerce.number().int().min(1).max(500).default(100),
			after: z.string().optional().describe("`next` of the previous page."),
		}),
	},
	responses: { 200: jsonAnswer(sessionListSchema, "A page of sessions."), ...refusals(400, 401, 403, 404) },
});

const getReplay = createRoute({
	method: "get",
	path: "/v1/studies/{study}/sessions/{session}/replay",
	operationId: "replaySession",
	summary: "Get a session as its participant saw it, in order, with times",
	description:
		"From the session's own log. It names no arm and no label. Failed replies, retries and the time of writing are left out, because they depend on the arm. The audit records each call.",
	tags,
	...researcher("data:read"),
	request: { params: sessionParams },
	responses: {
		200: jsonAnswer(replaySchema.openapi("Replay"), "What the participant saw."),
		...refusals(400, 401, 403, 404, 409, 410),
	},
});

const end = createRoute({
	method: "post",
	path: "/v1/studies/{study}/sessions/{session}/end",
	operationId: "endSession",
	summary: "End an active session by an exit, and free its place",
	description:
		"The participant leaves by that exit, with its completion code. Its status is the exit, except after `completed` and `screened_out`, which pay but are not true of the session: then it is `withdrawn`. What was answered stays. The session gets the deviation `ended_by_researcher`.",
	tags,
	...researcher("sessions:write"),
	request: { params: sessionParams, body: jsonBody(z.strictObject({ exit: z.enum(RESEARCHERS_EXITS), reason })) },
	responses: {
		204: { description: "The session has ended." },
		...refusals(400, 401, 403, 404, 409, 410, 413, 415, 422),
	},
});

const release = createRoute({
	method: "post",
	path: "/v1/studies/{study}/sessions/{session}/release",
	operationId: "releasePlace",
	summary: "Free the place of a session before its first message",
	description:
		"As if the reservation had lapsed. The session goes on: when the participant returns, they get the same place or another one, if there is one.",
	tags,
	...researcher("sessions:write"),
	request: { params: sessionParams, body: jsonBody(z.strictObject({ reason })) },
	responses: { 204: { description: "The place is free." }, ...refusals(400, 401, 403, 404, 409, 410, 413, 415, 422) },
});

const link = createRoute({
	method: "post",
	path: "/v1/studies/{study}/sessions/{session}/link",
	operationId: "linkToSession",
	summary: "Get the link with which a participant resumes their session",
	description: "Whoever has the link answers as this participant. Send it to nobody else, and do not open it yourself.",
	tags,
	...researcher("sessions:write"),
	request: { params: sessionParams, body: jsonBody(z.strictObject({ reason })) },
	responses: {
		200: jsonAnswer(z.strictObject({ url: z.url() }).openapi("SessionLink"), "The link."),
		...refusals(400, 401, 403, 404, 409, 410, 413, 415, 422),
	},
});

export function registerSessionManagementRoutes(app: App): void {
	registerSettingsRoutes(app);
	registerEraseRoute(app);

	app.openapi(list, async (c) => {
		const study = await requireStudy(c);
		const { stuck, ...filter } = c.req.valid("query");
		const page = await listSessions(database(c.env.DB), study.id, { ...filter, stuck: stuck === "true" }, Date.now());
		if (!page)
			throw new ProblemError(invalidRequest([{ pointer: "/after", detail: "Use `next` of the previous page." }]));
		return c.json(page, 200);
	});

	app.openapi(getReplay, async (c) => {
		const study = await requireOpened(c);
		const { session } = c.req.valid("param");
		const isBlinded = study.unblindedAt === null;
		const replayed = granted(await (await objectOf(c, session)).replay({ study: study.id, isBlinded }));
		await audited(c, "session.replay", { study: study.id, session, detail: { entries: replayed.entries.length } });
		return c.json(replayed, 200);
	});

	app.openapi(end, async (c) => {
		const { id: study } = await requireStudy(c);
		const { session } = c.req.valid("param");
		const { exit, reason: why } = c.req.valid("json");
		granted(await (await objectOf(c, session)).end({ study, exit, by: { actor: actorOf(c), reason: why } }));
		return c.body(null, 204);
	});

	app.openapi(release, async (c) => {
		const { id: study } = await requireStudy(c);
		const { session } = c.req.valid("param");
		const by = { actor: actorOf(c), reason: c.req.valid("json").reason };
		granted(await (await objectOf(c, session)).release({ study, by }));
		return c.body(null, 204);
	});

	app.openapi(link, async (c) => {
		const { id: study } = await requireStudy(c);
		const { session } = c.req.valid("param");
		const token = granted(await (await objectOf(c, session)).tokenFor({ study }));
		await audited(c, "session.link", { study, session, detail: { reason: c.req.valid("json").reason } });
		return c.json({ url: `${new URL(c.req.url).origin}/s/${session}#${token}` }, 200);
	});
}
