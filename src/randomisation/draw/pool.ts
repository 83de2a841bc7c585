/** Whom a draw is for. Each pool has a sequence of draws of its own, so that trying a study out moves nobody's place in it. */
export const POOLS = ["live", "pilot", "simulated"] as const;

export type Pool = (typeof POOLS)[number];

/** Simulated and pilot participants have their own pools, whatever their way in. */
export const poolOf = (source: string): Pool => (source === "simulated" || source === "pilot" ? source : "live");
