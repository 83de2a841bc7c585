import { createRoute, z } from "@hono/zod-openapi";
import { recordAudit } from "../../../access/audit.ts";
import { actorOf, researcher } from "../../../access/require-scope.ts";
import { database } from "../../../db/database.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../../../http/contract.ts";
import { invalidRequest, type Problem, ProblemError } from "../../../shared/problem.ts";
import { participantLink } from "../../../studies/participant-link.ts";
import { requireStudy, studyParams } from "../../../studies/require-study.ts";
import { inForce, type StudyRecord } from "../../../studies/study-queries.ts";
import { createdResponse } from "../api/created-response.ts";
import { problemOf, prolificApiOf } from "../api/worker-api.ts";
import { type DraftFault, type DraftStudy, draftOf, isPublicLink } from "./draft.ts";
import { draftOptions, draftSchema } from "./draft-schema.ts";

const draftAnswer = z
	.strictObject({
		id: z.string().nullable().describe("The draft's id on Prolific. Null for a dry run."),
		url: z.string().nullable().describe("Where to look at the draft, and to publish it. Null for a dry run."),
		draft: draftSchema.describe("What was sent to Prolific, or would be."),
		warnings: z.array(z.string()).describe("Why a draft could not be made of it. Empty if nothing is in the way."),
	})
	.openapi("ProlificDraft");

const makeDraft = createRoute({
	method: "post",
	path: "/v1/studies/{study}/prolific/drafts",
	operationId: "createProlificDraft",
	summary: "Make an unpublished study on Prolific, with the link and the codes of this study",
	description:
		"Places and minutes come from the protocol, unless they are given. The draft costs nothing and nobody sees it: look at it on Prolific, and publish it there. Without an Idempotency-Key, each request makes another draft.",
	tags: ["Prolific"],
	...researcher("studies:write"),
	request: {
		params: studyParams,
		body: jsonBody(
			draftOptions.extend({
				dryRun: z.boolean().optional().describe("Only show what would be sent. This needs no token of Prolific."),
			}),
		),
	},
	responses: {
		200: jsonAnswer(draftAnswer, "What would be sent."),
		201: jsonAnswer(draftAnswer, "The draft was made."),
		...refusals(400, 401, 403, 404, 409, 422, 503),
	},
});

export const draftUrl = (id: string): string => `https://app.prolific.com/researcher/workspaces/studies/${id}`;

export function registerDraftRoutes(app: App): void {
	app.openapi(makeDraft, async (c) => {
		const study = await requireStudy(c);
		const { dryRun = false, ...options } = c.req.valid("json");
		const drafted = draftOf(draftStudyOf(study, new URL(c.req.url).origin), options);
		if (!drafted.ok) throw new ProblemError(PROBLEMS[drafted.error]);
		const draft = drafted.value;
		if (dryRun)
			return c.json({ id: null, url: null, draft, warnings: isPublicLink(draft) ? [] : [notPublic(draft)] }, 200);
		if (!isPublicLink(draft)) throw new ProblemError({ code: "study_state", detail: notPublic(draft) });
		const answered = await prolificApiOf(c.env).call("/studies/", createdResponse, { method: "POST", json: draft });
		if (!answered.ok) throw new ProblemError(problemOf(answered.error, "draft"));
		const { id } = answered.value;
		const detail = { reward: draft.reward, places: draft.total_available_places, filters: draft.filters ?? [] };
		const entry = { actor: actorOf(c), action: "prolific.draft", studyId: study.id, target: id, detail } as const;
		await recordAudit(database(c.env.DB), entry, Date.now());
		return c.json({ id, url: draftUrl(id), draft, warnings: [] }, 201);
	});
}

function draftStudyOf(study: StudyRecord, origin: string): DraftStudy {
	const { slug, title } = study;
	const protocol = inForce(study);
	const { duration, recruitment } = protocol;
	const { quota, prolific } = recruitment;
	return { slug, title, link: participantLink(protocol, origin), duration, quota, prolific };
}

const notPublic = ({ external_study_url }: { readonly external_study_url: string }): string =>
	`Participants cannot reach ${external_study_url.split("?")[0]}: Prolific needs an https address on the internet. Send the request to the deployed Worker.`;

const PROBLEMS: Readonly<Record<DraftFault, Problem>> = {
	prolific: {
		code: "study_state",
		detail: "This study does not recruit on Prolific: add recruitment.prolific to its protocol.",
	},
	places: invalidRequest([
		{ pointer: "/places", detail: "Say how many people may take part, because the protocol has no quota." },
	]),
	minutes: invalidRequest([
		{ pointer: "/minutes", detail: "Say how long the study takes, because the protocol has no duration." },
	]),
};
