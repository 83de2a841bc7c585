import { describe, expect, it } from "vitest";
import { openaiPreference, trlPreference } from "../../../test/support/golden/preference-formats.ts";
import { BEST_OF } from "../../../test/support/sessions/dialogues.ts";
import { type Pair, pairsOf } from "./pairs.ts";
import { openaiRow, trlRow } from "./rows.ts";
import { Tally } from "./tally.ts";

const subject = { participant: "pt_1", dialogues: [BEST_OF] };
const placed = pairsOf(subject, { from: ["choice"], threshold: 5, ties: "exclude" }, new Tally()).map((pair) => ({
	participant: "pt_1",
	pair,
	place: { split: "train", heldOut: null } as const,
}));

describe("a row of a preference file", () => {
	it("for TRL has the prompt, both replies, the margin, the participant and the positions", () => {
		const rows = placed.map(trlRow);
		for (const row of rows) trlPreference.parse(row);
		expect(rows.at(-1)).toEqual({
			prompt: [
				{ role: "user", content: "Tea?" },
				{ role: "assistant", content: "Black." },
				{ role: "user", content: "And milk?" },
			],
			chosen: [{ role: "assistant", content: "A little." }],
			rejected: [{ role: "assistant", content: "No." }],
			margin: 60,
			margin_unit: "points",
			participant: "pt_1",
			conversation_id: "cv_1",
			turn: 2,
			source: "choice",
			position_chosen: 1,
			position_rejected: 2,
			score_chosen: 80,
			score_rejected: 20,
			split: "train",
			held_out: null,
		});
	});

	it("for TRL states the unit of its margin", () => {
		const units = (source: Pair["source"], margin: number | null) =>
			placed.slice(0, 1).map((row) => trlRow({ ...row, pair: { ...row.pair, source, margin } }).margin_unit);
		expect([units("rating", 7), units("ranking", 1), units("choice", null)].flat()).toEqual(["points", "ranks", null]);
	});

	it("for OpenAI has only the fields of that format", () => {
		for (const row of placed.map(openaiRow)) openaiPreference.parse(row);
	});

	it("contains no label", () => {
		expect(JSON.stringify([placed.map(trlRow), placed.map(openaiRow)])).not.toMatch(/"L\d"/);
	});
});
