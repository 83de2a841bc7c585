import type { Sealed } from "../../blinding/seals/sealed.ts";
import { resealed, sealedFrom, storedSeal } from "../../blinding/seals/sealed-storing.ts";
import { type Cipher, sealCipherOf } from "../../crypto/cipher.ts";
import type { Env } from "../../env.ts";
import type { Fittings } from "../../models/model-types.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import { base32 } from "../../shared/id.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Command, CommandRefusal } from "../domain/command.ts";
import { decide } from "../domain/decide/decide.ts";
import { reservationEndsAtMs } from "../domain/decide/reservation.ts";
import type { SessionEvent } from "../domain/events.ts";
import { evolve } from "../domain/evolve/evolve.ts";
import { initialState, type SessionState, type Study } from "../domain/state.ts";
import { Deadlines } from "./deadlines.ts";
import { withSealsRenewed } from "./renew-seals.ts";
import { sealedRowIds } from "./sealed-row-ids.ts";
import { createSessionTables, EventLog, hasSessionTables, Meta } from "./storage.ts";

/** If the object dies between an event and the delivery of its rows, the alarm wakes it within this time. */
export const WATCH_MS = 120_000;

/**
 * The session as this life of its object knows it: study and state in memory, log and settings in the object's storage. It
 * is the only writer of the log; every rule is in `decide` and `evolve`.
 */
export class LiveSession {
	readonly log: EventLog;
	readonly meta: Meta;
	readonly deadlines: Deadlines;
	readonly #storage: DurableObjectStorage;
	readonly #cipher: Cipher;
	readonly #completeAt: string | undefined;
	#study: Study | null = null;
	#state: SessionState = initialState;
	#seq = 0;

	constructor(storage: DurableObjectStorage, env: Env) {
		this.log = new EventLog(storage.sql);
		this.meta = new Meta(storage.sql);
		this.deadlines = new Deadlines(storage);
		this.#storage = storage;
		this.#cipher = sealCipherOf(env);
		this.#completeAt = env.PROLIFIC_COMPLETE_URL;
		if (!hasSessionTables(storage.sql)) return;
		createSessionTables(storage.sql);
		const protocol = this.meta.get("protocol");
		if (protocol !== null) this.#restore(this.#studyOf(JSON.parse(protocol) as Protocol));
	}

	/** Null before the session was started. */
	get study(): Study | null {
		return this.#study;
	}

	get state(): SessionState {
		return this.#state;
	}

	/** Empty before the session was started. */
	get token(): string {
		return this.#study === null ? "" : (this.meta.get("token") ?? "");
	}

	create(protocol: Protocol, fittings: Sealed<Fittings> | null): Study {
		createSessionTables(this.#storage.sql);
		this.meta.set("protocol", JSON.stringify(protocol));
		this.meta.set("token", base32(crypto.getRandomValues(new Uint8Array(25)), 40));
		if (fittings) this.keepFittings(fittings);
		const study = this.#studyOf(protocol);
		this.#restore(study);
		return study;
	}

	/** Decides, appends, and only then remembers: no await in between, and one transaction for all events. */
	apply(command: Command): Result<void, CommandRefusal> {
		const study = this.#study;
		if (!study) return err({ kind: "not_started" });
		const decided = decide(study, this.#state, command);
		if (!decided.ok) return decided;
		if (decided.value.length === 0) return ok(undefined);
		let [seq, state] = [this.#seq, this.#state];
		this.#inTransaction(() => {
			for (const event of decided.value) {
				seq += 1;
				this.log.append(seq, event);
				state = evolve(study, state, event);
				if (event.type === "SessionErased") this.#erase(study, seq);
			}
			this.#holdPlace(study, state);
			if (state.status !== "active") this.deadlines.clear("expiry");
		});
		// Not awaited: the platform holds back every answer and every call until what this turn wrote is stored.
		void this.deadlines.arm(command.nowMs, WATCH_MS);
		[this.#seq, this.#state] = [seq, state];
		return ok(undefined);
	}

	fittings(): Sealed<Fittings> | null {
		const stored = this.meta.get("fittings");
		if (stored === null) return null;
		const fittings = resealed(sealedFrom<Fittings>(stored), this.#cipher);
		if (storedSeal(fittings) !== stored) this.keepFittings(fittings);
		return fittings;
	}

	keepFittings(fittings: Sealed<Fittings>): void {
		this.meta.set("fittings", storedSeal(fittings));
	}

	/** Whether the token is this session's. Takes the same time for any wrong one. */
	isOwn(token: string): boolean {
		const [expected, given] = [this.token, token].map((text) => new TextEncoder().encode(text));
		if (!expected || !given || expected.length === 0 || expected.length !== given.length) return false;
		return crypto.subtle.timingSafeEqual(expected, given);
	}

	#inTransaction(write: () => void): void {
		try {
			this.#storage.transactionSync(write);
		} catch (error) {
			this.log.forget();
			this.meta.forget();
			this.deadlines.forget();
			throw error;
		}
	}

	/** A place is held from its draw to the first message. */
	#holdPlace(study: Study, after: SessionState): void {
		const endsAtMs = reservationEndsAtMs(study, after);
		if (endsAtMs === reservationEndsAtMs(study, this.#state)) return;
		this.deadlines.clear("reservation");
		if (endsAtMs !== null) this.deadlines.set("reservation", endsAtMs);
	}

	/** Sealed rows do not name their session. Only the log gives their ids, and only until it is erased. */
	#erase(study: Study, seq: number): void {
		const keys = { secret: this.token, cipher: this.#cipher };
		const ids = sealedRowIds(study, this.log.read(), this.#state, keys);
		this.meta.set("erasedCalls", JSON.stringify(ids));
		this.meta.remove("fittings");
		this.log.eraseBefore(seq);
	}

	#studyOf(protocol: Protocol): Study {
		return { protocol, ...(this.#completeAt !== undefined && { completeAt: this.#completeAt }) };
	}

	#restore(study: Study): void {
		this.#study = study;
		for (const { seq, event } of this.log.read()) {
			this.#state = evolve(study, this.#state, this.#renewed(seq, event));
			this.#seq = seq;
		}
	}

	/** What was sealed without a secret, or under one that was replaced, is stored under the present one. */
	#renewed(seq: number, event: SessionEvent): SessionEvent {
		const renewed = withSealsRenewed(event, (sealed) => resealed(sealed, this.#cipher));
		if (renewed !== event) this.#storage.transactionSync(() => this.log.replace(seq, renewed));
		return renewed;
	}
}
