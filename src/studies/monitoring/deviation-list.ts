import { z } from "@hono/zod-openapi";
import { sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import type { PoolChoice } from "../pool-query.ts";
import type { NameOfLabel } from "./arm-names.ts";

const kind = z.string().openapi({ example: "self_identification" });

const deviation = z.strictObject({
	id: z.string(),
	at: z.iso.datetime(),
	kind,
	handling: z.string().nullable(),
	session: z.string().nullable().describe("Null for a deviation of the study as a whole."),
	label: z.string().nullable().describe("By label; by arm id once the study is unblinded, or if it is single blind."),
	position: z.int().nullable().describe("The period, from 1."),
	turn: z.int().nullable(),
	reason: z.string().nullable().describe("Given by the researcher who changed the study."),
});

export const deviationListSchema = z
	.strictObject({
		kinds: z
			.array(z.strictObject({ kind, n: z.int(), sessions: z.int() }))
			.describe("Deviations of sessions and the number of sessions that have one, by kind."),
		deviations: z.array(deviation),
		next: z.string().nullable().describe("`after` of the next page. Null on the last."),
	})
	.openapi("DeviationList");

type Asked = {
	readonly studyId: string;
	readonly pool: PoolChoice;
	readonly limit: number;
	readonly after: string | undefined;
	readonly nameOf: NameOfLabel;
};

/** What did not go as the protocol says, the newest first. Neither spans nor anything else that is sealed. */
export async function listDeviations(
	db: Database,
	{ studyId, pool, limit, after, nameOf }: Asked,
): Promise<z.output<typeof deviationListSchema>> {
	const ofPool = pool === "all" ? sql`` : sql`AND sessions.pool = ${pool}`;
	const all = sql`
		SELECT deviations.id, deviations.occurred_at AS at, deviations.kind, deviations.handling,
			deviations.session_id AS session, deviations.label, conversations.position, deviations.turn, NULL AS reason
		FROM deviations JOIN sessions ON sessions.id = deviations.session_id
		LEFT JOIN conversations ON conversations.id = deviations.conversation_id
		WHERE deviations.study_id = ${studyId} ${ofPool}
		UNION ALL
		SELECT id, occurred_at, kind, NULL, NULL, NULL, NULL, NULL, reason FROM study_deviations WHERE study_id = ${studyId}`;
	const older = sql`WHERE (at, id) < (SELECT at, id FROM listed WHERE id = ${after ?? null})`;
	const [found, kinds] = await Promise.all([
		db.all(sql`
			WITH listed AS (${all}) SELECT * FROM listed ${after === undefined ? sql`` : older}
			ORDER BY at DESC, id DESC LIMIT ${limit + 1}`),
		db.all(sql`
			SELECT deviations.kind, count(*) AS n, count(DISTINCT deviations.session_id) AS sessions
			FROM deviations JOIN sessions ON sessions.id = deviations.session_id
			WHERE deviations.study_id = ${studyId} ${ofPool} GROUP BY 1 ORDER BY 1`),
	]);
	const page = z.array(deviation).parse(found.slice(0, limit));
	return {
		kinds: z.array(z.strictObject({ kind, n: z.int(), sessions: z.int() })).parse(kinds),
		deviations: page.map((each) => ({ ...each, label: each.label && nameOf(each.label) })),
		next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
	};
}
