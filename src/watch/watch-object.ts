import { DurableObject } from "cloudflare:workers";
import type { Env } from "../env.ts";
import { inJurisdiction } from "../shared/jurisdiction.ts";
import { type RefusedRows, type Verdicts, verdictsOf, withReport } from "./verdicts.ts";
import type { Watch } from "./watch-client.ts";

/** Before the next look of most monitors. */
const NEXT_MS = 60_000;

/**
 * Everything that a session does without a request waits for its object's alarm. If the platform's alarms stop, no other part
 * notices it. So this object sets an alarm at each look, and the next look sees whether it came. Nobody looks: nothing is set.
 *
 * That rows do not reach D1, only the sessions' objects notice: a database that is full or read-only answers every query.
 */
export class WatchObject extends DurableObject<Env> implements Watch {
	/** In memory only: an object that nobody asks for minutes is evicted, and the reports are old by then. */
	#lateAlarmMs: number | null = null;
	#refusedRows: readonly RefusedRows[] = [];

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, inJurisdiction(env));
	}

	async look(): Promise<Verdicts> {
		const nowMs = Date.now();
		// Null also while the alarm runs.
		const setForMs = await this.ctx.storage.getAlarm();
		if (setForMs === null) await this.ctx.storage.setAlarm(nowMs + NEXT_MS);
		return verdictsOf({ setForMs, lateAlarmMs: this.#lateAlarmMs, refusedRows: this.#refusedRows }, nowMs);
	}

	async reportLateAlarm(): Promise<void> {
		this.#lateAlarmMs = Date.now();
	}

	async reportRefusedRows(seconds: number): Promise<void> {
		this.#refusedRows = withReport(this.#refusedRows, { atMs: Date.now(), seconds });
	}

	/** That it comes is all. */
	override alarm(): void {}
}
