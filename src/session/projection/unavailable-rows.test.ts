import { describe, expect, it } from "vitest";
import {
	allocationFailed,
	allocationGivenUp,
	callOf,
	consented,
	endedUnavailable,
	failed,
	failedForGood,
	filled,
	randomised,
	reservationLapsed,
	said,
	skipped,
	started,
	type Teller,
} from "../../../test/support/sessions/session-events.ts";
import { T0, told } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, FACTS, MOON, PLANS, SESSION, SUN, studyWith } from "../../../test/support/sessions/session-study.ts";
import { timestamp } from "../../shared/clock.ts";
import { evolve } from "../domain/evolve/evolve.ts";
import { conversationIdOf, initialState, type SessionState } from "../domain/state.ts";
import { project } from "./project.ts";
import type { Write } from "./writes.ts";

const study = studyWith();
const ofSession = { sessionId: SESSION, studyId: FACTS.studyId, protocolHash: FACTS.protocolHash };
const agreed: readonly Teller[] = [started, consented, filled(ABOUT)];
const byParticipant = endedUnavailable({ byParticipant: true });

/** The rows of the last event. */
function writesOf(...tellers: readonly Teller[]): Write[] {
	let [before, state]: SessionState[] = [initialState, initialState];
	const { events } = told(study, ...tellers);
	for (const event of events) [before, state] = [state ?? initialState, evolve(study, state ?? initialState, event)];
	const event = events.at(-1);
	if (!event || !before || !state) throw new Error("nothing happened");
	return project(study, { seq: events.length, event, before, after: state });
}

const deviationsIn = (writes: readonly Write[]) =>
	writes.flatMap((write) => (write.into === "deviations" ? [write.row] : []));

describe("a conversation that ended because its models failed", () => {
	const panes = [...agreed, randomised(PLANS.panes), said("hello")];

	it("has a deviation for each candidate that failed, written with the calls of its reply", () => {
		const writes = writesOf(...panes, failedForGood({ a: "A" }, 1, [callOf("a", 1), callOf("b", 1)]), byParticipant);
		const replies = writes.find((write) => write.into === "replies");
		expect(replies).toMatchObject({ isFinal: true, of: { turn: 1 } });
		expect(replies?.into === "replies" && replies.of.calls).toHaveLength(2);
		expect(replies?.into === "replies" && replies.of.deviations).toEqual([
			{
				id: expect.stringMatching(/\/unavailable$/),
				...ofSession,
				conversationId: conversationIdOf(SESSION, 0),
				turn: 1,
				slot: "b",
				label: MOON,
				kind: "assistant_unavailable",
				occurredAt: timestamp(T0 + 4000),
			},
		]);
	});

	it("has no open row that says so, because failures differ between arms", () => {
		const writes = writesOf(...panes, failed({}, 3), byParticipant);
		expect(JSON.stringify(writes.filter(({ into }) => into !== "replies"))).not.toContain("unavailable");
	});
});

describe("a question that was not asked", () => {
	const unanswered = [...agreed, randomised(), said("hello"), failedForGood({}, 1), byParticipant];

	it("is a deviation if it is a whole form", () => {
		expect(deviationsIn(writesOf(...unanswered, skipped))).toEqual([
			{
				id: `${SESSION}/experience/1//not_asked`,
				...ofSession,
				conversationId: conversationIdOf(SESSION, 0),
				kind: "not_asked",
				occurredAt: timestamp(T0 + 7000),
				form: "experience",
				item: null,
			},
		]);
	});

	it("is a deviation if it is an item of a form", () => {
		const again = [said("hello"), failedForGood({}, 1), byParticipant, skipped];
		const closing = filled({ bye: "Thanks" }, { order: ["bye"], notAsked: ["order"] });
		expect(deviationsIn(writesOf(...unanswered, skipped, ...again, closing))).toMatchObject([
			{ id: `${SESSION}/closing//order/not_asked`, conversationId: null, form: "closing", item: "order" },
		]);
	});
});

describe("a session that was not randomised because the allocator did not answer", () => {
	it("has ended as full, with the code that pays, and a deviation", () => {
		const writes = writesOf(...agreed, allocationFailed, allocationFailed, allocationFailed, allocationGivenUp);
		expect(writes).toContainEqual({
			into: "sessions",
			row: expect.objectContaining({ status: "full", randomisedAt: null }),
		});
		expect(writes).toContainEqual({
			into: "exits",
			row: expect.objectContaining({ reason: "completed", code: "DONE" }),
		});
		expect(deviationsIn(writes)).toMatchObject([{ kind: "not_randomised" }]);
		expect(JSON.stringify(writes)).not.toMatch(new RegExp(`${SUN}|${MOON}`));
	});
});

describe("a session whose place lapsed, and whose allocator did not answer then", () => {
	it("was randomised, has ended as full with the code that pays, and has a deviation of its own", () => {
		const lapsed = [...agreed, randomised(), reservationLapsed()];
		const writes = writesOf(...lapsed, allocationFailed, allocationFailed, allocationFailed, allocationGivenUp);
		expect(writes.find(({ into }) => into === "sessions")).toMatchObject({
			row: { status: "full", randomisedAt: expect.any(String) },
		});
		expect(writes).toContainEqual({
			into: "exits",
			row: expect.objectContaining({ reason: "completed", code: "DONE" }),
		});
		expect(deviationsIn(writes)).toMatchObject([{ kind: "place_not_renewed" }]);
	});
});
