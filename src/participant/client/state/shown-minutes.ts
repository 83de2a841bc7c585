/** A figure in the header, and when its step was first shown. */
export type Shown = { readonly step: string; readonly sinceMs: number; readonly minutes: number };

type Told = {
	readonly step: string;
	/** As the server has it. */
	readonly minutesLeft: number;
	/** The same, once the step at hand is done. */
	readonly minutesAfterStep: number;
};

/**
 * Minutes go down while somebody is at a step, but not below what follows it. From one figure to the next they rise by one at
 * most.
 */
export function nextShown(before: Shown | null, { step, minutesLeft, minutesAfterStep }: Told, nowMs: number): Shown {
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
