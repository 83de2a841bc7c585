import type { Env } from "../../env.ts";
import { nextTickMs } from "../../replies/present/pace.ts";
import { timerWait } from "../../replies/wait.ts";
import type { ReplyRequest } from "../../replies/write/write-reply.ts";
import type { Result } from "../../shared/result.ts";
import type { Command, CommandRefusal } from "../domain/command.ts";
import type { Study } from "../domain/state.ts";
import { Outbox } from "../outbox/outbox.ts";
import { pendingReply } from "../reply/reply-request.ts";
import { ReplyWriter } from "../reply/reply-writer.ts";
import { erasedView } from "../view/view.ts";
import type { LiveSession } from "./live-session.ts";
import { SessionAllocation } from "./session-allocation.ts";

/** After an allocator that did not answer. */
const ALLOCATE_AGAIN_MS = 5_000;

/** The second tick from now: searching the text takes less than the first. */
function answerInMs({ pace, startedAtMs }: ReplyRequest, nowMs: number): number {
	if (pace === "as-is") return 0;
	const elapsedMs = nowMs - startedAtMs;
	return nextTickMs(nextTickMs(elapsedMs, pace), pace) - elapsedMs;
}

type WorkDeps = {
	readonly live: LiveSession;
	readonly env: Env;
	readonly storage: DurableObjectStorage;
	readonly apply: (command: Command) => Result<void, CommandRefusal>;
	readonly look: () => Result<unknown, unknown>;
};

/**
 * What a started session does between its calls: rows for D1, an allocation, a reply. It follows from state and deadlines,
 * so that an object that was evicted goes on where it was.
 */
export class SessionWork {
	readonly outbox: Outbox;
	readonly allocation: SessionAllocation;
	readonly replies: ReplyWriter;
	readonly #study: Study;
	readonly #live: LiveSession;

	readonly #apply: WorkDeps["apply"];

	constructor(study: Study, { live, env, storage, apply, look }: WorkDeps) {
		const { log, meta, deadlines } = live;
		const state = () => live.state;
		const fittings = () => live.fittings();
		this.#study = study;
		this.#live = live;
		this.#apply = apply;
		this.outbox = new Outbox({ study, env, log, meta, deadlines, clock: Date.now });
		this.allocation = new SessionAllocation({
			...{ study, env, meta, state, fittings },
			apply: (command) => void apply(command),
			keepFittings: (kept) => live.keepFittings(kept),
			askAgain: () => deadlines.set("allocate", Date.now() + ALLOCATE_AGAIN_MS),
		});
		this.replies = new ReplyWriter({
			...{ study, env, storage, deadlines, state, fittings },
			view: async () => {
				if (live.state.status === "erased") return erasedView(study, live.state.tombstone);
				const seen = look();
				return seen.ok ? seen.value : null;
			},
			written: async (step, outcome) => {
				apply({ type: "RecordReply", nowMs: Date.now(), step, outcome });
				await deadlines.arm();
			},
		});
	}

	/**
	 * Stops the reply of this step. No await between what was shown and the event. The answer comes with a tick of the pace,
	 * because the time to search the text grows with what the model had written.
	 */
	async stopReply(step: string): Promise<Result<void, CommandRefusal>> {
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

	/** Goes on with what the state is waiting for. `isBack`: the participant is here. */
	async goOn({ isBack } = { isBack: false }): Promise<void> {
		await this.allocation.settle({ isBack });
		await this.serve();
	}

	/** The same without a question to the allocator. */
	async serve(): Promise<void> {
		const { state, deadlines } = this.#live;
		const request = state.status === "active" ? pendingReply(this.#study, state) : null;
		if (request) this.replies.ensure(request);
		else this.replies.stop();
		await deadlines.arm();
	}
}
