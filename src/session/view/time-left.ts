import { CONSENT_S, secondsOfForm, secondsOfStudy, secondsOfTurns } from "../../protocol/steps/expected-time.ts";
import { agendaOf } from "../domain/agenda.ts";
import type { BlindedActive, BlindedStudy } from "../domain/blinded-state.ts";
import { type AgendaItem, entryOf } from "../domain/state.ts";

/** Limits of the participant's speed. Beyond them it is a break, or somebody who does not read, and predicts nothing. */
const [FASTEST, SLOWEST] = [0.5, 2];
/** The estimate before the start has the weight of this many seconds of the study. */
const PRIOR_S = 120;

/** Minutes to the end with the least number of turns, rounded up and at least 1. */
export function minutesLeft(study: BlindedStudy, state: BlindedActive): number {
	const agenda = agendaOf(study, state.allocated?.plan ?? null);
	const done = agenda.slice(0, state.at).reduce((sum, item) => sum + secondsOf(study, state, item), 0);
	const within = Math.min(secondsWithin(study, state), secondsOf(study, state, agenda[state.at]));
	const left = wholeStudy(study, state, (item) => secondsOf(study, state, item)) - done - within;
	return Math.max(1, Math.ceil((Math.max(0, left) * timeFactor(state, done + within)) / 60));
}

/** The participant's time for one expected second. */
function timeFactor(state: BlindedActive, expected: number): number {
	const taken = Math.max(0, lastAnswerAtMs(state) - state.startedAtMs) / 1000;
	const pace = (taken + PRIOR_S) / (expected + PRIOR_S);
	return Math.min(SLOWEST, Math.max(FASTEST, pace));
}

/** When the last step was answered. A view does not read the clock. */
function lastAnswerAtMs({ startedAtMs, consent, forms, conversations }: BlindedActive): number {
	const sent = conversations.flatMap(({ turns }) => turns.map(({ sentAtMs }) => sentAtMs));
	return Math.max(startedAtMs, consent?.atMs ?? 0, forms.at(-1)?.atMs ?? 0, ...sent.slice(-1));
}

/** Before randomisation the conversations are not drawn yet, so each entry of the protocol counts. */
const wholeStudy = (study: BlindedStudy, { allocated }: BlindedActive, of: (item: AgendaItem) => number): number =>
	allocated ? agendaOf(study, allocated.plan).reduce((sum, item) => sum + of(item), 0) : secondsOfStudy(study.protocol);

function secondsOf(study: BlindedStudy, state: BlindedActive, item: AgendaItem | undefined): number {
	if (item?.kind === "consent") return CONSENT_S;
	if (item?.kind === "form") return secondsOfForm(study.protocol, item.form);
	if (item?.kind !== "conversation" || !state.allocated) return 0;
	return secondsOfTurns(study.protocol, entryOf(study, state.allocated.plan, item.conversation));
}

/** Seconds done in the current conversation. */
function secondsWithin(study: BlindedStudy, state: BlindedActive): number {
	if (!("conversation" in state.stage) || state.stage.kind === "form" || !state.allocated) return 0;
	const index = state.stage.conversation;
	const entry = entryOf(study, state.allocated.plan, index);
	const answered = state.conversations[index]?.turns.filter(({ candidates }) => candidates.length > 0).length ?? 0;
	return (secondsOfTurns(study.protocol, entry) * Math.min(answered, entry.turns.min)) / entry.turns.min;
}
