import { createRoute, z } from "@hono/zod-openapi";
import { sql } from "drizzle-orm";
import type { Context } from "hono";
import { readSessionToken, setSessionCookie } from "../access/session/session-token.ts";
import { database } from "../db/database.ts";
import { refusedArrivals } from "../db/tables/studies.ts";
import type { AppEnv, Env } from "../env.ts";
import { afterResponse } from "../http/after-response.ts";
import { type App, refusals } from "../http/contract.ts";
import { timestamp } from "../shared/clock.ts";
import { type Problem, ProblemError } from "../shared/problem.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { linkParameters } from "../studies/participant-link.ts";
import { requireStudy, studyParams } from "../studies/require-study.ts";
import type { StudyRecord } from "../studies/study-queries.ts";
import { admit } from "./admit.ts";
import { answerInTime } from "./answer-in-time.ts";
import { type Arrival, type ArrivalRefusal, arrivalByProlific, CLAIMED } from "./arrival.ts";
import { arrivalByInvite } from "./invitations/arrival-by-invite.ts";
import { arrivalByLink } from "./links/arrival-by-link.ts";
import { undeclaredMarks } from "./links/pool-mark.ts";
import { readProlificLink } from "./prolific/prolific-link.ts";
import { signedArrival } from "./prolific/signed-arrival.ts";

const landing = createRoute({
	method: "get",
	path: "/p/{study}",
	operationId: "land",
	summary: "Land on a study from Prolific or by a personal link",
	description:
		"Starts a session, by a link from Prolific (for studies with `recruitment.prolific`, whose protocol may rename the parameters) or by a personal link. Later, an unsigned link resumes the session only with its cookie, or with the submission id that the session began with. A refusal does not reveal whether the participant is known.",
	tags: ["Ways in"],
	security: [],
	request: {
		params: studyParams,
		query: z.looseObject({
			PROLIFIC_PID: z.string().optional(),
			STUDY_ID: z.string().optional(),
			SESSION_ID: z.string().optional(),
			prolific_token: z
				.string()
				.optional()
				.describe(
					"Prolific's signature, if the study requires it. It is valid once, for two minutes and for this address.",
				),
			invite: z.string().max(2000).optional().describe("The signed token of a personal link."),
		}),
	},
	responses: {
		204: { description: "For a HEAD or prefetch request. No session is started." },
		303: { description: "To `/s/{session}`, with the session's cookie.", headers: z.object({ Location: z.string() }) },
		...refusals(400, 403, 404, 409, 410, 503),
	},
});

const landingOfSource = createRoute({
	method: "get",
	path: "/p/{study}/{source}",
	operationId: "landFromSource",
	summary: "Land on a study by a link of a survey tool",
	description:
		"For the sources in the protocol's `recruitment.links`, which name the parameters. An unsigned link resumes a session only with its cookie. A signed link has the parameter `sig` and works once. A refusal does not reveal whether the participant is known.",
	tags: ["Ways in"],
	security: [],
	request: {
		params: studyParams.extend({ source: z.string().describe("A source of the protocol.") }),
		query: z.looseObject({
			sig: z.string().max(200).optional().describe("HMAC-SHA256 in hex over the other parameters, for signed links."),
		}),
	},
	responses: landing.responses,
});

export function registerLandingRoutes(app: App): void {
	app.openapi(landing, async (c) => {
		if (isPrefetch(c)) return c.body(null, 204);
		const session = await answerInTime(byLanding(c, c.req.valid("query").invite));
		return c.redirect(`/s/${session}`, 303);
	});

	app.openapi(landingOfSource, async (c) => {
		if (isPrefetch(c)) return c.body(null, 204);
		const { session, isPilot } = await answerInTime(bySource(c, c.req.valid("param").source));
		// The app shows preview tools only if the session is in the pilot pool. The parameter asks for them.
		return c.redirect(`/s/${session}${isPilot ? "?preview" : ""}`, 303);
	});
}

async function byLanding(c: Context<AppEnv>, invite: string | undefined): Promise<string> {
	const study = await requireStudy(c);
	return land(c, study, await arrivalOf(c, study, invite));
}

async function bySource(c: Context<AppEnv>, source: string): Promise<{ session: string; isPilot: boolean }> {
	const study = await requireStudy(c);
	const arrival = await arrivalByLink(c.env, study, { source, query: c.req.queries() });
	const session = await land(c, study, arrival);
	return { session, isPilot: arrival.ok && arrival.value.pool === "pilot" };
}

/** Admits the visitor and sets the session's cookie. Counts a refusal before it is thrown. */
async function land(c: Context<AppEnv>, study: StudyRecord, arrival: Result<Arrival, ArrivalRefusal>): Promise<string> {
	const tokenOf = (session: string) => readSessionToken(c, session);
	const afterwards = (work: () => Promise<unknown>) => afterResponse(c, () => later(work));
	const admitted = arrival.ok ? await admit({ env: c.env, study, tokenOf, afterwards }, arrival.value) : arrival;
	if (!admitted.ok) {
		const { problem, reason = problem.code } = admitted.error;
		afterwards(() => countRefusal(c.env, study.id, reason, Date.now()));
		throw new ProblemError(problem);
	}
	const { session, token } = admitted.value;
	setSessionCookie(c, session, token);
	return session;
}

async function arrivalOf(
	c: Context<AppEnv>,
	study: StudyRecord,
	invite: string | undefined,
): Promise<Result<Arrival, ArrivalRefusal>> {
	const { prolific } = study.protocol.recruitment;
	if (invite === undefined && !prolific) return err({ problem: NO_LANDING_LINK, reason: "no_landing_link" });
	const query = c.req.queries();
	const marks = undeclaredMarks(query, Object.values(linkParameters(study.protocol)), NO_TESTS_HERE);
	if (marks.length > 0) return err({ problem: { ...INCOMPLETE_LINK, errors: marks }, reason: "unusable_id" });
	if (invite !== undefined) {
		const arrival = await arrivalByInvite(c.env, study, { token: invite, nowMs: Date.now() });
		return arrival ? ok(arrival) : err({ problem: LAPSED_LINK, reason: "lapsed_invitation" });
	}
	const link = readProlificLink(study.protocol, query);
	if (!link.ok) return err({ problem: { ...INCOMPLETE_LINK, errors: link.error }, reason: "unusable_id" });
	if (!prolific?.signed) return ok(arrivalByProlific(link.value, CLAIMED));
	const signed = { link: link.value, query, host: new URL(c.req.url).host, nowMs: Date.now() };
	return ok(await signedArrival(c.env, study, signed));
}

/** Long enough for the response to be sent first. Otherwise this work would delay responses to known ids more than others. */
const LATER_MS = 200;

async function later(work: () => Promise<unknown>): Promise<void> {
	await scheduler.wait(LATER_MS);
	await work();
}

/** Prefetches by browsers, and previews of a link in a chat, must not start a session. */
const isPrefetch = (c: Context<AppEnv>): boolean =>
	c.req.method !== "GET" || (c.req.header("Sec-Purpose") ?? c.req.header("Purpose") ?? "").includes("prefetch");

const NO_LANDING_LINK: Problem = {
	code: "not_found",
	detail: "This study has no landing link: its protocol has no recruitment.prolific.",
};

const NO_TESTS_HERE =
	"leave it out, because everybody who comes by this link is a participant. Start tests by POST /v1/studies/{study}/sessions with the pool pilot";

const INCOMPLETE_LINK: Problem = {
	code: "invalid_request",
	detail: "The link is not complete, or has a parameter too many. Open the study from the recruiter's page.",
};

const LAPSED_LINK: Problem = {
	code: "invalid_request",
	detail: "This personal link is not valid or has expired. Ask its sender for a new one.",
	errors: [{ pointer: "/invite", detail: "Not signed for this study, or expired." }],
};

const DAY = "2026-01-01".length;

/** Counts a refused arrival. Visitors get few details, so researchers find causes such as missing signatures in this count. */
export async function countRefusal(env: Env, studyId: string, reason: string, nowMs: number): Promise<void> {
	const row = { studyId, day: timestamp(nowMs).slice(0, DAY), reason, arrivals: 1 };
	const target = [refusedArrivals.studyId, refusedArrivals.day, refusedArrivals.reason];
	const set = { arrivals: sql`${refusedArrivals.arrivals} + 1` };
	await database(env.DB).insert(refusedArrivals).values(row).onConflictDoUpdate({ target, set });
}
