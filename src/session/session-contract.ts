import { createRoute, z } from "@hono/zod-openapi";
import { SESSION_ID } from "../access/session/session-id.ts";
import { jsonAnswer, jsonBody, refusals, writtenByZod } from "../http/contract.ts";
import { answerSchema } from "./domain/answer.ts";
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

export const readSession = createRoute({
	method: "get",
	path: "/v1/sessions/{session}",
	operationId: "readSession",
	summary: "Read what the participant sees now",
	...ofSession,
	request: { params: sessionParam },
	responses: { 200: jsonAnswer(sessionView, "The session."), ...refusals(404, 410) },
});

export const answerStep = createRoute({
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

export const followReply = createRoute({
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

export const stopReply = createRoute({
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

export const reportReply = createRoute({
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

export const readHelp = createRoute({
	method: "get",
	path: "/v1/sessions/{session}/help",
	operationId: "readHelp",
	summary: "Consent, contact, support, and until when the session can be finished",
	...ofSession,
	request: { params: sessionParam },
	responses: { 200: jsonAnswer(helpSchema.openapi("Help"), "What the menu shows."), ...refusals(404, 410) },
});

export const readSummary = createRoute({
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

export const withdraw = createRoute({
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

export const copyOwn = createRoute({
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
