import type { Sealed } from "../../../blinding/seals/sealed.ts";
import type { Env } from "../../../env.ts";
import type { Fittings } from "../../../models/model-types.ts";
import {
	type AdaptedStudy,
	recheckAdaptersBeforeRandomisation,
} from "../../../personalisation/arms/recheck-adapters.ts";
import { type Allocator, allocatorOf } from "../../../randomisation/allocator/allocator-client.ts";
import { timerWait } from "../../../replies/wait.ts";
import type { Command } from "../../domain/command.ts";
import type { ActiveState, SessionState, Study } from "../../domain/state.ts";
import type { Meta } from "../storage.ts";
import { allocationRequest } from "./allocation-request.ts";
import { recheckAdaptersOnce } from "./recheck-adapters-once.ts";

type SessionAllocationDeps = {
	readonly study: Study;
	readonly env: Env;
	readonly meta: Meta;
	readonly state: () => SessionState;
	readonly fittings: () => Sealed<Fittings> | null;
	readonly keepFittings: (fittings: Sealed<Fittings>) => void;
	readonly apply: (command: Command) => void;
	/** The allocator did not answer. It has to be asked again, even if the participant does not return. */
	readonly askAgain: () => void;
};

/**
 * Asks the allocator for a place: at randomisation, and when the participant returns after a lapse. If it does not answer,
 * the participant waits at a step that they can leave, and the alarm asks again.
 */
export class SessionAllocation {
	readonly #deps: SessionAllocationDeps;
	/** One request at a time. Later callers wait for its answer. */
	#asking: Promise<void> | null = null;

	constructor(deps: SessionAllocationDeps) {
		this.#deps = deps;
	}

	/** `isBack`: the participant is here. Only then is a lapsed place requested again. */
	async ensure({ isBack }: { readonly isBack: boolean }): Promise<void> {
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
			const asked = adaptedStudyOf(study, state);
			const look = (found: Sealed<Fittings>) => recheckAdaptersBeforeRandomisation(env, asked, found);
			const fitted = await recheckAdaptersOnce({ meta, fittings, keep: keepFittings, look });
			if (this.#deps.state().status !== "active") return;
			if (!fitted.ok) return apply({ type: "RecordExclusion", nowMs: Date.now(), exclusion: fitted.error });
			const allocation = await withTimeout(this.#allocator(state).allocate(allocationRequest(study, state)));
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
			const allocation = await withTimeout(this.#allocator(state).renew({ ...allocationRequest(study, state), nth }));
			apply({ type: "RecordRenewal", nowMs: Date.now(), allocation });
		} catch {
			this.#failed();
		}
	}

	/** The participant sees `retry`. The answers are in the log. */
	#failed(): void {
		this.#deps.apply({ type: "RecordAllocationFailure", nowMs: Date.now() });
		this.#deps.askAgain();
	}

	#allocator({ facts }: ActiveState): Allocator {
		return allocatorOf(this.#deps.env.ALLOCATORS, facts.studyId);
	}
}

function adaptedStudyOf({ protocol }: Study, { facts }: ActiveState): AdaptedStudy {
	const { knownAs = [], profileId = null, standsFor } = facts.personalisation ?? {};
	const others = [...(profileId === null ? [] : [profileId]), ...(standsFor === undefined ? [] : [standsFor])];
	const participants = [...new Set([facts.participantId, ...knownAs, ...others])];
	return { id: facts.studyId, protocol, participants };
}

/** Longer than an answer takes in a burst of arrivals. The participant's request waits for it. */
const MAX_WAIT_MS = 15_000;

/** Rejects if the allocator does not answer in time. A repeated request gets the same allocation. */
async function withTimeout<T>(answer: Promise<T>): Promise<T> {
	const stop = new AbortController();
	const timeout = timerWait(MAX_WAIT_MS, stop.signal).then(() => {
		throw new Error("the allocator did not answer in time");
	});
	// The timer also rejects when it is stopped, and nobody handles that.
	timeout.catch(() => {});
	try {
		return await Promise.race([answer, timeout]);
	} finally {
		stop.abort();
	}
}
