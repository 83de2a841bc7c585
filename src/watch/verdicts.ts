/** Later than this, an alarm is late. Alarms that are tried again after a failure are earlier. */
const LATE_MS = 5 * 60_000;

/** For this long after a late alarm, others are presumed to be late too. */
const LATE_FOR_MS = 10 * 60_000;

/** A session whose rows are refused tries again, and reports again, at least every 45 seconds. */
const REFUSED_FOR_MS = 2 * 60_000;

/** One refusal is usual: D1 restarts, and the next attempt succeeds. */
const REFUSALS_REPORTED = 3;

/** Whether a session reports that its rows were refused, after so many refusals in succession. */
export const isReported = (refusals: number): boolean => refusals >= REFUSALS_REPORTED;

export type Verdict = "ok" | "behind";
export type Verdicts = {
	readonly alarms: Verdict;
	readonly rows: Verdict;
	/** For how long D1 has refused rows, of the session for which it is longest. Null: no session's rows are behind. */
	readonly rowsBehindSeconds: number | null;
};

/** A session's report that its rows are refused, and for how long they have been. */
export type RefusedRows = { readonly atMs: number; readonly seconds: number };

/** By how many whole minutes an alarm is late that was due then. Null: it is not late. */
export const minutesLate = (dueMs: number, nowMs: number): number | null =>
	nowMs - dueMs > LATE_MS ? Math.floor((nowMs - dueMs) / 60_000) : null;

type Watched = {
	/** The time of an alarm that was set and has not come. Null: none is set. */
	readonly setForMs: number | null;
	/** When an object last reported that its alarm came late. */
	readonly lateAlarmMs: number | null;
	readonly refusedRows: readonly RefusedRows[];
};

/** Keeps the reports that can still be the longest of their time: those of more seconds than the newest. */
export const withReport = (reports: readonly RefusedRows[], newest: RefusedRows): readonly RefusedRows[] => [
	...reports.filter(({ atMs, seconds }) => newest.atMs - atMs < REFUSED_FOR_MS && seconds > newest.seconds),
	newest,
];

export function verdictsOf({ setForMs, lateAlarmMs, refusedRows }: Watched, nowMs: number): Verdicts {
	const within = (reportedMs: number | null, forMs: number) => reportedMs !== null && nowMs - reportedMs < forMs;
	const refused = refusedRows.filter(({ atMs }) => within(atMs, REFUSED_FOR_MS));
	const isOverdue = setForMs !== null && minutesLate(setForMs, nowMs) !== null;
	return {
		alarms: isOverdue || within(lateAlarmMs, LATE_FOR_MS) ? "behind" : "ok",
		rows: refused.length > 0 ? "behind" : "ok",
		rowsBehindSeconds: refused.length > 0 ? Math.max(...refused.map(({ seconds }) => seconds)) : null,
	};
}
