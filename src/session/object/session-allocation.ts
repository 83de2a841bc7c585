import type { Sealed } from "../../blinding/seals/sealed.ts";
import type { Env } from "../../env.ts";
import type { Fittings } from "../../models/port.ts";
import { type Refitting, refitted } from "../../personalisation/arms/refit.ts";
import { type Allocator, allocatorOf } from "../../randomisation/allocator/allocator-client.ts";
import { timerWait } from "../../replies/wait.ts";
import type { Command } from "../domain/command.ts";
import type { ActiveState, SessionState, Study } from "../domain/state.ts";
import { allocationRequest } from "./allocation-request.ts";
import { refitOnce } from "./refit-once.ts";
import type { Meta } from "./storage.ts";

type PlacesDeps = {
	readonly study: Study;
	readonly env: Env;
	readonly meta: Meta;
	readonly state: () => SessionState;
	readonly fittings: () => Sealed<Fittings> | null;
	readonly keepFittings: (fittings: Sealed<Fittings>) => void;
	readonly apply: (command: Command) => void;
	/** The allocator did not answer: it is to be asked again, whether the participant comes back or not. */
	readonly askAgain: () => void;
};

/**
 * Asks the allocator for the participant's place: at randomisation, and when they are back after their reservation lapsed.
 * Where it does not answer, the participant waits at a step that they can leave, and the alarm asks again.
 */
export class SessionAllocation {
	readonly #deps: PlacesDeps;
	/** One question at a time. Whoever arrives meanwhile waits for its answer. */
	#asking: Promise<void> | null = null;

	constructor(deps: PlacesDeps) {
		this.#deps = deps;
	}

	/** `isBack`: the participant is here. For nobody else a lapsed place is taken again. */
	async settle({ isBack }: { readonly isBack: boolean }): Promise<void> {
		const state = this.#deps.state();
		if (state.status !== "active") return;
		const isLapsed = state.allocated?.reservation.lapsed ?? false;
		if (state.stage.kind !== "allocating" && !(isLapsed && isBack)) return;
		this.#asking ??= (isLapsed ? this.#renew(state) : this.#allocate(state)).finally(() => {
			this.#asking = null;
		});
		await this.#asking;
	}

	async #allocate(state: ActiveState): Promise<void> {
		const { study, env, meta, fittings, keepFittings, apply } = this.#deps;
		try {
			const asked = refittingOf(study, state);
			const look = (found: Sealed<Fittings>) => refitted(env, asked, found);
			const fitted = await refitOnce({ meta, fittings, keep: keepFittings, look });
			if (this.#deps.state().status !== "active") return;
			if (!fitted.ok) return apply({ type: "RecordExclusion", nowMs: Date.now(), exclusion: fitted.error });
			const allocation = await inTime(this.#allocator(state).allocate(allocationRequest(study, state)));
			const changed = fitted.value === null ? {} : { fittings: fitted.value };
			apply({ type: "RecordAllocation", nowMs: Date.now(), allocation, ...changed });
		} catch {
			this.#failed();
		}
	}

	async #renew(state: ActiveState): Promise<void> {
		const { study, apply } = this.#deps;
		const nth = state.allocated?.reservation.nth ?? 1;
		try {
			const allocation = await inTime(this.#allocator(state).renew({ ...allocationRequest(study, state), nth }));
			apply({ type: "RecordRenewal", nowMs: Date.now(), allocation });
		} catch {
			this.#failed();
		}
	}

	/** The participant sees `retry`; what was answered is in the log. */
	#failed(): void {
		this.#deps.apply({ type: "RecordAllocationFailure", nowMs: Date.now() });
		this.#deps.askAgain();
	}

	#allocator({ facts }: ActiveState): Allocator {
		return allocatorOf(this.#deps.env.ALLOCATORS, facts.studyId);
	}
}

function refittingOf({ protocol }: Study, { facts }: ActiveState): Refitting {
	const { knownAs = [], profileId = null } = facts.personalisation ?? {};
	const participants = [...new Set([facts.participantId, ...knownAs, ...(profileId === null ? [] : [profileId])])];
	return { id: facts.studyId, protocol, participants };
}

/** Longer than an answer takes in a burst of arrivals. A request of the participant waits for it. */
const SILENT_MS = 15_000;

/** Rejects where the allocator is silent. Asked again, it gives the answer that it had given. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
	const stop = new AbortController();
	const silence = timerWait(SILENT_MS, stop.signal).then(() => {
		throw new Error("the allocator is silent");
	});
	// Stopped, it rejects too, when nobody waits for it any more.
	silence.catch(() => {});
	try {
		return await Promise.race([answer, silence]);
	} finally {
		stop.abort();
	}
}
