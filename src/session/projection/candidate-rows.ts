import { maskText } from "../../blinding/masking.ts";
import { labelText } from "../../randomisation/plan/label-text.ts";
import type { Span } from "../../self-identification/finder.ts";
import { timestamp } from "../../shared/clock.ts";
import { slotsOf } from "../domain/conversation.ts";
import type { EventOf } from "../domain/events.ts";
import { type Candidate, conversationIdOf, type Discard, type StartedState, type Study } from "../domain/state.ts";
import { askedAtMs, endSeenAtMs, stoppedAtMs } from "../reply/presented-times.ts";
import { at, candidateIdOf, turnAt, turnIdOf } from "./conversation-rows.ts";
import { iso, ofSession } from "./session-rows.ts";
import { lengthOf } from "./text-length.ts";
import type { CandidateRow, Upsert, Write } from "./writes.ts";

/** Bytes. The masked text is public, so only the hidden part could show in the length, and it is far shorter. */
const TEXT_BLOCK = 8192;

const isDouble = ({ protocol }: Study): boolean => protocol.blinding.level === "double";

export function candidateRows(study: Study, state: StartedState, index: number, turn: number): Write[] {
	const turnThere = turnAt(state, index, turn);
	const { candidates, chosen } = turnThere;
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
			seenAt: iso(endSeenAtMs(study, state, turnThere, candidate)),
			stopped: turnThere.stopped ?? false,
			stoppedAt: iso(stoppedAtMs(study, state, turnThere)),
		};
		return candidateWrite(study, state, row, candidate);
	});
}

/**
 * The row of a candidate with self-identifications. `text` is what the participant read. Under a double blind it is masked
 * even if the participant read the name, because researchers are blinded too. The original text is sealed.
 */
function candidateWrite(study: Study, state: StartedState, row: CandidateRow, candidate: Candidate): Write {
	const { text, identified, shown } = candidate;
	const masked = identified && isDouble(study) ? maskText(text, identified) : shown;
	if (masked === undefined || !state.allocated) return { into: "candidates", row: { ...row, ...lengthOf(text) } };
	const { sealTo } = state.allocated;
	const upsert = { into: "candidates", row: { ...row, text: masked, ...lengthOf(masked) } } as const;
	return { into: "sealing", upsert, column: "sealedText", value: text, block: TEXT_BLOCK, sealTo };
}

/**
 * A deviation for each self-identification in a reply that was shown. Its span is sealed, because the length of a hidden
 * name could reveal it. The mask in the text shows anyway that there is one.
 */
export function deviationWrites(
	study: Study,
	state: StartedState,
	event: EventOf<"SelfIdentified">,
	{ index, turn }: { readonly index: number; readonly turn: number },
): Write[] {
	const { allocated } = state;
	if (!allocated || event.discarded !== null) return [];
	const sinceMs = askedAtMs(study, turnAt(state, index, turn));
	const reply = candidateIdOf(state.facts.sessionId, index, turn, event.slot);
	return deviationRows(study, state, { event, sinceMs }, { index, turn }).map(({ row: found, span }, place): Write => {
		// The step's own id would count the steps before it, and so failed rounds.
		const row = { ...found, id: `${reply}/${place + 1}` };
		const upsert = { into: "deviations", row, earlierId: found.id } as const;
		if (!isDouble(study)) return { ...upsert, row: { ...row, spanStart: span.start, spanEnd: span.end } };
		return { into: "sealing", upsert, column: "sealed", value: spanText(span), sealTo: allocated.sealTo };
	});
}

/** Deviations of a discarded text. Nobody has read it, so they are sealed together with the calls of its reply. */
export const discardRows = (
	study: Study,
	state: StartedState,
	discard: Discard,
	place: { readonly index: number; readonly turn: number },
): DeviationRow[] =>
	deviationRows(study, state, discard, place).map(({ row, span }) =>
		isDouble(study) ? { ...row, sealed: spanText(span) } : { ...row, spanStart: span.start, spanEnd: span.end },
	);

type DeviationRow = Extract<Upsert, { into: "deviations" }>["row"];

const spanText = ({ start, end, kind }: Span): string => JSON.stringify({ start, end, identifies: kind });

function deviationRows(
	study: Study,
	state: StartedState,
	{ event, sinceMs }: Discard,
	{ index, turn }: { readonly index: number; readonly turn: number },
): { readonly row: DeviationRow; readonly span: Span }[] {
	const { allocated, facts } = state;
	if (!allocated) return [];
	const { slot, spans, handling } = event;
	const before = at(state.conversations, index).turns.slice(0, turn);
	const asked = slotsOf(study, allocated.plan, index, before).find((each) => each.slot === slot);
	return spans.flatMap((span, place) =>
		span.kind === "mention"
			? []
			: [
					{
						span,
						row: {
							id: deviationIdOf(event, place),
							...ofSession(state),
							conversationId: conversationIdOf(facts.sessionId, index),
							turn: turn + 1,
							slot,
							label: asked ? labelText(asked.label) : null,
							kind: "self_identification",
							handling,
							// The model caused the time at which it was found. The row has the time of the request instead.
							occurredAt: timestamp(sinceMs),
						},
					},
				],
	);
}

export const deviationIdOf = ({ step, slot, discarded }: EventOf<"SelfIdentified">, place: number): string =>
	`${step}/${slot}/${discarded ?? 0}/${place + 1}`;
