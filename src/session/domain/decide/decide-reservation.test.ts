import { describe, expect, it } from "vitest";
import {
	allocationFailed,
	allocationGivenUp,
	completed,
	consented,
	failed,
	filled,
	randomised,
	reservationLapsed,
	reservationRenewed,
	said,
	started,
	startedAs,
	studyFull,
	type Teller,
} from "../../../../test/support/sessions/session-events.ts";
import {
	activeAfter,
	allocationOf,
	answer,
	answerTo,
	lapseReservation,
	NOW,
	recordAllocation,
	recordExclusion,
	recordRenewal,
	specFor,
	stepOf,
	T0,
	told,
} from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, PLANS, studyWith } from "../../../../test/support/sessions/session-study.ts";
import { exitOf } from "../../view/exit-view.ts";
import { view } from "../../view/view.ts";
import { reservationEndsAtMs } from "./reservation.ts";

const STUDY = studyWith();
const given = specFor(STUDY);
const MINUTE_MS = 60_000;
/** The fourth event. Each comes a second after the one before. */
const RANDOMISED_AT = T0 + 3_000;
const OTHER_PLACE = { ...PLANS.duel, draw: 1, seed: "6".repeat(64) };
const PLACED: readonly Teller[] = [started, consented, filled(ABOUT), randomised()];

describe("when a place is reserved and no message was sent", () => {
	const held = given(...PLACED);

	it("lapses ten minutes after randomisation", () => {
		expect(reservationEndsAtMs(STUDY, held.state)).toBe(RANDOMISED_AT + 10 * MINUTE_MS);
		held.when(lapseReservation(RANDOMISED_AT + 10 * MINUTE_MS)).records((now) => ({
			...reservationLapsed()(now),
			atMs: RANDOMISED_AT + 10 * MINUTE_MS,
		}));
	});
	it("does not lapse earlier", () => held.when(lapseReservation(RANDOMISED_AT + 10 * MINUTE_MS - 1)).isSilent());
	it("lapses at the protocol's time", () => {
		const quick = studyWith({ recruitment: { reservation: "PT3M" } });
		expect(reservationEndsAtMs(quick, told(quick, ...PLACED).state)).toBe(RANDOMISED_AT + 3 * MINUTE_MS);
	});
	it("makes no events for a renewal that was not requested", () =>
		held.when(recordRenewal(allocationOf(OTHER_PLACE))).isSilent());
});

describe("when nothing can lapse", () => {
	it.each<[string, readonly Teller[]]>([
		["before randomisation", [started, consented]],
		["after the first message", [...PLACED, said("Hello")]],
		["while a reply to the first message failed", [...PLACED, said("Hello"), failed({}, 1)]],
		["in the pilot pool, which has no quota", [startedAs({ pool: "pilot" }), consented, filled(ABOUT), randomised()]],
		["after it has lapsed", [...PLACED, reservationLapsed()]],
	])("%s", (_, tellers) => {
		expect(reservationEndsAtMs(STUDY, told(STUDY, ...tellers).state)).toBeNull();
		given(...tellers)
			.when(lapseReservation(T0 + 24 * 60 * MINUTE_MS))
			.isSilent();
	});
});

describe("after the place has lapsed", () => {
	const lapsed = given(...PLACED, reservationLapsed());

	it("takes no answer before the allocator has answered", () =>
		lapsed.when(answer({ text: "Hello" })).refuses({ kind: "lapsed" }));
	it("continues the same step with the same place", () => {
		lapsed.when(recordRenewal(allocationOf(PLANS.solo))).records(reservationRenewed);
		given(...PLACED, reservationLapsed(), reservationRenewed)
			.when(answer({ text: "Hello" }))
			.records(said("Hello"));
	});
	it("is randomised again if another session has its place", () =>
		lapsed.when(recordRenewal(allocationOf(OTHER_PLACE))).records(randomised(OTHER_PLACE)));
	it("ends as full if there is no place", () => lapsed.when(recordRenewal({ kind: "full" })).records(studyFull));
});

describe("when the place has lapsed and the allocator does not answer", () => {
	const LAPSED = [...PLACED, reservationLapsed()];
	const waiting = [...LAPSED, allocationFailed];
	const thrice = [...waiting, allocationFailed, allocationFailed];
	const fails = () => ({ type: "RecordAllocationFailure", nowMs: NOW }) as const;
	const stepAfter = (...tellers: readonly Teller[]) => view(STUDY, activeAfter(STUDY, ...tellers)).step;

	it("waits at a step of its own from the first failure on", () => {
		given(...LAPSED)
			.when(fails)
			.records(allocationFailed);
		expect(stepAfter(...waiting)).toMatchObject({ id: stepOf(4), kind: "retry" });
		expect(stepAfter(...waiting)).not.toHaveProperty("canEnd");
	});
	it("still shows the conversation, in which a message may be half written", () =>
		expect(view(STUDY, activeAfter(STUDY, ...waiting)).conversation).toMatchObject({ index: 1, messages: [] }));
	it("takes no message meanwhile, and says which step is current", () =>
		given(...waiting)
			.when(answerTo(3, { text: "Hello" }))
			.refuses({ kind: "stale", current: stepOf(4) }));
	it("may be asked again", () =>
		given(...thrice)
			.when(answer({ retry: true }))
			.isSilent());
	it("lets the participant leave after three failures, by the exit that pays", () => {
		given(...waiting)
			.when(answer({ end: true }))
			.refusesAt("/end");
		expect(stepAfter(...thrice)).toMatchObject({ kind: "retry", canEnd: true });
		given(...thrice)
			.when(answer({ end: true }))
			.records(allocationGivenUp);
		const { state } = told(STUDY, ...thrice, allocationGivenUp);
		expect(state.status === "full" && exitOf(STUDY, state)).toStrictEqual({
			reason: "completed",
			redirectUrl: expect.stringContaining("DONE"),
			code: "DONE",
		});
	});
	it("takes the message at a new step when the place is renewed", () => {
		given(...waiting)
			.when(recordRenewal(allocationOf(PLANS.solo)))
			.records(reservationRenewed);
		expect(stepAfter(...waiting, reservationRenewed)).toMatchObject({ id: stepOf(5), kind: "message", turn: 1 });
		given(...waiting, reservationRenewed)
			.when(answerTo(4, { retry: true }))
			.isSilent();
	});
	it("is randomised again if its place was given away", () => {
		given(...waiting)
			.when(recordRenewal(allocationOf(OTHER_PLACE)))
			.records(randomised(OTHER_PLACE));
		expect(stepAfter(...waiting, randomised(OTHER_PLACE))).toMatchObject({ kind: "message", turn: 1 });
	});
	it("ends as full if there is no place", () =>
		given(...waiting)
			.when(recordRenewal({ kind: "full" }))
			.records(studyFull));
	it("is silent when the answer to an earlier question comes late", () => {
		given(...waiting)
			.when(recordAllocation())
			.isSilent();
		given(...waiting)
			.when(recordExclusion("no_profile"))
			.isSilent();
	});
});

describe("when it has another place", () => {
	const replaced = given(...PLACED, reservationLapsed(), randomised(OTHER_PLACE));

	it("has only the conversations of the new plan", () => {
		if (replaced.state.status !== "active") throw new Error("it has ended");
		expect(replaced.state.conversations).toHaveLength(1);
		expect(replaced.state.allocated).toMatchObject({ plan: OTHER_PLACE, reservation: { nth: 2, lapsed: false } });
	});
	it("refuses an answer to the step of the first plan", () =>
		replaced.when(answerTo(3, { text: "Hello" })).refuses({ kind: "already_answered", current: stepOf(4) }));
	it("reserves the new place from now on", () =>
		expect(reservationEndsAtMs(STUDY, replaced.state)).toBe(T0 + 5_000 + 10 * MINUTE_MS));
});

describe("when it lapses again", () => {
	it("names the reservation that lapsed", () =>
		given(...PLACED, reservationLapsed(), reservationRenewed)
			.when(lapseReservation(T0 + 60 * MINUTE_MS))
			.records((now) => ({ ...reservationLapsed(2)(now), atMs: T0 + 60 * MINUTE_MS })));
});

describe("the exit", () => {
	const exitAfter = (...tellers: readonly Teller[]) => {
		const { state } = told(STUDY, ...tellers);
		if (state.status === "new" || state.status === "erased" || state.status === "active") throw new Error("not ended");
		return exitOf(STUDY, state);
	};

	it("says that the place lapsed and was given away", () =>
		expect(exitAfter(...PLACED, reservationLapsed(), studyFull)).toMatchObject({ reason: "full", placeLapsed: true }));
	it("does not say so if there never was a place", () =>
		expect(exitAfter(started, consented, filled(ABOUT), studyFull)).not.toHaveProperty("placeLapsed"));
	it("does not say so after any other end", () =>
		expect(exitAfter(...PLACED, reservationLapsed(), reservationRenewed, completed)).not.toHaveProperty("placeLapsed"));
});
