import { describe, expect, it } from "vitest";
import { MOVES_KEPT } from "../../../../../protocol/answers/moves-kept.ts";
import { formAnswer } from "../../../../../session/domain/answer.ts";
import type { ItemView } from "../../../../../session/view/view-schema.ts";
import { type MovesByItem, movesOf, readMoves, withMove } from "./moves.ts";

const ranking: ItemView = { id: "order", kind: "ranking", label: "?", required: true, options: [] };
const text: ItemView = { id: "why", kind: "text", label: "?", required: true };

const moved = (times: number): MovesByItem =>
	Array.from({ length: times }).reduce<MovesByItem>(
		(moves, _, at) => withMove(moves, "order", { value: "a", from: 1, to: 2 }, at * 10),
		{},
	);

describe("the moves of a ranking", () => {
	it("are counted and kept in their order", () =>
		expect(moved(2)).toEqual({
			order: {
				changes: 2,
				history: [
					{ ms: 0, value: "a", from: 1, to: 2 },
					{ ms: 10, value: "a", from: 1, to: 2 },
				],
			},
		}));

	it("are counted beyond the number that is kept", () => {
		const moves = moved(MOVES_KEPT + 5);
		expect(moves.order?.changes).toBe(MOVES_KEPT + 5);
		expect(moves.order?.history).toHaveLength(MOVES_KEPT);
		expect(formAnswer.safeParse({ answers: {}, moves }).success).toBe(true);
	});

	it("are empty if the order was only confirmed, and absent without an answer", () => {
		expect(movesOf([ranking, text], { order: ["a", "b"], why: "x" }, {})).toEqual({
			order: { changes: 0, history: [] },
		});
		expect(movesOf([ranking, text], { why: "x" }, moved(1))).toEqual({});
	});

	it("are restored from a valid draft only", () => {
		expect(readMoves(moved(1))).toEqual(moved(1));
		for (const draft of [null, "x", 3, { order: null }, { order: { changes: "1", history: [] } }])
			expect(readMoves(draft)).toEqual({});
	});
});
