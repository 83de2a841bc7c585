import { describe, expect, it } from "vitest";
import { BEST_OF, dialogueOf, OPENER, turnOf } from "../../../test/support/sessions/dialogues.ts";
import type { Conversation } from "../../protocol/schema/schema.ts";
import type { Dialogue } from "../training/dialogue.ts";
import type { Answer, Person } from "../training/person.ts";
import { Tally } from "../training/tally.ts";
import { conversationsOf } from "./from-study.ts";
import { rescaled } from "./scale.ts";
import { surveyRow } from "./survey.ts";

const ENTRY: Conversation = {
	id: "talk",
	title: "Values guided",
	instructions: "Talk.",
	layout: "best-of",
	arms: 3,
	turns: { min: 1, max: 5 },
	laterCandidates: 2,
	after: [],
};
const naming = { entries: [ENTRY], modelOf: (label: string) => ({ name: label, provider: "blinded" }) };

const answer = (item: string, value: Answer["value"], more: Partial<Answer> = {}): Answer => ({
	form: "form",
	item,
	conversation: null,
	value,
	position: 1,
	scale: null,
	...more,
});

const personOf = (dialogues: readonly Dialogue[], answers: readonly Answer[] = []): Person => ({
	participant: "pt_1",
	startedAt: "2026-05-01T09:00:00.000Z",
	randomisedAt: "2026-05-01T09:20:30.900Z",
	attributes: {},
	profile: {},
	dialogues,
	answers,
});

function exported(dialogues: readonly Dialogue[], answers: readonly Answer[] = []) {
	const tally = new Tally();
	return { past: conversationsOf(personOf(dialogues, answers), naming, tally), counts: tally.counts() };
}

describe("a study's conversation in PRISM's form", () => {
	it("takes its type from the entry's title, its attributes from items, and labels as model names", () => {
		const points = { conversation: "cv_1", scale: { min: 1, max: 100 } };
		const { past } = exported(
			[BEST_OF],
			[
				answer("performance_values", 70, points),
				answer("choice_safety", null, points),
				answer("open_feedback", "Fine.", { conversation: "cv_1" }),
			],
		);
		expect(past[0]).toMatchObject({
			type: "values guided",
			at: "2026-05-01 10:05:12",
			more: {
				timing_duration_s: 312.45,
				timing_duration_mins: 5.21,
				open_feedback: "Fine.",
				performance_attributes: { values: 70, fluency: null },
				choice_attributes: { safety: null },
			},
		});
		expect(past[0]?.turns[0]?.replies[1]).toEqual({
			text: "Black.",
			chosen: true,
			score: 90,
			place: 1,
			model: "L1",
			provider: "blinded",
		});
	});

	it.each([
		["unguided-2", "unguided"],
		["values-1", "values guided"],
		["controversy-1", "controversy guided"],
		["unguidedness", null],
	])("has PRISM's type if the entry's id begins with one: %s", (entry, type) => {
		expect(exported([{ ...BEST_OF, entry }]).past[0]?.type).toBe(type);
	});

	it("ends before a turn without a choice, and is left out if it was not finished", () => {
		const open = dialogueOf("cv_2", "best-of", [OPENER], { endedAt: null });
		const half = dialogueOf("cv_3", "best-of", [OPENER, turnOf("And?", ["one"], ["two"])]);
		const none = dialogueOf("cv_4", "best-of", [turnOf("Hello?")]);
		const { past, counts } = exported([open, half, none]);
		expect(past.map(({ turns }) => turns.length)).toEqual([1]);
		expect(counts).toEqual({ skipped_empty_conversations: 1, skipped_turns: 2, skipped_unfinished_conversations: 1 });
	});

	it("becomes one conversation for each pane of a side-by-side, with every reply chosen", () => {
		const { past } = exported([dialogueOf("cv", "side-by-side", [turnOf("Tea?", ["one"], ["two"])])]);
		expect(past.map(({ turns }) => turns[0]?.replies)).toMatchObject([
			[{ text: "one", chosen: true, place: 0, score: null }],
			[{ text: "two", chosen: true, place: 0, score: null }],
		]);
	});

	it("has its scores converted to PRISM's scale", () => {
		expect([1, 2, 3, 4, 5, 6, 7].map((value) => rescaled(value, { min: 1, max: 7 }, { min: 1, max: 100 }))).toEqual([
			1, 18, 34, 51, 67, 84, 100,
		]);
	});
});

describe("a participant's row of PRISM's survey", () => {
	it("has the answers under PRISM's names, and null for questions that were not asked", () => {
		const scale = { min: 0, max: 100 };
		const row = surveyRow(
			personOf(
				[],
				[
					answer("age", 34),
					answer("religion", "Catholic."),
					answer("birth_country", "Chile"),
					answer("reside_country", "Chile"),
					answer("lm_usecases", ["research", "other"]),
					answer("pref_values", 40, { scale, position: 2 }),
					answer("pref_safety", 90, { scale, position: 1 }),
				],
			),
			"user3",
			0,
			"prism",
		);
		expect(row).toMatchObject({
			user_id: "user3",
			survey_only: true,
			age: "34",
			gender: null,
			religion: { self_described: "catholic", categorised: null, simplified: null },
			location: { birth_country: "Chile", birth_region: null, same_birth_reside_country: "Yes" },
			lm_usecases: { research: 1, other: 1, games: 0, other_text: null },
			stated_prefs: { values: 40, safety: 90, fluency: null, other: null, other_text: null },
			order_stated_prefs: { safety: 1, values: 2, fluency: null },
			generated_datetime: "2026-05-01 09:20:30",
			timing_duration_s: 1230,
			timing_duration_mins: 20.5,
		});
		expect(Object.keys(row)).toHaveLength(32);
	});
});
