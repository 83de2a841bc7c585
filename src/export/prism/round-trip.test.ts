import { describe, expect, it } from "vitest";
import { conversationLines, SEED, surveyLines } from "../../../bench/prism-generator.ts";
import { type JsonObject, parseLine } from "../../personalisation/import/json-line.ts";
import { DISPLAY_ORDER } from "../../personalisation/import/prism-format.ts";
import { readProfileLine } from "../../personalisation/import/read-profile-line.ts";
import type { ProfileLine } from "../../personalisation/profiles/profile-line.ts";
import type { Person } from "../training/person.ts";
import { conversationRow, utteranceRows } from "./conversation.ts";
import { interactionNumbers } from "./files.ts";
import { surveyRow } from "./survey.ts";

const OPTIONS = { seed: SEED, users: 60, conversations: 250 };

function objectOf(line: string): JsonObject {
	const parsed = parseLine(line);
	if (!parsed.ok) throw new Error(parsed.error);
	return parsed.value;
}

function importOf<K extends ProfileLine["kind"]>(line: string, kind: K): Extract<ProfileLine, { kind: K }> {
	const read = readProfileLine(line);
	if (!read.ok || !isOf(read.value, kind)) throw new Error(`not a ${kind}`);
	return read.value;
}

const isOf = <K extends ProfileLine["kind"]>(line: ProfileLine, kind: K): line is Extract<ProfileLine, { kind: K }> =>
	line.kind === kind;

/** What the importer and the writer do to a text, as docs/reference/exports-training.md says. */
const trimmed = (text: unknown): unknown => (typeof text === "string" ? text.trim() || "EMPTY STRING" : text);

const conversations = [...conversationLines(OPTIONS)].map((line) => ({
	before: objectOf(line),
	past: importOf(line, "conversation"),
}));

describe("PRISM data that were imported and exported again", () => {
	it("have the same conversations, with the columns in the order of the release", () => {
		for (const { before, past } of conversations) {
			const after = conversationRow(past.conversation, {
				conversationId: past.conversation.id ?? "",
				userId: past.person.id,
			});
			expect(after).toEqual({ ...before, opening_prompt: trimmed(before.opening_prompt) });
			expect(Object.keys(after)).toEqual(Object.keys(before));
		}
	});

	it("have the same survey values, which come from the profile", () => {
		for (const line of surveyLines(OPTIONS)) {
			const before = objectOf(line);
			const { fields, person } = importOf(line, "profile");
			const profile = fields.profile ?? {};
			const came: Person = {
				participant: "pt_1",
				startedAt: "2026-05-01T09:00:00.000Z",
				randomisedAt: "2026-05-01T09:00:00.000Z",
				attributes: {},
				answers: [],
				dialogues: [],
				profile,
			};
			const after = surveyRow(came, person.id, 0, "study");
			expect(Object.keys(after)).toEqual(Object.keys(before));
			expect({ ...after, ...of(before, OF_THIS_STUDY) }).toEqual(before);
			expect(profile[DISPLAY_ORDER]).toBeDefined();
		}
	});

	it("have the release's utterances, with ids in text order", () => {
		const first = interactionNumbers(conversations.map(({ past }) => past.conversation.turns.length));
		let next = 0;
		const rows = conversations.flatMap(({ past: { conversation, person } }, index) => {
			const place = { conversationId: `c${index}`, userId: person.id };
			const numbers = { interaction: (turn: number) => first(index) + turn, firstUtterance: next };
			const own = utteranceRows(conversation, place, numbers);
			next += own.length;
			return own;
		});
		expect(rows.map((row) => row.utterance_id)).toEqual(rows.map((_, index) => `ut${index}`));
		const keys = [
			...new Set(rows.map((row) => `${row.conversation_id} ${String(row.turn).padStart(2, "0")}`)),
		].toSorted();
		const numbers = new Map(
			rows.map((row) => [`${row.conversation_id} ${String(row.turn).padStart(2, "0")}`, row.interaction_id]),
		);
		expect(keys.map((key) => numbers.get(key))).toEqual(keys.map((_, index) => `int${index}`));
	});

	it("have interactions numbered with c10 and c100 before c2, as pandas sorts text", () => {
		const number = interactionNumbers(Array.from({ length: 101 }, () => 2));
		expect([0, 1, 10, 100, 11, 2].map(number)).toEqual([0, 2, 4, 6, 8, 26]);
	});
});

/** Columns about taking part. They describe the exported study, not the imported release. */
const OF_THIS_STUDY = [
	"survey_only",
	"num_completed_conversations",
	"consent",
	"study_id",
	"generated_datetime",
	"timing_duration_s",
	"timing_duration_mins",
	"included_in_balanced_subset",
];

const of = (row: JsonObject, names: readonly string[]): JsonObject =>
	Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
