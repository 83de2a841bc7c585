/**
 * The sample ratio fails below this p. GrowthBook and others use this value. Because it is tested after every draw, false
 * warnings are more frequent; docs/randomisation.md has the numbers. A file of its own, because the dashboard loads it.
 */
export const RATIO_FAILS_BELOW = 0.001;
