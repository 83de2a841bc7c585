import { describe, expect, it } from "vitest";
import { replyThatWentOn } from "../profiles/history.ts";
import { fieldText } from "../profiles/profile.ts";
import type { ProfileLine } from "../profiles/profile-line.ts";
import { readProfileLine } from "./read-profile-line.ts";

function read(line: unknown): ProfileLine {
	const parsed = readProfileLine(typeof line === "string" ? line : JSON.stringify(line));
	if (!parsed.ok) throw new Error(parsed.error);
	return parsed.value;
}

const refusal = (line: unknown): string => {
	const parsed = readProfileLine(typeof line === "string" ? line : JSON.stringify(line));
	if (parsed.ok) throw new Error("the line was accepted");
	return parsed.error;
};

const turn0 = [
	{ turn: 0, role: "user", content: "Hi" },
	{ turn: 0, role: "model", content: "EMPTY STRING", score: 100, if_chosen: true, within_turn_id: 0 },
	{ turn: 0, role: "model", content: "Hello.", score: 80, if_chosen: false, within_turn_id: 2 },
];
const conversation = { conversation_id: "c9", user_id: "user3", conversation_history: turn0 };

describe("a row of PRISM's survey", () => {
	const row = {
		user_id: "user3",
		survey_only: false,
		self_description: "I value honesty.",
		location: { special_region: "UK" },
		age: "25-34 years old",
		stated_prefs: { values: 90, creativity: 10, other: 50, other_text: null },
		order_stated_prefs: { values: 8, creativity: 1, other: 9 },
		order_lm_usecases: { research: null },
	};

	it("becomes a profile with unchanged columns", () => {
		const line = read(row);
		expect(line).toMatchObject({
			kind: "profile",
			person: { id: "user3", source: "*", ofDataSet: true },
			fields: { attributes: { age: "25-34 years old", region: "UK" }, profile: { stated_prefs: { values: 90 } } },
		});
	});

	it("does not take the display order of sliders for preferences", () => {
		const line = read(row);
		if (line.kind !== "profile") throw new Error("not a profile");
		const profile = { attributes: {}, history: [], profile: {}, ...line.fields };
		expect(fieldText(profile, "profile.order_stated_prefs.creativity")).toBeNull();
		expect(fieldText(profile, "profile.order_stated_prefs")).toBeNull();
		expect(fieldText(profile, "profile.stated_prefs.values")).toBe("90");
		expect(profile.profile.$display_order).toEqual({
			stated_prefs: row.order_stated_prefs,
			lm_usecases: row.order_lm_usecases,
		});
	});

	it.each([
		{ user_id: "user3", colour: "red" },
		// Conversations have these columns too: a conversation without its turns must not empty the person's survey.
		{
			user_id: "user3",
			generated_datetime: "2023-11-30 12:00:00",
			timing_duration_s: 9,
			included_in_balanced_subset: true,
		},
		{ user_id: "user3", self_description: null, age: null },
	])("needs a column of the survey: %j", (line) => expect(refusal(line)).toContain("survey.jsonl"));

	it("belongs to the person in the added column", () => {
		expect(read({ ...row, participant: "5f1a" }).person).toEqual({ id: "5f1a", source: "*" });
		expect(read({ user_id: "user3", participant: "5f1a" })).toEqual({
			kind: "same",
			person: { id: "5f1a", source: "*" },
			as: { id: "user3", source: "*" },
		});
	});
});

describe("a row of PRISM's conversations", () => {
	it("becomes a conversation, with all other columns of its row", () => {
		const line = read({
			...conversation,
			open_feedback: "Good.",
			opening_prompt: "Hi",
			generated_datetime: "2023-11-30 12:20:00",
		});
		expect(line).toMatchObject({
			kind: "conversation",
			conversation: { id: "c9", at: "2023-11-30 12:20:00", more: { open_feedback: "Good." }, turns: [{ text: "Hi" }] },
		});
	});

	it("may contain Python's NaN, decimal numbers, and the word NaN in a text", () => {
		const text = `{"conversation_id":"c9","user_id":"user3","timing_duration_s":266.0,"choice_attributes":{"values":NaN,"x":-Infinity},"open_feedback":"NaN \\"NaN\\": NaN","conversation_history":[{"turn":0,"role":"user","content":"NaN","score":NaN}]}`;
		expect(read(text)).toMatchObject({
			conversation: {
				more: { timing_duration_s: 266, choice_attributes: { values: null, x: null }, open_feedback: 'NaN "NaN": NaN' },
				turns: [{ text: "NaN", replies: [] }],
			},
		});
	});

	it("continues with the marked reply, the first of two marked ones, or the best rated non-empty one", () => {
		const line = read(conversation);
		if (line.kind !== "conversation") throw new Error("no conversation");
		const [turn] = line.conversation.turns;
		if (!turn) throw new Error("no turn");
		expect(replyThatWentOn(turn)?.text).toBe("Hello.");
		const [, , reply] = turn0;
		const two = {
			...conversation,
			conversation_history: [turn0[0], reply, reply].map((item, place) =>
				place > 0 ? { ...item, content: `${place}`, if_chosen: true } : item,
			),
		};
		const twice = read(two);
		if (twice.kind !== "conversation" || !twice.conversation.turns[0]) throw new Error("no turn");
		expect(replyThatWentOn(twice.conversation.turns[0])?.text).toBe("1");
	});

	it.each([
		[{ ...conversation, conversation_history: [] }, "/conversation_history"],
		[{ ...conversation, conversation_id: "x" }, "/conversation_id"],
		[{ ...conversation, conversation_history: [{ turn: 1, role: "user", content: "x" }] }, "without a gap"],
		[{ ...conversation, conversation_history: [{ turn: 0, role: "model", content: "x" }] }, "without a gap"],
		[
			{ ...conversation, conversation_history: [{ turn: 0, role: "assistant", content: "x" }] },
			"/conversation_history/0/role",
		],
		[{ ...conversation, conversation_history: null }, "/conversation_history"],
		[{ conversation_id: "c9", user_id: "user3" }, "/conversation_history"],
		[{ user_id: "user3", conversation_type: "unguided" }, "/conversation_id"],
		[{ user_id: "user3", conversation_turns: 2 }, "/conversation_id"],
		[{ user_id: "user3", performance_attributes: {} }, "/conversation_id"],
		[{ utterance_id: "ut1", user_id: "user1" }, "are not needed"],
		[{ utterance_id: "ut1", conversation_id: "c9", user_id: "user1" }, "are not needed"],
		[{ column_id: "user_prompt", user_id: "user1" }, "are not needed"],
	])("is refused with the pointer of its fault: %j", (row, detail) => expect(refusal(row)).toContain(detail));
});

describe("a line of Crossover's format", () => {
	it("may have its history as one list of messages", () => {
		const messages = [
			{ role: "assistant", content: "Welcome." },
			{ role: "participant", text: "Hi" },
			{ role: "model", content: "Hello.", score: 5, chosen: true },
		];
		expect(read({ participant: 7, history: messages })).toMatchObject({
			person: { id: "7", source: "*" },
			fields: {
				history: [
					{
						turns: [
							{ text: "", replies: [{ text: "Welcome." }] },
							{ text: "Hi", replies: [{ score: 5 }] },
						],
					},
				],
			},
		});
	});

	it("keeps a numeric id in its written form, with any number of digits", () => {
		const idOf = (id: string) => read(`{"participant":${id}}`).person.id;
		expect(["12345678901234567890", "12345678901234567891", "9007199254740993"].map(idOf)).toEqual([
			"12345678901234567890",
			"12345678901234567891",
			"9007199254740993",
		]);
		expect(read('{"user_id":"user3","participant":12345678901234567890}').person.id).toBe("12345678901234567890");
	});

	it("drops attributes that are null", () =>
		expect(read({ participant: "a", attributes: { region: null, sex: "f" } })).toMatchObject({
			fields: { attributes: { sex: "f" } },
		}));

	it("changes only the fields that it has", () => {
		expect(read({ participant: "a", profile: { x: 1 }, attributes: null })).toEqual({
			kind: "profile",
			person: { id: "a", source: "*" },
			fields: { profile: { x: 1 } },
		});
	});

	it("stores all empty values as null", () => {
		expect(
			read({ participant: "a", profile: { x: { a: "\n" }, y: ["", 1] }, attributes: { region: " ", sex: "f" } }),
		).toMatchObject({ fields: { profile: { x: null, y: [null, 1] }, attributes: { sex: "f" } } });
	});

	it.each([
		["", "not JSON"],
		['{"participant":"a","profile":{"x":1e999}}', "number"],
		['{"user_id":"user1","age":1e999}', "number"],
		["null", "one JSON object"],
		['"text"', "one JSON object"],
		["{}", "/participant"],
		['{"participant":1.5}', "/participant: An id is text"],
		['{"participant":123.0}', "/participant: An id is text"],
		['{"participant":1e3}', "/participant: An id is text"],
		['{"participant":-7}', "/participant: An id is text"],
		['{"participant":"a","participant":"b"}', "/participant: This name occurs twice"],
		['{"participant":7,"participant":8}', "/participant: This name occurs twice"],
		['{"participant":"a","attributes":{"x":12345678901234567890}}', "/attributes/x: This number has more digits"],
		['{"participant":"a","profile":{"x":[1,9007199254740993]}}', "/profile/x/1: This number has more digits"],
		['{"participant":"a","attributes":{"__proto__":"x"}}', "/attributes/__proto__: This name is not allowed"],
		[{ participant: "x".repeat(201) }, "/participant"],
		[{ participant: "a", source: "*" }, "/source"],
		[{ participant: "a", attributes: { region: { a: 1 } } }, "/attributes/region"],
		[{ participant: "a", profile: { $hidden: 1 } }, "/profile/$hidden"],
	])("is refused with the pointer of its fault: %j", (row, detail) => expect(refusal(row)).toContain(detail));
});
