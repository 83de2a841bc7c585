/** From a time on (since the epoch) so many units of each candidate are there to be seen. Times and numbers only grow. */
export type Came = readonly { readonly atMs: number; readonly units: number }[];

/** Before anybody looked: for what was stored without its time. */
const AT_ONCE = Number.NEGATIVE_INFINITY;

/** What one candidate has come to: how long its text was at each time, and that it is whole, which no length is. */
export function cameWhole(came: Came, text: string, endedAtMs: number | null | undefined): Came {
	const known = came.length > 0 || text === "" ? came : [{ atMs: AT_ONCE, units: text.length }];
	return endedAtMs === null ? known : [...known, { atMs: endedAtMs ?? AT_ONCE, units: Number.POSITIVE_INFINITY }];
}

/** Of all candidates together: as many units as the one that has fewest, until it is whole. One pass, for it is asked at every frame. */
export function cameTogether(candidates: readonly Came[]): Came {
	const times = [...new Set(candidates.flatMap((came) => came.map(({ atMs }) => atMs)))].sort(
		(one, other) => one - other,
	);
	const passed = candidates.map(() => 0);
	return times.map((atMs) => {
		const units = candidates.map((came, candidate) => {
			let place = passed[candidate] ?? 0;
			while ((came[place]?.atMs ?? Number.POSITIVE_INFINITY) <= atMs) place += 1;
			passed[candidate] = place;
			return came[place - 1]?.units ?? 0;
		});
		return { atMs, units: Math.min(...units) };
	});
}

/** By halving, for a presentation asks it of every tick since its beginning. */
export function unitsBy(came: Came, atMs: number): number {
	let [from, until] = [0, came.length];
	while (from < until) {
		const middle = (from + until) >> 1;
		if ((came[middle]?.atMs ?? 0) <= atMs) from = middle + 1;
		else until = middle;
	}
	return came[from - 1]?.units ?? 0;
}
