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

/** An unblinding as D1 keeps it, by the names of `exports/unblindings`. */
export type UnblindingRecord = z.output<typeof record>;

/** What the allocator's log tells of a record: SHA-256 of its RFC 8785 form. Anybody with the export can make it. */
export const actHash = (act: UnblindingRecord): string => sha256Of(canonicalJson(act));

/** The text of `exports/unblindings.jsonl`; null for what is none. */
export function readUnblindings(text: string): UnblindingRecord[] | null {
	const lines = text.split("\n").filter((line) => line.trim() !== "");
	try {
		return lines.map((line) => record.parse(JSON.parse(line)));
	} catch {
		return null;
	}
}

/**
 * What differs between the records of D1 and what the log, which D1's writers do not reach, tells of them. A record without
 * a line is of an act that died before anything was opened, was made before logs told of acts, or was put there by hand.
 */
export function unblindingDifferences(log: readonly LogLine[], records: readonly UnblindingRecord[]): Difference[] {
	const byId = new Map(records.map((each) => [each.id, each]));
	const told = log.flatMap(({ index, entry }) => (entry.kind === "unblinded" ? [{ index, ...entry }] : []));
	const lined = new Set(told.map(({ unblinding }) => unblinding));
	return [
		...told.flatMap(({ index, session, unblinding, act }) => {
			const stands = byId.get(unblinding);
			if (!stands) return [{ index, session, detail: `${unblinding} is not on record any more` }];
			return actHash(stands) === act ? [] : [{ index, session, detail: `the record of ${unblinding} was changed` }];
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
