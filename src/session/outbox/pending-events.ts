import type { SessionEvent } from "../domain/events.ts";
import { evolve } from "../domain/evolve/evolve.ts";
import { initialState, type SessionState, type Study } from "../domain/state.ts";
import type { Logged } from "../projection/project.ts";

type StoredEvent = { readonly seq: number; readonly event: SessionEvent };
/** The events after `seq`, in order. */
type ReadLog = (after: number) => readonly StoredEvent[];
type Place = { readonly seq: number; readonly state: SessionState };

const START: Place = { seq: 0, state: initialState };

/**
 * Replays a session's log for the projection, and remembers the state at the last projected event. So a flush reads and
 * evolves only new events. After an eviction the first flush replays from event 1.
 */
export class PendingEvents {
	readonly #study: Study;
	readonly #read: ReadLog;
	#place: Place = START;

	constructor(study: Study, read: ReadLog) {
		this.#study = study;
		this.#read = read;
	}

	/** The events after `projected`, each with the state before and after it. */
	after(projected: number): readonly Logged[] {
		// A rebuild projects from event 1 again.
		if (projected < this.#place.seq) this.#place = START;
		let events = this.#read(this.#place.seq);
		// Erasure removes the events before it. Its rows must be the same with and without an eviction in between.
		if (events.some(({ event }) => event.type === "SessionErased")) {
			this.#place = START;
			events = this.#read(0);
		}
		let { state } = this.#place;
		const pending: Logged[] = [];
		for (const { seq, event } of events) {
			const before = state;
			state = evolve(this.#study, before, event);
			if (seq > projected) pending.push({ seq, event, before, after: state });
			else this.#place = { seq, state };
		}
		return pending;
	}
}
