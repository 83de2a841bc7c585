import { bool, type Complaint, integer, number, type Options, objectOf, oneOf, text, when } from "./provider-option.ts";
import type { WorkersAI } from "./workers-ai.ts";

/** The input schema of Workers AI's text models, without fields that the protocol sets by itself. Workers AI ignores unknown fields. */
export const WORKERS_AI_OPTIONS: Options = {
	lora: text,
	raw: bool,
	top_k: integer(1, 50),
	repetition_penalty: number(0, 2),
	frequency_penalty: number(0, 2),
	presence_penalty: number(0, 2),
	/** "JSON Mode currently doesn't support streaming", and replies are always streamed. */
	response_format: {
		takes: (value) => JSON.stringify(value) === '{"type":"text"}',
		range: 'only { "type": "text" }, because its JSON mode does not stream,',
	},
	/** The accepted values depend on the model; null leaves the choice to the model. */
	reasoning_effort: oneOf("none", "low", "medium", "high", "xhigh", "max", null),
	chat_template_kwargs: objectOf(bool, "an object of enable_thinking and clear_thinking, true or false,", [
		"enable_thinking",
		"clear_thinking",
	]),
};

export const workersAiComplaints = ({ model, seed }: Pick<WorkersAI, "model" | "seed">): readonly Complaint[] => [
	...when(!/^@(cf|hf)\//.test(model), ["model"], "Workers AI's own models begin with @cf/ or @hf/."),
	...when(
		seed !== undefined && (seed < 1 || seed > 9_999_999_999),
		["seed"],
		"Workers AI takes a seed from 1 to 9999999999.",
	),
];
