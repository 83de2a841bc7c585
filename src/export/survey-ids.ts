import { createRoute, z } from "@hono/zod-openapi";
import { asc, eq } from "drizzle-orm";
import { recordAudit } from "../access/audit.ts";
import { actorOf, researcher } from "../access/require-scope.ts";
import { participantIdentities } from "../db/tables/participants.ts";
import { sessions } from "../db/tables/sessions.ts";
import { type App, refusals } from "../http/contract.ts";
import { studyParams } from "../studies/require-study.ts";
import { fieldsOf } from "./field.ts";
import { streamOf, written } from "./files/write.ts";
import { only, sourceOf } from "./source.ts";
import { bySession, type Table } from "./table.ts";

const SESSIONS_PER_PAGE = 250;

const selection = {
	participant: sessions.participantId,
	session: sessions.id,
	pool: sessions.pool,
	session_status: sessions.status,
	source: sessions.source,
	survey_id: participantIdentities.externalId,
	reference: participantIdentities.reference,
};

/** Who a participant is at the survey tool or recruiter. Not among the other tables: no package and no manifest has it. */
export const surveyIds: Table = {
	name: "survey-ids",
	title: "The participants' ids at the survey tool or recruiter",
	fields: fieldsOf(selection),
	byPool: true,
	bySession: true,
	pages: (source) =>
		bySession(source, SESSIONS_PER_PAGE, (within) =>
			source.db
				.select(selection)
				.from(sessions)
				.innerJoin(participantIdentities, eq(participantIdentities.participantId, sessions.participantId))
				.where(within)
				.orderBy(asc(sessions.id)),
		),
};

const getSurveyIds = createRoute({
	method: "get",
	path: "/v1/studies/{study}/exports/survey-ids.csv",
	operationId: "getSurveyIds",
	summary: "Export the participants' ids at the survey tool or recruiter",
	description:
		"Connects pseudonyms with the ids that a survey tool or recruiter sent, to join its file with the exports. Needs a scope of its own, because no other export names people. The audit records each reading.",
	tags: ["Data"],
	...researcher("ids:read"),
	request: { params: studyParams, query: only },
	responses: {
		200: { description: "One row for each session.", content: { "text/csv": { schema: z.string() } } },
		...refusals(400, 401, 403, 404, 409),
	},
});

/** Register this before the single tables, whose route matches every file name. */
export function registerSurveyIdsRoute(app: App): void {
	app.openapi(getSurveyIds, async (c) => {
		const asked = c.req.valid("query");
		const source = await sourceOf(c, asked);
		const detail = { pool: asked.pool ?? "all", status: asked.status ?? "all" };
		const entry = { actor: actorOf(c), action: "ids.read", studyId: source.study.id, detail } as const;
		await recordAudit(source.db, entry, Date.now());
		return c.body(streamOf(await written(surveyIds, "csv", source)), 200, {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="${source.study.slug}-survey-ids.csv"`,
		}) as never;
	});
}
