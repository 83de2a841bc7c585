import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { callerWith } from "../access/require-scope.ts";
import { requireSession } from "../access/session/find-session.ts";
import { SESSION_ID } from "../access/session/session-id.ts";
import { readSessionToken } from "../access/session/session-token.ts";
import type { AppEnv } from "../env.ts";
import { sendsApiKey } from "../http/api-key.ts";
import { type App, jsonAnswer, jsonBody, refusals, writtenByZod } from "../http/contract.ts";
import { UI_STREAM_HEADERS } from "../replies/present/ui-stream.ts";
import { ProblemError } from "../shared/problem.ts";
import type { Result } from "../shared/result.ts";
import { answerSchema } from "./domain/answer.ts";
import { toProblem } from "./refusal-problems.ts";
import { type ReplyMode, type SessionRefusal, sessionOf } from "./session-client.ts";
import { tellEnd, traced } from "./trace/traced-request.ts";
import { summarySchema } from "./view/for-tools/summary.ts";
import { helpSchema, ownCopySchema, sessionViewSchema, stepSchema } from "./view/view-schema.ts";

const step = stepSchema.openapi("Step");
export const sessionView = sessionViewSchema.extend({ step: step.nullable() }).openapi("SessionView");
/** Accepts any object, because the current step validates its answer and points at the wrong field. */
const anyAnswer = answerSchema.or(z.looseObject({}));
const answer = anyAnswer.openapi("Answer", writtenByZod("Answer", anyAnswer));

const sessionId = z.string().regex(SESSION_ID);
const ofSession = { tags: ["Sessions"], security: [{ sessionToken: [] }, { sessionCookie: [] }] };
const sessionParam = z.object({ session: sessionId });
/** Any text: an unknown step id gets the refusal that names the current step. */
const stepParam = z.object({ session: sessionId, step: z.string().max(100) });

const uiStream = {
	description:
		"The view after the answer. With `Accept: text/event-stream`, the reply as the AI SDK's UI message stream, with a `data-view` part before `finish`.",
	content: { "application/json": { schema: sessionView }, "text/event-stream": { schema: z.string() } },
};

const readSession = createRoute({
	method: "get",
	path: "/v1/sessions/{session}",
	operationId: "readSession",
	summary: "Read what the participant sees now",
	...ofSession,
	request: { params: sessionParam },
	responses: { 200: jsonAnswer(sessionView, "The session."), ...refusals(404, 410) },
});

const answerStep = createRoute({
	method: "post",
	path: "/v1/sessions/{session}/steps/{step}",
	operationId: "answerStep",
	summary: "Answer the current step and get the next",
	...ofSession,
	request: {
		params: stepParam,
		headers: z.object({
			accept: z.string().optional().describe("`text/event-stream` for a reply that is streamed."),
			prefer: z.string().optional().describe("`respond-async` for 202 at once; poll the session then."),
		}),
		body: jsonBody(answer),
	},
	responses: {
		200: uiStream,
		202: jsonAnswer(sessionView, "The answer is accepted; the step is `generating`."),
		...refusals(400, 404, 409, 410, 413, 415, 503),
	},
});

const followReply = createRoute({
	method: "get",
	path: "/v1/sessions/{session}/steps/{step}/stream",
	operationId: "followReply",
	summary: "Follow a reply from the start, or from after `Last-Event-ID`",
	...ofSession,
	request: { params: stepParam, headers: z.object({ "last-event-id": z.string().optional() }) },
	responses: {
		200: { description: "The UI message stream.", content: { "text/event-stream": { schema: z.string() } } },
		...refusals(404, 410),
	},
});

const stopReply = createRoute({
	method: "post",
	path: "/v1/sessions/{session}/steps/{step}/stop",
	operationId: "stopReply",
	summary: "Stop showing a reply and keep what was shown of it",
	description:
		"Where `conversation.stop` is true. `step` is the `generating` step, or the one whose answer asked for the reply. All candidates of the reply end where they are, and readers of the stream get the end of it. After the reply was shown, before its first text, and on a repeat nothing changes: the view says where the session is.",
	...ofSession,
	request: { params: stepParam, body: jsonBody(z.strictObject({})) },
	responses: {
		200: jsonAnswer(sessionView, "The next step, or the same one if there was nothing to stop."),
		...refusals(400, 404, 410, 413, 415),
	},
});

const reportKind = z.enum(["harmful", "broken"]);
const report = z.strictObject({
	message: z.string().max(100).describe("The reply's id in the view."),
	kind: reportKind.describe("harmful: it upset or harms. broken: it is cut, garbled or in another language."),
	note: z.string().trim().max(2000).optional().describe("In the participant's words."),
});

const reportReply = createRoute({
	method: "post",
	path: "/v1/sessions/{session}/reports",
	operationId: "reportReply",
	summary: "Report a reply as harmful or broken; the study goes on",
	...ofSession,
	request: { params: sessionParam, body: jsonBody(report) },
	responses: {
		200: jsonAnswer(sessionView, "The report is recorded. The view is as it was."),
		...refusals(400, 404, 409, 410, 413, 415),
	},
});

const readHelp = createRoute({
	method: "get",
	path: "/v1/sessions/{session}/help",
	operationId: "readHelp",
	summary: "Consent, contact, support, and until when the session can be finished",
	...ofSession,
	request: { params: sessionParam },
	responses: { 200: jsonAnswer(helpSchema.openapi("Help"), "What the menu shows."), ...refusals(404, 410) },
});

const readSummary = createRoute({
	method: "get",
	path: "/v1/sessions/{session}/summary",
	operationId: "readSummary",
	summary: "Read a session as one flat object of scalars, for survey tools",
	description:
		"With the session's token, or with an API key with the scope `data:read`. Qualtrics, for example, can put each field into embedded data.",
	tags: ["Sessions"],
	security: [...ofSession.security, { apiKey: ["data:read"] }, { apiKeyHeader: ["data:read"] }],
	request: { params: sessionParam },
	responses: {
		200: jsonAnswer(summarySchema.openapi("SessionSummary"), "The session."),
		...refusals(401, 403, 404, 410),
	},
});

const withdraw = createRoute({
	method: "post",
	path: "/v1/sessions/{session}/withdraw",
	operationId: "withdraw",
	summary: "Leave the study, in any status; `erase` also deletes all texts and answers",
	...ofSession,
	request: {
		params: sessionParam,
		body: jsonBody(
			z.strictObject({
				erase: z.boolean().default(false),
				reported: reportKind
					.optional()
					.describe("As what a reply was reported: leaves by the exit that the study offers after such a report."),
			}),
		),
	},
	responses: { 200: jsonAnswer(sessionView, "The session, withdrawn."), ...refusals(400, 404, 410, 413, 415) },
});

const copyOwn = createRoute({
	method: "get",
	path: "/v1/sessions/{session}/copy",
	operationId: "copyOwnConversations",
	summary: "Get a participant's copy of their own conversations",
	...ofSession,
	request: { params: sessionParam },
	responses: {
		200: jsonAnswer(ownCopySchema.openapi("OwnCopy"), "The messages as they were shown."),
		...refusals(404, 410),
	},
});

export function registerSessionRoutes(app: App): void {
	app.openapi(copyOwn, async (c) => {
		const { session } = c.req.valid("param");
		const copy = granted(await (await objectOf(c, session)).copy(tokenOf(c, session)));
		if (!copy) throw new ProblemError({ code: "not_found", detail: "This study gives participants no copy." });
		return c.json(copy, 200);
	});

	app.openapi(readSession, async (c) => {
		const { session } = c.req.valid("param");
		return c.json(granted(await (await objectOf(c, session)).view(tokenOf(c, session))), 200);
	});

	app.openapi(answerStep, async (c) => {
		const { session, step: answered } = c.req.valid("param");
		const mode = replyMode(c);
		const object = await objectOf(c, session);
		const { trace } = traced(c);
		const submission = { token: tokenOf(c, session), step: answered, answer: c.req.valid("json"), mode };
		const result = granted(await object.submit({ ...submission, ...(trace && { trace }) }));
		const isAhead = mode === "async" && result.kind === "view" && result.view.step?.kind === "generating";
		const status = isAhead ? 202 : 200;
		if (trace && result.isTraced) tellEnd(c, object, trace, { returnedAtMs: Date.now(), status });
		if (result.kind === "stream") return c.body(result.stream, 200, UI_STREAM_HEADERS) as never;
		if (mode === "async") c.header("Preference-Applied", "respond-async");
		return c.json(result.view, status);
	});

	app.openapi(followReply, async (c) => {
		const { session, step: followed } = c.req.valid("param");
		const lastEventId = c.req.valid("header")["last-event-id"] ?? null;
		const token = tokenOf(c, session);
		const stream = granted(await (await objectOf(c, session)).follow({ token, step: followed, lastEventId }));
		return c.body(stream, 200, UI_STREAM_HEADERS) as never;
	});

	app.openapi(stopReply, async (c) => {
		const { session, step: stopped } = c.req.valid("param");
		return c.json(granted(await (await objectOf(c, session)).stop({ token: tokenOf(c, session), step: stopped })), 200);
	});

	app.openapi(withdraw, async (c) => {
		const { session } = c.req.valid("param");
		const { erase, reported } = c.req.valid("json");
		const withdrawal = { token: tokenOf(c, session), erase, ...(reported && { reported }) };
		return c.json(granted(await (await objectOf(c, session)).withdraw(withdrawal)), 200);
	});

	app.openapi(reportReply, async (c) => {
		const { session } = c.req.valid("param");
		const { message, kind, note } = c.req.valid("json");
		const reported = { token: tokenOf(c, session), message, kind, note: note || null };
		return c.json(granted(await (await objectOf(c, session)).report(reported)), 200);
	});

	app.openapi(readSummary, async (c) => {
		const { session } = c.req.valid("param");
		const isResearcher = sendsApiKey(c.req.raw.headers);
		if (isResearcher) await callerWith("data:read", c);
		const summary = await (await objectOf(c, session)).summary(isResearcher ? null : tokenOf(c, session));
		return c.json(granted(summary), 200);
	});

	app.openapi(readHelp, async (c) => {
		const { session } = c.req.valid("param");
		return c.json(granted(await (await objectOf(c, session)).help(tokenOf(c, session))), 200);
	});
}

function granted<T>(result: Result<T, SessionRefusal>): T {
	if (!result.ok) throw new ProblemError(toProblem(result.error));
	return result.value;
}

const objectOf = async (c: Context<AppEnv>, session: string) =>
	sessionOf(c.env.SESSIONS, await requireSession(c.env, session));

/** A missing token is treated like a wrong one. */
const tokenOf = (c: Context<AppEnv>, session: string): string => readSessionToken(c, session) ?? "";

function replyMode(c: Context<AppEnv>): ReplyMode {
	if (/\brespond-async\b/i.test(c.req.header("Prefer") ?? "")) return "async";
	return /text\/event-stream/i.test(c.req.header("Accept") ?? "") ? "stream" : "whole";
}
