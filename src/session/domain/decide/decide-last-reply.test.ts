import { describe, expect, it } from "vitest";
import {
	consented,
	filled,
	randomised,
	said,
	started,
	type Teller,
	wrote,
} from "../../../../test/support/sessions/session-events.ts";
import {
	activeAfter,
	answer,
	NOW,
	recordReply,
	specFor,
	told,
} from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, EXPERIENCE, PLANS, SESSION, studyWith } from "../../../../test/support/sessions/session-study.ts";
import { view } from "../../view/view.ts";
import type { EventOf } from "../events.ts";
import { messageIdOf } from "../replies-seen.ts";
import { currentStep } from "../state.ts";

const study = studyWith();
const given = specFor(study);
const talking = [started, consented, filled(ABOUT), randomised(PLANS.solo)];

/** By a client that shows a last reply until the participant goes on. */
const saidStaying =
	(text: string): Teller =>
	(now) => ({ ...(said(text)(now) as EventOf<"MessageSent">), stays: true });
const closed: Teller = ({ atMs }) => ({ type: "ConversationClosed", atMs, by: "limit" });
const wentOn: Teller = ({ state, atMs }) => ({
	type: "ConversationEnded",
	atMs,
	step: stepOf(state),
	by: "limit",
});
function stepOf(state: Parameters<Teller>[0]["state"]) {
	if (state.status !== "active") throw new Error("not active");
	return currentStep(state);
}

const twice = [...talking, said("hello"), wrote({ a: "hi" })];
const atLimit = [...twice, saidStaying("and?"), wrote({ a: "that" }), closed];

describe("when the last reply of a conversation has come", () => {
	it("stays if the client asked for it", () =>
		given(...twice, saidStaying("and?"))
			.when(recordReply({ a: { text: "that" } }))
			.records(wrote({ a: "that" }), closed));
	it("ends the conversation if the client did not", () =>
		expect(told(study, ...twice, said("and?"), wrote({ a: "that" })).state).toMatchObject({
			stage: { kind: "message" },
		}));
	it("is shown with only Continue, also to a client that loads the session again", () => {
		const { step, conversation } = view(study, activeAfter(study, ...atLimit));
		expect(step).toMatchObject({ kind: "message", canSend: false, canEnd: true });
		expect(conversation?.messages.at(-1)).toMatchObject({ text: "that" });
	});
	it("takes no further message", () =>
		given(...atLimit)
			.when(answer({ text: "more" }))
			.refusesAt("/text"));
	it("ends the conversation when the participant continues", () =>
		given(...atLimit)
			.when(answer({ end: true }))
			.records(wentOn));
	it("asks the form of the conversation after that", () =>
		expect(view(study, activeAfter(study, ...atLimit, wentOn)).step).toMatchObject({ kind: "form" }));
});

describe("when the end of a reply was on the screen", () => {
	const id = (turn: number) => messageIdOf(SESSION, 0, turn, "a");
	const seen =
		(...turns: readonly [turn: number, agoMs: number][]): Teller =>
		({ atMs }) => ({
			type: "RepliesSeen",
			atMs,
			replies: turns.map(([turn, agoMs]) => ({ conversation: 0, turn, slot: "a", atMs: NOW - agoMs })),
		});

	it("is recorded with the next answer, before it", () =>
		given(...twice)
			.when(answer({ text: "and?", seen: { [id(0)]: 1500 } }))
			.records(seen([0, 1500]), said("and?")));
	it("is recorded once", () =>
		given(...twice, seen([0, 9]))
			.when(answer({ text: "and?", seen: { [id(0)]: 3 } }))
			.records(said("and?")));
	it("passes over ids of no reply", () =>
		given(...twice)
			.when(answer({ text: "and?", seen: { ms_none: 3, [messageIdOf(SESSION, 0, 0, "participant")]: 4 } }))
			.records(said("and?")));
	it("says so in the view", () =>
		expect(
			view(study, activeAfter(study, ...twice, seen([0, 9]))).conversation?.messages.map((message) => message.seen),
		).toEqual([undefined, true]));
	it("is taken with a form too, and a repeat of the answer is silent whatever it says", () => {
		const inForm = [...atLimit, wentOn];
		const told = { answers: EXPERIENCE, seen: { [id(1)]: 20 } };
		given(...inForm)
			.when(answer(told))
			.records(seen([1, 20]), filled(EXPERIENCE));
	});
	it.each([[{ [id(0)]: -1 }], [{ [id(0)]: "now" }], ["all"]])("refuses %j", (wrong) =>
		given(...twice)
			.when(answer({ text: "and?", seen: wrong }))
			.refusesAt(typeof wrong === "string" ? "/seen" : `/seen/${id(0)}`),
	);
});

describe("when a ranking was moved", () => {
	const history = [{ ms: 900, value: "conversation-2", from: 2, to: 1 }];
	const moves = { order: { changes: 1, history } };
	const ended: Teller = ({ state, atMs }) => ({
		type: "ConversationEnded",
		atMs,
		step: stepOf(state),
		by: "participant",
	});
	const talk = [said("hello"), wrote({ a: "hi" }), ended, filled(EXPERIENCE)];
	const answers = { order: ["conversation-2", "conversation-1"] };
	const ranking = given(...talking, ...talk, ...talk);

	it("keeps how its order came about", () =>
		ranking
			.when(answer({ answers, moves }))
			.records(filled(answers, { moves }), ({ atMs }) => ({ type: "SessionCompleted", atMs })));
	it("ignores items that are not rankings", () =>
		ranking
			.when(answer({ answers, moves: { bye: moves.order } }))
			.records(filled(answers), ({ atMs }) => ({ type: "SessionCompleted", atMs })));
	it("refuses places that are none", () =>
		ranking
			.when(answer({ answers, moves: { order: { changes: 1, history: [{ ...history[0], to: 0 }] } } }))
			.refusesAt("/moves/order/history/0/to"));
});
