/** Fewer completions than this say nothing about a rate. */
const ENOUGH = 5;
const DAY_MS = 24 * 60 * 60 * 1000;
/** What lies further away is no forecast. */
const FURTHEST_MS = 365 * DAY_MS;

type Filling = {
	/** Places that are still free. */
	readonly missing: number;
	/** Completions in the 24 hours until `nowMs`. */
	readonly recent: number;
	readonly nowMs: number;
};

/** When the last place will be filled at the rate of the last 24 hours. Null if that rate says nothing, or nothing is missing. */
export function expectedEndMs({ missing, recent, nowMs }: Filling): number | null {
	if (missing <= 0 || recent < ENOUGH) return null;
	const inMs = Math.round((missing / recent) * DAY_MS);
	return inMs <= FURTHEST_MS ? nowMs + inMs : null;
}
