import { DurableObject } from "cloudflare:workers";
import type { Env } from "../../env.ts";
import { inJurisdiction } from "../../shared/jurisdiction.ts";
import { log } from "../../shared/log.ts";
import {
	type Breaker,
	type CallReport,
	CLOSED,
	judge,
	type OpenState,
	recordReport,
	type Verdict,
} from "./circuit-breaker.ts";
import type { EndpointHealth } from "./endpoint-health-client.ts";
import { type Thinking, updatedThinking } from "./thinking-models.ts";

/**
 * One object for each endpoint, named after it. Recent reports stay in memory, because an idle endpoint needs no history. An
 * open breaker is stored, because an eviction must not admit participants.
 */
export class EndpointHealthObject extends DurableObject<Env> implements EndpointHealth {
	#breaker: Breaker = CLOSED;
	#thinking: Thinking = {};

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, inJurisdiction(env));
		ctx.blockConcurrencyWhile(async () => {
			const open = (await ctx.storage.get<OpenState>("open")) ?? null;
			this.#breaker = { recent: [], open };
			this.#thinking = (await ctx.storage.get<Thinking>("thinking")) ?? {};
		});
	}

	async report(report: CallReport): Promise<void> {
		await this.#store(recordReport(this.#breaker, report, Date.now()));
	}

	async judge(): Promise<Verdict> {
		const { verdict, breaker } = judge(this.#breaker, Date.now());
		await this.#store(breaker);
		return verdict;
	}

	async peek(): Promise<Verdict> {
		return judge(this.#breaker, Date.now()).verdict;
	}

	async noteThinking(model: string, closed: boolean): Promise<void> {
		const thinking = updatedThinking(this.#thinking, model, closed);
		const hasChanged = thinking[model] !== this.#thinking[model];
		this.#thinking = thinking;
		if (hasChanged) await this.ctx.storage.put("thinking", thinking);
	}

	async thinking(): Promise<string[]> {
		return Object.keys(this.#thinking);
	}

	async #store(breaker: Breaker): Promise<void> {
		const before = this.#breaker.open;
		this.#breaker = breaker;
		if (breaker.open === before) return;
		// Once for each outage, without a server's name: the failing server and the time could be matched with a label.
		if (breaker.open && !before) log("calls_failing", {});
		if (breaker.open) await this.ctx.storage.put("open", breaker.open);
		else await this.ctx.storage.delete("open");
	}
}
