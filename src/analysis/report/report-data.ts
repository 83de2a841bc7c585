import type { Descriptive } from "./answers/descriptives.ts";
import type { Checks } from "./checks/checks.ts";
import type { Judges } from "./judges/judges.ts";
import type { Rankings } from "./rankings/rankings.ts";
import type { Ratings } from "./ratings/ratings.ts";
import type { Replies } from "./replies/replies.ts";
import type { Simulators } from "./simulators/simulators.ts";
import type { TrajectoryPoint } from "./simulators/trajectories.ts";
import type { Pool, StudyFacts } from "./tables/study-tables.ts";
import type { Usage } from "./usage.ts";

/** Changes with every change of a field's meaning. */
export const REPORT_FORMAT = "crossover-report/2";

export type ReportStudy = StudyFacts & {
	readonly pool: Pool;
	/** Sessions that were randomised. */
	readonly randomised: number;
	readonly completed: number;
	readonly conversations: number;
	readonly draws: number;
	readonly seed: string;
	/** How many analyses the protocol prespecifies; null if the source has no protocol. */
	readonly prespecified: number | null;
};

/** All of a study's results. Every number has its n, its method and its interval, or is `missing` with the reason. */
export type Report = {
	readonly format: typeof REPORT_FORMAT;
	readonly study: ReportStudy;
	/** Whether labels stand for arms. */
	readonly blinded: boolean;
	/** How the numbers were made, for a paper. */
	readonly methods: readonly string[];
	readonly ratings: Ratings;
	readonly rankings: Rankings;
	/** Items that rate no arm. */
	readonly answers: readonly Descriptive[];
	/** What the arms' replies are like, and what that buys in ratings. */
	readonly replies: Replies;
	/** Judge models, among themselves and against people. */
	readonly judges: Judges;
	readonly trajectories: readonly TrajectoryPoint[];
	readonly checks: Checks;
	readonly simulators: Simulators;
	readonly usage: Usage;
};
