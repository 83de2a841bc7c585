import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { pseudonymOf } from "../../../access/participant-id/pseudonym.ts";
import { newSessionId } from "../../../access/session/session-id.ts";
import type { AppEnv, Env } from "../../../env.ts";
import { type App, jsonBody, refusals } from "../../../http/contract.ts";
import { BY_PROLIFIC } from "../../../personalisation/profiles/profile-line.ts";
import { sessionOf } from "../../../session/session-client.ts";
import { ProblemError } from "../../../shared/problem.ts";
import { withOpenKey } from "../../../studies/lifecycle/study-key.ts";
import { requireStudy, studyParams } from "../../../studies/require-study.ts";
import type { StudyRecord } from "../../../studies/study-queries.ts";
import { eventAtMs, readSubmissionEvent, type SubmissionEvent } from "./submission-event.ts";
import { secretsOf, signedAtMs } from "./webhook-signature.ts";

const SIGNATURE = "X-Prolific-Request-Signature";
const SIGNED_AT = "X-Prolific-Request-Timestamp";

const receiveWebhook = createRoute({
	method: "post",
	path: "/v1/prolific/{study}/webhook",
	operationId: "receiveProlificWebhook",
	summary: "Take an event from Prolific",
	description:
		"For Prolific's `submission.status.change`. The place of a submission that was returned or timed out is free at once, and other statuses are recorded. Events may come twice and in any order. Other events, and events about submissions that are not of this study, get the same response and change nothing.",
	tags: ["Prolific"],
	security: [],
	request: {
		params: studyParams,
		headers: z.object({
			[SIGNATURE.toLowerCase()]: z
				.string()
				.optional()
				.describe("Base 64 of the HMAC-SHA256, with the workspace's secret, of the timestamp followed by the body."),
			[SIGNED_AT.toLowerCase()]: z.string().optional().describe("Seconds since 1970. Refused after five minutes."),
			"x-timestamp": z.string().optional().describe("When the event happened. Orders events."),
		}),
		body: jsonBody(z.looseObject({})),
	},
	responses: { 204: { description: "The event was taken." }, ...refusals(400, 401, 404, 413, 415) },
});

export function registerProlificWebhookRoutes(app: App): void {
	app.openapi(receiveWebhook, async (c) => {
		// Before the study is looked up, so that unsigned requests learn nothing.
		const signedMs = await requireSignature(c);
		const event = readSubmissionEvent(c.req.valid("json"));
		const study = await requireStudy(c);
		if (event) await record(c.env, study, event, eventAtMs(c.req.header("X-Timestamp"), signedMs));
		return c.body(null, 204);
	});
}

/** When Prolific signed the request. Every reason of a refusal gets the same problem. */
async function requireSignature(c: Context<AppEnv>): Promise<number> {
	const [signature, timestamp] = [c.req.header(SIGNATURE), c.req.header(SIGNED_AT)];
	const body = new Uint8Array(await c.req.arrayBuffer());
	const secrets = secretsOf(c.env.PROLIFIC_WEBHOOK_SECRET);
	const signedMs = signedAtMs({ signature, timestamp, body }, secrets, Date.now());
	if (signedMs !== null) return signedMs;
	throw new ProblemError({
		code: "unauthenticated",
		detail: "The request has no signature of Prolific that is valid now. Check PROLIFIC_WEBHOOK_SECRET.",
	});
}

/** The participant's session follows from their id. No lookup in D1, which lags behind, and no difference for unknown ids. */
async function record(
	env: Env,
	study: StudyRecord,
	{ participant, submission, status }: SubmissionEvent,
	reportedAtMs: number,
): Promise<void> {
	if (study.status === "draft") return;
	const { openKey } = await withOpenKey(env, study);
	const { session } = pseudonymOf(openKey, BY_PROLIFIC, participant);
	await sessionOf(env.SESSIONS, newSessionId(session, env)).recordSubmission({ submission, status, reportedAtMs });
}
