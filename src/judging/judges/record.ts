import type { JudgedItems } from "./answer.ts";
import type { PlannedJudgement } from "./plan.ts";

/** What became of a planned judgement. Tokens are of all its calls, as the provider reports them or as they are estimated. */
export type JudgementRecord = {
	readonly id: PlannedJudgement["id"];
	readonly inputTokens: number;
	readonly outputTokens: number;
	/** Null where two answers could not be used; `fault` says why. */
	readonly items: JudgedItems | null;
	readonly fault: string | null;
};
