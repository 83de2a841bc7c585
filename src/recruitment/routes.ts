import { createRoute, z } from "@hono/zod-openapi";
import { asSentence, idRules, participantId, UNFILLED } from "../access/participant-id/participant-id.ts";
import { hasTemplate, isTemplate, isUnfilled } from "../access/participant-id/unfilled.ts";
import { actorOf, researcher } from "../access/require-scope.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../http/contract.ts";
import { personFault } from "../personalisation/profiles/people.ts";
import { originOf } from "../protocol/schema/origin.ts";
import type { Protocol } from "../protocol/schema/schema.ts";
import { poolOf } from "../randomisation/draw/pool.ts";
import type { KeptSettings } from "../session/domain/session-arrival.ts";
import { sessionView } from "../session/session-routes.ts";
import { pointer, withoutNulls } from "../shared/json.ts";
import { invalidRequest, ProblemError } from "../shared/problem.ts";
import { requireStudy, studyParams } from "../studies/require-study.ts";
import { admit } from "./admit.ts";
import { type Arrival, VOUCHED } from "./arrival.ts";
import { registerInvitationRoutes } from "./invitations/invitation-routes.ts";
import { registerLandingRoutes } from "./landing-routes.ts";

const tags = ["Ways in"];

const scalar = z
	.union([z.string().max(1000), z.number(), z.boolean()])
	.refine((value) => typeof value !== "string" || !isTemplate(value), UNFILLED);
const attributeName = z.string().regex(/^[\w-]{1,64}$/, "use 1 to 64 letters, digits, - and _");

const newSessionSchema = z
	.strictObject({
		participant: z.strictObject({
			id: participantId
				.openapi({ minLength: 1, maxLength: 200 })
				.describe("The participant's id in the survey tool. Placeholders that were not filled in are refused."),
			source: z
				.string()
				.regex(/^[a-z][a-z0-9_-]{0,31}$/, "use 1 to 32 lower-case letters, digits, - and _, and start with a letter")
				.refine((source) => !isUnfilled(source), UNFILLED)
				.refine((source) => source !== "erased", "this name is reserved for erased sessions: choose another one")
				.default("api")
				.describe("The name of the survey tool. Sessions from `simulated` and `pilot` belong to pools of their own."),
			attributes: z
				.record(attributeName, scalar.nullable())
				.transform(withoutNulls)
				.default({})
				.describe("The participant's attributes. Null means missing."),
		}),
		returnUrl: z
			.url()
			.max(2000)
			.refine((url) => !hasTemplate(url), UNFILLED)
			.optional()
			.describe("Where the participant returns to at the end. Its origin must be in the study's `returnUrls`."),
	})
	.openapi("NewSession");

const keptSchema = z.strictObject({
	returnUrl: z
		.string()
		.nullable()
		.describe(
			"Where the participant returns to at the end: the most recent `returnUrl` of all requests. Null if there was none.",
		),
	attributes: z
		.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
		.describe("The attributes from the session's start. They never change, because strata may depend on them."),
	ignored: z
		.array(
			z.strictObject({
				pointer: z.string().describe("A JSON pointer (RFC 6901) into this request."),
				detail: z.string(),
			}),
		)
		.describe("Fields of this request that differ from the settings and were ignored."),
});

const startedSchema = z
	.strictObject({
		session: z.string(),
		token: z.string(),
		url: z.string(),
		view: sessionView,
		kept: keptSchema.describe("The session's settings after this request."),
	})
	.openapi("StartedSession");

const startSession = createRoute({
	method: "post",
	path: "/v1/studies/{study}/sessions",
	operationId: "startSession",
	summary: "Start or find a participant's session",
	description:
		"The same `id` and `source` always get the same session. A later request can change `returnUrl`, but not attributes. `kept` shows the resulting settings.",
	tags,
	...researcher("sessions:write"),
	request: { params: studyParams, body: jsonBody(newSessionSchema) },
	responses: {
		200: jsonAnswer(startedSchema, "The participant's existing session."),
		201: jsonAnswer(startedSchema, "A new session."),
		...refusals(400, 401, 403, 404, 409, 410, 413, 415, 422, 503),
	},
});

/** The API key vouches for the participant, so no cookie is read. */
const BY_KEY = { tokenOf: () => null, afterwards: () => undefined } as const;

export function registerRecruitmentRoutes(app: App): void {
	registerLandingRoutes(app);
	registerInvitationRoutes(app);

	app.openapi(startSession, async (c) => {
		const study = await requireStudy(c);
		const { participant, returnUrl } = c.req.valid("json");
		if (returnUrl !== undefined && !mayReturnTo(study.protocol, returnUrl)) throw foreignReturn();
		const { id: externalId, source, attributes } = participant;
		const fault = personFault({ id: externalId, source }, idRules(study.protocol));
		if (fault !== null) throw unusableId(fault);
		const arrival: Arrival = {
			...VOUCHED,
			source,
			externalId,
			attributes,
			reference: {},
			pool: poolOf(source),
			returnUrl: returnUrl ?? null,
		};
		const admitted = await admit({ env: c.env, study, ...BY_KEY, startedBy: actorOf(c) }, arrival);
		if (!admitted.ok) throw new ProblemError(admitted.error.problem);
		const { session, created, token, view, kept } = admitted.value;
		// The app shows preview tools only if the session is in the pilot pool. The parameter asks for them.
		const preview = arrival.pool === "pilot" ? "?preview" : "";
		const url = `${new URL(c.req.url).origin}/s/${session}${preview}#${token}`;
		return c.json({ session, token, url, view, kept: keptView(kept, arrival) }, created ? 201 : 200);
	});
}

function keptView({ returnUrl, attributes, unlike }: KeptSettings, arrival: Arrival): z.output<typeof keptSchema> {
	const ofAttributes = unlike.map((name) => ({
		pointer: pointer(["participant", "attributes", name]),
		detail: "Ignored. Attributes cannot change after the session's start, because strata may depend on them.",
	}));
	const keepsItsExit = arrival.returnUrl !== null && arrival.returnUrl !== returnUrl;
	const ofReturn = keepsItsExit
		? [
				{
					pointer: "/returnUrl",
					detail: "Ignored. The session has ended, and the participant leaves with its completion code.",
				},
			]
		: [];
	return { returnUrl, attributes: { ...attributes }, ignored: [...ofAttributes, ...ofReturn] };
}

const unusableId = (fault: string) =>
	new ProblemError(invalidRequest([{ pointer: "/participant/id", detail: asSentence(fault) }]));

const foreignReturn = () =>
	new ProblemError({
		code: "invalid_request",
		detail: "Use a returnUrl that the study allows.",
		errors: [{ pointer: "/returnUrl", detail: "Its origin is not among the study's recruitment.returnUrls." }],
	});

/**
 * Whether the study allows this return address. Compares origins and not prefixes, because `https://a.example.evil.org` starts
 * with `https://a.example`.
 */
export function mayReturnTo(protocol: Protocol, returnUrl: string): boolean {
	const origin = originOf(returnUrl);
	return origin !== null && protocol.recruitment.returnUrls.some((allowed) => originOf(allowed) === origin);
}
