import { createRoute, z } from "@hono/zod-openapi";
import { database } from "../db/database.ts";
import { type App, jsonAnswer, refusals } from "../http/contract.ts";
import { invalidRequest, ProblemError } from "../shared/problem.ts";
import { auditPage, auditPageSchema, auditQuery } from "./audit-page.ts";
import { studyIds } from "./keys/key-limits.ts";
import { researcher } from "./require-scope.ts";

const listAudit = createRoute({
	method: "get",
	path: "/v1/audit",
	operationId: "listAudit",
	summary: "List who changed what, newest first",
	tags: ["Access"],
	...researcher("admin"),
	request: {
		query: z.object({
			...auditQuery,
			study: z.string().max(200).optional().describe("Only of this study: slug or id."),
		}),
	},
	responses: { 200: jsonAnswer(auditPageSchema, "A page of entries."), ...refusals(400, 401, 403) },
});

export function registerAuditRoutes(app: App): void {
	app.openapi(listAudit, async (c) => {
		const { study, ...filter } = c.req.valid("query");
		const db = database(c.env.DB);
		if (study === undefined) return c.json(await auditPage(db, filter), 200);
		const [studyId] = (await studyIds(db, [study])) ?? [];
		if (studyId === undefined)
			throw new ProblemError(invalidRequest([{ pointer: "/study", detail: "There is no such study." }]));
		return c.json(await auditPage(db, { ...filter, studyId }), 200);
	});
}
