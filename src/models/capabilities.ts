import type { Model, Protocol } from "../protocol/schema.ts";
import { pointer } from "../shared/json.ts";
import type { Fault } from "../shared/problem.ts";

/** A place in a model, and why the provider cannot do what stands there. */
type Complaint = readonly [path: readonly string[], detail: string];
type Remote = Exclude<Model, { provider: "rehearsal" }>;
type Check = (model: Remote) => readonly Complaint[];

/** Fields of the body that are the house's own: the arm, the conversation, and that it comes as one stream of text. */
const OURS: Readonly<Record<string, string>> = {
	model: "Say it in `model`.",
	messages: "The conversation goes there.",
	prompt: "The conversation goes in as messages.",
	stream: "Replies always come as a stream.",
	stream_options: "Tokens are always asked for.",
	n: "One reply is asked for at a time: more would be mixed up in one stream.",
	tools: "Replies are text.",
	tool_choice: "Replies are text.",
	functions: "Replies are text.",
	temperature: "Say it in `temperature`.",
	top_p: "Say it in `topP`.",
	seed: "Say it in `seed`.",
	max_tokens: "Say it in `maxOutputTokens`.",
	max_completion_tokens: "Say it in `maxOutputTokens`.",
};

const number = (min: number, max: number) => ({
	takes: (value: unknown) => typeof value === "number" && value >= min && value <= max,
	range: `a number from ${min} to ${max}`,
});
const integer = (min: number, max: number) => ({
	takes: (value: unknown) => Number.isInteger(value) && number(min, max).takes(value),
	range: `a whole number from ${min} to ${max}`,
});
const any = (range: string) => ({ takes: (value: unknown) => value !== undefined, range });
const text = { takes: (value: unknown) => typeof value === "string" && value !== "", range: "a name" };
const bool = { takes: (value: unknown) => typeof value === "boolean", range: "true or false" };

/** The input schema of Workers AI's text models, as far as it is not a field of the protocol's own. It ignores what it does not know. */
const WORKERS_AI_OPTIONS: Readonly<Record<string, { takes: (value: unknown) => boolean; range: string }>> = {
	lora: text,
	raw: bool,
	top_k: integer(1, 50),
	repetition_penalty: number(0, 2),
	frequency_penalty: number(0, 2),
	presence_penalty: number(0, 2),
	response_format: any("an object"),
	reasoning_effort: any("low, medium, high or null"),
	chat_template_kwargs: any("an object"),
};

const ownFields: Check = ({ providerOptions = {} }) =>
	Object.entries(OURS)
		.filter(([name]) => Object.hasOwn(providerOptions, name))
		.map(([name, detail]) => [["providerOptions", name], `This is not yours to set here. ${detail}`]);

const workersAi: Check = ({ model, seed, providerOptions = {} }) => [
	...when(!/^@(cf|hf)\//.test(model), ["model"], "Workers AI's own models begin with @cf/ or @hf/."),
	...when(
		seed !== undefined && (seed < 1 || seed > 9_999_999_999),
		["seed"],
		"Workers AI takes a seed from 1 to 9999999999.",
	),
	...Object.entries(providerOptions).flatMap(([name, value]) => {
		if (Object.hasOwn(OURS, name)) return [];
		const option = WORKERS_AI_OPTIONS[name];
		const path = ["providerOptions", name];
		if (!option)
			return [
				[path, `Workers AI ignores this. It takes ${Object.keys(WORKERS_AI_OPTIONS).join(", ")}.`] satisfies Complaint,
			];
		return when(!option.takes(value), path, `Workers AI takes ${option.range} here.`);
	}),
];

/** OpenAI's models that reason; those whose name says `chat` are for chat and do not. */
const reasons = (model: string): boolean => /^(?:ft:)?(?:o\d|gpt-(?:[5-9]|\d{2,}))(?!.*-chat)/.test(model);

const openai: Check = ({ model, temperature, topP, providerOptions = {} }) => {
	if (!reasons(model)) return when(providerOptions.top_k !== undefined, ["providerOptions", "top_k"], NO_TOP_K);
	const refused: readonly Complaint[] = [
		...when(temperature !== undefined, ["temperature"], NO_SAMPLING),
		...when(topP !== undefined, ["topP"], NO_SAMPLING),
		...["logit_bias", "frequency_penalty", "presence_penalty", "top_k"].flatMap((name) =>
			when(Object.hasOwn(providerOptions, name), ["providerOptions", name], NO_SAMPLING),
		),
	];
	return providerOptions.reasoning_effort === "none" ? [] : refused;
};

const NO_TOP_K = "OpenAI has no top_k: take it out.";
const NO_SAMPLING = "OpenAI's reasoning models refuse this: take it out, or choose another model.";

const CHECKS: Readonly<Record<Model["provider"], readonly Check[]>> = {
	rehearsal: [],
	"openai-compatible": [ownFields],
	openai: [ownFields, openai],
	"workers-ai": [ownFields, workersAi],
};

/**
 * What an arm asks of its provider that the provider would ignore or refuse, each at its pointer. Told when the study opens:
 * a parameter that is dropped on the way would make the arm another one than the protocol says.
 */
export function capabilityFaults(protocol: Protocol): Fault[] {
	const used = new Set(protocol.arms.map((arm) => arm.model));
	return Object.entries(protocol.models).flatMap(([name, model]) => {
		if (!used.has(name) || model.provider === "rehearsal") return [];
		const complaints = CHECKS[model.provider].flatMap((check) => check(model));
		return complaints.map(([path, detail]) => ({ pointer: pointer(["models", name, ...path]), detail }));
	});
}

function when(found: boolean, path: readonly string[], detail: string): Complaint[] {
	return found ? [[path, detail]] : [];
}
