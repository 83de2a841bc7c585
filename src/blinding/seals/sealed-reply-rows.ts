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

/** One call, and the step that made it. */
export type CallOfStep = { readonly step: string; readonly call: Sealed<CallRecord> };

/** Everything that was done for the replies of one turn. */
export type TurnCalls = {
	readonly sessionId: string;
	readonly studyId: string;
	readonly protocolHash: string;
	readonly conversationId: string;
	readonly turnId: string;
	/** 1-based. */
	readonly turn: number;
	/** The step that first wrote its reply. */
	readonly firstStep: string;
	readonly slots: readonly { readonly slot: string; readonly label: string }[];
	/** Over all rounds, in order. */
	readonly calls: readonly CallOfStep[];
	/** Rows of discarded texts. */
	readonly deviations: readonly DeviationRow[];
	/** How often the participant asked again. */
	readonly retries: number;
};

export type SessionKeys = {
	/** The session's own: an id that could be derived would tie a sealed row to its turn. */
	readonly secret: string;
	/** Opens the calls of the log. */
	readonly cipher?: Cipher;
};

export function callIdOf({ secret, cipher }: SessionKeys, { step, call }: CallOfStep): Id<"call"> {
	const { slot, attempt } = unseal(call, cipher);
	return derivedId("call", secret, step, slot, attempt);
}

/** Of the one row that a candidate has while the study is blinded. Its first call has the same id, so opening the row keeps it. */
export const blockIdOf = (secret: string, firstStep: string, slot: string): Id<"call"> =>
	derivedId("call", secret, firstStep, slot, 1);

/** The rows of each candidate as they stand once the study is unblinded. */
export function openReplies(of: TurnCalls, keys: SessionKeys): OpenReply[] {
	const { sessionId, studyId, protocolHash, conversationId, turn } = of;
	const calls = of.calls.map((each) => ({ id: callIdOf(keys, each), record: unseal(each.call, keys.cipher) }));
	return of.slots.map(({ slot, label }) => {
		const place = { studyId, protocolHash, sessionId, conversationId, turn, slot, label };
		return {
			place,
			turn: { id: of.turnId, retries: of.retries },
			calls: calls.flatMap(({ id, record }) => (record.slot === slot ? [openRow({ id, ...place }, record)] : [])),
			deviations: of.deviations.filter((row) => row.slot === slot),
		};
	});
}

const openRow = (
	place: OpenReply["place"] & { readonly id: string },
	{ startedAtMs, slot: _, ...record }: CallRecord,
): OpenReply["calls"][number] => ({ ...place, startedAt: timestamp(startedAtMs), ...record });

export type Sealing = SessionKeys & {
	readonly sealTo: JsonWebKey;
	/** In bytes, of every row of the study: `blockSize`. */
	readonly size: number;
};

/**
 * One sealed row for each candidate of a turn, whatever was done for it. Open columns name the study alone. Rows have one length, so neither
 * their number nor their size depends on the arm.
 */
export const sealedReplies = (of: TurnCalls, { sealTo, size, ...keys }: Sealing): Promise<SealedRow[]> =>
	Promise.all(
		openReplies(of, keys).map(async (reply) => ({
			id: blockIdOf(keys.secret, of.firstStep, reply.place.slot),
			studyId: of.studyId,
			protocolHash: of.protocolHash,
			sealed: await sealRow(sealTo, blockOf(reply, size), size),
		})),
	);

/**
 * The id of a discarded text's row in `sealed_deviations`, where studies had one before sealed rows held the whole reply. It is keyed by the
 * session's secret, so that open ids do not give it.
 */
export const hiddenIdOf = (secret: string, deviation: string): Id<"deviation"> =>
	derivedId("deviation", secret, deviation);
