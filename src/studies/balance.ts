import type { z } from "@hono/zod-openapi";
import type { Balance } from "../randomisation/balance.ts";
import type { Commitment } from "../randomisation/client.ts";
import { labelText } from "../randomisation/label-text.ts";
import type { ArmLabel } from "../randomisation/plan.ts";
import type { balanceSchema } from "./view.ts";

type ArmKey = readonly { readonly label: string; readonly arm: string }[];

/** The live pool's balance: arms by their ids where the key is open, otherwise by label. */
export function balanceView(
	balance: Balance,
	armKey: ArmKey,
	allocationLog: Commitment,
): z.output<typeof balanceSchema> {
	const arms = new Map(armKey.map(({ label, arm }) => [label, arm]));
	const named = (label: ArmLabel) => arms.get(labelText(label)) ?? labelText(label);
	const { sampleRatio, attrition, warning } = balance;
	return {
		sequences: balance.sequences.map((row) => ({ ...row, sequence: row.sequence.map(named) })),
		positions: balance.positions.map((row) => ({ ...row, label: named(row.label) })),
		predecessors: balance.predecessors.map((row) => ({ ...row, label: named(row.label), after: named(row.after) })),
		sampleRatio,
		attrition,
		allocationLog,
		warning,
	};
}
