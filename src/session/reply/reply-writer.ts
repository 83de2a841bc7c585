import type { Sealed } from "../../blinding/seals/sealed.ts";
import { sealCipherOf } from "../../crypto/cipher.ts";
import type { Env } from "../../env.ts";
import { type ModelsOptions, startCallOf } from "../../models/calls/start-call.ts";
import { warmUp } from "../../models/calls/warm-up.ts";
import { healthReporter } from "../../models/health/reporter.ts";
import { ThinkingModels } from "../../models/health/thinking-models.ts";
import type { Fittings } from "../../models/model-types.ts";
import { readReply } from "../../replies/present/read-reply.ts";
import { SelfIdentificationFilter } from "../../replies/present/self-identification-filter.ts";
import { requireRules } from "../../replies/required-rules.ts";
import { timerWait } from "../../replies/wait.ts";
import { FrameStore } from "../../replies/write/frame-store.ts";
import { keptReply } from "../../replies/write/kept-reply.ts";
import { Notifier } from "../../replies/write/notifier.ts";
import { REPLY_LIMITS } from "../../replies/write/reply-limits.ts";
import { type ReplyRequest, writeReply } from "../../replies/write/write-reply.ts";
import { lexiconOf } from "../../self-identification/names/lexicon.ts";
import { readRules } from "../../self-identification/rules/read-rules.ts";
import type { KeptReply, ReplyOutcome } from "../domain/command.ts";
import { currentConversation } from "../domain/conversation.ts";
import type { SessionState, Study } from "../domain/state.ts";
import type { Deadlines } from "../object/deadlines.ts";
import { progressOfReply, replyOf, whenChanged } from "./followed-reply.ts";
import { LoadedModels } from "./loaded-models.ts";
import { paceOf } from "./presented-times.ts";
import { screeningOf } from "./reply-request.ts";

type WriterDeps = {
	readonly study: Study;
	readonly env: Env;
	readonly storage: DurableObjectStorage;
	readonly deadlines: Deadlines;
	readonly state: () => SessionState;
	/** The arms' adapted inputs for this participant. Null if the study adapts nothing. */
	readonly fittings: () => Sealed<Fittings> | null;
	/** The view after the reply. Null if there is none any more. */
	readonly view: () => Promise<unknown>;
	readonly written: (step: string, outcome: ReplyOutcome) => Promise<void>;
};

/** Less than the 70 s after which an idle object may be evicted. A streaming response does not keep an object alive. */
export const ALIVE_MS = 45_000;

/** An object in the same place answers in milliseconds. */
const MAX_THINKING_LOOKUP_MS = 1000;

/**
 * Writes the current reply. The job belongs to the object and not to a request, so it continues when the participant
 * leaves.
 */
export class ReplyWriter {
	readonly #deps: WriterDeps;
	readonly #store: FrameStore;
	readonly #changes = new Notifier();
	/** Drawn for this life of the object, because the health object must not learn which session reports. */
	readonly #reporter = crypto.randomUUID();
	/** Keeps the first reply from being late because a model has to load. */
	readonly #loadedModels = new LoadedModels({ warm: () => this.#warmUp(), clock: Date.now, wait: timerWait });
	#job: { readonly replyId: string; readonly abort: AbortController; readonly done: Promise<void> } | null = null;

	readonly #thinking: ThinkingModels;

	constructor(deps: WriterDeps) {
		this.#deps = deps;
		this.#thinking = new ThinkingModels(deps.env.HEALTH);
		const { storage } = deps;
		this.#store = new FrameStore(storage.sql, (write) => storage.transactionSync(write));
	}

	/**
	 * Reads what finds self-identification, so that a stored text can be shown. If that fails, nothing is shown: a stream of such
	 * a text fails, and its client asks again.
	 */
	async prepare(): Promise<void> {
		await readRules(this.#deps.env.ASSETS).catch(() => {});
	}

	/** Writes this reply, or continues it. Meanwhile an alarm keeps the object alive. */
	ensure(request: ReplyRequest): void {
		void this.#deps.deadlines.arm(Date.now(), ALIVE_MS);
		if (this.#job?.replyId === request.replyId) return;
		this.stop();
		this.#store.clearOthers(request.replyId);
		const abort = new AbortController();
		this.#job = { replyId: request.replyId, abort, done: this.#run(request, abort.signal) };
	}

	stop(): void {
		if (!this.#job) return;
		this.#job.abort.abort();
		this.#job = null;
	}

	/**
	 * What a stop would keep of this reply now. The running calls are recorded as cut off. Null if no text was shown yet.
	 */
	kept(request: ReplyRequest, nowMs: number): KeptReply | null {
		return keptReply(request, {
			stored: this.#store.progress(
				request.replyId,
				request.candidates.map(({ slot }) => slot),
			),
			startCall: startCallOf(this.#models()),
			lexicon: lexiconOf(this.#deps.study.protocol),
			nowMs,
		});
	}

	/** After a stop. What was written and not shown is deleted at once. */
	discard(replyId: string): void {
		this.stop();
		this.#store.clear(replyId);
	}

	/**
	 * Called when the participant sees this state. Before the first message of a conversation, all models of the study are
	 * warmed, and what a reply needs to know about them is asked for, so that the reply need not wait for it.
	 */
	shown(state: SessionState): void {
		if (state.status !== "active" || state.stage.kind !== "message") return;
		if (currentConversation(state).turns.length > 0) return;
		this.#loadedModels.keep();
		void this.prepare();
		void this.#thinking.load(this.#deps.study.protocol);
	}

	/** Resolves when no reply is being written. */
	async settled(): Promise<void> {
		while (this.#job) await this.#job.done;
	}

	notify(): void {
		this.#changes.notify();
	}

	/** For erasure: deletes the stored frames of all replies. */
	forget(): void {
		this.stop();
		this.#store.clearAll();
	}

	/** The reply of this step as a stream from after `lastEventId`. Null if the step has no reply. */
	follow(state: SessionState, step: string, lastEventId: string | null): ReadableStream<Uint8Array> | null {
		if (state.status === "new" || state.status === "erased") return null;
		const reply = replyOf(this.#deps.study, state, step);
		if (!reply) return null;
		const { replyId, slots, startedAtMs } = reply;
		const filter = new SelfIdentificationFilter(screeningOf(this.#deps.study));
		// A stored reply is replaced, never changed, and is often read many times before that.
		const stored = whenChanged(
			() => this.#store.load(replyId),
			() => filter.shownOf(this.#store.progress(replyId, slots)),
		);
		return readReply({
			replyId,
			slots,
			startedAtMs,
			lastEventId,
			progress: () => progressOfReply(this.#deps.state(), reply, stored),
			changed: () => this.#changes.changed(),
			pace: paceOf(this.#deps.study, state),
			clock: Date.now,
			wait: timerWait,
			view: this.#deps.view,
		});
	}

	async #run(request: ReplyRequest, signal: AbortSignal): Promise<void> {
		const outcome = await this.#outcome(request, signal);
		// The session ended or went on to another reply, so nothing is recorded.
		if (signal.aborted) return;
		const isRecorded = await this.#record(request, outcome);
		this.#job = null;
		// If it was not recorded, the frames stay, and the alarm that keeps the object alive tries again.
		if (isRecorded && outcome.candidates.every(({ complete }) => complete)) this.#store.clear(request.replyId);
		this.notify();
	}

	/** If an outcome cannot be recorded, the reply is recorded as failed, so that nobody waits for ever. */
	async #record(request: ReplyRequest, outcome: ReplyOutcome): Promise<boolean> {
		for (const each of [outcome, failedOutcome(request)]) {
			try {
				await this.#deps.written(request.replyId, each);
				return true;
			} catch {}
		}
		return false;
	}

	async #warmUp(): Promise<void> {
		const state = this.#deps.state();
		if (state.status !== "active" || state.facts.pool === "simulated") return;
		await warmUp(this.#models());
	}

	/** Also warms models for participants who read for long before they wrote. A continued reply has waited before. */
	async #warm({ replyId, candidates }: ReplyRequest, signal: AbortSignal): Promise<void> {
		const isFirst = candidates.every(({ thread }) => thread.length === 1);
		if (!isFirst || Object.keys(this.#store.load(replyId)).length > 0) return;
		this.#loadedModels.keep();
		await this.#loadedModels.ready(signal);
	}

	/** Asks once per endpoint and life of the object. A reply waits only briefly for the answer. */
	async #loadThinkingModels(signal: AbortSignal): Promise<void> {
		const stop = new AbortController();
		const timeout = timerWait(MAX_THINKING_LOOKUP_MS, AbortSignal.any([signal, stop.signal]));
		await Promise.race([this.#thinking.load(this.#deps.study.protocol), timeout]);
		stop.abort();
	}

	#models(): ModelsOptions {
		const { study, env } = this.#deps;
		const state = this.#deps.state();
		const atOnce = "facts" in state && state.facts.pool === "simulated";
		const report = healthReporter(env.HEALTH, this.#reporter);
		const thinking = this.#thinking;
		const [fittings, cipher] = [this.#deps.fittings(), sealCipherOf(env)];
		return { protocol: study.protocol, bindings: env, atOnce, fittings, cipher, report, thinking };
	}

	async #outcome(request: ReplyRequest, signal: AbortSignal): Promise<ReplyOutcome> {
		try {
			const trying = { limits: REPLY_LIMITS, wait: timerWait, random: Math.random, signal };
			await Promise.all([
				this.#warm(request, signal),
				this.#loadThinkingModels(signal),
				requireRules(this.#deps.env.ASSETS, trying),
			]);
			return await writeReply(request, {
				startCall: startCallOf(this.#models()),
				store: this.#store,
				notify: () => this.notify(),
				clock: Date.now,
				wait: timerWait,
				random: Math.random,
				signal,
				limits: REPLY_LIMITS,
			});
		} catch {
			return failedOutcome(request);
		}
	}
}

/** The job itself failed, which is our fault and not the model's. The participant may retry. */
const failedOutcome = ({ candidates, firstAttempt }: ReplyRequest): ReplyOutcome => ({
	candidates: candidates.map(({ slot }) => ({ slot, text: "", complete: false, lastAttempt: firstAttempt, calls: [] })),
});
