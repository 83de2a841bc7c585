import { alarmWatchOf } from "../../alarms/client.ts";
import { minutesLate } from "../../alarms/lateness.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { limitOf } from "../../http/limits/rules.ts";
import { Buckets } from "../../http/limits/token-buckets.ts";
import { originOf } from "../../protocol/schema/origin.ts";
import { returnPrefix } from "../../protocol/schema/recruitment.ts";
import { durationMs } from "../../shared/clock.ts";
import { kindOf, log } from "../../shared/log.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { readSettings } from "../../studies/settings/stored-settings.ts";
import type { Command, CommandRefusal } from "../domain/command.ts";
import { keptOf } from "../domain/decide/reentry.ts";
import type { Proof, SessionArrival } from "../domain/session-arrival.ts";
import { inForce, type StartedState, type Study } from "../domain/state.ts";
import { ResearcherAccess } from "../manage/researcher-access.ts";
import type {
	PageSetting,
	Session,
	SessionRefusal,
	StartedSession,
	StartSession,
	SubmissionReport,
	SubmittedAnswer,
} from "../session-client.ts";
import type { RequestEnd } from "../trace/turn-spans.ts";
import { type Summary, summaryOf } from "../view/for-tools/summary.ts";
import { helpView } from "../view/help-view.ts";
import { ownCopy } from "../view/message-views.ts";
import { erasedView, view } from "../view/view.ts";
import type { HelpView, OwnCopy, SessionView } from "../view/view-schema.ts";
import type { DeadlineKind } from "./deadlines.ts";
import { LiveSession, WATCH_MS } from "./live-session.ts";
import { ReturnKey } from "./return-key.ts";
import { SessionWork } from "./session-work.ts";
import { UsedLinks } from "./used-links.ts";

/** After an accepted answer, or one that came second for the same step, the client waits for the reply. Any other refusal is sent at once. */
const waitsFor = (decided: Result<void, CommandRefusal>): boolean =>
	decided.ok || decided.error.kind === "already_answered";

/**
 * Serves a session's calls: applies a command, continues the session's work, and returns the view. The work (an
 * allocation, a reply, rows for D1) follows from state and deadlines, so an object continues after an eviction.
 */
export class SessionService implements Session {
	readonly #live: LiveSession;
	readonly #env: Env;
	readonly #storage: DurableObjectStorage;
	readonly #tickets: UsedLinks;
	readonly #returnKey: ReturnKey;
	readonly #requests = new Buckets();
	#work: SessionWork | null = null;
	/** Whether something happened since the last alarm. */
	#isActive = false;

	readonly #researchers: ResearcherAccess;

	constructor(storage: DurableObjectStorage, env: Env) {
		this.#live = new LiveSession(storage, env);
		this.#researchers = new ResearcherAccess({
			live: this.#live,
			apply: (command) => this.#apply(command),
			startOutbox: async () => void (await this.#work?.startOutbox()),
			continueWork: async () => void (await this.#work?.continueWork()),
		});
		this.#env = env;
		this.#storage = storage;
		this.#tickets = new UsedLinks(storage.sql);
		this.#returnKey = new ReturnKey(env, this.#live.meta);
		if (this.#live.study) this.#work = this.#begin(this.#live.study);
	}

	/** Reads the alarm that an earlier life of the object may have set. */
	load(): Promise<void> {
		return this.#live.deadlines.load();
	}

	async start(input: StartSession, arrival: SessionArrival): Promise<Result<StartedSession, SessionRefusal>> {
		if (this.#live.state.status !== "new") return this.resume(arrival);
		const { protocol, fittings, exclusion, settings, ...facts } = input;
		this.#work = this.#begin(this.#live.create(protocol, fittings ?? null));
		this.#apply({ type: "Start", nowMs: Date.now(), facts, exclusion: exclusion ?? null });
		this.#live.deadlines.set("expiry", Date.now() + durationMs(protocol.recruitment.expiresAfter));
		if (settings) this.#researchers.applySettings(settings);
		this.#spend(arrival.proof);
		await this.#work.startOutbox();
		await this.#refreshReturnKey();
		return this.#started(true, arrival);
	}

	async resume(arrival: SessionArrival): Promise<Result<StartedSession, SessionRefusal>> {
		if (!this.#live.study) return err({ kind: "not_started" });
		const { proof, token, reference, returnUrl } = arrival;
		const nowMs = Date.now();
		const holdsToken = token !== null && this.#live.isOwn(token);
		const isFresh = this.#spend(proof);
		const resume = { proof: isFresh ? proof.kind : "none", holdsToken, reference, returnUrl } as const;
		const decided = this.#apply({ type: "Resume", nowMs, ...resume });
		if (!decided.ok && decided.error.kind === "unproven") {
			const reason = isFresh ? "other_submission" : "used_link";
			this.#apply({ type: "RecordRefusedReentry", nowMs, reason, reference });
		}
		await this.#work?.startOutbox();
		if (!decided.ok) return decided;
		await this.#refreshReturnKey();
		return this.#started(false, arrival);
	}

	async view(token: string): Promise<Result<SessionView, SessionRefusal>> {
		const refused = this.#admit(token);
		if (refused) return err(refused);
		await this.#work?.continueWork({ isBack: true });
		await this.#refreshReturnKey();
		return this.#look();
	}

	async submit(input: Parameters<Session["submit"]>[0]): Promise<Result<SubmittedAnswer, SessionRefusal>> {
		const refused = this.#admit(input.token);
		if (refused) return err(refused);
		const { step, answer, mode, trace } = input;
		const arrivedAtMs = Date.now();
		await this.#refreshReturnKey();
		const answered = () => this.#apply({ type: "AnswerStep", nowMs: Date.now(), step, answer });
		await this.#work?.allocation.ensure({ isBack: true });
		const before = this.#live.state;
		let decided = answered();
		const waits = mode === "whole";
		const begun = { arrivedAtMs, appendedAtMs: Date.now(), waits };
		const isTraced = trace && this.#live.state !== before && this.#work?.traces.begin(trace, begun, step);
		const traced = isTraced && !waits ? { isTraced } : {};
		// If nothing changed, the allocator is not asked twice in one request, because its silence takes seconds.
		if (this.#live.state === before) await this.#work?.startReply();
		else await this.#work?.continueWork();
		const stream = decided.ok && mode === "stream" ? this.#work?.replies.follow(this.#live.state, step, null) : null;
		if (stream) return ok({ kind: "stream", stream, ...traced });
		if (waits && waitsFor(decided)) await this.#work?.replies.settled();
		// The loser of a race gets the step that the winner sees, and not one that is gone a moment later.
		if (!decided.ok) decided = answered();
		if (!decided.ok) return decided;
		const seen = this.#look();
		return seen.ok ? ok({ kind: "view", view: seen.value, ...traced }) : seen;
	}

	async follow(input: Parameters<Session["follow"]>[0]): Promise<Result<ReadableStream<Uint8Array>, SessionRefusal>> {
		const refused = this.#admit(input.token);
		if (refused) return err(refused);
		await this.#work?.continueWork();
		const { state } = this.#live;
		if (state.status === "erased") return err({ kind: "erased" });
		const stream = this.#work?.replies.follow(state, input.step, input.lastEventId);
		return stream ? ok(stream) : err({ kind: "no_reply" });
	}

	async stop({ token, step }: Parameters<Session["stop"]>[0]): Promise<Result<SessionView, SessionRefusal>> {
		const refused = this.#admit(token);
		if (refused) return err(refused);
		const decided = (await this.#work?.stopReply(step)) ?? err({ kind: "not_started" } as const);
		if (!decided.ok) return decided;
		await this.#work?.startReply();
		return this.#look();
	}

	async setting(): Promise<PageSetting | null> {
		const { study, state } = this.#live;
		if (!study) return null;
		const { language, recruitment, texts = {} } = ("facts" in state ? inForce(study, state) : study).protocol;
		// A protocol from before origins were checked may hold what no header may carry.
		const embedOrigins = recruitment.embedOrigins.flatMap((url) => originOf(url) ?? []);
		return { language, embedOrigins, texts };
	}

	async copy(token: string): Promise<Result<OwnCopy | null, SessionRefusal>> {
		return this.#show(token, ownCopy);
	}

	async help(token: string): Promise<Result<HelpView, SessionRefusal>> {
		return this.#show(token, helpView);
	}

	async summary(token: string | null): Promise<Result<Summary, SessionRefusal>> {
		return this.#show(token, summaryOf);
	}

	async report(input: Parameters<Session["report"]>[0]): Promise<Result<SessionView, SessionRefusal>> {
		const { token, ...report } = input;
		const refused = this.#admit(token);
		if (refused) return err(refused);
		const decided = this.#apply({ type: "ReportReply", nowMs: Date.now(), ...report });
		await this.#work?.startOutbox();
		return decided.ok ? this.#look() : decided;
	}

	async withdraw(input: Parameters<Session["withdraw"]>[0]): Promise<Result<SessionView, SessionRefusal>> {
		const { token, ...withdrawal } = input;
		const refused = this.#admit(token);
		if (refused) return err(refused);
		const decided = this.#apply({ type: "Withdraw", nowMs: Date.now(), ...withdrawal });
		if (!decided.ok) return decided;
		await this.#work?.continueWork();
		await this.#refreshReturnKey();
		const { study, state } = this.#live;
		if (study && state.status === "erased") return ok(erasedView(study, state.tombstone));
		return this.#look();
	}

	async recordSubmission(report: SubmissionReport): Promise<void> {
		const decided = this.#apply({ type: "RecordSubmission", nowMs: Date.now(), ...report });
		if (decided.ok) await this.#work?.continueWork();
	}

	replay(input: Parameters<Session["replay"]>[0]): ReturnType<Session["replay"]> {
		return this.#researchers.replay(input);
	}

	end(input: Parameters<Session["end"]>[0]): ReturnType<Session["end"]> {
		return this.#researchers.end(input);
	}

	release(input: Parameters<Session["release"]>[0]): ReturnType<Session["release"]> {
		return this.#researchers.release(input);
	}

	changeSettings(input: Parameters<Session["changeSettings"]>[0]): ReturnType<Session["changeSettings"]> {
		return this.#researchers.changeSettings(input);
	}

	eraseFor(input: Parameters<Session["eraseFor"]>[0]): ReturnType<Session["eraseFor"]> {
		return this.#researchers.eraseFor(input);
	}

	tokenFor(input: Parameters<Session["tokenFor"]>[0]): ReturnType<Session["tokenFor"]> {
		return this.#researchers.tokenFor(input);
	}

	async endTrace(end: RequestEnd): Promise<void> {
		this.#work?.traces.ended(end);
	}

	async rebuild(): Promise<void> {
		if (!this.#work) return;
		this.#work.outbox.rewind();
		await this.#live.deadlines.arm(Date.now());
	}

	/**
	 * Serves whatever is due and sets the next; twice is the same as once. A failure does not reject, because the platform
	 * calls an alarm that fails a few times more, and then never again. It is tried again for ever, each minute.
	 */
	async serveDeadlines(): Promise<void> {
		const nowMs = Date.now();
		const { deadlines } = this.#live;
		try {
			this.#reportLateness(deadlines.earliestMs(), nowMs);
			const due = deadlines.lease(nowMs);
			// The next step will need an alarm soon, if there is one.
			const isSoon = this.#isActive && this.#live.state.status === "active";
			this.#isActive = false;
			await deadlines.arm(nowMs, isSoon ? WATCH_MS : undefined);
			await this.#serve(due, nowMs);
			for (const kind of due) deadlines.served(kind, nowMs);
			await deadlines.arm(Date.now());
		} catch (error) {
			log("alarm_failed", { error: kindOf(error) });
			await deadlines.armAgain(Date.now());
		}
	}

	/** Whoever watches the installation learns it from `/healthz` and the log. The session goes on as if in time. */
	#reportLateness(dueMs: number, nowMs: number): void {
		const minutes = minutesLate(dueMs, nowMs);
		if (minutes === null) return;
		log("alarm_late", { minutes });
		void alarmWatchOf(this.#env.ALARMS)
			.reportLate()
			.catch(() => {});
	}

	async #serve(due: readonly DeadlineKind[], nowMs: number): Promise<void> {
		if (due.includes("expiry")) this.#expire();
		if (due.includes("reservation")) this.#apply({ type: "LapseReservation", nowMs });
		await this.#work?.continueWork();
		if (due.includes("again")) this.#work?.outbox.rewind();
		else await this.#work?.outbox.flush();
		if (due.includes("trace")) this.#work?.traces.write(Date.now());
		await this.#readSettings();
	}

	/**
	 * For a session that began while the settings changed. A change is also passed on at once, but only to sessions in D1. An alarm
	 * follows each step within two minutes.
	 */
	async #readSettings(): Promise<void> {
		const { state } = this.#live;
		if (state.status !== "active") return;
		const found = await readSettings(database(this.#env.DB), state.facts.studyId).catch(() => null);
		if (found) this.#researchers.applySettings(found);
	}

	#begin(study: Study): SessionWork {
		return new SessionWork(study, {
			...{ live: this.#live, env: this.#env, storage: this.#storage },
			apply: (command) => this.#apply(command),
			look: () => this.#look(),
		});
	}

	#apply(command: Command): Result<void, CommandRefusal> {
		const before = this.#live.state;
		const decided = this.#live.apply(command);
		if (this.#live.state === before) return decided;
		this.#isActive = true;
		if (this.#live.state.status === "erased") this.#work?.replies.forget();
		this.#work?.replies.notify();
		return decided;
	}

	#expire(): void {
		const { study, state } = this.#live;
		const after = study && "facts" in state && inForce(study, state).protocol.recruitment.expiresAfter;
		if (after) this.#apply({ type: "Expire", nowMs: Date.now(), expiresAfterMs: durationMs(after) });
	}

	/** False if the link was used before. */
	#spend(proof: Proof): boolean {
		return proof.kind !== "vouched" || proof.ticket === null || this.#tickets.use(proof.ticket, Date.now());
	}

	#started(created: boolean, { attributes }: SessionArrival): Result<StartedSession, SessionRefusal> {
		const seen = this.#look();
		const { state, study, token } = this.#live;
		if (!seen.ok || !("facts" in state)) return seen.ok ? err({ kind: "not_started" }) : seen;
		const kept = keptOf(state.facts, attributes, study?.protocol.design.strata ?? []);
		return ok({ created, token, view: seen.value, kept });
	}

	/** What `of` makes of the session. No token: the Worker has checked the caller. */
	#show<T>(token: string | null, of: (study: Study, state: StartedState) => T): Result<T, SessionRefusal> {
		const refused = token === null ? null : this.#admit(token);
		if (refused) return err(refused);
		const found = this.#record();
		return found.ok ? ok(of(found.value.study, found.value.state)) : found;
	}

	#record(): Result<{ readonly study: Study; readonly state: StartedState }, SessionRefusal> {
		const { study, state } = this.#live;
		if (!study || state.status === "new") return err({ kind: "not_started" });
		return state.status === "erased" ? err({ kind: "erased" }) : ok({ study, state });
	}

	#look(): Result<SessionView, SessionRefusal> {
		const found = this.#record();
		if (!found.ok) return found;
		const { study, state } = found.value;
		this.#work?.replies.shown(state);
		const sign = this.#returnKey.signerOf(state.facts, returnPrefix(inForce(study, state).protocol.recruitment));
		return ok(view(study, state, sign));
	}

	async #refreshReturnKey(): Promise<void> {
		const { state } = this.#live;
		if ("facts" in state) await this.#returnKey.refresh(state.facts, Date.now());
	}

	/** A client cannot tell an unknown session from a wrong token. Neither counts against the participant's limit of requests. */
	#admit(token: string): SessionRefusal | null {
		const same = this.#live.isOwn(token);
		const limit = limitOf(this.#env, same ? "session" : "strangers");
		const retryAfterMs = limit && this.#requests.take(same ? "participant" : "stranger", limit, Date.now());
		if (retryAfterMs !== null) return { kind: "too_many", retryAfterMs };
		if (this.#live.token === "") return { kind: "not_started" };
		return same ? null : { kind: "unauthenticated" };
	}
}
