import { visibleUnits } from "../src/replies/present/pace.ts";
import { sharedArrivals, untilComplete } from "../src/replies/present/text-arrivals.ts";

/** A reply of half a minute in four candidates, a piece and a look every 100 ms: more looks than a reader takes at it. */
export const LOOKS = 300;
const PIECES = Array.from({ length: LOOKS }, (_, piece) => ({ atMs: 1000 + piece * 100, units: (piece + 1) * 9 }));
const CANDIDATES = [0, 1, 2, 3].map((later) =>
	untilComplete(
		PIECES.map(({ atMs, units }) => ({ atMs: atMs + later, units })),
		"text",
		31_000,
	),
);
const PACE = { firstFrameMs: 900, charactersPerSecond: 90 };
const STORED = JSON.stringify(CANDIDATES);

/** How much of it may be seen under a pace, which is worked out from the beginning at every look. */
export function lookedAt(): void {
	for (let look = 0; look < LOOKS; look++)
		visibleUnits(sharedArrivals(CANDIDATES), { startedAtMs: 0, nowMs: 1000 + look * 100 }, PACE);
}

/** What reading the same out of storage takes at every look. */
export function readBack(): void {
	for (let look = 0; look < LOOKS; look++) JSON.parse(STORED);
}
