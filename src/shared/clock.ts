/** Milliseconds since the epoch. Time is an argument everywhere: only the shells pass `Date.now`. */
export type Clock = () => number;

/** RFC 3339 in UTC, as the contract and every table write time. */
export const timestamp = (ms: number): string => new Date(ms).toISOString();

/** `PT3H`, `P2D`, `PT1H30M`: the ISO 8601 durations that a protocol takes (no months or years: their length varies). */
export const DURATION = /^P(?!$)(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Milliseconds of a duration that matches `DURATION`. */
export function durationMs(duration: string): number {
	const match = DURATION.exec(duration);
	if (!match) throw new Error(`not a duration: ${duration}`);
	const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
	return ((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
}
