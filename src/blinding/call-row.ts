import type { modelCalls } from "../db/tables/sealed.ts";
import { timestamp } from "../shared/clock.ts";
import { derivedId, type Id } from "../shared/id.ts";
import { sealRow } from "./seal-keys.ts";
import type { CallRecord, Sealed } from "./sealed.ts";
import { unseal } from "./unseal.ts";

type Row = typeof modelCalls.$inferInsert;

export type CallPlace = {
	readonly sessionId: string;
	readonly studyId: string;
	readonly protocolHash: string;
	readonly conversationId: string;
	/** 1-based. */
	readonly turn: number;
	readonly step: string;
	/** Labels by slot. */
	readonly labels: Readonly<Record<string, string>>;
};

/** What a row of `model_calls` says once it is open. */
export type OpenCall = Omit<Row, "id" | "studyId" | "protocolHash" | "sealed">;

/**
 * The row of one model call. While the study is blinded it says of which study it is, and nothing else: tokens and
 * latencies would tell a prompted arm from a generic one. Its id is keyed, or it could be derived from an open row.
 */
export async function callRow(
	{
		call,
		place,
		sealTo,
	}: { readonly call: Sealed<CallRecord>; readonly place: CallPlace; readonly sealTo: JsonWebKey },
	{ secret, blinded, block }: { readonly secret: string; readonly blinded: boolean; readonly block: number },
): Promise<Row> {
	const record = unseal(call);
	const id = callIdOf(secret, place.step, call);
	const row = { id, studyId: place.studyId, protocolHash: place.protocolHash };
	const open = openCall(record, place);
	return blinded ? { ...row, sealed: await sealRow(sealTo, open, block) } : { ...row, sealed: null, ...open };
}

/** `secret` is the session's, and known to nobody else. */
export function callIdOf(secret: string, step: string, call: Sealed<CallRecord>): Id<"call"> {
	const { slot, attempt } = unseal(call);
	return derivedId("call", secret, step, slot, attempt);
}

function openCall({ startedAtMs, slot, ...record }: CallRecord, place: CallPlace): OpenCall {
	const { sessionId, conversationId, turn, labels } = place;
	return {
		sessionId,
		conversationId,
		turn,
		slot,
		label: labels[slot] ?? null,
		startedAt: timestamp(startedAtMs),
		...record,
	};
}
