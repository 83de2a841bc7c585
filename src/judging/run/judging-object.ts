import { DurableObject } from "cloudflare:workers";
import type { Env } from "../../env.ts";
import type { Control, ControlRefusal } from "../../runs/run-control.ts";
import { inJurisdiction } from "../../shared/jurisdiction.ts";
import type { Result } from "../../shared/result.ts";
import type { BatchState, Judging, NewBatch } from "../judging-client.ts";
import { JudgingService } from "./judging-service.ts";

/** The judgements of one study as a Durable Object. It passes calls on. */
export class JudgingObject extends DurableObject<Env> implements Judging {
	readonly #service: JudgingService;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, inJurisdiction(env));
		this.#service = new JudgingService(ctx.storage, this.env);
	}

	async start(batch: NewBatch): Promise<BatchState> {
		return this.#service.start(batch);
	}

	async list(): Promise<readonly BatchState[]> {
		return this.#service.list();
	}

	async find(batch: string): Promise<BatchState | null> {
		return this.#service.find(batch);
	}

	async control(batch: string, control: Control): Promise<Result<BatchState, ControlRefusal>> {
		return this.#service.control(batch, control);
	}

	async known(ids: readonly string[]): Promise<readonly string[]> {
		return this.#service.known(ids);
	}

	override alarm(): Promise<void> {
		return this.#service.serve();
	}
}
