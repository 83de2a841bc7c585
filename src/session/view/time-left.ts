import { CONSENT_S, secondsOfForm, secondsOfStudy, secondsOfTurns } from "../../protocol/steps/expected-time.ts";
import { durationMs } from "../../shared/clock.ts";
import { agendaOf } from "../domain/agenda.ts";
import type { BlindedActive, BlindedStudy } from "../domain/blinded-state.ts";
import { type AgendaItem, entryOf } from "../domain/state.ts";

/** Limits of the participant's speed. Beyond them it predicts nothing. */
const [FASTEST, SLOWEST] = [0.5, 2];
/** The stated duration has the weight of this share of itself, until the participant's own speed is known. */
const PRIOR_SHARE = 0.4;
/** A longer time at one answer counts as a break. */
const BREAK_MS = 5 * 60_000;
/** For sums that are slightly more than a whole number. */
const ROUNDING = 1e-6;

type TimeLeft = { readonly minutesLeft?: number; readonly minutesAfterStep?: number };

/**
 * Minutes to the end with the least number of turns, rounded up and at least 1. They start at the stated duration, which is divided
 * among the steps by our estimates of them. A study without a stated duration has none.
 */
export function timeLeft(study: BlindedStudy, state: BlindedActive): TimeLeft {
	const { duration } = study.protocol;
	if (duration === undefined) return {};
	const agenda = agendaOf(study, state.allocated?.plan ?? null);
	const whole = wholeStudy(study, state);
	const [stated, scale] = [durationMs(duration) / 1000, durationMs(duration) / 1000 / whole];
	const before = agenda.slice(0, state.at).reduce((sum, item) => sum + secondsOf(study, state, item), 0);
	const step = secondsOf(study, state, agenda[state.at]);
	const done = before + Math.min(secondsWithin(study, state), step);
	const expected = Math.max(0, done - (state.consent ? CONSENT_S : 0)) * scale;
	const factor = timeFactor(takenMs(state) / 1000, expected, stated);
	const minutes = (seconds: number) => Math.max(1, Math.ceil((Math.max(0, seconds) * scale * factor) / 60 - ROUNDING));
	return { minutesLeft: minutes(whole - done), minutesAfterStep: minutes(whole - before - step) };
}

/** The participant's time for one expected second. */
function timeFactor(taken: number, expected: number, stated: number): number {
	const prior = stated * PRIOR_SHARE;
	return Math.min(SLOWEST, Math.max(FASTEST, (taken + prior) / (expected + prior)));
}

/**
 * From answer to answer, without breaks. A view does not read the clock. The time before consent does not count: who agrees
 * at once has not shown how fast they answer.
 */
function takenMs({ startedAtMs, consent, forms, conversations }: BlindedActive): number {
	const sent = conversations.flatMap(({ turns }) => turns.map(({ sentAtMs }) => sentAtMs));
	const answered = [...forms.map(({ atMs }) => atMs), ...sent];
	const inOrder = answered.sort((one, other) => one - other);
	return inOrder.reduce(
		({ sum, lastMs }, atMs) => ({ sum: sum + Math.min(BREAK_MS, Math.max(0, atMs - lastMs)), lastMs: atMs }),
		{ sum: 0, lastMs: consent?.atMs ?? startedAtMs },
	).sum;
}

/** Before randomisation the conversations are not drawn yet, so each entry of the protocol counts. */
const wholeStudy = (study: BlindedStudy, state: BlindedActive): number =>
	state.allocated
		? agendaOf(study, state.allocated.plan).reduce((sum, item) => sum + secondsOf(study, state, item), 0)
		: secondsOfStudy(study.protocol);

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
