/** Later than this, an alarm is late. Alarms that are tried again after a failure are earlier. */
const LATE_MS = 5 * 60_000;

/** For this long after a late alarm, others are presumed to be late too. */
const RECENT_MS = 10 * 60_000;

export type AlarmVerdict = "ok" | "behind";

/** By how many whole minutes an alarm is late that was due then. Null: it is not late. */
export const minutesLate = (dueMs: number, nowMs: number): number | null =>
	nowMs - dueMs > LATE_MS ? Math.floor((nowMs - dueMs) / 60_000) : null;

type Watched = {
	/** The time of an alarm that was set and has not come. Null: none is set. */
	readonly setForMs: number | null;
	/** When an object last reported that its alarm came late. */
	readonly reportedMs: number | null;
};

export function verdictOf({ setForMs, reportedMs }: Watched, nowMs: number): AlarmVerdict {
	const isOverdue = setForMs !== null && minutesLate(setForMs, nowMs) !== null;
	return isOverdue || (reportedMs !== null && nowMs - reportedMs < RECENT_MS) ? "behind" : "ok";
}
