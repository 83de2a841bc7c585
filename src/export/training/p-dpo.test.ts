import { describe, expect, it } from "vitest";
import { pdpoDialog, pdpoUser as pdpoUserSchema } from "../../../test/support/golden/preference-formats.ts";
import { BEST_OF, dialogueOf, turnOf } from "../../../test/support/sessions/dialogues.ts";
import { pdpoShare, pdpoUser } from "./p-dpo.ts";
import type { Person } from "./person.ts";
import { Tally } from "./tally.ts";

const ALL_TRAIN = { seed: "1", testParticipants: 0, testConversations: 0, threshold: 5, ties: "exclude" } as const;
const slider = (item: string, value: number, position: number) => ({
	form: "prefs",
	item,
	conversation: null,
	value,
	position,
	scale: { min: 0, max: 100 },
});

const person: Person = {
	participant: "pt_1",
	startedAt: "2026-05-01T09:00:00.000Z",
	randomisedAt: "2026-05-01T09:20:30.000Z",
	attributes: {},
	profile: { self_description: "I like tea.", age: "25-34 years old" },
	answers: [
		slider("values", 10, 1),
		slider("creativity", 20, 2),
		slider("fluency", 30, 3),
		slider("factuality", 99, 6),
		slider("safety", 90, 5),
		slider("diversity", 90, 4),
		slider("stated_prefs_other", 100, 1),
	],
	dialogues: [BEST_OF, dialogueOf("cv_2", "single", [turnOf("Hello", ["Hi."])])],
};

const shareOf = (who: Person, options: Parameters<typeof pdpoShare>[1] = ALL_TRAIN) => {
	const tally = new Tally();
	return { share: pdpoShare(who, options, tally), counts: tally.counts() };
};

describe("a participant's part of P-DPO's files", () => {
	it("has each conversation with a choice, turns numbered from 0, and one chosen reply for each turn", () => {
		const { share, counts } = shareOf(person);
		expect(share?.dialogs.map((dialog) => pdpoDialog.parse(dialog))).toEqual([
			{
				dialog_id: "cv_1",
				user_id: "pt_1",
				turns: [
					{
						turn_nb: 0,
						user_utterance: ["Tea?"],
						chosen_utterance: ["Black."],
						rejected_utterance: ["Green.", "None."],
					},
					{ turn_nb: 1, user_utterance: ["And milk?"], chosen_utterance: ["A little."], rejected_utterance: ["No."] },
				],
				total_turn_nb: 2,
				open_feedback: "",
			},
		]);
		expect(counts).toMatchObject({ skipped_dialogs_without_pairs: 1, users_seen: 1, dialogs_train: 1 });
	});

	it("has no rejected reply that ties with the chosen one, and no conversation with ties only", () => {
		const rejectedOf = (options: Partial<Parameters<typeof pdpoShare>[1]>) =>
			shareOf(person, { ...ALL_TRAIN, ...options }).share?.dialogs.flatMap(({ turns }) =>
				turns.map(({ chosen_utterance, rejected_utterance }) => [chosen_utterance.length, rejected_utterance]),
			);
		expect(rejectedOf({ threshold: 51 })).toEqual([
			[1, ["None."]],
			[1, ["No."]],
		]);
		expect(rejectedOf({ threshold: 51, ties: "keep" })?.[0]).toEqual([1, ["Green.", "None."]]);
		expect(shareOf(person, { ...ALL_TRAIN, threshold: 61 })).toEqual({
			share: null,
			counts: { skipped_dialogs_without_pairs: 2, ties: 3 },
		});
	});

	it("takes preferences from the highest ratings, not from the order of the sliders", () => {
		const { share } = shareOf(person);
		const user = pdpoUserSchema.parse(share && pdpoUser(person, share));
		expect(user.demographics.preference).toEqual(["factuality", "diversity", "safety"]);
	});

	it("takes values that the study did not ask from the profile, and is empty if the profile lacks them", () => {
		const { share } = shareOf(person);
		expect(share && pdpoUser(person, share).demographics).toMatchObject({
			self_description: "I like tea.",
			age: "25-34 years old",
			gender: "",
		});
	});

	it("is unseen if none of its conversations is in the training part", () => {
		const { share } = shareOf(person, { ...ALL_TRAIN, testParticipants: 1 });
		expect(share?.seen).toBe(false);
	});

	it("is null if the participant never chose a reply", () => {
		expect(shareOf({ ...person, dialogues: person.dialogues.slice(1) }).share).toBeNull();
	});
});
