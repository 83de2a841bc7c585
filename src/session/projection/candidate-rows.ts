import { maskText } from "../../blinding/masking.ts";
import { labelText } from "../../randomisation/label-text.ts";
import { timestamp } from "../../shared/clock.ts";
import type { EventOf } from "../events.ts";
import { slotsOf } from "../evolve.ts";
import { type Candidate, conversationIdOf, type Study } from "../state.ts";
import { at, candidateIdOf, type Known, ofSession, turnAt, turnIdOf } from "./rows.ts";
import type { CandidateRow, Write } from "./writes.ts";

/** In bytes: the text stands beside it, masked, so that only what is hidden may show in its length, and that is far less. */
const TEXT_BLOCK = 8192;

const isDouble = ({ protocol }: Study): boolean => protocol.blinding.level === "double";

export function candidateRows(study: Study, state: Known, index: number, turn: number): Write[] {
	const { candidates, chosen } = turnAt(state, index, turn);
	const { sessionId } = state.facts;
	return candidates.map((candidate) => {
		const { slot, text, label } = candidate;
		const row = {
			id: candidateIdOf(sessionId, index, turn, slot),
			...ofSession(state),
			conversationId: conversationIdOf(sessionId, index),
			turnId: turnIdOf(sessionId, index, turn),
			turn: turn + 1,
			slot,
			label: labelText(label),
			text,
			chosen: chosen === null ? null : chosen === slot,
		};
		return candidateWrite(study, state, row, candidate);
	});
}

/**
 * The row of a candidate that names who wrote it. `text` is what the participant read, and under a double blind has no
 * name in it even where the participant read one: researchers are blinded too. The text as it was written goes under seal.
 */
function candidateWrite(study: Study, state: Known, row: CandidateRow, candidate: Candidate): Write {
	const { text, identified, shown } = candidate;
	const masked = identified && isDouble(study) ? maskText(text, identified) : shown;
	if (masked === undefined || !state.allocated) return { into: "candidates", row };
	const { sealTo } = state.allocated;
	const upsert = { into: "candidates", row: { ...row, text: masked } } as const;
	return { into: "sealing", upsert, column: "sealedText", value: text, block: TEXT_BLOCK, sealTo };
}

/**
 * A deviation for each place. Where it is goes under seal: how long a hidden name is would tell whose it is. Of a text that
 * stands, the reply is known to be such a one by the mask in it. Of one that was thrown away nothing else tells, for nobody
 * has read it: all of its row is hidden.
 */
export function deviationRows(
	study: Study,
	state: Known,
	event: EventOf<"SelfIdentified">,
	{ index, turn }: { readonly index: number; readonly turn: number },
): Write[] {
	const { allocated, facts } = state;
	if (!allocated) return [];
	const { slot, spans, handling, discarded } = event;
	const before = at(state.conversations, index).turns.slice(0, turn);
	const asked = slotsOf(study, allocated.plan, index, before).find((each) => each.slot === slot);
	return spans.map(({ start, end, kind }, place): Write => {
		const row = {
			id: deviationIdOf(event, place),
			...ofSession(state),
			conversationId: conversationIdOf(facts.sessionId, index),
			turn: turn + 1,
			slot,
			label: asked ? labelText(asked.label) : null,
			kind: "self_identification",
			handling,
			// When it was found a model decided: what is told is when the reply was asked for.
			occurredAt: timestamp(turnAt(state, index, turn).repliedSinceMs),
		};
		if (!isDouble(study)) return { into: "deviations", row: { ...row, spanStart: start, spanEnd: end } };
		const upsert = { into: "deviations", row } as const;
		const value = JSON.stringify({ start, end, identifies: kind });
		const { sealTo } = allocated;
		if (discarded !== null) return { into: "sealedDeviations", row: { ...row, sealed: value }, sealTo };
		return { into: "sealing", upsert, column: "sealed", value, sealTo };
	});
}

export const deviationIdOf = ({ step, slot, discarded }: EventOf<"SelfIdentified">, place: number): string =>
	`${step}/${slot}/${discarded ?? 0}/${place + 1}`;
