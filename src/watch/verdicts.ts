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
export type Verdicts = { readonly alarms: Verdict; readonly rows: Verdict };

/** By how many whole minutes an alarm is late that was due then. Null: it is not late. */
export const minutesLate = (dueMs: number, nowMs: number): number | null =>
	nowMs - dueMs > LATE_MS ? Math.floor((nowMs - dueMs) / 60_000) : null;

type Watched = {
	/** The time of an alarm that was set and has not come. Null: none is set. */
	readonly setForMs: number | null;
	/** When an object last reported that its alarm came late. */
	readonly lateAlarmMs: number | null;
	/** When an object last reported that its rows are refused. */
	readonly refusedRowsMs: number | null;
};

export function verdictsOf({ setForMs, lateAlarmMs, refusedRowsMs }: Watched, nowMs: number): Verdicts {
	const within = (reportedMs: number | null, forMs: number) => reportedMs !== null && nowMs - reportedMs < forMs;
	const isOverdue = setForMs !== null && minutesLate(setForMs, nowMs) !== null;
	return {
		alarms: isOverdue || within(lateAlarmMs, LATE_FOR_MS) ? "behind" : "ok",
		rows: within(refusedRowsMs, REFUSED_FOR_MS) ? "behind" : "ok",
	};
}
