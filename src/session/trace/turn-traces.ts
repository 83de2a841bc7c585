import type { RandomBytes } from "../../shared/id.ts";
import { log } from "../../shared/log.ts";
import { otlpOf } from "../../shared/tracing/otlp.ts";
import { newSpanId } from "../../shared/tracing/trace-context.ts";
import type { SessionState, StepId, Study } from "../domain/state.ts";
import type { Deadlines } from "../object/deadlines.ts";
import type { Meta } from "../object/storage.ts";
import type { Logged } from "../projection/project.ts";
import { type PendingTrace, type RequestEnd, type TracedRequest, turnOf, turnSpans } from "./turn-spans.ts";

/**
 * A trace is written this long after its message, or a multiple of it later. The platform gives each line its time, and the
 * time of a line that were written with the reply would show how late the model was. Replies are later than this only if D1
 * was down, or if a participant waited with a retry.
 */
export const HOLD_MS = 10 * 60_000;

/** A turn that is not complete by then has no trace. */
const LIFE_MS = 6 * HOLD_MS;

type TracesDeps = {
	readonly study: Study;
	readonly meta: Pick<Meta, "get" | "set" | "remove">;
	readonly deadlines: Pick<Deadlines, "set" | "clear">;
	readonly state: () => SessionState;
	readonly random: RandomBytes;
};

/** The object's part of traces: keeps what is known of each traced turn, also through an eviction, and writes it to the log. */
export class TurnTraces {
	readonly #deps: TracesDeps;
	#pending: readonly PendingTrace[] | null = null;

	constructor(deps: TracesDeps) {
		this.#deps = deps;
	}

	/** False if this answer began no turn. Call it right after the answer was applied, without an `await` in between. */
	begin(
		request: TracedRequest,
		begun: Pick<PendingTrace, "arrivedAtMs" | "appendedAtMs" | "waits">,
		step: string,
	): boolean {
		const state = this.#deps.state();
		if (state.status !== "active" || state.stage.kind !== "generating") return false;
		const turn = turnOf(state, step as StepId);
		if (!turn || turn.askedBy.length > 1 || this.#kept().some((each) => each.step === step)) return false;
		const dueMs = turn.sentAtMs + HOLD_MS;
		this.#keep([...this.#kept(), { ...request, ...begun, step: step as StepId, dueMs }]);
		this.#deps.deadlines.set("trace", dueMs);
		return true;
	}

	/** The Worker has answered the request. */
	ended(end: RequestEnd): void {
		const kept = this.#kept();
		if (!kept.some(({ traceparent }) => traceparent === end.traceparent)) return;
		this.#keep(kept.map((each) => (each.traceparent === end.traceparent ? { ...each, end } : each)));
	}

	/** D1 has all rows of these events. */
	delivered(logged: readonly Logged[], rows: NonNullable<PendingTrace["rows"]>): void {
		const state = this.#deps.state();
		const kept = this.#kept();
		if (kept.length === 0 || !("facts" in state)) return;
		const written = logged.flatMap(({ event }) => (event.type === "ReplyWritten" ? [event.step] : []));
		const isOf = ({ step }: PendingTrace) =>
			turnOf(state, step)?.replySteps.some((reply) => written.some((each) => each === reply)) ?? false;
		if (!kept.some(isOf)) return;
		this.#keep(kept.map((each) => (isOf(each) && !each.rows ? { ...each, rows } : each)));
	}

	/** Writes the traces that are due, and sets when the others are. */
	write(nowMs: number): void {
		const left = this.#kept().flatMap((each) => (each.dueMs > nowMs || !this.#write(each) ? [after(each, nowMs)] : []));
		const alive = left.filter(({ dueMs, appendedAtMs }) => dueMs <= appendedAtMs + LIFE_MS);
		this.#keep(alive);
		// Not moved by `set`, for which the earlier of two times counts.
		this.#deps.deadlines.clear("trace");
		if (alive.length > 0) this.#deps.deadlines.set("trace", Math.min(...alive.map(({ dueMs }) => dueMs)));
	}

	#write(pending: PendingTrace): boolean {
		const { study, random } = this.#deps;
		const state = this.#deps.state();
		const spans = "facts" in state ? turnSpans(study, state, pending, () => newSpanId(random)) : null;
		if (spans) log("turn_traced", otlpOf(spans));
		return spans !== null;
	}

	#kept(): readonly PendingTrace[] {
		this.#pending ??= JSON.parse(this.#deps.meta.get("traces") ?? "[]") as PendingTrace[];
		return this.#pending;
	}

	#keep(pending: readonly PendingTrace[]): void {
		this.#pending = pending;
		if (pending.length > 0) this.#deps.meta.set("traces", JSON.stringify(pending));
		else if (this.#deps.meta.get("traces") !== null) this.#deps.meta.remove("traces");
	}
}

/** With the first of its times after now. */
const after = (pending: PendingTrace, nowMs: number): PendingTrace => ({
	...pending,
	dueMs: pending.dueMs + HOLD_MS * Math.max(0, Math.floor((nowMs - pending.dueMs) / HOLD_MS) + 1),
});
