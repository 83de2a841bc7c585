import { describe, expect, it } from "vitest";
import {
	allocationFailed,
	allocationGivenUp,
	askedAgain,
	completed,
	consented,
	endedByParticipant,
	endedUnavailable,
	failed,
	failedForGood,
	filled,
	randomised,
	said,
	skipped,
	started,
	type Teller,
	wrote,
} from "../../../../test/support/sessions/session-events.ts";
import {
	activeAfter,
	answer,
	answerTo,
	NOW,
	recordReply,
	specFor,
	told,
} from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, EXPERIENCE, mixedProtocol, PLANS, studyWith } from "../../../../test/support/sessions/session-study.ts";
import { exitOf } from "../../view/exit-view.ts";
import { view } from "../../view/view.ts";

const study = studyWith();
const given = specFor(study);
const agreed: readonly Teller[] = [started, consented, filled(ABOUT)];
const talked = [said("hello"), wrote({ a: "hi" }), endedByParticipant, filled(EXPERIENCE)];
const inFirst = [...agreed, randomised(), said("hello")];
/** By its number among all steps. */
const SECOND_RETRY = 7;
const byParticipant = endedUnavailable({ byParticipant: true });
const byItself = endedUnavailable({ byParticipant: false });
const stepAfter = (...tellers: readonly Teller[]) => view(study, activeAfter(study, ...tellers)).step;

describe("after a reply failed once", () => {
	const asked = given(...inFirst, failed({}, 3));

	it("can be retried, but not ended", () => {
		asked.when(answer({ retry: true })).records(askedAgain);
		asked.when(answer({ end: true })).refusesAt("/end");
		const step = stepAfter(...inFirst, failed({}, 3));
		expect(step).toMatchObject({ kind: "retry", problem: expect.stringContaining("try again") });
		expect(step).not.toHaveProperty("canEnd");
	});
});

describe("after a reply failed twice", () => {
	const twice = [...inFirst, failed({}, 3), askedAgain, failed({}, 6)];
	const asked = given(...twice);

	it("can be ended: the form about a conversation without a reply is skipped, and the next conversation starts", () => {
		asked.when(answer({ end: true })).records(byParticipant, skipped);
		expect(stepAfter(...twice)).toMatchObject({ kind: "retry", canEnd: true });
		expect(stepAfter(...twice, byParticipant, skipped)).toMatchObject({ kind: "message", turn: 1 });
	});
	it("can still be retried", () => asked.when(answer({ retry: true })).records(askedAgain));
	it("makes no events when the end comes again", () =>
		given(...twice, byParticipant, skipped)
			.when(answerTo(SECOND_RETRY, { end: true }))
			.isSilent());
});

describe("after a model refused for good", () => {
	const refused = [...inFirst, failedForGood({}, 1)];

	it("is recorded", () =>
		given(...inFirst)
			.when(recordReply({ a: { complete: false, refused: true, lastAttempt: 1 } }))
			.records(failedForGood({}, 1)));
	it("offers no retry", () => {
		expect(stepAfter(...refused)).toMatchObject({ kind: "retry", canRetry: false, canEnd: true });
		given(...refused)
			.when(answer({ end: true }))
			.records(byParticipant, skipped);
	});
	it("accepts a retry from an old client", () =>
		given(...refused)
			.when(answer({ retry: true }))
			.records(askedAgain));
});

describe("when a reply fails a fifth time", () => {
	const four = [1, 2, 3, 4].flatMap((time) => [failed({}, 3 * time), askedAgain]);

	it("ends the conversation by itself", () =>
		given(...inFirst, ...four)
			.when(recordReply({ a: { complete: false, lastAttempt: 15 } }))
			.records(failed({}, 15), byItself, skipped));
	it("counts the failures of one reply, not those of another", () =>
		given(...inFirst, ...four, wrote({ a: "hi" }), said("again"))
			.when(recordReply({ a: { complete: false, lastAttempt: 1 } }))
			.records(failed({}, 1)));
});

describe("when a conversation ended after its first reply because its models failed", () => {
	const left = [...inFirst, wrote({ a: "hi" }), said("and?"), failedForGood({}, 1), byParticipant];

	it("asks the form about it", () => expect(stepAfter(...left)).toMatchObject({ kind: "form", title: "How was it?" }));
	it("ranks it with the other conversation", () => {
		const step = stepAfter(...left, filled(EXPERIENCE), ...talked);
		expect(step).toMatchObject({ kind: "form", title: "At the end" });
		expect(JSON.stringify(step)).toContain("conversation-1");
	});
});

describe("when one of two conversations has no reply", () => {
	const closing = [...inFirst, failedForGood({}, 1), byParticipant, skipped, ...talked];
	const asked = given(...closing);

	it("leaves out the ranking and asks the rest of the form", () => {
		const step = stepAfter(...closing);
		expect(step?.kind === "form" && step.items.map(({ id }) => id)).toEqual(["bye"]);
		const rest = filled({ bye: "Thanks" }, { order: ["bye"], notAsked: ["order"] });
		asked.when(answer({ answers: { bye: "Thanks" } })).records(rest, completed);
	});
	it("refuses a ranking", () =>
		asked.when(answer({ answers: { order: ["conversation-2"] } })).refusesAt("/answers/order"));
});

describe("when no conversation has a reply", () => {
	const order = { id: "order", kind: "ranking", label: "Best first", options: "conversations" } as const;
	const ranked = studyWith({ forms: { ...mixedProtocol.forms, closing: { title: "At the end", items: [order] } } });
	const first = [...inFirst, failedForGood({}, 1), byParticipant, skipped, said("hello"), failedForGood({}, 1)];

	it("leads to the exit that pays, without a question on the way", () => {
		specFor(ranked)(...first)
			.when(answer({ end: true }))
			.records(byParticipant, skipped, skipped, completed);
		const { state } = told(ranked, ...first, byParticipant, skipped, skipped, completed);
		expect(state.status === "completed" && exitOf(ranked, state)).toMatchObject({ reason: "completed", code: "DONE" });
	});
});

describe("when the panes of a side-by-side have no reply", () => {
	const panes = [...agreed, randomised(PLANS.panes), said("hello")];
	it("ranks none of them, even if one was complete", () =>
		given(...panes, failed({ a: "A" }, 3), askedAgain, failed({ a: "A" }, 6))
			.when(answer({ end: true }))
			.records(byParticipant, skipped));
});

describe("when the allocator does not answer", () => {
	const failsAt = (nowMs: number) => () => ({ type: "RecordAllocationFailure", nowMs }) as const;
	const fails = failsAt(NOW);
	const thrice = [...agreed, allocationFailed, allocationFailed, allocationFailed];

	it("records it, but not each time", () => {
		given(...agreed)
			.when(fails)
			.records(allocationFailed);
		const [failedAtMs = 0] = told(study, ...agreed, allocationFailed)
			.events.slice(-1)
			.map(({ atMs }) => atMs);
		given(...agreed, allocationFailed)
			.when(failsAt(failedAtMs + 19_999))
			.isSilent();
		given(...thrice)
			.when(fails)
			.isSilent();
	});
	it("lets the participant leave after three failures, by the exit that pays", () => {
		given(...agreed, allocationFailed)
			.when(answer({ end: true }))
			.refusesAt("/end");
		given(...thrice)
			.when(answer({ end: true }))
			.records(allocationGivenUp);
		const { state } = told(study, ...thrice, allocationGivenUp);
		expect(state.status).toBe("full");
		expect(state.status === "full" && exitOf(study, state)).toMatchObject({ reason: "completed", code: "DONE" });
		expect(stepAfter(...thrice)).toMatchObject({ kind: "retry", canEnd: true });
	});
	it("can be retried", () =>
		given(...thrice)
			.when(answer({ retry: true }))
			.isSilent());
});
