import { z } from "zod";
import { faultsOf } from "../../protocol/parse/issues.ts";
import type { Fault } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";

/** What each kind of step takes. The contract's schemas, and the only parsers of answers. */
export const consentAnswer = z.strictObject({ accept: z.boolean() });
const count = z.int().nonnegative().max(Number.MAX_SAFE_INTEGER);
/**
 * How an answer came about, by the client's own word: kept only where the consent text covers it. A covariate that reviewers
 * ask for; nothing is decided by it.
 */
export const behaviourSchema = z.strictObject({
	pastes: count.describe("How often something was pasted."),
	pasted: count.describe("Characters that were pasted."),
	focusLost: count.describe("How often the page was left for another."),
	focusLostMs: count,
	firstKeyMs: count.nullable().describe("From when the step was shown; null where nothing was typed."),
	typingMs: count.describe("Time between keys that came within two seconds of each other."),
});
export type Behaviour = z.output<typeof behaviourSchema>;
const behaviour = behaviourSchema.optional().describe("Dropped unless the step says that it records it.");

export const formAnswer = z.strictObject({
	answers: z.record(z.string(), z.json()),
	shown: z.array(z.string()).optional().describe("The items in the order in which the client showed them."),
	// A browser's clock has fractions.
	elapsedMs: z.number().nonnegative().max(Number.MAX_SAFE_INTEGER).transform(Math.round).optional(),
	behaviour,
	passChecks: z
		.literal(true)
		.optional()
		.describe(
			"Of a session of the pilot pool alone: attention checks get the right answers in place of those given, without telling them.",
		),
});
export const messageAnswer = z.strictObject({ text: z.string(), behaviour });
export const endAnswer = z.strictObject({ end: z.literal(true) });
export const choiceAnswer = z.strictObject({
	chosen: z.string(),
	scores: z.record(z.string(), z.number()).optional(),
});
export const retryAnswer = z.strictObject({ retry: z.literal(true) });

export const answerSchema = z.union([consentAnswer, formAnswer, messageAnswer, endAnswer, choiceAnswer, retryAnswer]);

/** Parses an answer with the schema of its step. Pointers are those of the request's body. */
export function parseAnswer<S extends z.ZodType>(schema: S, answer: unknown): Result<z.output<S>, readonly Fault[]> {
	const parsed = schema.safeParse(answer);
	return parsed.success ? ok(parsed.data) : err(faultsOf(parsed.error.issues));
}
