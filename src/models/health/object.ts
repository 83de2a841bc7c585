import { DurableObject } from "cloudflare:workers";
import type { Env } from "../../env.ts";
import { type Breaker, type CallReport, CLOSED, judged, type Open, reported, type Verdict } from "./circuit-breaker.ts";
import type { EndpointHealth } from "./client.ts";
import { noted, type Thinking } from "./thinking-models.ts";

/**
 * One an endpoint, named by it. What was heard lately stays in memory, for an endpoint that nobody hears of need not be
 * remembered; that it is broken is stored, for an eviction must not let people in.
 */
export class EndpointHealthObject extends DurableObject<Env> implements EndpointHealth {
	#breaker: Breaker = CLOSED;
	#thinking: Thinking = {};

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		ctx.blockConcurrencyWhile(async () => {
			const open = (await ctx.storage.get<Open>("open")) ?? null;
			this.#breaker = { recent: [], open };
			this.#thinking = (await ctx.storage.get<Thinking>("thinking")) ?? {};
		});
	}

	async report(report: CallReport): Promise<void> {
		await this.#become(reported(this.#breaker, report, Date.now()));
	}

	async judge(): Promise<Verdict> {
		const { verdict, breaker } = judged(this.#breaker, Date.now());
		await this.#become(breaker);
		return verdict;
	}

	async noteThinking(model: string, closed: boolean): Promise<void> {
		const thinking = noted(this.#thinking, model, closed);
		const isNews = thinking[model] !== this.#thinking[model];
		this.#thinking = thinking;
		if (isNews) await this.ctx.storage.put("thinking", thinking);
	}

	async thinking(): Promise<string[]> {
		return Object.keys(this.#thinking);
	}

	async #become(breaker: Breaker): Promise<void> {
		const before = this.#breaker.open;
		this.#breaker = breaker;
		if (breaker.open === before) return;
		if (breaker.open) await this.ctx.storage.put("open", breaker.open);
		else await this.ctx.storage.delete("open");
	}
}
