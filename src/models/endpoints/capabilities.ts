import type { Model, Protocol } from "../../protocol/schema/schema.ts";
import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";
import { OPENAI_OPTIONS, openAiComplaints } from "../providers/openai-options.ts";
import { type Complaint, misfit, type Options, when } from "../providers/provider-option.ts";
import { WORKERS_AI_OPTIONS, workersAiComplaints } from "../providers/workers-ai-options.ts";

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

const ownFields: Check = ({ providerOptions = {} }) =>
	Object.entries(OURS)
		.filter(([name]) => Object.hasOwn(providerOptions, name))
		.map(([name, detail]) => [["providerOptions", name], `This is not yours to set here. ${detail}`]);

/** Every option that is neither the house's nor in the provider's table, or has a value that the table does not take. */
const within =
	(provider: string, options: Options, unknown: string): Check =>
	({ providerOptions = {} }) =>
		Object.entries(providerOptions).flatMap(([name, value]) => {
			if (Object.hasOwn(OURS, name)) return [];
			const option = Object.hasOwn(options, name) ? options[name] : undefined;
			if (option) return misfit(name, value, option, provider);
			return when(true, ["providerOptions", name], `${unknown} It takes ${Object.keys(options).join(", ")}.`);
		});

const CHECKS: Readonly<Record<Model["provider"], readonly Check[]>> = {
	rehearsal: [],
	"openai-compatible": [ownFields],
	openai: [
		ownFields,
		within("OpenAI", OPENAI_OPTIONS, "OpenAI does not take this."),
		(model) => (model.provider === "openai" ? openAiComplaints(model) : []),
	],
	"workers-ai": [
		ownFields,
		within("Workers AI", WORKERS_AI_OPTIONS, "Workers AI ignores this."),
		(model) => (model.provider === "workers-ai" ? workersAiComplaints(model) : []),
	],
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
