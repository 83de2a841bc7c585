import type { Clock } from "../../shared/clock.ts";
import type { Meta } from "../object/storage.ts";

export type Lag = {
	/** In succession. */
	readonly failures: number;
	/** Whole ones, since the first of them. */
	readonly seconds: number;
};

/**
 * How often, and for how long, a session's rows have been refused. Time counts from the first refusal, which comes half a
 * second after the answer. The time of an event would be more exact, but a line of the log with it could be connected with rows
 * of that time, and so with a session. Some events also have a model's time. That of the first refusal is in the log anyway: it is
 * when that line was written.
 */
export class Refusals {
	readonly #meta: Pick<Meta, "get" | "set" | "remove">;
	readonly #clock: Clock;

	constructor(meta: Pick<Meta, "get" | "set" | "remove">, clock: Clock) {
		this.#meta = meta;
		this.#clock = clock;
	}

	count(): number {
		return Number(this.#meta.get("failures") ?? 0);
	}

	add(): Lag {
		const failures = this.count() + 1;
		this.#meta.set("failures", String(failures));
		// A rollback may have left the time of earlier refusals.
		if (failures === 1 || this.#meta.get("refusedSince") === null)
			this.#meta.set("refusedSince", String(this.#clock()));
		return { failures, seconds: this.#seconds() };
	}

	/** The refusals that are over. Null: there was none. */
	end(): Lag | null {
		const failures = this.count();
		if (failures === 0) return null;
		const lag = { failures, seconds: this.#seconds() };
		this.#meta.remove("failures");
		this.#meta.remove("refusedSince");
		return lag;
	}

	#seconds(): number {
		const nowMs = this.#clock();
		const sinceMs = Number(this.#meta.get("refusedSince") ?? nowMs);
		return Math.max(0, Math.floor((nowMs - sinceMs) / 1000));
	}
}
