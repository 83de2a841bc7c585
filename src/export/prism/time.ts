/** `YYYY-MM-DD HH:MM:SS` in UTC, the format of PRISM. */
export const prismTime = (at: string): string => at.slice(0, 19).replace("T", " ");

/** Seconds between two RFC 3339 times. */
export const seconds = (from: string, to: string): number => Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);

/** PRISM's two columns of a duration. */
export const timing = (duration: number) => ({
	timing_duration_s: rounded(duration),
	timing_duration_mins: rounded(duration / 60),
});

const rounded = (value: number): number => Math.round(value * 100) / 100;
