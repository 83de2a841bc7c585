import { z } from "zod";
import { canonicalJson, sha256Of } from "../../shared/json.ts";
import type { LogLine } from "../allocator/log-chain.ts";
import type { Difference } from "./difference.ts";

const record = z.object({
	id: z.string(),
	kind: z.string(),
	entries: z.int(),
	reason: z.string().nullable(),
	actor: z.string(),
	occurred_at: z.string(),
});

/** A change of arm inputs, with the columns of `exports/study-deviations`. Its other columns are sealed before unblinding. */
export type ChangeRecord = z.output<typeof record>;

/** SHA-256 of the RFC 8785 form of a record, as in the allocation log. */
export const changeHash = ({
	occurredAt: occurred_at,
	...row
}: Omit<ChangeRecord, "occurred_at"> & { readonly occurredAt: string }): string => hashOf({ ...row, occurred_at });

const hashOf = (change: ChangeRecord): string => sha256Of(canonicalJson(change));

/** Reads `exports/study-deviations.jsonl`. Null if the text is something else. */
export function readChanges(text: string): ChangeRecord[] | null {
	const lines = text.split("\n").filter((line) => line.trim() !== "");
	try {
		return lines.map((line) => record.parse(JSON.parse(line)));
	} catch {
		return null;
	}
}

/**
 * Differences between D1's records and the log's lines. A record without a line is of a change that never took effect, or
 * was added by hand.
 */
export function changeDifferences(log: readonly LogLine[], records: readonly ChangeRecord[]): Difference[] {
	const byId = new Map(records.map((each) => [each.id, each]));
	const lines = log.flatMap(({ index, entry }) => (entry.kind === "inputs_changed" ? [{ index, ...entry }] : []));
	const lined = new Set(lines.map(({ deviation }) => deviation));
	return [
		...lines.flatMap(({ index, deviation, act }) => {
			const recorded = byId.get(deviation);
			if (!recorded) return [{ index, session: null, detail: `${deviation} is not on record any more` }];
			return hashOf(recorded) === act
				? []
				: [{ index, session: null, detail: `the record of ${deviation} was changed` }];
		}),
		...records
			.filter(({ id }) => !lined.has(id))
			.map(({ id }) => ({ index: null, session: null, detail: `${id} is on record, and no line of the log names it` })),
	];
}
