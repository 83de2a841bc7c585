import type { Env } from "../../env.ts";
import { durationMs } from "../../shared/clock.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Command, CommandRefusal } from "../domain/command.ts";
import { keptOf } from "../domain/decide/reentry.ts";
import type { Proof, SessionArrival } from "../domain/session-arrival.ts";
import type { StartedState, Study } from "../domain/state.ts";
import { ResearcherAccess } from "../manage/researcher-access.ts";
import type {
	PageSetting,
	Session,
	SessionRefusal,
	SessionsOfStudy,
	StartedSession,
	StartSession,
	SubmissionReport,
	SubmittedAnswer,
} from "../session-client.ts";
import type { RequestEnd } from "../trace/turn-spans.ts";
import { type Summary, summaryOf } from "../view/for-tools/summary.ts";
import { helpView } from "../view/help-view.ts";
import { ownCopy } from "../view/message-views.ts";
import type { HelpView, OwnCopy, SessionView } from "../view/view-schema.ts";
import { LiveSession } from "./live-session.ts";
import { SessionAlarm } from "./session-alarm.ts";
import { SessionViews } from "./session-views.ts";
import { SessionWork } from "./session-work.ts";
import { TokenCheck } from "./token-check.ts";
import { UsedLinks } from "./used-links.ts";

/** After an accepted answer, or one that came second for the same step, the client waits for the reply. Any other refusal is sent at once. */
const waitsFor = (decided: Result<void, CommandRefusal>): boolean =>
	decided.ok || decided.error.kind === "already_answered";

/**
 * Serves a session's calls: applies a command, continues the session's work, and returns the view. The work (an
 * allocation, a reply, rows for D1) follows from state and deadlines, so an object continues after an eviction.
 */
export class SessionService implements Omit<Session, keyof SessionsOfStudy> {
	readonly researchers: ResearcherAccess;
	readonly alarm: SessionAlarm;
	readonly #live: LiveSession;
	readonly #env: Env;
	readonly #storage: DurableObjectStorage;
	readonly #tokens: TokenCheck;
	readonly #tickets: UsedLinks;
	readonly #views: SessionViews;
	#work: SessionWork | null = null;

	constructor(storage: DurableObjectStorage, env: Env) {
		const live = new LiveSession(storage, env);
		const work = () => this.#work;
		const apply = (command: Command) => this.#apply(command);
		this.researchers = new ResearcherAccess({
			...{ live, apply },
			startOutbox: async () => void (await this.#work?.startOutbox()),
			continueWork: async () => void (await this.#work?.continueWork()),
		});
		this.alarm = new SessionAlarm({
			...{ live, env, work, apply },
			applySettings: (settings) => this.researchers.applySettings(settings),
		});
		this.#live = live;
		this.#env = env;
		this.#storage = storage;
		this.#tokens = new TokenCheck(live, env);
		this.#tickets = new UsedLinks(storage.sql);
		this.#views = new SessionViews({ live, env, work });
		if (live.study) this.#work = this.#begin(live.study);
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
		if (settings) this.researchers.applySettings(settings);
		this.#spend(arrival.proof);
		await this.#work.startOutbox();
		await this.#views.refreshReturnKey();
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
		await this.#views.refreshReturnKey();
		return this.#started(false, arrival);
	}

	async view(token: string): Promise<Result<SessionView, SessionRefusal>> {
		const refused = this.#tokens.refusalOf(token);
		if (refused) return err(refused);
		await this.#work?.continueWork({ isBack: true });
		await this.#views.refreshReturnKey();
		return this.#views.view();
	}

	async submit(input: Parameters<Session["submit"]>[0]): Promise<Result<SubmittedAnswer, SessionRefusal>> {
		const refused = this.#tokens.refusalOf(input.token);
		if (refused) return err(refused);
		const { step, answer, mode, trace } = input;
		const arrivedAtMs = Date.now();
		await this.#views.refreshReturnKey();
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
		const seen = this.#views.view();
		return seen.ok ? ok({ kind: "view", view: seen.value, ...traced }) : seen;
	}

	async follow(input: Parameters<Session["follow"]>[0]): Promise<Result<ReadableStream<Uint8Array>, SessionRefusal>> {
		const refused = this.#tokens.refusalOf(input.token);
		if (refused) return err(refused);
		await this.#work?.continueWork();
		const { state } = this.#live;
		if (state.status === "erased") return err({ kind: "erased" });
		const stream = this.#work?.replies.follow(state, input.step, input.lastEventId);
		return stream ? ok(stream) : err({ kind: "no_reply" });
	}

	async stop({ token, step }: Parameters<Session["stop"]>[0]): Promise<Result<SessionView, SessionRefusal>> {
		const refused = this.#tokens.refusalOf(token);
		if (refused) return err(refused);
		const decided = (await this.#work?.stopReply(step)) ?? err({ kind: "not_started" } as const);
		if (!decided.ok) return decided;
		await this.#work?.startReply();
		return this.#views.view();
	}

	async setting(): Promise<PageSetting | null> {
		return this.#views.setting();
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
		const refused = this.#tokens.refusalOf(token);
		if (refused) return err(refused);
		const decided = this.#apply({ type: "ReportReply", nowMs: Date.now(), ...report });
		await this.#work?.startOutbox();
		return decided.ok ? this.#views.view() : decided;
	}

	async withdraw(input: Parameters<Session["withdraw"]>[0]): Promise<Result<SessionView, SessionRefusal>> {
		const { token, ...withdrawal } = input;
		const refused = this.#tokens.refusalOf(token);
		if (refused) return err(refused);
		const decided = this.#apply({ type: "Withdraw", nowMs: Date.now(), ...withdrawal });
		if (!decided.ok) return decided;
		await this.#work?.continueWork();
		await this.#views.refreshReturnKey();
		return this.#views.viewOrErasure();
	}

	async recordSubmission(report: SubmissionReport): Promise<void> {
		const decided = this.#apply({ type: "RecordSubmission", nowMs: Date.now(), ...report });
		if (decided.ok) await this.#work?.continueWork();
	}

	async endTrace(end: RequestEnd): Promise<void> {
		this.#work?.traces.ended(end);
	}

	async rebuild(): Promise<void> {
		if (!this.#work) return;
		this.#work.outbox.rewind();
		await this.#live.deadlines.arm(Date.now());
	}

	#begin(study: Study): SessionWork {
		return new SessionWork(study, {
			...{ live: this.#live, env: this.#env, storage: this.#storage },
			apply: (command) => this.#apply(command),
			look: () => this.#views.viewOrErasure(),
		});
	}

	#apply(command: Command): Result<void, CommandRefusal> {
		const before = this.#live.state;
		const decided = this.#live.apply(command);
		if (this.#live.state === before) return decided;
		this.alarm.changed();
		if (this.#live.state.status === "erased") this.#work?.replies.forget();
		this.#work?.replies.notify();
		return decided;
	}

	/** False if the link was used before. */
	#spend(proof: Proof): boolean {
		return proof.kind !== "vouched" || proof.ticket === null || this.#tickets.use(proof.ticket, Date.now());
	}

	#started(created: boolean, { attributes }: SessionArrival): Result<StartedSession, SessionRefusal> {
		const seen = this.#views.view();
		const { state, study, token } = this.#live;
		if (!seen.ok || !("facts" in state)) return seen.ok ? err({ kind: "not_started" }) : seen;
		const kept = keptOf(state.facts, attributes, study?.protocol.design.strata ?? []);
		return ok({ created, token, view: seen.value, kept });
	}

	/** No token: the Worker has checked the caller. */
	#show<T>(token: string | null, of: (study: Study, state: StartedState) => T): Result<T, SessionRefusal> {
		const refused = token === null ? null : this.#tokens.refusalOf(token);
		return refused ? err(refused) : this.#views.show(of);
	}
}
