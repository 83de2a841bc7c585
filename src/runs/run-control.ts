export const RUN_STATUSES = ["running", "paused", "completed", "cancelled", "failed", "budget"] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

export const CONTROLS = ["pause", "resume", "cancel"] as const;
export type Control = (typeof CONTROLS)[number];

/** `ended`: the run is over, so it cannot be paused, resumed or cancelled. */
export type ControlRefusal = "unknown" | "ended";

/** Limits of what the models of a run may spend. Absent: none. */
export type RunBudget = { readonly tokens?: number | undefined; readonly cost?: number | undefined };

/** The status after this control. Null if the run is over. A run that stopped at its budget can be cancelled, not resumed: its budget is fixed. */
export function statusAfter(status: RunStatus, control: Control): RunStatus | null {
	if (control === "cancel")
		return status === "running" || status === "paused" || status === "budget" ? "cancelled" : null;
	if (status !== "running" && status !== "paused") return null;
	return control === "pause" ? "paused" : "running";
}

export const isOver = (status: RunStatus): boolean =>
	status !== "running" && status !== "paused" && status !== "budget";

/** At the speed so far. Pauses do not count. Null while the speed is not known: the first turn has not ended, or nobody has. */
export function secondsLeft(
	{ status, activeMs }: { readonly status: RunStatus; readonly activeMs: number },
	finished: number,
	of: number,
): number | null {
	if (status !== "running" && status !== "paused") return 0;
	if (finished === 0 || activeMs === 0) return null;
	return Math.round(((activeMs / finished) * (of - finished)) / 1000);
}
