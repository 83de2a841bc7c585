import { createRoute, z } from "@hono/zod-openapi";
import { type AuditPage, auditPage, auditPageSchema, auditQuery } from "../../access/audit-page.ts";
import { researcher } from "../../access/require-scope.ts";
import { database } from "../../db/database.ts";
import { type App, jsonAnswer, refusals } from "../../http/contract.ts";
import { asItStands, standingOf } from "../allocator/allocator-standing.ts";
import { requireStudy, studyParams } from "../require-study.ts";

const getStudyAudit = createRoute({
	method: "get",
	path: "/v1/studies/{study}/audit",
	operationId: "listStudyAudit",
	summary: "List who did what in a study, newest first",
	description:
		"`data:read`, because reasons may be about participants. While a study is blinded, the speeds of its models at the opening are left out.",
	tags: ["Studies"],
	...researcher("data:read"),
	request: { params: studyParams, query: z.object(auditQuery) },
	responses: { 200: jsonAnswer(auditPageSchema, "A page of entries."), ...refusals(400, 401, 403, 404) },
});

export function registerStudyAuditRoute(app: App): void {
	app.openapi(getStudyAudit, async (c) => {
		const study = await requireStudy(c);
		const { entries, next } = await auditPage(database(c.env.DB), { ...c.req.valid("query"), studyId: study.id });
		const standing = study.seedCommitment === null ? null : await standingOf(c.env, study.id);
		const isOpen = study.protocol.blinding.level === "single" || asItStands(study, standing).unblindedAt !== null;
		return c.json({ entries: isOpen ? entries : entries.map(withoutSpeeds), next }, 200);
	});
}

const opening = z.looseObject({ pace: z.looseObject({ models: z.unknown() }) });

/** A model that was slow at the opening could be matched with a label whose replies are late. */
function withoutSpeeds(entry: AuditPage["entries"][number]): AuditPage["entries"][number] {
	const measured = entry.action === "study.open" ? opening.safeParse(entry.detail) : null;
	if (!measured?.success) return entry;
	const { models: _models, ...pace } = measured.data.pace;
	return { ...entry, detail: { ...measured.data, pace } };
}
