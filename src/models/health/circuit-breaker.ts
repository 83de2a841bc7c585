/** One call that ended, or several that one report stands for. */
export type CallReport = {
	readonly failed: boolean;
	readonly weight: number;
	/** Of one session's calls the same, and of two sessions' not: it says nothing else of whose they were. */
	readonly by: string;
};

type Heard = CallReport & { readonly atMs: number };

/**
 * A circuit breaker (Nygard, Release It!): closed while the endpoint serves, open while it does not, and half-open once the
 * wait is over, when one request finds out. `open` is what has to outlive the memory of its object.
 */
export type Breaker = {
	readonly recent: readonly Heard[];
	readonly open: Open | null;
};

export type Open = {
	readonly untilMs: number;
	/** The wait that is running: the next one is twice as long. */
	readonly waitMs: number;
	/** Somebody is finding out, until then at the latest. */
	readonly probingUntilMs: number | null;
};

export const CLOSED: Breaker = { recent: [], open: null };

/** Long enough for a handful of people to be heard of where few come, and over before many have come in vain. */
const WINDOW_MS = 300_000;
/**
 * So many sessions have to have met it. One whose message alone is refused fails three times a reply and pane, and again
 * whenever its participant tries once more: that is no reason to close a study.
 */
const SESSIONS = 5;
/** Where half of all calls fail, two of three replies still come by retrying; below that newcomers would wait in vain. */
const SHARE = 0.5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 300_000;
const PROBE_MS = 20_000;
/** More say nothing more: the object's memory is bounded. */
const MOST_HEARD = 500;

export function reported(breaker: Breaker, report: CallReport, nowMs: number): Breaker {
	if (breaker.open) return reportedWhileOpen(breaker, breaker.open, report, nowMs);
	const recent = [...breaker.recent, { ...report, atMs: nowMs }]
		.filter(({ atMs }) => atMs > nowMs - WINDOW_MS)
		.slice(-MOST_HEARD);
	return serves(recent) ? { recent, open: null } : opened(FIRST_WAIT_MS, nowMs);
}

/** One answer closes it; a failure matters once the wait is over, and then means a longer one. */
function reportedWhileOpen(breaker: Breaker, open: Open, { failed }: CallReport, nowMs: number): Breaker {
	if (!failed) return CLOSED;
	return nowMs < open.untilMs ? breaker : opened(Math.min(LONGEST_WAIT_MS, open.waitMs * 2), nowMs);
}

const opened = (waitMs: number, nowMs: number): Breaker => ({
	recent: [],
	open: { untilMs: nowMs + waitMs, waitMs, probingUntilMs: null },
});

function serves(recent: readonly Heard[]): boolean {
	const total = (calls: readonly Heard[]) => calls.reduce((sum, { weight }) => sum + weight, 0);
	const failures = recent.filter((call) => call.failed);
	const sessions = new Set(failures.map(({ by }) => by)).size;
	return sessions < SESSIONS || total(failures) < SHARE * total(recent);
}

export type Verdict =
	| { readonly kind: "serves" }
	/** Whoever is told this finds out, and reports it. */
	| { readonly kind: "probe" }
	| { readonly kind: "broken"; readonly retryAfterMs: number };

/** May somebody new come in who needs this endpoint? Half-open, one asker is told to find out and the others wait for it. */
export function judged(breaker: Breaker, nowMs: number): { readonly verdict: Verdict; readonly breaker: Breaker } {
	const { open } = breaker;
	if (!open) return { verdict: { kind: "serves" }, breaker };
	const waitUntilMs = Math.max(open.untilMs, open.probingUntilMs ?? 0);
	if (nowMs < waitUntilMs) return { verdict: { kind: "broken", retryAfterMs: waitUntilMs - nowMs }, breaker };
	return { verdict: { kind: "probe" }, breaker: { ...breaker, open: { ...open, probingUntilMs: nowMs + PROBE_MS } } };
}
