import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { asSentence } from "../access/participant-id/participant-id.ts";
import { actorOf, researcher } from "../access/require-scope.ts";
import type { AppEnv } from "../env.ts";
import { type App, jsonAnswer, refusals } from "../http/contract.ts";
import type { Protocol } from "../protocol/schema/schema.ts";
import { NO_VALUE } from "../protocol/steps/stratum-key.ts";
import { poolOf } from "../randomisation/draw/pool.ts";
import type { KeptSettings } from "../session/domain/session-arrival.ts";
import { sessionView } from "../session/session-contract.ts";
import { pointer } from "../shared/json.ts";
import { invalidRequest, ProblemError } from "../shared/problem.ts";
import { NO_SUCH_STUDY, studyParams } from "../studies/require-study.ts";
import { inForce } from "../studies/study-queries.ts";
import { type Admitted, admit } from "./admit.ts";
import { answerInTime } from "./answer-in-time.ts";
import { type Arrival, arrivingPersonFault, VOUCHED } from "./arrival.ts";
import { registerInvitationRoutes } from "./invitations/invitation-routes.ts";
import { registerLandingRoutes } from "./landing-routes.ts";
import { registerLinkKeyRoutes } from "./links/link-key-routes.ts";
import { describeNewSession } from "./new-session/documents.ts";
import { type ReadNewSession, readNewSession } from "./new-session/read-new-session.ts";
import { registerProlificRoutes } from "./prolific/routes.ts";
import { mayReturnTo } from "./return-address.ts";
import { findStudyOfArrival } from "./study-of-arrival.ts";

const tags = ["Ways in"];

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
	missing: z
		.array(z.strictObject({ pointer: z.string(), detail: z.string() }))
		.describe("Attributes that the design's strata need and the session does not have."),
});

const startedSchema = z
	.strictObject({
		session: z.string(),
		token: z.string(),
		url: z.string().describe("Where to send the participant."),
		status: sessionView.shape.status.describe("The status of `view`, for tools that read only the top level."),
		created: z.boolean().describe("Whether this request started the session."),
		view: sessionView,
		kept: keptSchema.describe("The session's settings after this request."),
	})
	.openapi("StartedSession");

/** `readNewSession` parses the body, because zod's validators take only one of these forms. */
const newSessionBody = {
	required: true,
	content: {
		"application/json": {
			schema: { anyOf: [{ $ref: "#/components/schemas/NewSession" }, { $ref: "#/components/schemas/FlatNewSession" }] },
		},
		"application/x-www-form-urlencoded": { schema: { $ref: "#/components/schemas/FlatNewSession" } },
	},
};

const startSession = createRoute({
	method: "post",
	path: "/v1/studies/{study}/sessions",
	operationId: "startSession",
	summary: "Start or find a participant's session",
	description:
		"The same `id`, `source` and `pool` always get the same session. A later request can change `returnUrl`, but not attributes. `kept` shows the resulting settings. Survey tools can send flat names: `participant.id`, `participant.source`, `participant.attributes.<name>`, `returnUrl` and `pool`, in JSON or as a form. Errors point at a field as it was written.",
	tags,
	...researcher("sessions:write"),
	request: { params: studyParams, body: newSessionBody },
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
	registerProlificRoutes(app);
	registerLinkKeyRoutes(app);

	describeNewSession(app);

	app.openapi(startSession, async (c) => {
		const read = readNewSession(c.req.header("Content-Type") ?? "", await c.req.arrayBuffer());
		if (!read.ok) throw new ProblemError(read.error);
		const { arrival, admitted } = await answerInTime(admitByTool(c, read.value));
		const { session, created, token, view, kept } = admitted;
		// The app shows preview tools only if the session is in the pilot pool. The parameter asks for them.
		const preview = arrival.pool === "pilot" ? "?preview" : "";
		const url = `${new URL(c.req.url).origin}/s/${session}${preview}#${token}`;
		const answer = { session, token, url, status: view.status, created, view };
		return c.json({ ...answer, kept: keptView(kept, arrival, read.value) }, created ? 201 : 200);
	});
}

async function admitByTool(
	c: Context<AppEnv>,
	read: ReadNewSession,
): Promise<{ readonly arrival: Arrival; readonly admitted: Admitted }> {
	const person = personOf(read);
	const asked = await findStudyOfArrival(c.env, c.req.param("study") ?? "", person);
	if (!asked) throw new ProblemError(NO_SUCH_STUDY);
	const arrival = arrivalByTool(inForce(asked.study), read, person);
	const admitted = await admit({ env: c.env, ...asked, ...BY_KEY, startedBy: actorOf(c) }, arrival);
	if (!admitted.ok) throw new ProblemError(admitted.error.problem);
	return { arrival, admitted: admitted.value };
}

type Person = Pick<Arrival, "source" | "externalId" | "pool">;

const personOf = ({ request: { participant, pool } }: ReadNewSession): Person => ({
	source: participant.source,
	externalId: participant.id,
	pool: pool ?? poolOf(participant.source),
});

/** Throws if the study does not accept this person or this return address. */
function arrivalByTool(protocol: Protocol, { request, asWritten }: ReadNewSession, person: Person): Arrival {
	const { participant, returnUrl } = request;
	const fault = arrivingPersonFault(protocol, person);
	const faults = [
		...(returnUrl !== undefined && !mayReturnTo(protocol, returnUrl)
			? [{ pointer: "/returnUrl", detail: "Its origin is not among the study's recruitment.returnUrls." }]
			: []),
		...(fault === null ? [] : [{ pointer: asWritten("/participant/id"), detail: asSentence(fault) }]),
	];
	if (faults.length > 0) throw new ProblemError(invalidRequest(faults));
	const { attributes } = participant;
	return { ...VOUCHED, ...person, attributes, reference: {}, returnUrl: returnUrl ?? null };
}

function keptView(
	{ returnUrl, attributes, unlike, missing }: KeptSettings,
	arrival: Arrival,
	{ asWritten }: ReadNewSession,
): z.output<typeof keptSchema> {
	const ofAttributes = unlike.map((name) => ({
		pointer: asWritten(pointer(["participant", "attributes", name])),
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
	const absent = missing.map((name) => ({
		pointer: asWritten(pointer(["participant", "attributes", name])),
		detail: `Missing. The participant is in the stratum ${NO_VALUE} of attributes.${name}, for good.`,
	}));
	return { returnUrl, attributes: { ...attributes }, ignored: [...ofAttributes, ...ofReturn], missing: absent };
}
