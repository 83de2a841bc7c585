import { z } from "@hono/zod-openapi";
import type { Env } from "../../env.ts";
import { type Budget, budgetSchema } from "../../protocol/schema/budget.ts";
import { budgetFaults } from "../../protocol/validate/budgets.ts";
import { timestamp } from "../../shared/clock.ts";
import type { Fault, Problem } from "../../shared/problem.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { blindedChangeFaults } from "./budget-change.ts";
import { ledgerOf } from "./usage-ledger-client.ts";

/** The budget of a study as it stands. */
export const budgetStateSchema = z
	.strictObject({
		...budgetSchema.shape,
		counted: z
			.strictObject({ tokens: z.int(), cost: z.number() })
			.describe(
				"Counted spending of all replies so far. It is the same for every arm, so it differs from what was billed.",
			),
		spentAt: z.iso
			.datetime()
			.nullable()
			.describe("When enrolment was paused because the budget was spent; null while some of it is left."),
	})
	.nullable()
	.describe("The budget of the whole study; null if its protocol has no `limits.study`.");

/** Pointers are below `/budget`. */
export function budgetChangeFaults(study: StudyRecord, before: Budget, after: Budget): Fault[] {
	const { protocol } = study;
	const changed = { ...protocol, limits: { ...protocol.limits, study: after } };
	const faults = budgetFaults(changed).map((found) => ({
		...found,
		pointer: found.pointer.replace(/^\/limits\/study/, "/budget"),
	}));
	return [...faults, ...(isBlinded(study) ? blindedChangeFaults(before, after) : [])];
}

const isBlinded = ({ protocol, unblindedAt }: StudyRecord): boolean =>
	protocol.blinding.level === "double" && unblindedAt === null;

/** Null if the study has no budget. */
export async function budgetOf(env: Env, { id, protocol }: StudyRecord): Promise<Budget | null> {
	if (!protocol.limits.study) return null;
	return (await ledgerOf(env.USAGE, id).budget())?.budget ?? protocol.limits.study;
}

export async function budgetState(
	env: Env,
	{ id, protocol }: StudyRecord,
): Promise<z.output<typeof budgetStateSchema>> {
	const planned = protocol.limits.study;
	if (!planned) return null;
	const state = await ledgerOf(env.USAGE, id).budget();
	const { budget, counted, spentAtMs } = state ?? { budget: planned, counted: { tokens: 0, cost: 0 }, spentAtMs: null };
	return { ...budget, counted, spentAt: spentAtMs === null ? null : timestamp(spentAtMs) };
}

export const NO_BUDGET: Problem = {
	code: "study_state",
	detail: "This study has no budget: its protocol has no `limits.study`.",
};
