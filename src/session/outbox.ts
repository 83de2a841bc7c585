import { blockSize } from "../blinding/block-size.ts";
import type { Env } from "../env.ts";
import { ledgerOf } from "../models/usage/client.ts";
import { allocatorOf } from "../randomisation/client.ts";
import type { Clock } from "../shared/clock.ts";
import type { Deadlines } from "./deadlines.ts";
import type { SessionEvent } from "./events.ts";
import { evolve } from "./evolve.ts";
import { type Logged, project } from "./projection/project.ts";
import { writeRows } from "./projection/write-rows.ts";
import { reportPace } from "./report-pace.ts";
import { initialState, type SessionState, type Study } from "./state.ts";
import type { EventLog, Meta } from "./storage.ts";

type OutboxDeps = {
	readonly study: Study;
	readonly env: Env;
	readonly log: EventLog;
	readonly meta: Meta;
	readonly deadlines: Deadlines;
	readonly clock: Clock;
};

/** D1 takes 1,000 statements an invocation; an event is a dozen at the most. */
const EVENTS_A_FLUSH = 50;
const FIRST_RETRY_MS = 1_000;
/** Under the lease of a deadline: a later time would lose to it. */
const LAST_RETRY_MS = 45_000;

/**
 * Brings the log to D1 and to the allocator, at least once and in order. What fails is tried again by the alarm, for as
 * long as it takes; the participant notices nothing.
 */
export class Outbox {
	readonly #deps: OutboxDeps;

	constructor(deps: OutboxDeps) {
		this.#deps = deps;
	}

	async flush(): Promise<void> {
		const { meta, deadlines, clock } = this.#deps;
		const batch = this.#pending().slice(0, EVENTS_A_FLUSH);
		const last = batch.at(-1);
		if (!last) return;
		try {
			await this.#deliver(batch);
			meta.set("projected", String(last.seq));
			if (meta.get("failures") !== null) meta.set("failures", "0");
			if (batch.length === EVENTS_A_FLUSH) deadlines.set("outbox", clock());
		} catch (error) {
			const failures = Number(meta.get("failures") ?? 0) + 1;
			meta.set("failures", String(failures));
			deadlines.set("outbox", clock() + Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)));
			// biome-ignore lint/suspicious/noConsole: the operator has to see that D1 is behind; the name alone says nothing of anybody.
			console.error({
				message: "the outbox will try again",
				failures,
				error: error instanceof Error ? error.name : "unknown",
			});
		}
	}

	/** Everything is to be delivered again, from the first event on. */
	rewind(): void {
		this.#deps.meta.set("projected", "0");
		this.#deps.deadlines.set("outbox", this.#deps.clock());
	}

	#pending(): Logged[] {
		const { study, log, meta } = this.#deps;
		const projected = Number(meta.get("projected") ?? 0);
		let state: SessionState = initialState;
		const logged: Logged[] = [];
		for (const { seq, event } of log.read()) {
			const before = state;
			state = evolve(study, before, event);
			if (seq > projected) logged.push({ seq, event, before, after: state });
		}
		return logged;
	}

	async #deliver(batch: readonly Logged[]): Promise<void> {
		const { study, env, meta } = this.#deps;
		const writing = {
			d1: env.DB,
			blinded: study.protocol.blinding.level === "double",
			slug: study.protocol.slug,
			secret: meta.get("token") ?? "",
			block: blockSize(study.protocol),
			erasedRows: JSON.parse(meta.get("erasedCalls") ?? "[]") as string[],
		};
		// Places must not wait for D1: a quota that is down with it would turn people away.
		for (const { event, before } of batch) await this.#tellAllocator(event, before);
		for (const { event, before } of batch) await this.#tellLedger(event, before);
		for (const logged of batch) await reportPace((id) => ledgerOf(env.USAGE, id), study, logged);
		await writeRows(
			writing,
			batch.flatMap((logged) => project(study, logged)),
		);
	}

	/** What a session took is told once it has completed, for totals are over sessions that met what the design has for them. */
	async #tellLedger(event: SessionEvent, before: SessionState): Promise<void> {
		const { env, log } = this.#deps;
		if (event.type === "SessionErased") await ledgerOf(env.USAGE, event.studyId).forget(event.sessionId);
		if (event.type !== "SessionCompleted" || !("facts" in before)) return;
		const calls = log.read().flatMap((logged) => ("calls" in logged.event ? logged.event.calls : []));
		await ledgerOf(env.USAGE, before.facts.studyId).record(before.facts.sessionId, calls);
	}

	/** Balance and quota are to hold among those who finish: the allocator hears of every end, and of every beginning. */
	async #tellAllocator(event: SessionEvent, before: SessionState): Promise<void> {
		const tells = TOLD[event.type];
		if (!tells) return;
		const facts = "sessionId" in event ? event : "facts" in before ? before.facts : null;
		if (facts) await allocatorOf(this.#deps.env.ALLOCATORS, facts.studyId)[tells](facts.sessionId);
	}
}

const TOLD: Partial<Record<SessionEvent["type"], "enter" | "confirm" | "release">> = {
	SessionStarted: "enter",
	SessionCompleted: "confirm",
	SessionExpired: "release",
	SessionWithdrawn: "release",
	SessionErased: "release",
	ChecksFailed: "release",
};
