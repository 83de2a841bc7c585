/** A figure in the header, and when its step was first shown. */
export type Shown = { readonly step: string; readonly sinceMs: number; readonly minutes: number };

type MinutesInView = {
	readonly step: string;
	/** The server's figure. */
	readonly minutesLeft: number;
	/** The server's figure for the time after the current step. */
	readonly minutesAfterStep: number;
};

/** The minutes decrease during a step, but not below the time after it. From one step to the next they rise by at most 1. */
export function nextShown(
	before: Shown | null,
	{ step, minutesLeft, minutesAfterStep }: MinutesInView,
	nowMs: number,
): Shown {
	const sinceMs = before?.step === step ? before.sinceMs : nowMs;
	const passed = Math.floor(Math.max(0, nowMs - sinceMs) / 60_000);
	const floor = Math.min(minutesLeft, minutesAfterStep);
	const honest = Math.max(1, floor, minutesLeft - passed);
	const most = before === null ? honest : before.minutes + (before.step === step ? 0 : 1);
	return { step, sinceMs, minutes: Math.min(honest, most) };
}

export function readShown(draft: unknown): Shown | null {
	if (typeof draft !== "object" || draft === null) return null;
	const { step, sinceMs, minutes } = draft as Partial<Record<keyof Shown, unknown>>;
	const isShown = typeof step === "string" && typeof sinceMs === "number" && typeof minutes === "number";
	return isShown ? { step, sinceMs, minutes } : null;
}
