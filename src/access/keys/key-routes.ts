import { createRoute, z } from "@hono/zod-openapi";
import { desc, ne } from "drizzle-orm";
import type { Context } from "hono";
import { randomBytes } from "../../crypto/random-bytes.ts";
import { type Database, database } from "../../db/database.ts";
import { apiKeys } from "../../db/tables/access.ts";
import { studies } from "../../db/tables/studies.ts";
import type { AppEnv } from "../../env.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../../http/contract.ts";
import { timestamp } from "../../shared/clock.ts";
import { invalidRequest, ProblemError } from "../../shared/problem.ts";
import { type AuditDetail, recordAudit } from "../audit.ts";
import { actorOf, researcher } from "../require-scope.ts";
import { findKey, mintKey, type NewKey, revocation, type Scope, scopesBeyond } from "./api-keys.ts";
import { studyIds } from "./key-limits.ts";
import { keyListSchema, mintedKeySchema, newKeySchema, rotationSchema } from "./key-schemas.ts";

const tags = ["Access"];
const keyParam = z.object({ key: z.string().describe("The key's id, `ak_…`.") });

const listKeys = createRoute({
	method: "get",
	path: "/v1/keys",
	operationId: "listKeys",
	summary: "List API keys without their secrets, the newest first",
	tags,
	...researcher("admin"),
	responses: { 200: jsonAnswer(keyListSchema, "All keys, revoked ones too."), ...refusals(401, 403) },
});

const createKey = createRoute({
	method: "post",
	path: "/v1/keys",
	operationId: "createKey",
	summary: "Create an API key",
	description:
		"A new key can have only scopes that your own key has. One with `unblind` is on the record of every study that it can unblind (`key.unblind` in the audit).",
	tags,
	...researcher("admin"),
	request: { body: jsonBody(newKeySchema) },
	responses: {
		201: jsonAnswer(mintedKeySchema, "The new key with its secret."),
		...refusals(400, 401, 403, 409, 413, 415, 422),
	},
});

const rotateKey = createRoute({
	method: "post",
	path: "/v1/keys/{key}/rotate",
	operationId: "rotateKey",
	summary: "Replace an API key by a new one with the same scopes and studies",
	tags,
	...researcher("admin"),
	request: { params: keyParam, body: jsonBody(rotationSchema) },
	responses: {
		201: jsonAnswer(mintedKeySchema, "The new key with its secret."),
		...refusals(400, 401, 403, 404, 409, 413, 415, 422),
	},
});

const deleteKey = createRoute({
	method: "delete",
	path: "/v1/keys/{key}",
	operationId: "deleteKey",
	summary: "Revoke an API key",
	tags,
	...researcher("admin"),
	request: { params: keyParam },
	responses: { 204: { description: "The key is revoked." }, ...refusals(401, 403, 404) },
});

const HOUR_MS = 3_600_000;

export function registerKeyRoutes(app: App): void {
	app.openapi(listKeys, async (c) => {
		const rows = await database(c.env.DB).select().from(apiKeys).orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
		const keys = rows.map(({ hash: _hash, mac: _mac, scopes, ...row }) => ({ ...row, scopes: scopes as Scope[] }));
		return c.json({ keys }, 200);
	});

	app.openapi(createKey, async (c) => {
		const { studies: named, expiresAt = null, ...wanted } = c.req.valid("json");
		const bound = named ? await studyIds(database(c.env.DB), named) : null;
		const faults = [
			...(named && !bound ? [{ pointer: "/studies", detail: "There is no such study." }] : []),
			...(expiresAt !== null && Date.parse(expiresAt) <= Date.now()
				? [{ pointer: "/expiresAt", detail: "This time is past." }]
				: []),
		];
		if (faults.length > 0) throw new ProblemError(invalidRequest(faults));
		const limits = { studies: bound, expiresAt: expiresAt === null ? null : timestamp(Date.parse(expiresAt)) };
		return c.json(await mint(c, { ...wanted, ...limits }, "key.create"), 201);
	});

	app.openapi(rotateKey, async (c) => {
		const old = await requireKey(c, c.req.valid("param").key);
		if (old.revokedAt !== null) throw new ProblemError(NO_SUCH_KEY);
		const { name, studies: bound, expiresAt } = old;
		const next = { name, scopes: old.scopes as Scope[], studies: bound, expiresAt, replaces: old.id };
		return c.json(await mint(c, next, "key.rotate", c.req.valid("json").overlapHours), 201);
	});

	app.openapi(deleteKey, async (c) => {
		const db = database(c.env.DB);
		const { id, name, scopes } = await requireKey(c, c.req.valid("param").key);
		const nowMs = Date.now();
		const entry = { actor: actorOf(c), action: "key.revoke", target: id, detail: { name, scopes } } as const;
		await db.batch([revocation(db, id, timestamp(nowMs)), recordAudit(db, entry, nowMs)]);
		return c.body(null, 204);
	});
}

const NO_SUCH_KEY = { code: "not_found", detail: "There is no API key with this id." } as const;

async function requireKey(c: Context<AppEnv>, id: string) {
	const found = await findKey(database(c.env.DB), id);
	if (!found) throw new ProblemError(NO_SUCH_KEY);
	return found;
}

/** Stores a new key with its entries in the audit, and revokes the key that it replaces, now or after the overlap. */
async function mint(c: Context<AppEnv>, wanted: NewKey, action: "key.create" | "key.rotate", overlapHours = 0) {
	const db = database(c.env.DB);
	const nowMs = Date.now();
	const beyond = scopesBeyond(wanted.scopes, c.get("apiKey")?.scopes ?? []);
	if (beyond.length > 0)
		throw new ProblemError({
			code: "forbidden",
			detail: `A new key can have only scopes that your own key has. Yours lacks ${beyond.join(", ")}.`,
		});
	const { key, row, insert } = mintKey(wanted, { random: randomBytes, nowMs, bindings: c.env });
	const { replaces } = wanted;
	const detail: AuditDetail = {
		scopes: row.scopes,
		...(row.studies && { studies: row.studies }),
		...(row.expiresAt !== null && { expiresAt: row.expiresAt }),
		...(replaces !== undefined && { replaces, overlapHours }),
	};
	const actor = actorOf(c);
	const concerned = row.scopes.includes("unblind") ? await unblindable(db, row.studies) : [];
	await db.batch([
		db.insert(apiKeys).values(insert),
		recordAudit(db, { actor, action, target: row.id, detail }, nowMs),
		...concerned.map((studyId) =>
			recordAudit(db, { actor, action: "key.unblind", studyId, target: row.id, detail }, nowMs),
		),
		...(replaces === undefined ? [] : [revocation(db, replaces, timestamp(nowMs + overlapHours * HOUR_MS))]),
	]);
	return { ...row, key };
}

/** The studies that a key with `unblind` can unblind: its own, or all that have opened. */
async function unblindable(db: Database, bound: readonly string[] | null): Promise<readonly string[]> {
	if (bound !== null) return bound;
	const rows = await db.select({ id: studies.id }).from(studies).where(ne(studies.status, "draft"));
	return rows.map(({ id }) => id);
}
