import { randomBytes } from "../../crypto/random-bytes.ts";
import type { Env } from "../../env.ts";
import { nextTickMs } from "../../replies/present/pace.ts";
import { timerWait } from "../../replies/wait.ts";
import type { ReplyRequest } from "../../replies/write/write-reply.ts";
import type { Result } from "../../shared/result.ts";
import type { Command, CommandRefusal } from "../domain/command.ts";
import type { SessionState, Study } from "../domain/state.ts";
import { Outbox } from "../outbox/outbox.ts";
import { pendingReply } from "../reply/reply-request.ts";
import { ReplyWriter } from "../reply/reply-writer.ts";
import { TurnTraces } from "../trace/turn-traces.ts";
import { SessionAllocation } from "./allocation/session-allocation.ts";
import type { LiveSession } from "./live-session.ts";

/** The pause after the allocator did not answer. */
const ALLOCATE_AGAIN_MS = 5_000;

/**
 * People wait for the next step and for the first text of a reply, and nobody waits for D1: in a burst, answers come first.
 * Rows of all arms wait as long. A quick model begins to write within this time.
 */
const ROWS_AFTER_MS = 500;

/** The second tick from now: searching the text takes less than the first. */
function answerInMs({ pace, startedAtMs }: ReplyRequest, nowMs: number): number {
	if (pace === "as-is") return 0;
	const elapsedMs = nowMs - startedAtMs;
	return nextTickMs(nextTickMs(elapsedMs, pace), pace) - elapsedMs;
}

const isGenerating = (state: SessionState): boolean => state.status === "active" && state.stage.kind === "generating";

type WorkDeps = {
	readonly live: LiveSession;
	readonly env: Env;
	readonly storage: DurableObjectStorage;
	readonly apply: (command: Command) => Result<void, CommandRefusal>;
	readonly look: () => Result<unknown, unknown>;
};

/**
 * The work of a started session beside its calls: rows for D1, an allocation, a reply. It follows from state and deadlines,
 * so an object continues after an eviction.
 */
export class SessionWork {
	readonly outbox: Outbox;
	readonly allocation: SessionAllocation;
	readonly replies: ReplyWriter;
	readonly traces: TurnTraces;
	readonly #study: Study;
	readonly #live: LiveSession;

	readonly #apply: WorkDeps["apply"];
	#isWaiting = false;

	constructor(study: Study, { live, env, storage, apply, look }: WorkDeps) {
		const { log, meta, deadlines } = live;
		const state = () => live.state;
		const fittings = () => live.fittings();
		this.#study = study;
		this.#live = live;
		this.#apply = apply;
		this.traces = new TurnTraces({ study, meta, deadlines, state, random: randomBytes });
		const { traces } = this;
		this.outbox = new Outbox({ study, env, log, meta, deadlines, traces, clock: Date.now });
		this.allocation = new SessionAllocation({
			...{ study, env, meta, state, fittings },
			apply: (command) => void apply(command),
			keepFittings: (kept) => live.keepFittings(kept),
			askAgain: () => deadlines.set("allocate", Date.now() + ALLOCATE_AGAIN_MS),
		});
		this.replies = new ReplyWriter({
			...{ study, env, storage, deadlines, state, fittings },
			view: async () => {
				const seen = look();
				return seen.ok ? seen.value : null;
			},
			written: async (step, outcome) => {
				apply({ type: "RecordReply", nowMs: Date.now(), step, outcome });
				await this.startOutbox();
			},
		});
	}

	/**
	 * Stops the reply of this step. No await between what was shown and the event. The answer comes with a tick of the pace,
	 * because the time to search the text grows with what the model had written.
	 */
	async stopReply(step: string): Promise<Result<void, CommandRefusal>> {
		await this.replies.prepare();
		const before = this.#live.state;
		const request = before.status === "active" ? pendingReply(this.#study, before) : null;
		const nowMs = Date.now();
		const kept = request && this.replies.kept(request, nowMs);
		const decided = this.#apply({ type: "StopReply", nowMs, step, kept });
		if (!request || this.#live.state === before) return decided;
		this.replies.discard(request.replyId);
		await timerWait(answerInMs(request, nowMs) - (Date.now() - nowMs), new AbortController().signal);
		return decided;
	}

	/** Asks for a missing allocation, then starts the reply and the outbox. `isBack`: the participant made this request. */
	async continueWork({ isBack } = { isBack: false }): Promise<void> {
		await this.allocation.ensure({ isBack });
		await this.startReply();
	}

	/** Starts the pending reply, if there is one, and the outbox. */
	async startReply(): Promise<void> {
		if (isGenerating(this.#live.state)) await this.replies.prepare();
		const { state } = this.#live;
		const request = state.status === "active" ? pendingReply(this.#study, state) : null;
		if (request) this.replies.ensure(request);
		else this.replies.stop();
		await this.startOutbox();
	}

	/** Starts the outbox and sets the alarm. The caller does not wait for D1. What a session's end frees, others may wait for. */
	async startOutbox(): Promise<void> {
		if (this.#live.state.status === "active") void this.#beginSoon();
		else this.outbox.begin();
		await this.#live.deadlines.arm(Date.now());
	}

	async #beginSoon(): Promise<void> {
		if (this.#isWaiting) return;
		this.#isWaiting = true;
		await timerWait(ROWS_AFTER_MS);
		this.#isWaiting = false;
		this.outbox.begin();
	}
}
