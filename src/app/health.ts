import { createRoute, z } from "@hono/zod-openapi";
import journal from "../../migrations/meta/_journal.json" with { type: "json" };
import { alarmWatchOf } from "../alarms/alarm-watch-client.ts";
import type { AlarmVerdict } from "../alarms/lateness.ts";
import { hasStrongSecret } from "../crypto/secrets.ts";
import type { Env } from "../env.ts";
import { answerOr } from "../http/answer-or.ts";
import { type App, jsonAnswer, refusals } from "../http/contract.ts";
import { type Variables as LimitVariables, limitFaults } from "../http/limits/rules.ts";
import { inJurisdiction } from "../shared/jurisdiction.ts";
import { ProblemError } from "../shared/problem.ts";
import { tracesFault } from "../shared/tracing/traces-setting.ts";

const healthSchema = z
	.strictObject({
		status: z.enum(["ok", "degraded", "failing"]).describe("The worst of the checks."),
		database: z
			.enum(["ok", "unreachable"])
			.describe(
				"Whether D1 answers within five seconds. A full or read-only one does: the log then has `outbox_behind`.",
			),
		migrations: z
			.enum(["ok", "missing", "unknown"])
			.describe(
				"missing: apply the migrations. Researchers' calls and rows of sessions fail until then; answers are kept.",
			),
		secrets: z
			.enum(["ok", "missing", "too_short"])
			.describe(
				"missing: IDENTITY_KEY is not set, so secrets are stored readable. too_short: it has fewer than 32 characters.",
			),
		alarms: z
			.enum(["ok", "behind", "unknown"])
			.describe(
				"behind: objects are woken more than five minutes late, or were within the last ten minutes. Sessions then expire late, and rows and replies that were interrupted wait. unknown: the object that watches alarms did not answer.",
			),
		variables: z
			.array(z.string())
			.describe("What to correct in the Worker's variables, a sentence each. Empty: nothing."),
		jurisdiction: z.string().describe("Where Durable Objects are kept, or `none`. It must never change."),
	})
	.openapi("Health");

export type Health = z.infer<typeof healthSchema>;

type Found = {
	/** The names of D1's migrations; null if D1 did not answer. Migrations of a newer release are no fault. */
	readonly applied: readonly string[] | null;
	/** Null: not known. */
	readonly alarms: AlarmVerdict | null;
	/** Why no object can be called. Null: they can. */
	readonly jurisdictionFault: string | null;
};

export function healthOf(
	{ applied, alarms, jurisdictionFault }: Found,
	expected: readonly string[],
	env: Pick<Env, "IDENTITY_KEY" | "JURISDICTION" | "TRACES"> & LimitVariables,
): Health {
	const behind = applied !== null && expected.some((tag) => !applied.includes(`${tag}.sql`));
	const secrets = hasStrongSecret(env) ? "ok" : env.IDENTITY_KEY ? "too_short" : "missing";
	const variables = [jurisdictionFault ?? [], limitFaults(env), tracesFault(env.TRACES) ?? []].flat();
	const isFailing = applied === null || behind || variables.length > 0;
	return {
		status: isFailing ? "failing" : secrets === "ok" && alarms === "ok" ? "ok" : "degraded",
		database: applied === null ? "unreachable" : "ok",
		migrations: applied === null ? "unknown" : behind ? "missing" : "ok",
		secrets,
		alarms: alarms ?? "unknown",
		variables,
		jurisdiction: env.JURISDICTION || "none",
	};
}

export const HEALTH_PATH = "/healthz";

const route = createRoute({
	method: "get",
	path: HEALTH_PATH,
	operationId: "health",
	summary: "Check the database, its migrations, the secrets, the alarms and the variables",
	description:
		"For monitors. A database that is down costs participants nothing: their answers wait in their sessions' objects.",
	tags: ["Service"],
	security: [],
	responses: {
		200: jsonAnswer(
			healthSchema,
			"The Worker can serve. `degraded` says that a secret is missing or too short, or that alarms are behind or not known.",
		),
		503: jsonAnswer(
			healthSchema,
			"The database does not answer, its migrations are missing, or a variable is not valid.",
		),
		...refusals(500),
	},
});

const EXPECTED = journal.entries.map(({ tag }) => tag);

/** A database that is silent would keep a monitor waiting for half a minute. */
const DATABASE_WITHIN_MS = 5_000;

/** Null if D1 does not answer. A database without the table of migrations has none. */
async function appliedMigrations(database: D1Database): Promise<string[] | null> {
	try {
		const { results } = await database.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
		return results.map(({ name }) => name);
	} catch (error) {
		return error instanceof Error && error.message.includes("no such table") ? [] : null;
	}
}

const ALARMS_WITHIN_MS = 2_000;

/** Null for alarms if the object that watches them does not answer. */
async function objectsOf(env: Env): Promise<Pick<Found, "alarms" | "jurisdictionFault">> {
	const regional = regionalOf(env);
	if (regional instanceof ProblemError) return { alarms: null, jurisdictionFault: regional.problem.detail };
	const look = alarmWatchOf(regional.ALARMS).look();
	return { alarms: await answerOr<AlarmVerdict | null>(look, null, ALARMS_WITHIN_MS), jurisdictionFault: null };
}

function regionalOf(env: Env): Env | ProblemError {
	try {
		return inJurisdiction(env);
	} catch (error) {
		if (error instanceof ProblemError) return error;
		throw error;
	}
}

export function registerHealth(app: App): void {
	app.openapi(route, async (c) => {
		const migrations = answerOr(appliedMigrations(c.env.DB), null, DATABASE_WITHIN_MS);
		const [applied, objects] = await Promise.all([migrations, objectsOf(c.env)]);
		const health = healthOf({ applied, ...objects }, EXPECTED, c.env);
		return c.json(health, health.status === "failing" ? 503 : 200, { "Cache-Control": "no-store" });
	});
}
