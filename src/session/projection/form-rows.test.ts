import { describe, expect, it } from "vitest";
import {
	chose,
	consented,
	endedByParticipant,
	filled,
	randomised,
	said,
	started,
	type Teller,
	wrote,
} from "../../../test/support/sessions/session-events.ts";
import { T0, told } from "../../../test/support/sessions/session-spec.ts";
import {
	ABOUT,
	EXPERIENCE,
	FACTS,
	MOON,
	PLANS,
	SESSION,
	SUN,
	studyWith,
} from "../../../test/support/sessions/session-study.ts";
import { timestamp } from "../../shared/clock.ts";
import { conversationIdOf } from "../domain/state.ts";
import { project } from "./project.ts";
import type { Write } from "./writes.ts";

const study = studyWith();
const ofSession = { sessionId: SESSION, studyId: FACTS.studyId, protocolHash: FACTS.protocolHash };
const solo = [started, consented, filled(ABOUT), randomised()];
const talk = [said("hello"), wrote({ a: "hi" }), endedByParticipant];
const conversation = (index: number) => conversationIdOf(SESSION, index);

function writesOf(...tellers: readonly Teller[]): Write[] {
	const { state: before } = told(study, ...tellers.slice(0, -1));
	const { events, state: after } = told(study, ...tellers);
	const event = events.at(-1);
	if (!event) throw new Error("no event was given");
	return project(study, { seq: events.length, event, before, after });
}
const rowsInto = (into: Write["into"], ...tellers: readonly Teller[]) =>
	writesOf(...tellers).filter((write) => write.into === into);

describe("the answers of a form", () => {
	const answers = { ...ABOUT, check: "first" };
	const [row] = rowsInto(
		"formAnswers",
		started,
		consented,
		filled(answers, { failedChecks: ["check"], order: ["check", "note", "words", "age"], elapsedMs: 4200 }),
	);

	it("are one row, without items that have no answer or ask nothing", () =>
		expect(row).toEqual({
			into: "formAnswers",
			row: {
				id: `${SESSION}/about/`,
				...ofSession,
				conversationId: null,
				form: "about",
				items: [
					{ item: "age", kind: "number", value: 30, position: 4 },
					{ item: "check", kind: "choice", value: "first", position: 1, correct: false },
				],
				asked: 2,
				notAsked: 0,
				checks: 1,
				checksFailed: 1,
				elapsedMs: 4200,
				answeredAt: timestamp(T0 + 2000),
			},
		}));
	it("say whether a check was passed", () =>
		expect(rowsInto("formAnswers", started, consented, filled(ABOUT))).toMatchObject([
			{ row: { items: [{ item: "age" }, { item: "check", correct: true }], checks: 1, checksFailed: 0 } },
		]));
	it("name items that other answers hid, without a value", () =>
		expect(rowsInto("formAnswers", started, consented, filled(ABOUT, { leftOut: ["words"] }))).toMatchObject([
			{ row: { items: [{}, {}, { item: "words", asked: false, position: 0 }], asked: 2, notAsked: 1 } },
		]));
	it("give no ratings before a conversation", () =>
		expect(rowsInto("ratings", started, consented, filled(answers))).toEqual([]));
});

describe("the form after a conversation", () => {
	it("rates the arm of a single conversation by each of its scales", () =>
		expect(rowsInto("ratings", ...solo, ...talk, filled(EXPERIENCE))).toMatchObject([
			{
				row: {
					...ofSession,
					conversationId: conversation(0),
					label: SUN,
					source: "form",
					turn: null,
					slot: null,
					form: "experience",
					item: "overall",
					value: 70,
					min: 0,
					max: 100,
				},
			},
			{ row: { label: SUN, item: "attention", value: 2, min: 1, max: 5 } },
		]));
	it("keeps a rating that does not apply as null", () =>
		expect(rowsInto("ratings", ...solo, ...talk, filled({ ...EXPERIENCE, overall: null }))).toMatchObject([
			{ row: { item: "overall", value: null } },
			{ row: { item: "attention" } },
		]));
	it("has separate keys for each conversation", () => {
		const first = rowsInto("ratings", ...solo, ...talk, filled(EXPERIENCE));
		const second = rowsInto("ratings", ...solo, ...talk, filled(EXPERIENCE), ...talk, filled(EXPERIENCE));
		expect(second).toMatchObject([{ row: { conversationId: conversation(1), label: MOON } }, { row: { label: MOON } }]);
		const keys = [...first, ...second].map((write) => ("row" in write && "id" in write.row ? write.row.id : null));
		expect(new Set(keys).size).toBe(4);
	});
	it("rates the arm that was chosen last in a best-of", () => {
		const scores = { a: 1, b: 2 };
		const turns = ["1", "2"].flatMap((text) => [said(text), wrote({ a: "A", b: "B" }), chose("b", scores)]);
		const duel = [started, consented, filled(ABOUT), randomised(PLANS.duel), ...turns, endedByParticipant];
		expect(rowsInto("ratings", ...duel, filled(EXPERIENCE))).toMatchObject([
			{ row: { label: SUN, item: "overall" } },
			{ row: { label: SUN, item: "attention" } },
		]);
	});
});

describe("a ranking", () => {
	it("of panes has a row for each arm", () => {
		const panes = [started, consented, filled(ABOUT), randomised(PLANS.panes)];
		const talked = [said("hello"), wrote({ a: "A", b: "B" }), endedByParticipant];
		const place = { ...ofSession, form: "which", item: "best", conversationId: conversation(0) };
		expect(rowsInto("rankings", ...panes, ...talked, filled({ best: ["b", "a"] }))).toMatchObject([
			{ row: { ...place, slot: "a", label: SUN, position: 1, rank: 2 } },
			{ row: { ...place, slot: "b", label: MOON, position: 2, rank: 1 } },
		]);
		expect(rowsInto("ratings", ...panes, ...talked, filled({ best: ["b", "a"] }))).toEqual([]);
	});
	it("of conversations has a row for each arm, with its position", () => {
		const both = [...solo, ...talk, filled(EXPERIENCE), ...talk, filled(EXPERIENCE)];
		expect(rowsInto("rankings", ...both, filled({ order: ["conversation-2", "conversation-1"] }))).toMatchObject([
			{ row: { conversationId: conversation(0), slot: null, label: SUN, position: 1, rank: 2 } },
			{ row: { conversationId: conversation(1), slot: null, label: MOON, position: 2, rank: 1 } },
		]);
	});
});
