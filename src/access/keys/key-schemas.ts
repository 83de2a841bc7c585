import { z } from "@hono/zod-openapi";
import { SCOPES } from "./api-keys.ts";

const time = z.iso.datetime();

const keyFields = {
	id: z.string().openapi({ example: "ak_3w6h0v5t9k2m8q1x7c4z0n5d" }),
	name: z.string(),
	scopes: z.array(z.enum(SCOPES)),
	studies: z.array(z.string()).nullable().describe("The ids of the only studies that the key may use. Null: all."),
	createdAt: time,
	expiresAt: time.nullable().describe("From then on the key is refused. Null: never."),
};

export const newKeySchema = z
	.strictObject({
		name: z.string().trim().min(1).max(100),
		scopes: z.array(z.enum(SCOPES)).min(1),
		studies: z
			.array(z.string().min(1).max(200))
			.min(1)
			.max(100)
			.optional()
			.describe("Slugs or ids. The key may be used for these studies alone. By default for all."),
		expiresAt: time.optional().describe("By default the key does not expire."),
	})
	.openapi("NewKey");

export const mintedKeySchema = z
	.strictObject({
		...keyFields,
		key: z.string().describe("The secret. It is shown only in this response, because only its hash is stored."),
	})
	.openapi("MintedKey");

export const rotationSchema = z
	.strictObject({
		overlapHours: z
			.number()
			.min(0)
			.max(24 * 30)
			.describe("How long the old key still works. 0: it is revoked at once."),
	})
	.openapi("KeyRotation");

export const keyListSchema = z
	.strictObject({
		keys: z.array(
			z
				.strictObject({
					...keyFields,
					revokedAt: time.nullable(),
					lastUsedAt: time.nullable().describe("To the hour. Null: not used since this is recorded."),
					replaces: z.string().nullable().describe("The key that this one replaced by rotation."),
				})
				.openapi("ListedKey"),
		),
	})
	.openapi("KeyList");
