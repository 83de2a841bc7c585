import type { Cursor } from "./stream-cursor.ts";
import type { UiPart } from "./ui-stream.ts";

/** A part of the stream, and the cursor after it. */
export type Step = { readonly cursor: Cursor; readonly part: UiPart };

type SlotCursor = Cursor["slots"][string];

const withSlot = (cursor: Cursor, slot: string, to: SlotCursor): Cursor => ({
	...cursor,
	slots: { ...cursor.slots, [slot]: to },
});

/** Each part's cursor includes the parts before it. */
function stepsInOrder(cursor: Cursor, changes: readonly { slot: string; to: SlotCursor; part: UiPart }[]): Step[] {
	let at = cursor;
	return changes.map(({ slot, to, part }) => {
		at = withSlot(at, slot, to);
		return { cursor: at, part };
	});
}

/** All together and before any text, whichever candidate comes first. */
export function textStarts(cursor: Cursor, slots: readonly string[]): Step[] {
	const missing = slots.filter((slot) => cursor.slots[slot] === undefined);
	return stepsInOrder(
		cursor,
		missing.map((id) => ({ slot: id, to: { sent: 0, ended: false }, part: { type: "text-start", id } })),
	);
}

/** The text beyond what was sent. */
export function textDeltas(cursor: Cursor, shown: Readonly<Record<string, string>>): Step[] {
	const grown = Object.entries(shown).flatMap(([slot, text]) => {
		const at = cursor.slots[slot];
		if (at === undefined || at.ended || text.length <= at.sent) return [];
		const part: UiPart = { type: "text-delta", id: slot, delta: text.slice(at.sent) };
		return [{ slot, to: { sent: text.length, ended: false }, part }];
	});
	return stepsInOrder(cursor, grown);
}

/** All together after the last text, so that no candidate seems to end before another. */
export function textEnds(cursor: Cursor, slots: readonly string[]): Step[] {
	const open = slots.filter((slot) => cursor.slots[slot]?.ended === false);
	return stepsInOrder(
		cursor,
		open.map((id) => ({
			slot: id,
			to: { sent: cursor.slots[id]?.sent ?? 0, ended: true },
			part: { type: "text-end", id },
		})),
	);
}
