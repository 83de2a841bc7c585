import { createRoute, z } from "@hono/zod-openapi";
import { recordAudit } from "../../access/audit.ts";
import { findLinkKey, newLinkKey, storeLinkKey } from "../../access/keys/link-keys.ts";
import { actorOf, researcher } from "../../access/require-scope.ts";
import { randomBytes } from "../../crypto/random-bytes.ts";
import { database } from "../../db/database.ts";
import { type App, jsonAnswer, refusals } from "../../http/contract.ts";
import { requireStudy, studyParams } from "../../studies/require-study.ts";
import { sourceName } from "../new-session/new-session.ts";
import { sourceOf } from "./source-link.ts";

const linkKeySchema = z
	.strictObject({
		key: z.string().describe("The key. It is shown only in this response."),
		source: z.string().describe("The source's name, as in the request."),
		replaced: z.boolean().describe("Whether the source had a key before. That one is no longer valid."),
		link: z
			.string()
			.nullable()
			.describe(
				"The address of the source's links, without parameters. Null if the protocol has no such source: then the key signs only returns of sessions that were started through the API.",
			),
	})
	.openapi("LinkKey");

const createLinkKey = createRoute({
	method: "post",
	path: "/v1/studies/{study}/links/{source}/key",
	operationId: "createLinkKey",
	summary: "Make the key with which a source signs its links, and with which returns to it are signed",
	description: "A new key replaces the earlier one: links and returns signed with that one are no longer valid.",
	tags: ["Ways in"],
	...researcher("studies:write"),
	request: { params: studyParams.extend({ source: sourceName.describe("The source's name.") }) },
	responses: { 201: jsonAnswer(linkKeySchema, "The new key."), ...refusals(401, 403, 404, 409, 422) },
});

export function registerLinkKeyRoutes(app: App): void {
	app.openapi(createLinkKey, async (c) => {
		const study = await requireStudy(c);
		const { source } = c.req.valid("param");
		const [db, actor, nowMs] = [database(c.env.DB), actorOf(c), Date.now()];
		const signer = { studyId: study.id, source };
		const replaced = (await findLinkKey(db, c.env, signer)) !== null;
		const key = newLinkKey(randomBytes);
		const entry = { actor, action: "link.key", studyId: study.id, target: source, detail: { replaced } } as const;
		await db.batch([storeLinkKey(db, c.env, signer, { key, actor, nowMs }), recordAudit(db, entry, nowMs)]);
		const link = sourceOf(study.protocol, source) ? `${new URL(c.req.url).origin}/p/${study.slug}/${source}` : null;
		return c.json({ key, source, replaced, link }, 201);
	});
}
