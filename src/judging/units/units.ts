import { promptOf, type Threads } from "../../export/training/dialogue.ts";
import type { JudgedTurn, Material } from "../judges/material.ts";
import type { JudgedUnit } from "../judges/plan.ts";
import type { Rubric } from "../rubrics/rubric.ts";

/** A conversation as its participant saw it. It has no label and no arm. */
export type Talk = {
	readonly session: string;
	readonly conversation: string;
	readonly layout: Threads["layout"];
	readonly turns: readonly {
		readonly id: string;
		/** From 1. */
		readonly turn: number;
		readonly text: string;
		readonly replies: readonly {
			readonly id: string;
			readonly slot: string;
			readonly text: string;
			readonly chosen: boolean | null;
		}[];
	}[];
};

/** Where in a study's data a unit stands. */
export type UnitPlace = {
	readonly session: string;
	readonly conversation: string;
	/** From 1. */
	readonly turn: number;
	readonly slot: string | null;
	readonly otherSlot: string | null;
};

export type PlacedUnit = JudgedUnit & { readonly place: UnitPlace };

/**
 * What a rubric judges in this conversation: each reply, each two replies to the same conversation, or the opening message. In a
 * side-by-side the panes go on with replies of their own, so that only replies to the first message are a pair.
 */
export function unitsOf(talk: Talk, judges: Rubric["judges"]): PlacedUnit[] {
	const { session, conversation, layout, turns } = talk;
	const place = (turn: number, slot: string | null = null, otherSlot: string | null = null): UnitPlace => ({
		...{ session, conversation, turn, slot, otherSlot },
	});
	if (judges === "opening")
		return turns
			.slice(0, 1)
			.map(({ id, turn, text }) => ({ id, place: place(turn), material: { kind: "opening", text } }));
	return turns.flatMap(({ id, turn, replies }, index): PlacedUnit[] => {
		const before = (pane: string) => spoken(talk, index, pane);
		if (judges === "reply")
			return replies.map(({ id: reply, slot, text }) => ({
				...{ id: reply, place: place(turn, slot) },
				material: { kind: "reply", turns: [...before(slot), { role: "assistant", text }] },
			}));
		if (layout === "side-by-side" && index > 0) return [];
		return replies.flatMap((one, at) =>
			replies.slice(at + 1).map((other): PlacedUnit => {
				const material: Material = { kind: "pair", turns: before(one.slot), replies: [one.text, other.text] };
				return { id: `${id}:${one.slot}-${other.slot}`, place: place(turn, one.slot, other.slot), material };
			}),
		);
	});
}

const spoken = (talk: Talk, turn: number, pane: string): JudgedTurn[] =>
	promptOf(talk, turn, pane).map(({ role, content }) => ({
		role: role === "user" ? "participant" : "assistant",
		text: content,
	}));
