/** How many UTF-16 units are available from a time (since the epoch). Times and units only grow. */
export type TextArrivals = readonly { readonly atMs: number; readonly units: number }[];

/** For text that was stored without a time. */
const AT_ONCE = Number.NEGATIVE_INFINITY;

/** The arrivals of one candidate, with infinitely many units from its end. `endedAtMs` is null while it is being written. */
export function untilComplete(
	arrivals: TextArrivals,
	text: string,
	endedAtMs: number | null | undefined,
): TextArrivals {
	const known = arrivals.length > 0 || text === "" ? arrivals : [{ atMs: AT_ONCE, units: text.length }];
	return endedAtMs === null ? known : [...known, { atMs: endedAtMs ?? AT_ONCE, units: Number.POSITIVE_INFINITY }];
}

/** The units that every candidate has. One pass, because it runs at every frame. */
export function sharedArrivals(candidates: readonly TextArrivals[]): TextArrivals {
	const times = [...new Set(candidates.flatMap((arrivals) => arrivals.map(({ atMs }) => atMs)))].sort(
		(one, other) => one - other,
	);
	const passed = candidates.map(() => 0);
	return times.map((atMs) => {
		const units = candidates.map((arrivals, candidate) => {
			let place = passed[candidate] ?? 0;
			while ((arrivals[place]?.atMs ?? Number.POSITIVE_INFINITY) <= atMs) place += 1;
			passed[candidate] = place;
			return arrivals[place - 1]?.units ?? 0;
		});
		return { atMs, units: Math.min(...units) };
	});
}

/** Binary search, because a presentation checks every tick since its start. */
export function unitsArrivedBy(arrivals: TextArrivals, atMs: number): number {
	let [from, until] = [0, arrivals.length];
	while (from < until) {
		const middle = (from + until) >> 1;
		if ((arrivals[middle]?.atMs ?? 0) <= atMs) from = middle + 1;
		else until = middle;
	}
	return arrivals[from - 1]?.units ?? 0;
}
