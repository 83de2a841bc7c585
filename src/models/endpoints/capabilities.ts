import type { Model, Protocol } from "../../protocol/schema/schema.ts";
import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";
import { OPENAI_OPTIONS, openAiComplaints } from "../providers/openai-options.ts";
import { type Complaint, type Options, optionFaults, when } from "../providers/provider-option.ts";
import { WORKERS_AI_OPTIONS, workersAiComplaints } from "../providers/workers-ai-options.ts";

type Remote = Exclude<Model, { provider: "rehearsal" }>;
type Check = (model: Remote) => readonly Complaint[];

/** Fields of the body that only Crossover sets: model, conversation and streaming. */
const RESERVED_FIELDS: Readonly<Record<string, string>> = {
	model: "Set `model` instead.",
	messages: "Crossover puts the conversation there.",
	prompt: "Crossover sends the conversation as messages.",
	stream: "Replies are always streamed.",
	stream_options: "Token counts are always requested.",
	n: "Each call asks for one reply: several would be mixed in one stream.",
	tools: "Replies are text.",
	tool_choice: "Replies are text.",
	functions: "Replies are text.",
	temperature: "Set `temperature` instead.",
	top_p: "Set `topP` instead.",
	seed: "Set `seed` instead.",
	max_tokens: "Set `maxOutputTokens` instead.",
	max_completion_tokens: "Set `maxOutputTokens` instead.",
};

const ownFields: Check = ({ providerOptions = {} }) =>
	Object.entries(RESERVED_FIELDS)
		.filter(([name]) => Object.hasOwn(providerOptions, name))
		.map(([name, detail]) => [["providerOptions", name], `This option cannot be set here. ${detail}`]);

/** Faults of options that are not in the provider's table, or whose value the table does not allow. */
const within =
	(provider: string, options: Options, unknown: string): Check =>
	({ providerOptions = {} }) =>
		Object.entries(providerOptions).flatMap(([name, value]) => {
			if (Object.hasOwn(RESERVED_FIELDS, name)) return [];
			const option = Object.hasOwn(options, name) ? options[name] : undefined;
			if (option) return optionFaults(name, value, option, provider);
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
 * Options of an arm's model that the provider would ignore or refuse, each with its pointer. Checked when the study opens: if
 * an option were silently dropped, the arm would not be the one of the protocol.
 */
export function capabilityFaults(protocol: Protocol): Fault[] {
	const used = new Set(protocol.arms.map((arm) => arm.model));
	return Object.entries(protocol.models).flatMap(([name, model]) => {
		if (!used.has(name) || model.provider === "rehearsal") return [];
		const complaints = CHECKS[model.provider].flatMap((check) => check(model));
		return complaints.map(([path, detail]) => ({ pointer: pointer(["models", name, ...path]), detail }));
	});
}
