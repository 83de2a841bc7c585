import { MOVES_KEPT } from "../../../../../protocol/answers/moves-kept.ts";
import type { ItemView } from "../../../../../session/view/view-schema.ts";
import { answerOf, type Entries } from "../form-answers.ts";

/** One move of an option. Places count from 1. */
export type Move = { readonly value: string; readonly from: number; readonly to: number };

type Moves = { readonly changes: number; readonly history: readonly (Move & { readonly ms: number })[] };
/** By item. */
export type MovesByItem = Readonly<Record<string, Moves>>;

const NONE: Moves = { changes: 0, history: [] };

/** @param ms the time since the form was shown */
export function withMove(moves: MovesByItem, id: string, move: Move, ms: number): MovesByItem {
	const { changes, history } = moves[id] ?? NONE;
	const { value, from, to } = move;
	const kept = history.length < MOVES_KEPT ? [...history, { ms, value, from, to }] : history;
	return { ...moves, [id]: { changes: changes + 1, history: kept } };
}

/** The moves of each answered ranking. A confirmed order has an empty list. */
export function movesOf(items: readonly ItemView[], entries: Entries, moves: MovesByItem): MovesByItem {
	const ranked = items.filter((item) => item.kind === "ranking" && answerOf(item, entries[item.id]) !== undefined);
	return Object.fromEntries(ranked.map(({ id }) => [id, moves[id] ?? NONE]));
}

/** Reads a draft, which may hold any value. */
export function readMoves(draft: unknown): MovesByItem {
	if (typeof draft !== "object" || draft === null) return {};
	return Object.fromEntries(
		Object.entries(draft).flatMap(([id, kept]): [string, Moves][] =>
			typeof kept?.changes === "number" && Array.isArray(kept.history) ? [[id, kept]] : [],
		),
	);
}
