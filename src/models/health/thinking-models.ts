import type { Model, Protocol } from "../../protocol/schema/schema.ts";
import { reasoningOf } from "../calls/reply-deltas.ts";
import type { ReplyText } from "../text/reply-text.ts";
import { endpointNameOf, healthOf } from "./client.ts";

/** How often a model has to do without before it is taken to think no more. It was seen to think once. */
const MISSES = 3;
/** More than any endpoint serves. */
const MOST_MODELS = 200;

/** By a model's name in protocols, how many misses are left. */
export type Thinking = Readonly<Record<string, number>>;

/** After one reply of a model: whether it closed a thought that it had not opened. */
export function noted(thinking: Thinking, model: string, closed: boolean): Thinking {
	const left = closed ? MISSES : (thinking[model] ?? 0) - 1;
	const { [model]: _, ...others } = thinking;
	if (left <= 0) return others;
	return Object.fromEntries([[model, left] as const, ...Object.entries(others)].slice(0, MOST_MODELS));
}

/**
 * Models that close thoughts which they do not open, because their template does. Nothing of their text may be shown before
 * the closing tag. A server does not say so, so whoever meets one tells the health of its endpoint, and sessions ask there.
 */
export class ThinkingModels {
	readonly #namespace: DurableObjectNamespace;
	readonly #known = new Set<string>();
	#loaded: Promise<void> | null = null;

	constructor(namespace: DurableObjectNamespace) {
		this.#namespace = namespace;
	}

	/** Asks once, and never rejects: without an answer, thinking is known once it is met. */
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
		const isNews = this.has(model) ? met === "nothing" : met === "unopened";
		if (endpoint === null || !("model" in model) || reasoningOf(model) === "show" || !isNews) return;
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

/** By the protocol's name: `{{adapter}}` stands for all adapters of an endpoint, which have one template. */
const keyOf = (model: Model): string => `${endpointNameOf(model)}/${"model" in model ? model.model : ""}`;
