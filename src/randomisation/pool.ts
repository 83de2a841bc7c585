/** Whom a draw is for. Each pool has a sequence of draws of its own, so that trying a study out moves nobody's place in it. */
export const POOLS = ["live", "pilot", "simulated"] as const;

export type Pool = (typeof POOLS)[number];

/** Simulated and pilot participants draw from pools of their own, whichever way in they take. */
export const poolOf = (source: string): Pool => (source === "simulated" || source === "pilot" ? source : "live");
