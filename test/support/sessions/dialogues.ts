import type { Dialogue, Reply, Turn } from "../../../src/export/training/dialogue.ts";

type Shown = readonly [text: string, score?: number | undefined, chosen?: boolean, stopped?: "stopped"];

/** Replies by slot, in labels of their own. */
export const turnOf = (text: string, ...shown: readonly Shown[]): Turn => ({
	text,
	replies: shown.map(([said, score, chosen, stopped], index): Reply => {
		const slot = "abcdefgh"[index] ?? "a";
		const points = score === undefined ? null : { value: score, min: 1, max: 100 };
		return {
			slot,
			label: `L${index}`,
			text: said,
			chosen: chosen ?? null,
			stopped: stopped !== undefined,
			score: points,
		};
	}),
});

export const dialogueOf = (
	id: string,
	layout: Dialogue["layout"],
	turns: readonly Turn[],
	more: Partial<Dialogue> = {},
): Dialogue => ({
	id,
	entry: "talk",
	layout,
	startedAt: "2026-05-01T10:00:00.000Z",
	endedAt: "2026-05-01T10:05:12.450Z",
	turns,
	ranks: [],
	...more,
});

/** Two turns of a best-of: the first with three replies, then one with two samples of the second. */
export const OPENER = turnOf("Tea?", ["Green.", 40, false], ["Black.", 90, true], ["None.", 38, false]);
export const BEST_OF = dialogueOf("cv_1", "best-of", [
	OPENER,
	turnOf("And milk?", ["A little.", 80, true], ["No.", 20, false]),
]);
