import { DurableObject } from "cloudflare:workers";
import type { Sealed } from "../../blinding/seals/sealed.ts";
import { resealed, sealedFrom, storedSeal } from "../../blinding/seals/sealed-storing.ts";
import { type Cipher, sealCipherOf } from "../../crypto/cipher.ts";
import type { Env } from "../../env.ts";
import { limitOf } from "../../http/limits/rules.ts";
import { Buckets } from "../../http/limits/token-buckets.ts";
import type { Fittings } from "../../models/port.ts";
import { originOf } from "../../protocol/schema/origin.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import { createTables as createFrameTables } from "../../replies/write/frame-store.ts";
import { durationMs } from "../../shared/clock.ts";
import { base32 } from "../../shared/id.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Command, CommandRefusal } from "../domain/command.ts";
import { decide } from "../domain/decide/decide.ts";
import { keptOf } from "../domain/decide/reentry.ts";
import { reservationEndsAtMs } from "../domain/decide/reservation.ts";
import type { ReportKind, SessionEvent } from "../domain/events.ts";
import { evolve } from "../domain/evolve.ts";
import type { Proof, SessionArrival } from "../domain/session-arrival.ts";
import { initialState, type SessionState, type Study } from "../domain/state.ts";
import { Outbox } from "../outbox/outbox.ts";
import { pendingReply } from "../reply/reply-request.ts";
import { ReplyWriter } from "../reply/reply-writer.ts";
import type {
	PageSetting,
	ReplyMode,
	Session,
	SessionRefusal,
	StartedSession,
	StartSession,
	SubmittedAnswer,
} from "../session-client.ts";
import { helpView } from "../view/help-view.ts";
import { ownCopy } from "../view/message-views.ts";
import { erasedView, view } from "../view/view.ts";
import type { HelpView, OwnCopy, SessionView } from "../view/view-schema.ts";
import { Deadlines } from "./deadlines.ts";
import { withSealsRenewed } from "./renew-seals.ts";
import { sealedRowIds } from "./sealed-row-ids.ts";
import { SessionAllocation } from "./session-allocation.ts";
import { createSessionTables, EventLog, hasSessionTables, Meta } from "./storage.ts";
import { UsedTickets } from "./used-tickets.ts";

/** Whose answer was taken, or another's for the same step: they are shown what comes after the reply. Any other refusal is told at once. */
const waitsFor = (decided: Result<void, CommandRefusal>): boolean =>
	decided.ok || decided.error.kind === "already_answered";

/** After an allocator that did not answer. */
const ALLOCATE_AGAIN_MS = 5_000;

/**
 * One participant's session: the only writer of its log. It loads, decides, appends and answers; every rule is in
 * `decide`, `evolve` and `view`. What it has begun (an allocation, a reply, rows for D1) follows from its state and its
 * deadlines, so that an object that was evicted goes on where it was.
 */
export class SessionObject extends DurableObject<Env> implements Session {
	readonly #log: EventLog;
	readonly #meta: Meta;
	readonly #deadlines: Deadlines;
	readonly #tickets: UsedTickets;
	#study: Study | null = null;
	#state: SessionState = initialState;
	#seq = 0;
	#outbox: Outbox | null = null;
	#replies: ReplyWriter | null = null;
	#places: SessionAllocation | null = null;
	readonly #requests = new Buckets();
	readonly #cipher: Cipher;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		this.#log = new EventLog(ctx.storage.sql);
		this.#meta = new Meta(ctx.storage.sql);
		this.#deadlines = new Deadlines(ctx.storage);
		this.#tickets = new UsedTickets(ctx.storage.sql);
		this.#cipher = sealCipherOf(env);
		if (!hasSessionTables(ctx.storage.sql)) return;
		this.#createTables();
		const protocol = this.#meta.get("protocol");
		if (protocol !== null) this.#open(JSON.parse(protocol) as Protocol);
	}

	async start(input: StartSession, arriving: SessionArrival): Promise<Result<StartedSession, SessionRefusal>> {
		if (this.#state.status !== "new") return this.resume(arriving);
		const { protocol, fittings, exclusion, ...facts } = input;
		this.#createTables();
		this.#meta.set("protocol", JSON.stringify(protocol));
		this.#meta.set("token", base32(crypto.getRandomValues(new Uint8Array(25)), 40));
		if (fittings) this.#meta.set("fittings", storedSeal(fittings));
		this.#open(protocol);
		this.#apply({ type: "Start", nowMs: Date.now(), facts, exclusion: exclusion ?? null });
		this.#deadlines.set("expiry", Date.now() + durationMs(protocol.recruitment.expiresAfter));
		this.#spend(arriving.proof);
		await this.#deadlines.arm();
		return this.#started(true, arriving);
	}

	async resume(arriving: SessionArrival): Promise<Result<StartedSession, SessionRefusal>> {
		if (!this.#study) return err({ kind: "not_started" });
		const { proof, token, reference, returnUrl } = arriving;
		const nowMs = Date.now();
		const holdsToken = token !== null && this.#isOwn(token);
		const isFresh = this.#spend(proof);
		const resume = { proof: isFresh ? proof.kind : "none", holdsToken, reference, returnUrl } as const;
		const decided = this.#apply({ type: "Resume", nowMs, ...resume });
		if (!decided.ok && decided.error.kind === "unproven") {
			const reason = isFresh ? "other_submission" : "used_link";
			this.#apply({ type: "RecordRefusedReentry", nowMs, reason, reference });
		}
		await this.#deadlines.arm();
		return decided.ok ? this.#started(false, arriving) : decided;
	}

	async view(token: string): Promise<Result<SessionView, SessionRefusal>> {
		const refused = this.#admit(token);
		if (refused) return err(refused);
		await this.#goOn({ isBack: true });
		return this.#look();
	}

	async submit(input: {
		token: string;
		step: string;
		answer: unknown;
		mode: ReplyMode;
	}): Promise<Result<SubmittedAnswer, SessionRefusal>> {
		const refused = this.#admit(input.token);
		if (refused) return err(refused);
		const { step, answer, mode } = input;
		const answered = () => this.#apply({ type: "AnswerStep", nowMs: Date.now(), step, answer });
		await this.#places?.settle({ isBack: true });
		const before = this.#state;
		let decided = answered();
		// What changes nothing gives no reason to ask the allocator twice in one request: its silence takes seconds.
		if (this.#state === before) await this.#serve();
		else await this.#goOn();
		const stream = decided.ok && mode === "stream" ? this.#replies?.follow(this.#state, step, null) : null;
		if (stream) return ok({ kind: "stream", stream });
		if (mode === "whole" && waitsFor(decided)) await this.#replies?.settled();
		// Who lost a race is told the step that the winner is shown, not one that is gone a moment later.
		if (!decided.ok) decided = answered();
		if (!decided.ok) return decided;
		const seen = this.#look();
		return seen.ok ? ok({ kind: "view", view: seen.value }) : seen;
	}

	async follow(input: {
		token: string;
		step: string;
		lastEventId: string | null;
	}): Promise<Result<ReadableStream<Uint8Array>, SessionRefusal>> {
		const refused = this.#admit(input.token);
		if (refused) return err(refused);
		await this.#goOn();
		if (this.#state.status === "erased") return err({ kind: "erased" });
		const stream = this.#replies?.follow(this.#state, input.step, input.lastEventId);
		return stream ? ok(stream) : err({ kind: "no_reply" });
	}

	async setting(): Promise<PageSetting | null> {
		if (!this.#study) return null;
		const { language, recruitment, texts = {} } = this.#study.protocol;
		// A protocol from before origins were checked may hold what no header may carry.
		const embedOrigins = recruitment.embedOrigins.flatMap((url) => originOf(url) ?? []);
		return { language, embedOrigins, texts };
	}

	async copy(token: string): Promise<Result<OwnCopy | null, SessionRefusal>> {
		const refused = this.#admit(token);
		if (refused) return err(refused);
		if (!this.#study || this.#state.status === "new") return err({ kind: "not_started" });
		return this.#state.status === "erased" ? err({ kind: "erased" }) : ok(ownCopy(this.#study, this.#state));
	}

	async help(token: string): Promise<Result<HelpView, SessionRefusal>> {
		const refused = this.#admit(token);
		if (refused) return err(refused);
		if (!this.#study || this.#state.status === "new") return err({ kind: "not_started" });
		return this.#state.status === "erased" ? err({ kind: "erased" }) : ok(helpView(this.#study, this.#state));
	}

	async report(input: {
		token: string;
		message: string;
		kind: ReportKind;
		note: string | null;
	}): Promise<Result<SessionView, SessionRefusal>> {
		const { token, ...report } = input;
		const refused = this.#admit(token);
		if (refused) return err(refused);
		const decided = this.#apply({ type: "ReportReply", nowMs: Date.now(), ...report });
		return decided.ok ? this.#look() : decided;
	}

	async withdraw(input: {
		token: string;
		erase: boolean;
		reported?: ReportKind;
	}): Promise<Result<SessionView, SessionRefusal>> {
		const { token, ...withdrawal } = input;
		const refused = this.#admit(token);
		if (refused) return err(refused);
		const decided = this.#apply({ type: "Withdraw", nowMs: Date.now(), ...withdrawal });
		if (!decided.ok) return decided;
		await this.#goOn();
		if (this.#study && this.#state.status === "erased") return ok(erasedView(this.#study, this.#state.tombstone));
		return this.#look();
	}

	async rebuild(): Promise<void> {
		if (!this.#outbox) return;
		this.#outbox.rewind();
		await this.#deadlines.arm();
	}

	/** Serves whatever is due and sets the next; twice is the same as once. */
	override async alarm(): Promise<void> {
		const nowMs = Date.now();
		const due = this.#deadlines.lease(nowMs);
		try {
			if (due.includes("expiry")) this.#expire();
			if (due.includes("reservation")) this.#apply({ type: "LapseReservation", nowMs });
			await this.#goOn();
			if (due.includes("again")) this.#outbox?.rewind();
			else if (due.includes("outbox")) await this.#outbox?.flush();
			for (const kind of due) this.#deadlines.served(kind, nowMs);
		} finally {
			// The platform calls an alarm that fails a few times more, and then never again.
			await this.#deadlines.arm();
		}
	}

	/** Goes on with what the state is waiting for. `isBack`: the participant is here. */
	async #goOn({ isBack } = { isBack: false }): Promise<void> {
		await this.#places?.settle({ isBack });
		await this.#serve();
	}

	async #serve(): Promise<void> {
		this.#write();
		await this.#deadlines.arm();
	}

	#write(): void {
		const request = this.#study && this.#state.status === "active" ? pendingReply(this.#study, this.#state) : null;
		if (request) this.#replies?.ensure(request);
		else this.#replies?.stop();
	}

	#expire(): void {
		const after = this.#study?.protocol.recruitment.expiresAfter;
		if (after) this.#apply({ type: "Expire", nowMs: Date.now(), expiresAfterMs: durationMs(after) });
	}

	/** Decides, appends, and only then remembers: no await in between, and one transaction for all events. */
	#apply(command: Command): Result<void, CommandRefusal> {
		const study = this.#study;
		if (!study) return err({ kind: "not_started" });
		const decided = decide(study, this.#state, command);
		if (!decided.ok) return decided;
		if (decided.value.length === 0) return ok(undefined);
		let [seq, state] = [this.#seq, this.#state];
		this.ctx.storage.transactionSync(() => {
			for (const event of decided.value) {
				seq += 1;
				this.#log.append(seq, event);
				state = evolve(study, state, event);
				if (event.type === "SessionErased") this.#erase(study, seq);
			}
			this.#deadlines.set("outbox", command.nowMs);
			this.#holdPlace(study, state);
			if (state.status !== "active") this.#deadlines.clear("expiry");
		});
		// Not awaited: the platform holds back every answer and every call until what this turn wrote is stored.
		void this.#deadlines.arm();
		[this.#seq, this.#state] = [seq, state];
		if (state.status === "erased") this.#replies?.forget();
		this.#replies?.notify();
		return ok(undefined);
	}

	/** A place is held from its draw to the first message. */
	#holdPlace(study: Study, after: SessionState): void {
		const endsAtMs = reservationEndsAtMs(study, after);
		if (endsAtMs === reservationEndsAtMs(study, this.#state)) return;
		this.#deadlines.clear("reservation");
		if (endsAtMs !== null) this.#deadlines.set("reservation", endsAtMs);
	}

	/** Sealed rows do not name their session. Only the log gives their ids, and only until it is erased. */
	#erase(study: Study, seq: number): void {
		const ids = sealedRowIds(study, this.#log.read(), this.#state, {
			secret: this.#token(),
			cipher: this.#cipher,
		});
		this.#meta.set("erasedCalls", JSON.stringify(ids));
		this.#meta.remove("fittings");
		this.#log.eraseBefore(seq);
	}

	#open(protocol: Protocol): void {
		const study = { protocol };
		this.#study = study;
		for (const { seq, event } of this.#log.read()) {
			this.#state = evolve(study, this.#state, this.#renewed(seq, event));
			this.#seq = seq;
		}
		this.#outbox = new Outbox({
			study,
			env: this.env,
			log: this.#log,
			meta: this.#meta,
			deadlines: this.#deadlines,
			clock: Date.now,
		});
		this.#places = new SessionAllocation({
			study,
			env: this.env,
			meta: this.#meta,
			state: () => this.#state,
			fittings: () => this.#fittings(),
			keepFittings: (fittings) => this.#meta.set("fittings", storedSeal(fittings)),
			apply: (command) => void this.#apply(command),
			askAgain: () => this.#deadlines.set("allocate", Date.now() + ALLOCATE_AGAIN_MS),
		});
		this.#replies = new ReplyWriter({
			study,
			env: this.env,
			storage: this.ctx.storage,
			deadlines: this.#deadlines,
			state: () => this.#state,
			fittings: () => this.#fittings(),
			view: async () => {
				if (this.#state.status === "erased") return erasedView(study, this.#state.tombstone);
				const seen = this.#look();
				return seen.ok ? seen.value : null;
			},
			written: async (step, outcome) => {
				this.#apply({ type: "RecordReply", nowMs: Date.now(), step, outcome });
				await this.#deadlines.arm();
			},
		});
	}

	/** What was sealed without a secret, or under one that was replaced, is stored under the present one. */
	#renewed(seq: number, event: SessionEvent): SessionEvent {
		const renewed = withSealsRenewed(event, (sealed) => resealed(sealed, this.#cipher));
		if (renewed !== event) this.ctx.storage.transactionSync(() => this.#log.replace(seq, renewed));
		return renewed;
	}

	/** False if the link was used before. */
	#spend(proof: Proof): boolean {
		return proof.kind !== "vouched" || proof.ticket === null || this.#tickets.use(proof.ticket, Date.now());
	}

	#started(created: boolean, { attributes }: SessionArrival): Result<StartedSession, SessionRefusal> {
		const seen = this.#look();
		if (!seen.ok || !("facts" in this.#state)) return seen.ok ? err({ kind: "not_started" }) : seen;
		const kept = keptOf(this.#state.facts, attributes);
		return ok({ created, token: this.#token(), view: seen.value, kept });
	}

	#look(): Result<SessionView, SessionRefusal> {
		if (!this.#study || this.#state.status === "new") return err({ kind: "not_started" });
		if (this.#state.status === "erased") return err({ kind: "erased" });
		this.#replies?.shown(this.#state);
		return ok(view(this.#study, this.#state));
	}

	#fittings(): Sealed<Fittings> | null {
		const stored = this.#meta.get("fittings");
		if (stored === null) return null;
		const fittings = resealed(sealedFrom<Fittings>(stored), this.#cipher);
		if (storedSeal(fittings) !== stored) this.#meta.set("fittings", storedSeal(fittings));
		return fittings;
	}

	#createTables(): void {
		createSessionTables(this.ctx.storage.sql);
		createFrameTables(this.ctx.storage.sql);
	}

	#token(): string {
		return this.#study === null ? "" : (this.#meta.get("token") ?? "");
	}

	/** An unknown session and a wrong token are told apart by nobody but us. Neither takes from what the participant may send. */
	#admit(token: string): SessionRefusal | null {
		const same = this.#isOwn(token);
		const limit = limitOf(this.env, same ? "session" : "strangers");
		const retryAfterMs = limit && this.#requests.take(same ? "participant" : "stranger", limit, Date.now());
		if (retryAfterMs !== null) return { kind: "too_many", retryAfterMs };
		if (this.#token() === "") return { kind: "not_started" };
		return same ? null : { kind: "unauthenticated" };
	}

	#isOwn(token: string): boolean {
		const [expected, given] = [this.#token(), token].map((text) => new TextEncoder().encode(text));
		if (!expected || !given || expected.length === 0 || expected.length !== given.length) return false;
		return crypto.subtle.timingSafeEqual(expected, given);
	}
}
