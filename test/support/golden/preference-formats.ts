import { z } from "zod";

const message = (role: z.ZodType) => z.strictObject({ role, content: z.string() });
const assistant = z.tuple([message(z.literal("assistant"))]);
const prompt = z
	.array(message(z.enum(["system", "user", "assistant"])))
	.min(1)
	.refine((messages) => messages.at(-1)?.role === "user", "the last message is the user's");

/** TRL, Dataset formats: conversational preference with an explicit prompt. Other columns are dropped by its trainers. */
export const trlPreference = z.looseObject({
	prompt,
	chosen: assistant,
	rejected: assistant,
	margin: z.number().nullable(),
});

/** OpenAI, Direct preference optimization: exactly one assistant message each, and no other field. */
export const openaiPreference = z.strictObject({
	input: z.strictObject({ messages: prompt, tools: z.array(z.never()), parallel_tool_calls: z.boolean() }),
	preferred_output: assistant,
	non_preferred_output: assistant,
});

const turn = z.strictObject({
	turn_nb: z.int().min(0),
	user_utterance: z.tuple([z.string()]),
	chosen_utterance: z.array(z.string()),
	rejected_utterance: z.array(z.string()),
});

/** P-DPO, data/prism_dataset.ipynb: the types that its notebook declares. */
export const pdpoDialog = z.strictObject({
	dialog_id: z.string(),
	user_id: z.string(),
	turns: z.array(turn),
	total_turn_nb: z.int(),
	open_feedback: z.string(),
});

export const pdpoUser = z.strictObject({
	user_id: z.string(),
	dialog_ids: z.array(z.string()).min(1),
	demographics: z.strictObject({
		self_description: z.string(),
		preference: z.array(z.string()),
		age: z.string(),
		gender: z.string(),
		education: z.string(),
		employment: z.string(),
		marital: z.string(),
		english_proficiency: z.string(),
	}),
	system_string: z.string(),
});

export const pdpoSplit = z.strictObject({
	train_dialog_ids: z.array(z.string()),
	test_dialog_ids: z.array(z.string()),
	seen_user_ids: z.record(z.string(), z.int().min(1)),
	unseen_user_ids: z.record(z.string(), z.literal(0)),
});
