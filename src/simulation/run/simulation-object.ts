import { DurableObject } from "cloudflare:workers";
import type { Env } from "../../env.ts";
import type { Control, ControlRefusal } from "../../runs/run-control.ts";
import { inJurisdiction } from "../../shared/jurisdiction.ts";
import type { Result } from "../../shared/result.ts";
import type { NewRun, RunState, Simulations } from "../simulation-client.ts";
import { SimulationService } from "./simulation-service.ts";

/** The simulations of one study as a Durable Object. It passes calls on. */
export class SimulationObject extends DurableObject<Env> implements Simulations {
	readonly #service: SimulationService;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, inJurisdiction(env));
		this.#service = new SimulationService(ctx.storage, this.env);
	}

	async start(run: NewRun): Promise<RunState> {
		return this.#service.start(run);
	}

	async list(): Promise<readonly RunState[]> {
		return this.#service.list();
	}

	async find(run: string): Promise<RunState | null> {
		return this.#service.find(run);
	}

	async control(run: string, control: Control): Promise<Result<RunState, ControlRefusal>> {
		return this.#service.control(run, control);
	}

	async eraseTwins(participants: readonly string[]): Promise<void> {
		return this.#service.eraseTwins(participants);
	}

	override alarm(): Promise<void> {
		return this.#service.serve();
	}
}
