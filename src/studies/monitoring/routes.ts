import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../../access/require-scope.ts";
import { database } from "../../db/database.ts";
import { type App, jsonAnswer, refusals } from "../../http/contract.ts";
import { asItStands, standingOf } from "../allocator/allocator-standing.ts";
import { poolQuery } from "../pool-query.ts";
import { requireStudy, studyParams } from "../require-study.ts";
import { publishedArmKeyOf } from "../study-queries.ts";
import { armNames } from "./arm-names.ts";
import { deviationListSchema, listDeviations } from "./deviation-list.ts";
import { progressOf, progressSchema } from "./progress.ts";

const tags = ["Studies"];
const page = {
	limit: z.coerce.number().int().min(1).max(200).default(50),
	after: z.string().optional().describe("`next` of the previous page."),
};

const getProgress = createRoute({
	method: "get",
	path: "/v1/studies/{study}/progress",
	operationId: "getProgress",
	summary: "Get how a study fills, over time and over all arms",
	tags,
	...researcher("studies:read"),
	request: { params: studyParams, query: z.object({ pool: poolQuery }) },
	responses: { 200: jsonAnswer(progressSchema, "Counts and their course."), ...refusals(400, 401, 403, 404) },
});

const getDeviations = createRoute({
	method: "get",
	path: "/v1/studies/{study}/deviations",
	operationId: "listDeviations",
	summary: "List what did not go as the protocol says, newest first",
	tags,
	...researcher("studies:read"),
	request: { params: studyParams, query: z.object({ pool: poolQuery, ...page }) },
	responses: { 200: jsonAnswer(deviationListSchema, "A page of deviations."), ...refusals(400, 401, 403, 404) },
});

export function registerMonitoringRoutes(app: App): void {
	app.openapi(getProgress, async (c) => {
		const { id, protocol } = await requireStudy(c);
		const quota = protocol.recruitment.quota?.total ?? null;
		const asked = { studyId: id, pool: c.req.valid("query").pool, quota, nowMs: Date.now() };
		return c.json(await progressOf(database(c.env.DB), asked), 200);
	});

	app.openapi(getDeviations, async (c) => {
		const study = await requireStudy(c);
		const db = database(c.env.DB);
		const known = asItStands(study, study.seedCommitment === null ? null : await standingOf(c.env, study.id));
		const nameOf = armNames(await publishedArmKeyOf(db, known));
		const query = c.req.valid("query");
		const asked = { studyId: study.id, pool: query.pool, nameOf, ...pageOf(query) };
		return c.json(await listDeviations(db, asked), 200);
	});
}

const pageOf = ({ limit, after }: { readonly limit: number; readonly after?: string | undefined }) => ({
	limit,
	after,
});
