import type { OpenAI } from "./openai.ts";
import { bool, type Complaint, integer, number, type Options, objectOf, oneOf, text, when } from "./provider-option.ts";

const name512 = { takes: (value: unknown) => typeof value === "string" && value.length <= 512, range: "a text" };

/** Fields of a chat completion's body that the protocol does not set by itself. OpenAI refuses unknown fields. */
export const OPENAI_OPTIONS: Options = {
	frequency_penalty: number(-2, 2),
	presence_penalty: number(-2, 2),
	logit_bias: objectOf(number(-100, 100), "an object of numbers from -100 to 100 by token"),
	logprobs: bool,
	top_logprobs: integer(0, 20),
	stop: {
		takes: (value) =>
			text.takes(value) || (Array.isArray(value) && value.length > 0 && value.length <= 4 && value.every(text.takes)),
		range: "a text, or four at most",
	},
	response_format: {
		takes: (value) =>
			objectOf(null, "").takes(value) &&
			["text", "json_object", "json_schema"].includes(String((value as { type?: unknown }).type)),
		range: "an object whose type is text, json_object or json_schema",
	},
	reasoning_effort: oneOf("none", "minimal", "low", "medium", "high", "xhigh"),
	verbosity: oneOf("low", "medium", "high"),
	service_tier: oneOf("auto", "default", "flex", "priority", "fast", "ultrafast"),
	store: bool,
	metadata: objectOf(name512, "an object of texts"),
	user: text,
	safety_identifier: text,
	prompt_cache_key: text,
	prompt_cache_retention: oneOf("in_memory", "24h"),
	prediction: objectOf(null, "an object"),
	web_search_options: objectOf(null, "an object"),
};

/** OpenAI's reasoning models. `gpt-5-chat` does not reason; its successors do. */
const REASONS = /^(?:ft:)?(?:o\d|gpt-(?:[5-9]|\d{2,})(?!-chat))/;
/** Models whose reasoning can be turned off; then they take sampling parameters. */
const MAY_NOT_REASON = /^(?:ft:)?gpt-(?:5\.[1-9]|6\.1-terra|6-luna|6-sol)/;
const GPT = /^(?:ft:)?gpt-/;
const SEARCHES = /^gpt-4o(?:-mini)?-search-preview/;
const FLEXES = /^(?:ft:)?(?:o[3-9]|gpt)/;

const SAMPLING = ["temperature", "topP"] as const;
const PENALTIES = ["frequency_penalty", "presence_penalty"];
/** Refused by reasoning models even with reasoning turned off. */
const NEVER_OF_REASONING = [...PENALTIES, "logit_bias", "top_logprobs", "stop"];

const OF_REASONING = "OpenAI's reasoning models refuse this: remove it, or choose another model.";
const OF_SEARCH = "OpenAI's search models refuse this: remove it, or choose another model.";

/** Faults that depend on the model. The package would silently drop some of these options, and OpenAI refuses calls with the others. */
export function openAiComplaints(model: OpenAI): readonly Complaint[] {
	const options = model.providerOptions ?? {};
	const has = (name: string) => Object.hasOwn(options, name);
	const of = (names: readonly string[], detail: string) =>
		names.flatMap((name) => when(has(name), ["providerOptions", name], detail));
	const sampling = (detail: string) => SAMPLING.flatMap((name) => when(model[name] !== undefined, [name], detail));
	const searches = SEARCHES.test(model.model);
	return [
		...(REASONS.test(model.model)
			? reasoning(model, { of, sampling })
			: of(["reasoning_effort", "verbosity"], "Only OpenAI's reasoning models take this: remove it.")),
		...(searches
			? [...sampling(OF_SEARCH), ...of(PENALTIES, OF_SEARCH)]
			: of(["web_search_options"], "Only OpenAI's search models take this: remove it.")),
		...when(
			options.service_tier === "flex" && !(REASONS.test(model.model) && FLEXES.test(model.model)),
			["providerOptions", "service_tier"],
			"OpenAI has no flex processing for this model.",
		),
	];
}

type ComplaintsOf = {
	readonly of: (names: readonly string[], detail: string) => Complaint[];
	readonly sampling: (detail: string) => Complaint[];
};

function reasoning({ model, providerOptions }: OpenAI, { of, sampling }: ComplaintsOf): Complaint[] {
	const turnsOff = providerOptions?.reasoning_effort === "none";
	const samples = turnsOff && MAY_NOT_REASON.test(model);
	return [
		...of(NEVER_OF_REASONING, OF_REASONING),
		...(samples ? [] : [...sampling(OF_REASONING), ...of(["logprobs"], OF_REASONING)]),
		...when(
			turnsOff && !samples,
			["providerOptions", "reasoning_effort"],
			"This model always reasons: choose a low effort instead.",
		),
		...(GPT.test(model) ? [] : of(["verbosity"], "OpenAI's o models do not take this: remove it.")),
	];
}
