import { describe, expect, it } from "vitest";
import { decideMove, type Move, type StudyStatus } from "./lifecycle.ts";

const outcome = (status: StudyStatus, move: Move): string => {
	const decided = decideMove(status, move);
	if (!decided.ok) return decided.error.code;
	return decided.value.stays ? "stays" : decided.value.to;
};

describe("the status of a study", () => {
	it.each<[StudyStatus, Record<Move, string>]>([
		["draft", { open: "open", pause: "study_state", close: "study_state" }],
		["open", { open: "stays", pause: "paused", close: "closed" }],
		["paused", { open: "open", pause: "stays", close: "closed" }],
		["closed", { open: "study_state", pause: "study_state", close: "stays" }],
	])("when it is %s", (status, expected) => {
		for (const move of ["open", "pause", "close"] as const) expect(outcome(status, move)).toBe(expected[move]);
	});
});
