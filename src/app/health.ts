import { createRoute, z } from "@hono/zod-openapi";
import journal from "../../migrations/meta/_journal.json" with { type: "json" };
import { hasStrongSecret } from "../crypto/secrets.ts";
import type { Env } from "../env.ts";
import { answerOr } from "../http/answer-or.ts";
import { type App, jsonAnswer, refusals } from "../http/contract.ts";
import { type Variables as LimitVariables, limitFaults } from "../http/limits/rules.ts";
import { inJurisdiction } from "../shared/jurisdiction.ts";
import { ProblemError } from "../shared/problem.ts";
import { tracesFault } from "../shared/tracing/traces-setting.ts";
import type { Verdicts } from "../watch/verdicts.ts";
import { watchOf } from "../watch/watch-client.ts";
import { type ResearchWorkerFound, researchWorkerFound } from "./research-worker-found.ts";

const healthSchema = z
	.strictObject({
		status: z.enum(["ok", "degraded", "failing"]).describe("The worst of the checks."),
		database: z
			.enum(["ok", "unreachable"])
			.describe("Whether D1 answers within five seconds. A full or read-only one does: `rows` is then `behind`."),
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
				"behind: objects are woken more than five minutes late, or were within the last ten minutes. Sessions then expire late, and rows and replies that were interrupted wait. unknown: the object that watches did not answer.",
			),
		rows: z
			.enum(["ok", "behind", "unknown"])
			.describe(
				"behind: within the last two minutes, a session's rows were refused for the third time in succession or more. D1 may be full or read-only; the log has `outbox_behind`. Answers are kept, and follow. unknown: the object that watches did not answer.",
			),
		rowsBehindSeconds: z
			.int()
			.nullable()
			.describe(
				"For how many seconds rows have been refused, of the session for which it is longest, as sessions reported within the last two minutes. Null unless `rows` is `behind`.",
			),
		research: z
			.enum(["ok", "other_version", "unreachable"])
			.describe(
				"other_version: the research Worker is of another release. unreachable: it does not answer. Reports, Parquet and changes of protocols then wait until `npm run deploy` has deployed both; participants do not need it.",
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
	readonly watched: Verdicts | null;
	/** Why no object can be called. Null: they can. */
	readonly jurisdictionFault: string | null;
	readonly research: ResearchWorkerFound;
};

const UNWATCHED = { alarms: "unknown", rows: "unknown", rowsBehindSeconds: null } as const;

export function healthOf(
	{ applied, watched, jurisdictionFault, research }: Found,
	expected: readonly string[],
	env: Pick<Env, "IDENTITY_KEY" | "JURISDICTION" | "TRACES"> & LimitVariables,
): Health {
	const behind = applied !== null && expected.some((tag) => !applied.includes(`${tag}.sql`));
	const secrets = hasStrongSecret(env) ? "ok" : env.IDENTITY_KEY ? "too_short" : "missing";
	const variables = [jurisdictionFault ?? [], limitFaults(env), tracesFault(env.TRACES) ?? []].flat();
	const { alarms, rows, rowsBehindSeconds } = watched ?? UNWATCHED;
	const isWell = [secrets, alarms, rows, research].every((found) => found === "ok");
	const isFailing = applied === null || behind || variables.length > 0;
	return {
		status: isFailing ? "failing" : isWell ? "ok" : "degraded",
		database: applied === null ? "unreachable" : "ok",
		migrations: applied === null ? "unknown" : behind ? "missing" : "ok",
		secrets,
		alarms,
		rows,
		rowsBehindSeconds,
		research,
		variables,
		jurisdiction: env.JURISDICTION || "none",
	};
}

export const HEALTH_PATH = "/healthz";

const route = createRoute({
	method: "get",
	path: HEALTH_PATH,
	operationId: "health",
	summary:
		"Check the database, its migrations and rows, the secrets, the alarms, the research Worker and the variables",
	description:
		"For monitors. A database that is down costs participants nothing: their answers wait in their sessions' objects.",
	tags: ["Service"],
	security: [],
	responses: {
		200: jsonAnswer(
			healthSchema,
			"The Worker can serve. `degraded` says that a secret is missing or too short, that alarms or rows are behind or not known, or that the research Worker does not answer or is of another release.",
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

const WATCH_WITHIN_MS = 2_000;
/** Its first call loads it. */
const RESEARCH_WITHIN_MS = 5_000;

async function objectsOf(env: Env): Promise<Pick<Found, "watched" | "jurisdictionFault">> {
	const regional = regionalOf(env);
	if (regional instanceof ProblemError) return { watched: null, jurisdictionFault: regional.problem.detail };
	const look = watchOf(regional.WATCH).look();
	return { watched: await answerOr<Verdicts | null>(look, null, WATCH_WITHIN_MS), jurisdictionFault: null };
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
		const research = answerOr<ResearchWorkerFound>(researchWorkerFound(c.env), "unreachable", RESEARCH_WITHIN_MS);
		const [applied, objects, found] = await Promise.all([migrations, objectsOf(c.env), research]);
		const health = healthOf({ applied, ...objects, research: found }, EXPECTED, c.env);
		return c.json(health, health.status === "failing" ? 503 : 200, { "Cache-Control": "no-store" });
	});
}
