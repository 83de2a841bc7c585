/** From a time on (since the epoch) so many units of each candidate are there to be seen. Times and numbers only grow. */
export type Came = readonly { readonly atMs: number; readonly units: number }[];

/** Before anybody looked: for what was stored without its time. */
const AT_ONCE = Number.NEGATIVE_INFINITY;

/** What one candidate has come to: how long its text was at each time, and that it is whole, which no length is. */
export function cameWhole(came: Came, text: string, endedAtMs: number | null | undefined): Came {
	const known = came.length > 0 || text === "" ? came : [{ atMs: AT_ONCE, units: text.length }];
	return endedAtMs === null ? known : [...known, { atMs: endedAtMs ?? AT_ONCE, units: Number.POSITIVE_INFINITY }];
}

/** Of all candidates together: as many units as the one that has fewest, until it is whole. */
export function cameTogether(candidates: readonly Came[]): Came {
	const times = [...new Set(candidates.flatMap((came) => came.map(({ atMs }) => atMs)))].sort(
		(one, other) => one - other,
	);
	return times.map((atMs) => ({ atMs, units: Math.min(...candidates.map((came) => unitsBy(came, atMs))) }));
}

export const unitsBy = (came: Came, atMs: number): number => came.findLast((each) => each.atMs <= atMs)?.units ?? 0;
