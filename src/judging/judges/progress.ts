import { type Budget, isSpent, type Spending } from "../../protocol/schema/budget.ts";
import type { JudgePrice } from "./estimate.ts";
import type { Batch, PlannedJudgement } from "./plan.ts";
import type { JudgementRecord } from "./record.ts";

export type JudgeProgress = {
	readonly judge: string;
	readonly planned: number;
	readonly judged: number;
	/** Two answers were unusable. */
	readonly missing: number;
};

export type Progress = {
	readonly judges: readonly JudgeProgress[];
	readonly spent: Spending;
	readonly left: number;
	/** Why the batch has ended; null while it runs. */
	readonly ended: "complete" | "budget_spent" | null;
};

/** The progress of a batch. Costs are in the budget's currency; a judge without a price in it adds only tokens. */
export function progressOf(
	batch: Batch,
	records: readonly JudgementRecord[],
	budget: Budget,
	prices: ReadonlyMap<string, JudgePrice>,
): Progress {
	const recordsById = new Map(records.map((record) => [record.id, record]));
	const judges = new Map<string, { planned: number; judged: number; missing: number }>();
	let [tokens, cost] = [0, 0];
	for (const { id, judge } of batch.judgements) {
		const counts = judges.get(judge) ?? { planned: 0, judged: 0, missing: 0 };
		judges.set(judge, counts);
		counts.planned += 1;
		const record = recordsById.get(id);
		if (record === undefined) continue;
		counts[record.items === null ? "missing" : "judged"] += 1;
		tokens += record.inputTokens + record.outputTokens;
		cost += costOf(record, prices.get(judge), budget);
	}
	const spent = { tokens, cost };
	const left = batch.judgements.filter(({ id }) => !recordsById.has(id)).length;
	const ended = left === 0 ? "complete" : isSpent(budget, spent) ? "budget_spent" : null;
	return { judges: [...judges].map(([judge, counts]) => ({ judge, ...counts })), spent, left, ended };
}

function costOf(record: JudgementRecord, price: JudgePrice | undefined, { currency }: Budget): number {
	if (price === undefined || price.currency !== currency) return 0;
	return (record.inputTokens * price.input + record.outputTokens * price.output) / 1e6;
}

/** The next judgements in the order of the batch; none once it is complete or its budget is spent. */
export function nextJudgements(
	batch: Batch,
	records: readonly JudgementRecord[],
	progress: Progress,
	most: number,
): readonly PlannedJudgement[] {
	if (progress.ended !== null) return [];
	const done = new Set<string>(records.map(({ id }) => id));
	return batch.judgements.filter(({ id }) => !done.has(id)).slice(0, most);
}
