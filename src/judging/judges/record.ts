import type { JudgedItems } from "./answer.ts";
import type { PlannedJudgement } from "./plan.ts";

/** The result of a planned judgement. Tokens include all its calls, as reported by the provider or estimated. */
export type JudgementRecord = {
	readonly id: PlannedJudgement["id"];
	readonly inputTokens: number;
	readonly outputTokens: number;
	/** Null if two answers were unusable; `fault` says why. */
	readonly items: JudgedItems | null;
	readonly fault: string | null;
};
