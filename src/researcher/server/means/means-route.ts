import { createRoute, z } from "@hono/zod-openapi";
import { sql } from "drizzle-orm";
import { researcher } from "../../../access/require-scope.ts";
import { type Database, database } from "../../../db/database.ts";
import { type App, jsonAnswer, refusals } from "../../../http/contract.ts";
import { POOLS } from "../../../randomisation/draw/pool.ts";
import { armNames } from "../../../studies/monitoring/arm-names.ts";
import { requireOpened, studyParams } from "../../../studies/require-study.ts";
import { publishedArmKeyOf } from "../../../studies/study-queries.ts";
import { intervalOf } from "./means.ts";

const meansSchema = z
	.strictObject({
		means: z.array(
			z.strictObject({
				source: z.enum(["choice", "form"]).describe("`choice`: ratings of single replies. `form`: of a conversation."),
				form: z.string().nullable(),
				item: z.string().nullable(),
				label: z
					.string()
					.describe("The arm by its label; by arm id once the study is unblinded, or if it is single blind."),
				n: z.int().describe("Participants. Each counts once, with the mean of their own ratings."),
				mean: z.number(),
				lower: z.number().nullable().describe("Of the 95 % t interval. Null with fewer than two participants."),
				upper: z.number().nullable(),
				min: z.number().nullable().describe("The lower end of the scale."),
				max: z.number().nullable(),
			}),
		),
	})
	.openapi("Means");

const getMeans = createRoute({
	method: "get",
	path: "/v1/studies/{study}/means",
	operationId: "getMeans",
	summary: "Get mean ratings by arm, for a first look",
	description:
		"Over all answers so far, also of participants who left. No adjustment for period or sequence: the report has models.",
	tags: ["Dashboard"],
	...researcher("data:read"),
	request: { params: studyParams, query: z.object({ pool: z.enum(POOLS).default("live") }) },
	responses: { 200: jsonAnswer(meansSchema, "The means."), ...refusals(400, 401, 403, 404, 409) },
});

const tallied = z.array(
	z.object({
		source: z.enum(["choice", "form"]),
		form: z.string().nullable(),
		item: z.string().nullable(),
		label: z.string(),
		n: z.int(),
		mean: z.number(),
		squares: z.number(),
		min: z.number().nullable(),
		max: z.number().nullable(),
	}),
);

export function registerMeansRoute(app: App): void {
	app.openapi(getMeans, async (c) => {
		const study = await requireOpened(c);
		const db = database(c.env.DB);
		const nameOf = armNames(await publishedArmKeyOf(db, study));
		const found = await tally(db, study.id, c.req.valid("query").pool);
		const means = found.map(({ squares, ...row }) => {
			const { lower, upper } = intervalOf({ ...row, squares }) ?? { lower: null, upper: null };
			return { ...row, label: nameOf(row.label), lower, upper };
		});
		return c.json({ means }, 200);
	});
}

const tally = async (db: Database, studyId: string, pool: (typeof POOLS)[number]) =>
	tallied.parse(
		await db.all(sql`
			WITH own AS (
				SELECT ratings.source, ratings.form, ratings.item, ratings.label, avg(ratings.value) AS value,
					min(ratings.min) AS min, max(ratings.max) AS max
				FROM sessions JOIN ratings ON ratings.session_id = sessions.id
				WHERE sessions.study_id = ${studyId} AND sessions.pool = ${pool} AND ratings.value IS NOT NULL
				GROUP BY ratings.source, ratings.form, ratings.item, ratings.label, sessions.id
			)
			SELECT source, form, item, label, count(*) AS n, avg(value) AS mean, sum(value * value) AS squares,
				min(min) AS min, max(max) AS max
			FROM own GROUP BY source, form, item, label ORDER BY source, form, item, label`),
	);
