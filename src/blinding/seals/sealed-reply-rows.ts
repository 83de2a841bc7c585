import type { Cipher } from "../../crypto/cipher.ts";
import type { modelCalls } from "../../db/tables/sealed.ts";
import type { deviations } from "../../db/tables/sessions.ts";
import { timestamp } from "../../shared/clock.ts";
import { derivedId, type Id } from "../../shared/id.ts";
import { sealRow } from "./seal-keys.ts";
import type { CallRecord, Sealed } from "./sealed.ts";
import { blockOf, type OpenReply } from "./sealed-reply.ts";
import { unseal } from "./unseal.ts";

type SealedRow = typeof modelCalls.$inferInsert;
type DeviationRow = typeof deviations.$inferInsert;

/** One call, with the step that made it. */
export type CallOfStep = { readonly step: string; readonly call: Sealed<CallRecord> };

/** All calls for the replies of one turn. */
export type TurnCalls = {
	readonly sessionId: string;
	readonly studyId: string;
	readonly protocolHash: string;
	readonly conversationId: string;
	readonly turnId: string;
	/** 1-based. */
	readonly turn: number;
	/** The first `generating` step of its reply. */
	readonly firstStep: string;
	readonly slots: readonly { readonly slot: string; readonly label: string }[];
	/** Of all rounds, in order. */
	readonly calls: readonly CallOfStep[];
	/** Rows of discarded texts. */
	readonly deviations: readonly DeviationRow[];
	/** How often the participant retried. */
	readonly retries: number;
};

export type SessionKeys = {
	/** The session's secret. An id that anybody could derive would connect a sealed row with its turn. */
	readonly secret: string;
	/** Unseals the calls in the log. */
	readonly cipher?: Cipher;
};

export function callIdOf({ secret, cipher }: SessionKeys, { step, call }: CallOfStep): Id<"call"> {
	const { slot, attempt } = unseal(call, cipher);
	return derivedId("call", secret, step, slot, attempt);
}

/**
 * The id of the only row that a candidate has while the study is blinded. Its first call has the same id, so that unsealing
 * keeps the row.
 */
export const blockIdOf = (secret: string, firstStep: string, slot: string): Id<"call"> =>
	derivedId("call", secret, firstStep, slot, 1);

/** The rows of each candidate after unblinding. */
export function openReplies(turnCalls: TurnCalls, keys: SessionKeys): OpenReply[] {
	const { sessionId, studyId, protocolHash, conversationId, turn } = turnCalls;
	const calls = turnCalls.calls.map((each) => ({ id: callIdOf(keys, each), record: unseal(each.call, keys.cipher) }));
	return turnCalls.slots.map(({ slot, label }) => {
		const place = { studyId, protocolHash, sessionId, conversationId, turn, slot, label };
		return {
			place,
			turn: { id: turnCalls.turnId, retries: turnCalls.retries },
			calls: calls.flatMap(({ id, record }) => (record.slot === slot ? [callRow({ id, ...place }, record)] : [])),
			deviations: turnCalls.deviations.filter((row) => row.slot === slot),
		};
	});
}

const callRow = (
	place: OpenReply["place"] & { readonly id: string },
	{ startedAtMs, slot: _, ...record }: CallRecord,
): OpenReply["calls"][number] => ({ ...place, startedAt: timestamp(startedAtMs), ...record });

export type Sealing = SessionKeys & {
	readonly sealTo: JsonWebKey;
	/** Bytes of every row of the study: `blockSize`. */
	readonly size: number;
};

/**
 * One sealed row for each candidate of a turn. Its open columns name only the study, and all rows have the same length, so
 * neither their number nor their size depends on the arm.
 */
export const sealedReplies = (turnCalls: TurnCalls, { sealTo, size, ...keys }: Sealing): Promise<SealedRow[]> =>
	Promise.all(
		openReplies(turnCalls, keys).map(async (reply) => ({
			id: blockIdOf(keys.secret, turnCalls.firstStep, reply.place.slot),
			studyId: turnCalls.studyId,
			protocolHash: turnCalls.protocolHash,
			sealed: await sealRow(sealTo, blockOf(reply, size), size),
		})),
	);

/**
 * The id of a discarded text's row in `sealed_deviations`, which studies had before sealed rows held the whole reply. It
 * depends on the session's secret, so it cannot be derived from open ids.
 */
export const hiddenIdOf = (secret: string, deviation: string): Id<"deviation"> =>
	derivedId("deviation", secret, deviation);
