import { z } from "zod";
import { canonicalJson, sha256Of } from "../../shared/json.ts";
import type { LogLine } from "../allocator/log-chain.ts";
import type { Difference } from "./difference.ts";

const record = z.strictObject({
	id: z.string(),
	scope: z.enum(["study", "participant"]),
	session: z.string().nullable(),
	reason: z.string(),
	analysis_plan: z.string().nullable(),
	actor: z.string(),
	unblinded_at: z.string(),
});

/** An unblinding in D1, with the columns of `exports/unblindings`. */
export type UnblindingRecord = z.output<typeof record>;

/** SHA-256 of a record's RFC 8785 form, as in the allocation log. Anybody with the export can compute it. */
export const actHash = (act: UnblindingRecord): string => sha256Of(canonicalJson(act));

/** Reads `exports/unblindings.jsonl`. Null if the text is something else. */
export function readUnblindings(text: string): UnblindingRecord[] | null {
	const lines = text.split("\n").filter((line) => line.trim() !== "");
	try {
		return lines.map((line) => record.parse(JSON.parse(line)));
	} catch {
		return null;
	}
}

/**
 * Differences between D1's records and the log, which is out of reach of anybody who can write to D1. A record without a
 * line is of an act that stopped before anything was opened, is older than these lines, or was added by hand.
 */
export function unblindingDifferences(log: readonly LogLine[], records: readonly UnblindingRecord[]): Difference[] {
	const byId = new Map(records.map((each) => [each.id, each]));
	const lines = log.flatMap(({ index, entry }) => (entry.kind === "unblinded" ? [{ index, ...entry }] : []));
	const lined = new Set(lines.map(({ unblinding }) => unblinding));
	return [
		...lines.flatMap(({ index, session, unblinding, act }) => {
			const recorded = byId.get(unblinding);
			if (!recorded) return [{ index, session, detail: `${unblinding} is not on record any more` }];
			return actHash(recorded) === act ? [] : [{ index, session, detail: `the record of ${unblinding} was changed` }];
		}),
		...records
			.filter(({ id }) => !lined.has(id))
			.map(({ id, session }) => ({
				index: null,
				session,
				detail: `${id} is on record, and no line of the log tells of it`,
			})),
	];
}
