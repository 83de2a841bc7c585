/** The result of one call, or of several calls that one report represents. */
export type CallReport = {
	readonly failed: boolean;
	readonly weight: number;
	/** The same for all calls of one session, different for different sessions. It does not identify the session. */
	readonly by: string;
};

type RecentReport = CallReport & { readonly atMs: number };

/**
 * A circuit breaker (Nygard, Release It!): closed while the endpoint works, open while it does not, and half-open after the
 * wait, when one request probes it. Only `open` has to survive an eviction of the object.
 */
export type Breaker = {
	readonly recent: readonly RecentReport[];
	readonly open: OpenState | null;
};

export type OpenState = {
	readonly untilMs: number;
	/** The current wait; the next one is twice as long. */
	readonly waitMs: number;
	/** A caller is probing the endpoint, at most until this time. */
	readonly probingUntilMs: number | null;
};

export const CLOSED: Breaker = { recent: [], open: null };

/** Long enough to see several sessions in a study with few participants, and short enough that few others run into the failure. */
const WINDOW_MS = 300_000;
/**
 * The least number of sessions with failures. A single session can report several failures for each reply and pane, and
 * again at each retry. That must not close a study.
 */
const MIN_FAILING_SESSIONS = 5;
/** If half of all calls fail, most replies still succeed by retries; with more failures, new participants would wait in vain. */
const FAILING_SHARE = 0.5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 300_000;
const PROBE_MS = 20_000;
/** Bounds the object's memory. */
const MAX_RECENT = 500;

export function recordReport(breaker: Breaker, report: CallReport, nowMs: number): Breaker {
	if (breaker.open) return recordWhileOpen(breaker, breaker.open, report, nowMs);
	const recent = [...breaker.recent, { ...report, atMs: nowMs }]
		.filter(({ atMs }) => atMs > nowMs - WINDOW_MS)
		.slice(-MAX_RECENT);
	return isWorking(recent) ? { recent, open: null } : opened(FIRST_WAIT_MS, nowMs);
}

/** One answer closes the breaker. A failure after the wait doubles the wait; earlier failures do not count. */
function recordWhileOpen(breaker: Breaker, open: OpenState, { failed }: CallReport, nowMs: number): Breaker {
	if (!failed) return CLOSED;
	return nowMs < open.untilMs ? breaker : opened(Math.min(LONGEST_WAIT_MS, open.waitMs * 2), nowMs);
}

const opened = (waitMs: number, nowMs: number): Breaker => ({
	recent: [],
	open: { untilMs: nowMs + waitMs, waitMs, probingUntilMs: null },
});

function isWorking(recent: readonly RecentReport[]): boolean {
	const total = (calls: readonly RecentReport[]) => calls.reduce((sum, { weight }) => sum + weight, 0);
	const failures = recent.filter((call) => call.failed);
	const sessions = new Set(failures.map(({ by }) => by)).size;
	return sessions < MIN_FAILING_SESSIONS || total(failures) < FAILING_SHARE * total(recent);
}

export type Verdict =
	| { readonly kind: "serves" }
	/** The caller probes the endpoint and reports the result. */
	| { readonly kind: "probe" }
	| { readonly kind: "broken"; readonly retryAfterMs: number };

/** Whether new participants who need this endpoint may start. When half-open, one caller probes and the others wait. */
export function judge(breaker: Breaker, nowMs: number): { readonly verdict: Verdict; readonly breaker: Breaker } {
	const { open } = breaker;
	if (!open) return { verdict: { kind: "serves" }, breaker };
	const waitUntilMs = Math.max(open.untilMs, open.probingUntilMs ?? 0);
	if (nowMs < waitUntilMs) return { verdict: { kind: "broken", retryAfterMs: waitUntilMs - nowMs }, breaker };
	return { verdict: { kind: "probe" }, breaker: { ...breaker, open: { ...open, probingUntilMs: nowMs + PROBE_MS } } };
}
