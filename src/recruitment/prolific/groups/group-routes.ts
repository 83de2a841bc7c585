import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { recordAudit } from "../../../access/audit.ts";
import { actorOf, researcher } from "../../../access/require-scope.ts";
import { database } from "../../../db/database.ts";
import type { AppEnv } from "../../../env.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../../../http/contract.ts";
import { invalidRequest, type Problem, ProblemError } from "../../../shared/problem.ts";
import type { Result } from "../../../shared/result.ts";
import { requireStudy, studyParams } from "../../../studies/require-study.ts";
import type { StudyRecord } from "../../../studies/study-queries.ts";
import { problemOf, prolificApiOf } from "../api/worker-api.ts";
import { prolificId } from "../draft/draft-schema.ts";
import { bothSides } from "../reconciliation/both-sides.ts";
import { addToGroup, type Grouped, type GroupFailure, type GroupPlace, makeGroup, whoCompleted } from "./groups.ts";

const MOST_PARTICIPANTS = 2000;

const members = z.strictObject({
	participants: z
		.array(z.string().regex(/^[0-9a-f]{24}$/, "an id of Prolific has 24 hexadecimal digits"))
		.max(MOST_PARTICIPANTS)
		.optional()
		.describe("Participants' ids on Prolific."),
	completed: z
		.boolean()
		.optional()
		.describe("Add everybody who completed this study and whose submission Prolific has."),
	prolificStudies: z
		.array(prolificId)
		.min(1)
		.max(20)
		.optional()
		.describe("For `completed`: the studies on Prolific to compare with. By default those that arrivals named."),
});

type Members = z.output<typeof members>;

const grouped = z
	.strictObject({
		id: z.string().describe("The group's id on Prolific. Give it to a draft as `groups` or `joinGroup`."),
		added: z.int().describe("How many participants were sent to the group. Some may have been members before."),
	})
	.openapi("ProlificGroup");

const createGroup = createRoute({
	method: "post",
	path: "/v1/studies/{study}/prolific/groups",
	operationId: "createProlificGroup",
	summary: "Make a participant group on Prolific, for a second wave",
	description:
		"Of everybody who completed, of the ids that are given, or of nobody yet. A draft with this group in `groups` is only for its members. The response has no participant's id.",
	tags: ["Prolific"],
	...researcher("studies:write"),
	request: {
		params: studyParams,
		body: jsonBody(
			members.extend({
				name: z.string().min(1).max(200),
				workspace: prolificId.optional().describe("The workspace on Prolific to which the group belongs."),
				project: prolificId.optional().describe("The project on Prolific, where groups belong to projects."),
			}),
		),
	},
	responses: { 201: jsonAnswer(grouped, "The group was made."), ...refusals(400, 401, 403, 404, 409, 422, 503) },
});

const addMembers = createRoute({
	method: "post",
	path: "/v1/studies/{study}/prolific/groups/{group}/members",
	operationId: "addToProlificGroup",
	summary: "Add participants to a participant group on Prolific",
	description: "Drafts and studies with this group are for them too, at once. Repeating it changes nothing.",
	tags: ["Prolific"],
	...researcher("studies:write"),
	request: {
		params: studyParams.extend({ group: prolificId.describe("The group's id on Prolific.") }),
		body: jsonBody(
			members.refine(({ participants, completed }) => participants !== undefined || completed === true, {
				path: ["participants"],
				message: "say whom to add: participants, or completed",
			}),
		),
	},
	responses: {
		200: jsonAnswer(grouped, "The participants are members."),
		...refusals(400, 401, 403, 404, 409, 422, 503),
	},
});

export function registerGroupRoutes(app: App): void {
	app.openapi(createGroup, async (c) => {
		const study = await requireStudy(c);
		const { name, workspace, project, ...asked } = c.req.valid("json");
		const place = placeOf(workspace, project);
		const ids = await idsOf(c, study, asked);
		return c.json(await recorded(c, study, await makeGroup(prolificApiOf(c.env), { name, place }, ids)), 201);
	});

	app.openapi(addMembers, async (c) => {
		const study = await requireStudy(c);
		const ids = await idsOf(c, study, c.req.valid("json"));
		const { group } = c.req.valid("param");
		return c.json(await recorded(c, study, await addToGroup(prolificApiOf(c.env), group, ids)), 200);
	});
}

function placeOf(workspace: string | undefined, project: string | undefined): GroupPlace {
	if (workspace !== undefined && project === undefined) return { workspace_id: workspace };
	if (project !== undefined && workspace === undefined) return { project_id: project };
	throw new ProblemError(
		invalidRequest([
			{ pointer: "/workspace", detail: "Give the workspace or the project to which the group belongs." },
		]),
	);
}

async function idsOf(
	{ env }: Context<AppEnv>,
	study: StudyRecord,
	{ participants = [], completed = false, prolificStudies }: Members,
): Promise<readonly string[]> {
	if (!completed) return participants;
	const { rows } = await bothSides(env, study.id, prolificStudies);
	return [...participants, ...whoCompleted(rows)];
}

async function recorded(
	c: Context<AppEnv>,
	{ id: studyId }: StudyRecord,
	result: Result<Grouped, GroupFailure>,
): Promise<Grouped> {
	const { group, added } = result.ok ? { group: result.value.id, added: result.value.added } : result.error;
	if (group !== null && (result.ok || added > 0)) {
		const entry = { actor: actorOf(c), action: "prolific.group", studyId, target: group, detail: { added } } as const;
		await recordAudit(database(c.env.DB), entry, Date.now());
	}
	if (!result.ok) throw new ProblemError(problemOfGroup(result.error));
	return result.value;
}

function problemOfGroup({ failure, group, added }: GroupFailure): Problem {
	const problem = problemOf(failure, "group");
	if (group === null) return problem;
	const after = `The group ${group} has ${added} of the participants. Add the others with POST …/prolific/groups/${group}/members.`;
	return { ...problem, detail: `${problem.detail} ${after}` };
}
