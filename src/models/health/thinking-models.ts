import type { Model, Protocol } from "../../protocol/schema/schema.ts";
import { reasoningOf } from "../calls/reply-deltas.ts";
import type { ReplyText } from "../text/reply-text.ts";
import { endpointNameOf, healthOf } from "./endpoint-health-client.ts";

/** A model is forgotten after this many replies in a row without an unopened thinking tag. */
const MISSES = 3;
/** More models than any endpoint serves. */
const MOST_MODELS = 200;

/** The number of misses left for each model, by its name in protocols. */
export type Thinking = Readonly<Record<string, number>>;

/** Updates the counts after one reply: `closed` says whether the model closed a thinking tag that it had not opened. */
export function updatedThinking(thinking: Thinking, model: string, closed: boolean): Thinking {
	const left = closed ? MISSES : (thinking[model] ?? 0) - 1;
	const { [model]: _, ...others } = thinking;
	if (left <= 0) return others;
	return Object.fromEntries([[model, left] as const, ...Object.entries(others)].slice(0, MOST_MODELS));
}

/**
 * Models that close thinking tags which they did not open, because their chat template opens them. Their text must not be shown
 * before the closing tag. Servers do not announce this, so a session that sees it tells the health object of the endpoint, and
 * new sessions ask there.
 */
export class ThinkingModels {
	readonly #namespace: DurableObjectNamespace;
	readonly #known = new Set<string>();
	#loaded: Promise<void> | null = null;

	constructor(namespace: DurableObjectNamespace) {
		this.#namespace = namespace;
	}

	/** Asks once, and never rejects. Without an answer, the first closing tag reveals such a model. */
	load({ models }: Pick<Protocol, "models">): Promise<void> {
		const endpoints = new Set(Object.values(models).flatMap((model) => endpointNameOf(model) ?? []));
		this.#loaded ??= Promise.all([...endpoints].map((endpoint) => this.#ask(endpoint))).then(() => {});
		return this.#loaded;
	}

	has(model: Model): boolean {
		return this.#known.has(keyOf(model));
	}

	note(model: Model, met: ReplyText["met"]): void {
		const endpoint = endpointNameOf(model);
		const hasChanged = this.has(model) ? met === "nothing" : met === "unopened";
		if (endpoint === null || !("model" in model) || reasoningOf(model) === "show" || !hasChanged) return;
		if (met === "unopened") this.#known.add(keyOf(model));
		healthOf(this.#namespace, endpoint)
			.noteThinking(model.model, met === "unopened")
			.catch(() => {});
	}

	async #ask(endpoint: string): Promise<void> {
		const models = await healthOf(this.#namespace, endpoint)
			.thinking()
			.catch(() => []);
		for (const model of models) this.#known.add(`${endpoint}/${model}`);
	}
}

/** Uses the protocol's name: `{{adapter}}` stands for all adapters of an endpoint, which share one template. */
const keyOf = (model: Model): string => `${endpointNameOf(model)}/${"model" in model ? model.model : ""}`;
