import type { Estimate, Test } from "../estimate.ts";
import type { DynamicsRow } from "./dynamics.ts";
import type { JudgedComparison } from "./judged-part.ts";
import type { OutcomeComparison } from "./outcome-part.ts";
import type { Agreement, PositionRow } from "./ranking-part.ts";
import type { TextComparison } from "./text-comparison.ts";
import type { TrajectoryPoint } from "./trajectories.ts";

export type ConditionReport = {
	readonly condition: string;
	readonly sessions: number;
	readonly questions: readonly {
		readonly question: string;
		readonly worths: Estimate & { readonly items?: readonly object[] };
		readonly agreement: Agreement;
		readonly repeats: Agreement;
		readonly positions: { readonly shares: readonly PositionRow[]; readonly test: Test };
	}[];
	readonly outcomes: readonly OutcomeComparison[];
	readonly texts: TextComparison;
	readonly judged: JudgedComparison;
	readonly trajectories: readonly TrajectoryPoint[];
	/** How courses differ from people's. */
	readonly dynamics: readonly DynamicsRow[];
};

export type PeopleReport = {
	readonly questions: readonly {
		readonly question: string;
		/** The ceiling of any simulator: how well people's own ratings agree with their own rankings. */
		readonly consistency: readonly ({ readonly outcome: string } & Agreement)[];
		/** Expected of a simulator that ranks at random. The expected tau is 0. */
		readonly topOneByChance: number | null;
		readonly positions: { readonly shares: readonly PositionRow[]; readonly test: Test };
	}[];
};
