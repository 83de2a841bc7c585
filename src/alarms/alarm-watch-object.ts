import { DurableObject } from "cloudflare:workers";
import type { Env } from "../env.ts";
import { inJurisdiction } from "../shared/jurisdiction.ts";
import type { AlarmWatch } from "./alarm-watch-client.ts";
import { type AlarmVerdict, verdictOf } from "./lateness.ts";

/** Before the next look of most monitors. */
const NEXT_MS = 60_000;

/**
 * Everything that a session does without a request waits for its object's alarm. If the platform's alarms stop, no other part
 * notices it. So this object sets an alarm at each look, and the next look sees whether it came. Nobody looks: nothing is set.
 */
export class AlarmWatchObject extends DurableObject<Env> implements AlarmWatch {
	/** In memory only: an object that nobody asks for minutes is evicted, and the report is old by then. */
	#reportedMs: number | null = null;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, inJurisdiction(env));
	}

	async look(): Promise<AlarmVerdict> {
		const nowMs = Date.now();
		// Null also while the alarm runs.
		const setForMs = await this.ctx.storage.getAlarm();
		if (setForMs === null) await this.ctx.storage.setAlarm(nowMs + NEXT_MS);
		return verdictOf({ setForMs, reportedMs: this.#reportedMs }, nowMs);
	}

	async reportLate(): Promise<void> {
		this.#reportedMs = Date.now();
	}

	/** That it comes is all. */
	override alarm(): void {}
}
