import type { Cursor } from "./stream-cursor.ts";
import type { UiPart } from "./ui-stream.ts";

/** A part of the stream, and where a reader is once it has it. */
export type Step = { readonly cursor: Cursor; readonly part: UiPart };

type SlotCursor = Cursor["slots"][string];

const moved = (cursor: Cursor, slot: string, to: SlotCursor): Cursor => ({
	...cursor,
	slots: { ...cursor.slots, [slot]: to },
});

/** Every part's cursor counts the parts before it in. */
function inTurn(cursor: Cursor, moves: readonly { slot: string; to: SlotCursor; part: UiPart }[]): Step[] {
	let at = cursor;
	return moves.map(({ slot, to, part }) => {
		at = moved(at, slot, to);
		return { cursor: at, part };
	});
}

/** All at once and before any text, whoever answers first. */
export function textStarts(cursor: Cursor, slots: readonly string[]): Step[] {
	const missing = slots.filter((slot) => cursor.slots[slot] === undefined);
	return inTurn(
		cursor,
		missing.map((id) => ({ slot: id, to: { sent: 0, ended: false }, part: { type: "text-start", id } })),
	);
}

/** What is shown beyond what was sent. */
export function textDeltas(cursor: Cursor, shown: Readonly<Record<string, string>>): Step[] {
	const grown = Object.entries(shown).flatMap(([slot, text]) => {
		const at = cursor.slots[slot];
		if (at === undefined || at.ended || text.length <= at.sent) return [];
		const part: UiPart = { type: "text-delta", id: slot, delta: text.slice(at.sent) };
		return [{ slot, to: { sent: text.length, ended: false }, part }];
	});
	return inTurn(cursor, grown);
}

/** All at once after the last text: no candidate is seen to be done before another. */
export function textEnds(cursor: Cursor, slots: readonly string[]): Step[] {
	const open = slots.filter((slot) => cursor.slots[slot]?.ended === false);
	return inTurn(
		cursor,
		open.map((id) => ({
			slot: id,
			to: { sent: cursor.slots[id]?.sent ?? 0, ended: true },
			part: { type: "text-end", id },
		})),
	);
}
