/** Each pool has its own sequence of draws, so that trying out a study does not change the live draws. */
export const POOLS = ["live", "pilot", "simulated"] as const;

export type Pool = (typeof POOLS)[number];

/** Simulated and pilot participants have their own pools. */
export const poolOf = (source: string): Pool => (source === "simulated" || source === "pilot" ? source : "live");
