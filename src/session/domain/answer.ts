import { z } from "zod";
import { MOVES_KEPT } from "../../protocol/answers/moves-kept.ts";
import { faultsOf } from "../../protocol/parse/issues.ts";
import type { Fault } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";

/** Answers by kind of step: the schemas of the contract, and the only parsers of answers. */
export const consentAnswer = z.strictObject({ accept: z.boolean() });
const count = z.int().nonnegative().max(Number.MAX_SAFE_INTEGER);
/** How an answer was typed, as the client reports it. Stored only if the consent text covers it, and used only as a covariate. */
export const behaviourSchema = z.strictObject({
	pastes: count.describe("How often something was pasted."),
	pasted: count.describe("Number of pasted characters."),
	focusLost: count.describe("How often the participant left the page."),
	focusLostMs: count,
	firstKeyMs: count.nullable().describe("Time from showing the step to the first key; null if nothing was typed."),
	typingMs: count.describe("Total time between keys that are at most two seconds apart."),
});
export type Behaviour = z.output<typeof behaviourSchema>;
const behaviour = behaviourSchema.optional().describe("Ignored unless the step has `behaviour`.");

/** Longer than anybody has a page open, so that a clock that was set does not lose an answer. */
const ago = z.number().nonnegative().max(Number.MAX_SAFE_INTEGER).transform(Math.round);
const seen = z
	.record(z.string(), ago)
	.optional()
	.describe(
		"Replies whose end was on the participant's screen, by message id, and how many milliseconds ago. Each needs to be sent once.",
	);

const move = z.strictObject({
	ms: ago.describe("Since the form was shown."),
	value: z.string().max(200).describe("The option that was moved."),
	from: z.int().min(1).describe("Its place before, from 1."),
	to: z.int().min(1),
});
const movesSchema = z.record(
	z.string(),
	z.strictObject({ changes: count.describe("How often something was moved."), history: z.array(move).max(MOVES_KEPT) }),
);
export type Moves = z.output<typeof movesSchema>;

export const formAnswer = z.strictObject({
	answers: z.record(z.string(), z.json()),
	shown: z.array(z.string()).optional().describe("Ids of the items in the order in which the client showed them."),
	// A browser's clock has fractions.
	elapsedMs: z.number().nonnegative().max(Number.MAX_SAFE_INTEGER).transform(Math.round).optional(),
	behaviour,
	seen,
	moves: movesSchema.optional().describe("Of rankings, by item: how their order came about."),
	passChecks: z
		.literal(true)
		.optional()
		.describe(
			"For sessions of the pilot pool: replaces the answers to attention checks by the correct ones, which are not sent to the client.",
		),
});
export const messageAnswer = z.strictObject({
	text: z.string(),
	behaviour,
	seen,
	stays: z
		.literal(true)
		.optional()
		.describe("If its reply is the conversation's last, the step stays a `message` that takes `end` alone."),
});
export const endAnswer = z.strictObject({ end: z.literal(true), seen });
export const choiceAnswer = z.strictObject({
	chosen: z.string(),
	scores: z.record(z.string(), z.number()).optional(),
	seen,
});
export const retryAnswer = z.strictObject({ retry: z.literal(true) });

export const answerSchema = z.union([consentAnswer, formAnswer, messageAnswer, endAnswer, choiceAnswer, retryAnswer]);

/** Parses an answer with the schema of its step. Pointers are relative to the request's body. */
export function parseAnswer<S extends z.ZodType>(schema: S, answer: unknown): Result<z.output<S>, readonly Fault[]> {
	const parsed = schema.safeParse(answer);
	return parsed.success ? ok(parsed.data) : err(faultsOf(parsed.error.issues));
}
