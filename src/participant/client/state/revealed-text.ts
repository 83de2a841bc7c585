/**
 * Text comes in large frames, several times a second. The page shows each of them little by little, until the next one
 * is expected. All candidates are shown up to the same position, which depends on received frames and constants alone.
 */
export type Revealing = {
	/** The position when the last frame came, in UTF-16 units. */
	readonly from: number;
	/** The length of the longest received text. */
	readonly to: number;
	/** When the last frame came. */
	readonly sinceMs: number;
};

/** Text looks fluent at ten steps a second. More would cost a phone too much, because each step reads the Markdown again. */
const STEP_MS = 100;

/** The first step is shown when the frame comes. So the last one is shown before the next frame, which may be a little early. */
const stepsOf = (everyMs: number): number => Math.ceil(everyMs / STEP_MS);

/** Up to where all texts may be shown now. `everyMs`: the time from frame to frame. */
export function positionAt({ from, to, sinceMs }: Revealing, nowMs: number, everyMs: number): number {
	const steps = stepsOf(everyMs);
	const step = Math.min(steps, 1 + Math.floor(((nowMs - sinceMs) * steps) / everyMs));
	return from + Math.ceil(((to - from) * step) / steps);
}

/** A frame came, after which the longest text has this length. Shorter texts of the same frame change nothing. */
export function received(before: Revealing, longest: number, nowMs: number, everyMs: number): Revealing {
	return longest <= before.to ? before : { from: positionAt(before, nowMs, everyMs), to: longest, sinceMs: nowMs };
}

/** Everything up to this position is shown, and nothing else was received. */
export const shownUpTo = (position: number): Revealing => ({ from: position, to: position, sinceMs: 0 });

/** The time until more may be shown. Null if everything is shown. */
export function nextStepMs(revealing: Revealing, nowMs: number, everyMs: number): number | null {
	if (positionAt(revealing, nowMs, everyMs) >= revealing.to) return null;
	const stepMs = everyMs / stepsOf(everyMs);
	return stepMs - ((nowMs - revealing.sinceMs) % stepMs);
}
