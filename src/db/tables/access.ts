import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The key with which a source signs its links, and with which returns to it are signed. One for each source of a study. */
export const linkKeys = sqliteTable(
	"link_keys",
	{
		studyId: text("study_id").notNull(),
		source: text().notNull(),
		/** Encrypted under the Worker's secret; readable without one. */
		key: text().notNull(),
		createdAt: text("created_at").notNull(),
		/** The id of the API key that made it. */
		createdBy: text("created_by").notNull(),
	},
	(table) => [primaryKey({ columns: [table.studyId, table.source] })],
);

export const apiKeys = sqliteTable("api_keys", {
	id: text().primaryKey(),
	name: text().notNull(),
	/** SHA-256 of the key; the key itself is shown once. */
	hash: text().notNull().unique(),
	scopes: text({ mode: "json" }).$type<string[]>().notNull(),
	/** MAC of id, hash and scopes under the Worker's secret. Without it, the scope `unblind` has no effect. */
	mac: text(),
	createdAt: text("created_at").notNull(),
	/** From then on the key is refused. After a rotation this may be later than the revocation. */
	revokedAt: text("revoked_at"),
	/** The ids of the only studies that the key may use. Null: all. */
	studies: text({ mode: "json" }).$type<string[]>(),
	/** From then on the key is refused. Null: never. */
	expiresAt: text("expires_at"),
	/** By the hour, so that a request rarely writes. Null: not used since this is recorded. */
	lastUsedAt: text("last_used_at"),
	/** The key that this one replaces. */
	replaces: text(),
});

export const audit = sqliteTable(
	"audit",
	{
		id: text().primaryKey(),
		at: text().notNull(),
		/** The id of an API key, or `system`. */
		actor: text().notNull(),
		action: text().notNull(),
		studyId: text("study_id"),
		target: text(),
		detail: text({ mode: "json" }),
	},
	(table) => [index("audit_by_time").on(table.at), index("audit_by_study").on(table.studyId, table.at)],
);

export const idempotency = sqliteTable(
	"idempotency",
	{
		keyId: text("key_id").notNull(),
		idempotencyKey: text("idempotency_key").notNull(),
		fingerprint: text().notNull(),
		/** Null while the first request is in progress. */
		status: integer(),
		body: text(),
		createdAt: text("created_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.keyId, table.idempotencyKey] })],
);
