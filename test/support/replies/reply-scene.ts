import { seal } from "../../../src/blinding/seals/sealed.ts";
import { asLabel } from "../../../src/randomisation/plan/label-text.ts";
import type { ReplyCandidate } from "../../../src/replies/write/candidate-job.ts";
import { createTables, FrameStore } from "../../../src/replies/write/frame-store.ts";
import { REPLY_LIMITS } from "../../../src/replies/write/reply-limits.ts";
import { type ReplyOutcome, type ReplyRequest, writeReply } from "../../../src/replies/write/write-reply.ts";
import { MemorySql } from "../d1/memory-sql.ts";
import { type Act, ScriptedModels } from "../models/scripted-models.ts";
import { VirtualTime } from "./virtual-time.ts";

export const T0 = 1_800_000_000_000;

export function candidate(slot: string, more: Partial<ReplyCandidate> = {}): ReplyCandidate {
	const thread = [{ role: "participant", text: "Hello" }] as const;
	return { slot, label: asLabel(slot.toUpperCase()), thread, seed: 7, kept: null, ...more };
}

/** One reply on a clock that the test moves, with models that follow a script; `write` may be called again on the same rows. */
export function replyScene(scripts: Record<string, Act[][]>, sql = new MemorySql()) {
	createTables(sql);
	const time = new VirtualTime(T0);
	const models = new ScriptedModels(time.wait, scripts);
	const stop = new AbortController();
	const store = new FrameStore(sql);
	const shown: Record<string, string>[] = [];
	const write = (request: Partial<ReplyRequest> = {}) => {
		const slots = Object.keys(scripts).map((each) => each.toLowerCase());
		const whole: ReplyRequest = {
			replyId: "st_1",
			arms: seal({}),
			candidates: slots.map((slot) => candidate(slot)),
			startedAtMs: T0,
			firstAttempt: 1,
			pace: "as-is",
			...request,
		};
		const running: { outcome: ReplyOutcome | null; error: unknown } = { outcome: null, error: null };
		void writeReply(whole, {
			startCall: models.open,
			store,
			notify: () => shown.push({ ...store.progress(whole.replyId, slots).texts }),
			clock: time.clock,
			wait: time.wait,
			random: () => 0.5,
			signal: stop.signal,
			limits: REPLY_LIMITS,
		}).then(
			(outcome) => {
				running.outcome = outcome;
			},
			(error) => {
				running.error = error;
			},
		);
		return running;
	};
	return { sql, time, models, stop, store, shown, write };
}

export const outcomeOf = (running: { outcome: ReplyOutcome | null; error: unknown }, slot: string) => {
	const found = running.outcome?.candidates.find((each) => each.slot === slot);
	if (!found) throw new Error(`no outcome of ${slot}: ${String(running.error)}`);
	return found;
};
