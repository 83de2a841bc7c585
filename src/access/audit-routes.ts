import { createRoute, z } from "@hono/zod-openapi";
import { database } from "../db/database.ts";
import { type App, jsonAnswer, refusals } from "../http/contract.ts";
import { ProblemError } from "../shared/problem.ts";
import { auditPage, readCursor, writeCursor } from "./audit.ts";
import { researcher } from "./require-scope.ts";

const auditEntrySchema = z
	.strictObject({
		id: z.string(),
		at: z.iso.datetime(),
		actor: z.string().describe("The id of an API key, `bootstrap`, or `system`."),
		action: z.string(),
		studyId: z.string().nullable(),
		target: z.string().nullable(),
		detail: z.unknown(),
	})
	.openapi("AuditEntry");

const listAudit = createRoute({
	method: "get",
	path: "/v1/audit",
	operationId: "listAudit",
	summary: "List who changed what, newest first",
	tags: ["Access"],
	...researcher("admin"),
	request: {
		query: z.object({
			limit: z.coerce.number().int().min(1).max(200).default(50),
			cursor: z.string().optional().describe("`next` of the previous page."),
		}),
	},
	responses: {
		200: jsonAnswer(
			z.strictObject({ entries: z.array(auditEntrySchema), next: z.string().nullable() }).openapi("AuditPage"),
			"A page of entries.",
		),
		...refusals(400, 401, 403),
	},
});

export function registerAuditRoutes(app: App): void {
	app.openapi(listAudit, async (c) => {
		const { limit, cursor } = c.req.valid("query");
		const after = cursor === undefined ? null : readCursor(cursor);
		if (cursor !== undefined && !after)
			throw new ProblemError({
				code: "invalid_request",
				detail: "Use the value of `next` in the previous page as the cursor.",
				errors: [{ pointer: "/cursor", detail: "Not a valid cursor." }],
			});
		const entries = await auditPage(database(c.env.DB), after, limit);
		const last = entries.length === limit ? entries.at(-1) : undefined;
		return c.json({ entries, next: last ? writeCursor(last) : null }, 200);
	});
}
