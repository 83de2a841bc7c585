import { type ArmKey, type CallRecord, type Sealed, seal } from "../../../src/blinding/seals/sealed.ts";
import { storedSeal } from "../../../src/blinding/seals/sealed-storing.ts";
import { unseal } from "../../../src/blinding/seals/unseal.ts";
import type { ModelDelta, ModelFailure, StartCall, ThreadMessage } from "../../../src/models/model-types.ts";
import { labelText } from "../../../src/randomisation/plan/label-text.ts";
import type { Plan } from "../../../src/randomisation/plan/plan.ts";
import { readReply } from "../../../src/replies/present/read-reply.ts";
import { SelfIdentificationFilter } from "../../../src/replies/present/self-identification-filter.ts";
import { createTables, FrameStore } from "../../../src/replies/write/frame-store.ts";
import { Notifier } from "../../../src/replies/write/notifier.ts";
import { REPLY_LIMITS } from "../../../src/replies/write/reply-limits.ts";
import { type ReplyOutcome, writeReply } from "../../../src/replies/write/write-reply.ts";
import type { Command } from "../../../src/session/domain/command.ts";
import { decide } from "../../../src/session/domain/decide/decide.ts";
import type { SessionEvent } from "../../../src/session/domain/events.ts";
import { evolve } from "../../../src/session/domain/evolve/evolve.ts";
import {
	type ActiveState,
	currentStep,
	initialState,
	type SessionState,
	type Study,
} from "../../../src/session/domain/state.ts";
import { project } from "../../../src/session/projection/project.ts";
import type { Write } from "../../../src/session/projection/writes.ts";
import { progressOfReply, replyOf } from "../../../src/session/reply/followed-reply.ts";
import { paceOf } from "../../../src/session/reply/presented-times.ts";
import { pendingReply, screeningOf } from "../../../src/session/reply/reply-request.ts";
import { view } from "../../../src/session/view/view.ts";
import type { StepView } from "../../../src/session/view/view-schema.ts";
import { MemorySql } from "../d1/memory-sql.ts";
import { plausible } from "../http/participant.ts";
import { VirtualTime } from "../replies/virtual-time.ts";
import { T0 } from "./session-spec.ts";
import { FACTS, SEAL_TO } from "./session-study.ts";

/** What an arm's model does at call number `asked` (from 0) with this thread. */
export type Voice = (thread: readonly ThreadMessage[], asked: number) => readonly (string | number | ModelFailure)[];
export type World = {
	readonly study: Study;
	readonly plan: Plan;
	/** The arm key, from labels to arms. */
	readonly key: ArmKey;
	/** By arm. */
	readonly voices: Readonly<Record<string, Voice>>;
	readonly answerTo?: (step: StepView) => unknown;
};
export type RecordedSession = {
	readonly events: readonly SessionEvent[];
	/** All bytes of views and streams with their times: everything that a client can observe. */
	readonly seen: readonly string[];
	readonly writes: readonly Write[];
	readonly calls: readonly CallRecord[];
};

const MOST_STEPS = 200;

/** A whole session with decisions, replies, streams and rows, on a virtual clock. Only the storage is simulated. */
export async function runSession(world: World): Promise<RecordedSession> {
	const { study, plan } = world;
	const arms = seal<ArmKey>(world.key);
	const time = new VirtualTime(T0);
	const startCall = modelsOf(world, time);
	const events: SessionEvent[] = [];
	const seen: string[] = [];
	const writes: Write[] = [];
	let state: SessionState = initialState;
	const apply = (command: Command) => {
		const decided = decide(study, state, command);
		if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.error)}`);
		for (const event of decided.value) {
			const before = state;
			state = evolve(study, before, event);
			events.push(event);
			writes.push(...project(study, { seq: events.length, event, before, after: state }));
		}
	};
	apply({ type: "Start", nowMs: time.clock(), facts: FACTS });
	for (let steps = 0; steps < MOST_STEPS; steps++) {
		const at = state as SessionState;
		if (at.status === "new" || at.status === "erased") throw new Error("a session that never was");
		if (at.status === "active" && at.stage.kind === "allocating") {
			const allocation = { kind: "allocated", plan, sealedArms: storedSeal(arms), sealTo: SEAL_TO } as const;
			apply({ type: "RecordAllocation", nowMs: time.clock(), allocation });
			continue;
		}
		if (at.status === "active" && at.stage.kind === "generating") {
			await reply(at);
			continue;
		}
		const shown = view(study, at);
		seen.push(`${time.clock()} ${JSON.stringify(shown)}`);
		if (!shown.step) return { events, seen, writes, calls: callsOf(events) };
		const answer = (world.answerTo ?? plausible)(shown.step);
		apply({ type: "AnswerStep", nowMs: time.clock(), step: shown.step.id, answer });
	}
	throw new Error("the study does not end");

	async function reply(at: ActiveState): Promise<void> {
		const request = pendingReply(study, at);
		if (!request) throw new Error("no reply is pending");
		const sql = new MemorySql();
		createTables(sql);
		const store = new FrameStore(sql);
		const changes = new Notifier();
		const stream = read(at, store, changes, time);
		const step = currentStep(at);
		let outcome: ReplyOutcome | null = null;
		void writeReply(request, {
			startCall,
			store,
			notify: () => changes.notify(),
			clock: time.clock,
			wait: time.wait,
			random: () => 0.5,
			signal: new AbortController().signal,
			limits: REPLY_LIMITS,
		}).then((written) => {
			outcome = written;
			apply({ type: "RecordReply", nowMs: time.clock(), step, outcome: written });
			changes.notify();
		});
		for (let looks = 0; outcome === null; looks++) {
			if (looks > 500) throw new Error("the reply does not end");
			await time.advance(500);
		}
		await time.advance(200);
		seen.push(...(await stream));
	}

	async function read(at: ActiveState, store: FrameStore, changes: Notifier, clock: VirtualTime): Promise<string[]> {
		const followed = replyOf(study, at, currentStep(at));
		if (!followed) throw new Error("no reply to follow");
		const { replyId, slots, startedAtMs } = followed;
		const screen = new SelfIdentificationFilter(screeningOf(study));
		const stream = readReply({
			replyId,
			slots,
			startedAtMs,
			lastEventId: null,
			progress: () => progressOfReply(state, followed, () => screen.shownOf(store.progress(replyId, slots))),
			changed: () => changes.changed(),
			pace: paceOf(study, at),
			clock: clock.clock,
			wait: clock.wait,
			view: async () => null,
		});
		const frames: string[] = [];
		const reader = stream.getReader();
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return frames;
			frames.push(`${clock.clock()} ${new TextDecoder().decode(value)}`);
		}
	}
}

const callsOf = (events: readonly SessionEvent[]): CallRecord[] =>
	events.flatMap((event) => ("calls" in event ? event.calls.map((call: Sealed<CallRecord>) => unseal(call)) : []));

function modelsOf({ voices }: World, time: VirtualTime): StartCall {
	const asked = new Map<string, number>();
	return ({ arms, label, thread, seed }, signal) => {
		const arm = unseal(arms)[labelText(label)] ?? "";
		const voice = voices[arm];
		if (!voice) throw new Error("an arm without a voice");
		const said = JSON.stringify([arm, thread]);
		return {
			record: (stats) =>
				seal<CallRecord>({ ...stats, provider: "voice", model: `${arm} ${seed}`, servedModel: null } as CallRecord),
			deltas: (async function* (): AsyncGenerator<ModelDelta> {
				const times = asked.get(said) ?? 0;
				asked.set(said, times + 1);
				for (const act of voice(thread, times)) {
					if (typeof act === "string") yield { kind: "text", text: act };
					else if (typeof act === "number") await time.wait(act, signal);
					else throw act;
				}
				yield { kind: "end", finishReason: "stop", inputTokens: 10, outputTokens: 5 };
			})(),
		};
	};
}
