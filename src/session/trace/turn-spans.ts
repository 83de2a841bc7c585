import type { Span } from "../../shared/tracing/otlp.ts";
import { callerOf } from "../../shared/tracing/trace-context.ts";
import type { SessionRecord, StepId, Study, Turn } from "../domain/state.ts";
import { paceOf, presentedAtMs } from "../reply/presented-times.ts";

/** What the Worker tells the session's object of a request whose turn may be traced. */
export type TracedRequest = {
	/** The span of the call to the object. */
	readonly traceparent: string;
	readonly receivedAtMs: number;
	readonly calledAtMs: number;
};

/** How a request ended that did not wait for its reply. */
export type RequestEnd = {
	readonly traceparent: string;
	readonly returnedAtMs: number;
	readonly answeredAtMs: number;
	readonly status: number;
};

/** What the object keeps of a turn until its trace is written. */
export type PendingTrace = TracedRequest & {
	/** The step that the message answered. */
	readonly step: StepId;
	readonly arrivedAtMs: number;
	readonly appendedAtMs: number;
	/** The response waits for the reply. */
	readonly waits: boolean;
	readonly end?: RequestEnd;
	/** When D1 was given the rows of the reply, and had them. */
	readonly rows?: { readonly fromMs: number; readonly toMs: number };
	/** When the trace is written next, if it is complete then. */
	readonly dueMs: number;
};

type ShownTurn = { readonly sentAtMs: number; readonly shownAtMs: number; readonly writtenAtMs: number };

const ROUTE = "/v1/sessions/{session}/steps/{step}";

/** The turn that this step's message began. */
export const turnOf = ({ conversations }: SessionRecord, step: StepId): Turn | undefined =>
	conversations.flatMap(({ turns }) => turns).find(({ askedBy }) => askedBy[0] === step);

/**
 * A turn as spans. Every turn gets the same ones, however many calls, candidates or rounds it took, and every time in them is
 * one that does not depend on the arm: until the answer is accepted the real one, and from then on the one that the turn
 * would have had if its models had been exactly as fast as the pace. Null: the turn is not complete.
 */
export function turnSpans(
	study: Study,
	state: SessionRecord,
	pending: PendingTrace,
	spanId: () => string,
): readonly Span[] | null {
	const turn = turnOf(state, pending.step);
	const caller = callerOf(pending.traceparent);
	if (!turn || turn.writtenAtMs === undefined || !pending.rows || !caller) return null;
	const shown = {
		sentAtMs: turn.sentAtMs,
		shownAtMs: turn.shownAtMs ?? presentedAtMs(study, state, turn),
		writtenAtMs: turn.writtenAtMs,
	};
	const { traceId } = caller;
	const [root, outbox] = [spanId(), spanId()];
	const rows = rowTimes(pending.rows, shown, paceOf(study, state) !== "as-is");
	return [
		...requestSpans(pending, shown, { traceId, root, call: caller.spanId }),
		{
			...{ traceId, spanId: spanId(), parentSpanId: caller.spanId, name: "decide and append", kind: "internal" },
			...{ startMs: pending.arrivedAtMs, endMs: pending.appendedAtMs },
			attributes: { "crossover.study.id": state.facts.studyId, "crossover.pool": state.facts.pool },
		},
		{
			...{ traceId, spanId: spanId(), parentSpanId: caller.spanId, name: "chat", kind: "client" },
			...{ startMs: shown.sentAtMs, endMs: shown.shownAtMs },
			attributes: { "gen_ai.operation.name": "chat" },
		},
		{
			...{ traceId, spanId: spanId(), parentSpanId: caller.spanId, name: "append reply", kind: "internal" },
			...{ startMs: shown.shownAtMs, endMs: shown.shownAtMs, attributes: {} },
		},
		{
			...{ traceId, spanId: outbox, parentSpanId: caller.spanId, name: "outbox", kind: "internal" },
			...{ startMs: shown.shownAtMs, endMs: rows.toMs, attributes: {} },
		},
		{
			...{ traceId, spanId: spanId(), parentSpanId: outbox, name: "BATCH", kind: "client" },
			...{ startMs: rows.fromMs, endMs: rows.toMs },
			attributes: { "db.system.name": "cloudflare-d1", "db.operation.name": "BATCH" },
		},
	];
}

/**
 * A request that waits for its reply ends with the presentation and has no status, because how and when it really ended
 * depends on the model. Of a request whose end the object was not told, nothing is known.
 */
function requestSpans(
	{ receivedAtMs, calledAtMs, appendedAtMs, waits, end }: PendingTrace,
	{ shownAtMs }: ShownTurn,
	{ traceId, root, call }: { readonly traceId: string; readonly root: string; readonly call: string },
): readonly Span[] {
	if (!waits && !end) return [];
	const waitedMs = Math.max(appendedAtMs, shownAtMs);
	const status = end && { "http.response.status_code": end.status };
	return [
		{
			...{ traceId, spanId: root, parentSpanId: null, name: `POST ${ROUTE}`, kind: "server" },
			...{ startMs: receivedAtMs, endMs: end?.answeredAtMs ?? waitedMs },
			attributes: { "http.request.method": "POST", "http.route": ROUTE, ...status },
		},
		{
			...{ traceId, spanId: call, parentSpanId: root, name: "Session/submit", kind: "client" },
			...{ startMs: calledAtMs, endMs: end?.returnedAtMs ?? waitedMs },
			attributes: { "rpc.system.name": "cloudflare.jsrpc", "rpc.method": "Session/submit" },
		},
	];
}

/**
 * Earlier by as much as the reply was late. Without a pace it is not known how much of their time is the model's: rows of
 * a quick reply are sent together with those of its message.
 */
function rowTimes(
	{ fromMs, toMs }: NonNullable<PendingTrace["rows"]>,
	{ shownAtMs, writtenAtMs }: ShownTurn,
	isPaced: boolean,
): NonNullable<PendingTrace["rows"]> {
	if (!isPaced) return { fromMs: shownAtMs, toMs: shownAtMs };
	const lateMs = writtenAtMs - shownAtMs;
	const start = Math.max(shownAtMs, fromMs - lateMs);
	return { fromMs: start, toMs: Math.max(start, toMs - lateMs) };
}
