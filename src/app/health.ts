import { createRoute, z } from "@hono/zod-openapi";
import journal from "../../migrations/meta/_journal.json" with { type: "json" };
import { hasStrongSecret } from "../crypto/secrets.ts";
import type { Env } from "../env.ts";
import { type App, jsonAnswer, refusals } from "../http/contract.ts";

const healthSchema = z
	.strictObject({
		status: z.enum(["ok", "degraded", "failing"]).describe("The worst of the checks."),
		database: z.enum(["ok", "unreachable"]).describe("Whether D1 answers."),
		migrations: z
			.enum(["ok", "missing", "unknown"])
			.describe(
				"missing: apply the migrations. Researchers' calls and rows of sessions fail until then; answers are kept.",
			),
		secrets: z
			.enum(["ok", "missing"])
			.describe("missing: IDENTITY_KEY is not set or shorter than 32 characters, so secrets are stored readable."),
		jurisdiction: z.string().describe("Where Durable Objects are kept, or `none`. It must never change."),
	})
	.openapi("Health");

export type Health = z.infer<typeof healthSchema>;

/** `applied` is the names of D1's migrations, null if D1 did not answer. Migrations of a newer release are no fault. */
export function healthOf(
	applied: readonly string[] | null,
	expected: readonly string[],
	env: Pick<Env, "IDENTITY_KEY" | "JURISDICTION">,
): Health {
	const behind = applied !== null && expected.some((tag) => !applied.includes(`${tag}.sql`));
	const secrets = hasStrongSecret(env) ? "ok" : "missing";
	return {
		status: applied === null || behind ? "failing" : secrets === "ok" ? "ok" : "degraded",
		database: applied === null ? "unreachable" : "ok",
		migrations: applied === null ? "unknown" : behind ? "missing" : "ok",
		secrets,
		jurisdiction: env.JURISDICTION || "none",
	};
}

const route = createRoute({
	method: "get",
	path: "/healthz",
	operationId: "health",
	summary: "Check the database, its migrations and the secrets",
	description:
		"For monitors. A database that is down costs participants nothing: their answers wait in their sessions' objects.",
	tags: ["Service"],
	security: [],
	responses: {
		200: jsonAnswer(healthSchema, "The Worker can serve. `degraded` says that a secret is missing."),
		503: jsonAnswer(healthSchema, "The database does not answer, or its migrations are missing."),
		...refusals(500),
	},
});

const EXPECTED = journal.entries.map(({ tag }) => tag);

/** Null if D1 does not answer. A database without the table of migrations has none. */
async function appliedMigrations(database: D1Database): Promise<string[] | null> {
	try {
		const { results } = await database.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
		return results.map(({ name }) => name);
	} catch (error) {
		return error instanceof Error && error.message.includes("no such table") ? [] : null;
	}
}

export function registerHealth(app: App): void {
	app.openapi(route, async (c) => {
		const health = healthOf(await appliedMigrations(c.env.DB), EXPECTED, c.env);
		return c.json(health, health.status === "failing" ? 503 : 200, { "Cache-Control": "no-store" });
	});
}
