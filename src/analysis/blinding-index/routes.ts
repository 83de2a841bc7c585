import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../../access/require-scope.ts";
import { database } from "../../db/database.ts";
import { type GuessRow, guessPages } from "../../export/guesses.ts";
import { type App, jsonAnswer, refusals } from "../../http/contract.ts";
import { allocatorOf } from "../../randomisation/allocator/allocator-client.ts";
import { ProblemError } from "../../shared/problem.ts";
import { onePoolQuery } from "../../studies/pool-query.ts";
import { requireOpened, studyParams } from "../../studies/require-study.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { bangIndex, type GuessTable, jamesIndex } from "./blinding-index.ts";

const index = z
	.strictObject({ estimate: z.number(), standardError: z.number(), lower: z.number(), upper: z.number() })
	.describe("With its two-sided 95 % interval.")
	.nullable();

const blindingSchema = z
	.strictObject({
		pool: z.enum(["live", "pilot", "simulated"]),
		guesses: z.int(),
		participants: z.int(),
		arms: z.array(
			z.strictObject({
				arm: z.string(),
				takenFor: z.record(z.string(), z.int()).describe("The number of guesses of each arm."),
				unknown: z.int(),
				bang: index.describe("1: all guesses are right. 0: guesses are random. Null without answers."),
			}),
		),
		james: index.describe(
			"1: all answer that they do not know. 0.5: guesses are random. 0: all guesses are right. Assumes independent guesses, but guesses of one participant are not independent.",
		),
	})
	.openapi("BlindingIndices");

const getBlinding = createRoute({
	method: "get",
	path: "/v1/studies/{study}/blinding",
	operationId: "getBlinding",
	summary: "Get Bang's and James's blinding indices",
	description:
		"Computed from the answers to an item of kind `guess`. Only for an unblinded study: before that, a guess is a position in a secret order.",
	tags: ["Data"],
	...researcher("data:read"),
	request: {
		params: studyParams,
		query: z.object({ pool: onePoolQuery }),
	},
	responses: { 200: jsonAnswer(blindingSchema, "The indices."), ...refusals(400, 401, 403, 404, 409) },
});

export function registerBlindingRoutes(app: App): void {
	app.openapi(getBlinding, async (c) => {
		const study = await requireOpened(c);
		const { pool } = c.req.valid("query");
		if (study.revealedSeed === null)
			throw new ProblemError({ code: "study_state", detail: "The study is blinded: unblind it first." });
		const source = { env: c.env, db: database(c.env.DB), study, allocator: allocatorOf(c.env.ALLOCATORS, study.id) };
		const rows: GuessRow[] = [];
		for await (const page of guessPages(source)) rows.push(...page.filter((row) => row.pool === pool));
		return c.json({ pool, ...indicesOf(study, rows) }, 200);
	});
}

function indicesOf({ protocol }: StudyRecord, rows: readonly GuessRow[]) {
	const ids = protocol.arms.map(({ id }) => id);
	const counted = (arm: string, guess: string | null) =>
		rows.filter((row) => row.arm === arm && row.guessed_arm === guess).length;
	const table: GuessTable = {
		guesses: ids.map((arm) => ids.map((guess) => counted(arm, guess))),
		unknown: ids.map((arm) => counted(arm, null)),
	};
	return {
		guesses: rows.length,
		participants: new Set(rows.map(({ participant }) => participant)).size,
		arms: ids.map((arm, place) => ({
			arm,
			takenFor: Object.fromEntries(ids.map((guess) => [guess, counted(arm, guess)])),
			unknown: table.unknown[place] ?? 0,
			bang: bangIndex(table, place),
		})),
		james: jamesIndex(table),
	};
}
