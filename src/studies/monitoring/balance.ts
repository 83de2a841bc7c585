import type { z } from "@hono/zod-openapi";
import type { Commitment } from "../../randomisation/allocator/allocator-client.ts";
import type { Balance } from "../../randomisation/monitor/balance.ts";
import { labelText } from "../../randomisation/plan/label-text.ts";
import type { ArmLabel } from "../../randomisation/plan/plan.ts";
import type { balanceSchema } from "../view.ts";
import type { NameOfLabel } from "./arm-names.ts";

/** The balance of one pool. */
export function balanceView(
	balance: Balance,
	nameOf: NameOfLabel,
	{
		pool,
		allocationLog,
		pace,
	}: Pick<z.output<typeof balanceSchema>, "pool" | "pace"> & { readonly allocationLog: Commitment },
): z.output<typeof balanceSchema> {
	const named = (label: ArmLabel) => nameOf(labelText(label));
	const { sampleRatio, attrition, warning } = balance;
	return {
		pool,
		sequences: balance.sequences.map((row) => ({ ...row, sequence: row.sequence.map(named) })),
		positions: balance.positions.map((row) => ({ ...row, label: named(row.label) })),
		predecessors: balance.predecessors.map((row) => ({ ...row, label: named(row.label), after: named(row.after) })),
		slots: balance.slots.map((row) => ({ ...row, label: named(row.label) })),
		topicPositions: balance.topicPositions.map((row) => ({ ...row, label: named(row.label) })),
		topicPlaces: [...balance.topicPlaces],
		sampleRatio,
		attrition,
		pace,
		allocationLog,
		warning,
	};
}
