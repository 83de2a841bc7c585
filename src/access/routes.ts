import { createRoute, z } from "@hono/zod-openapi";
import { randomBytes } from "../crypto/random-bytes.ts";
import { database } from "../db/database.ts";
import { apiKeys } from "../db/tables/access.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../http/contract.ts";
import { ProblemError } from "../shared/problem.ts";
import { auditPage, readCursor, recordAudit, writeCursor } from "./audit.ts";
import { findKey, mintKey, revocation, SCOPES, scopesBeyond } from "./keys/api-keys.ts";
import { actorOf, researcher } from "./require-scope.ts";

const keyFields = {
	id: z.string().openapi({ example: "ak_3w6h0v5t9k2m8q1x7c4z0n5d" }),
	name: z.string(),
	scopes: z.array(z.enum(SCOPES)),
	createdAt: z.iso.datetime(),
};

const newKeySchema = z
	.strictObject({ name: z.string().trim().min(1).max(100), scopes: z.array(z.enum(SCOPES)).min(1) })
	.openapi("NewKey");

const mintedKeySchema = z
	.strictObject({
		...keyFields,
		key: z.string().describe("The secret. It is shown only in this response, because only its hash is stored."),
	})
	.openapi("MintedKey");

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

const createKey = createRoute({
	method: "post",
	path: "/v1/keys",
	operationId: "createKey",
	summary: "Create an API key",
	tags: ["Access"],
	...researcher("admin"),
	request: { body: jsonBody(newKeySchema) },
	responses: {
		201: jsonAnswer(mintedKeySchema, "The new key with its secret."),
		...refusals(400, 401, 403, 409, 413, 415, 422),
	},
});

const deleteKey = createRoute({
	method: "delete",
	path: "/v1/keys/{key}",
	operationId: "deleteKey",
	summary: "Revoke an API key",
	tags: ["Access"],
	...researcher("admin"),
	request: { params: z.object({ key: z.string().describe("The key's id, `ak_…`.") }) },
	responses: { 204: { description: "The key is revoked." }, ...refusals(401, 403, 404) },
});

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

export function registerAccessRoutes(app: App): void {
	app.openapi(createKey, async (c) => {
		const db = database(c.env.DB);
		const nowMs = Date.now();
		const wanted = c.req.valid("json");
		const beyond = scopesBeyond(wanted.scopes, c.get("apiKey")?.scopes ?? []);
		if (beyond.length > 0)
			throw new ProblemError({
				code: "forbidden",
				detail: `A new key can have only scopes that your own key has. Yours lacks ${beyond.join(", ")}.`,
			});
		const { key, row, insert } = mintKey(wanted, { random: randomBytes, nowMs, bindings: c.env });
		const entry = { actor: actorOf(c), action: "key.create", target: row.id, detail: { scopes: row.scopes } } as const;
		await db.batch([db.insert(apiKeys).values(insert), recordAudit(db, entry, nowMs)]);
		return c.json({ ...row, key }, 201);
	});

	app.openapi(deleteKey, async (c) => {
		const db = database(c.env.DB);
		const { key } = c.req.valid("param");
		const nowMs = Date.now();
		const revoked = await findKey(db, key);
		if (!revoked) throw new ProblemError({ code: "not_found", detail: "There is no API key with this id." });
		const entry = { actor: actorOf(c), action: "key.revoke", target: key, detail: revoked } as const;
		await db.batch([revocation(db, key, nowMs), recordAudit(db, entry, nowMs)]);
		return c.body(null, 204);
	});

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
