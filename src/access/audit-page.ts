import { z } from "@hono/zod-openapi";
import { and, desc, eq, gte, lt, or, type SQL } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { apiKeys, audit } from "../db/tables/access.ts";
import { invalidRequest, ProblemError } from "../shared/problem.ts";

const auditEntrySchema = z
	.strictObject({
		id: z.string(),
		at: z.iso.datetime(),
		actor: z.string().describe("The id of an API key, `bootstrap`, or `system`."),
		actorName: z.string().nullable().describe("The name of that API key. Null for `bootstrap` and `system`."),
		action: z.string(),
		studyId: z.string().nullable(),
		target: z.string().nullable(),
		detail: z.unknown(),
	})
	.openapi("AuditEntry");

export const auditPageSchema = z
	.strictObject({ entries: z.array(auditEntrySchema), next: z.string().nullable() })
	.openapi("AuditPage");

export type AuditPage = z.output<typeof auditPageSchema>;

/** The query parameters of each route that lists the audit. */
export const auditQuery = {
	limit: z.coerce.number().int().min(1).max(200).default(50),
	cursor: z.string().optional().describe("`next` of the previous page."),
	action: z
		.string()
		.regex(/^[a-z]+(\.[a-z_]+)?$/, "an action such as `key.create`, or its first word")
		.optional()
		.describe("Only this action, such as `key.create`, or all that begin with this word, such as `key`."),
	actor: z.string().max(100).optional().describe("Only what was done with the API key of this id."),
};

export type AuditFilter = {
	readonly limit: number;
	readonly cursor?: string | undefined;
	readonly action?: string | undefined;
	readonly actor?: string | undefined;
	readonly studyId?: string | undefined;
};

/** A page of entries, newest first. Throws a problem if the cursor is none of ours. */
export async function auditPage(db: Database, { limit, cursor, action, actor, studyId }: AuditFilter) {
	const after = cursor === undefined ? undefined : requireCursor(cursor);
	const { id, at, target, detail } = audit;
	const entries: AuditPage["entries"] = await db
		.select({
			...{ id, at, target, detail, actor: audit.actor, action: audit.action, studyId: audit.studyId },
			actorName: apiKeys.name,
		})
		.from(audit)
		.leftJoin(apiKeys, eq(apiKeys.id, audit.actor))
		.where(
			and(
				after && isOlder(after),
				studyId === undefined ? undefined : eq(audit.studyId, studyId),
				action === undefined ? undefined : isAction(action),
				actor === undefined ? undefined : eq(audit.actor, actor),
			),
		)
		.orderBy(desc(audit.at), desc(audit.id))
		.limit(limit);
	const last = entries.length === limit ? entries.at(-1) : undefined;
	return { entries, next: last ? writeCursor(last) : null };
}

type Position = { readonly at: string; readonly id: string };

/** Ties in time are ordered by id, so that no entry is skipped or repeated. */
const isOlder = ({ at, id }: Position): SQL | undefined =>
	or(lt(audit.at, at), and(eq(audit.at, at), lt(audit.id, id)));

/** A full stop is followed by a slash in ASCII, so this range has every action that begins with the word. */
const isAction = (action: string): SQL | undefined =>
	action.includes(".")
		? eq(audit.action, action)
		: and(gte(audit.action, `${action}.`), lt(audit.action, `${action}/`));

/** A position as an opaque text for the URL. */
const writeCursor = ({ at, id }: Position): string => btoa(`${at}|${id}`).replaceAll("=", "");

const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\|(au_[0-9a-z]+)$/;

function requireCursor(text: string): Position {
	const isBase64 = /^[A-Za-z0-9+/]+$/.test(text) && text.length % 4 !== 1;
	const [, at, id] = (isBase64 && CURSOR.exec(atob(text))) || [];
	if (at && id) return { at, id };
	throw new ProblemError({
		...invalidRequest([{ pointer: "/cursor", detail: "Not a valid cursor." }]),
		detail: "Use the value of `next` in the previous page as the cursor.",
	});
}
