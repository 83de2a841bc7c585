import type { RandomBytes } from "../id.ts";

/** What is wrong with this value of `TRACES`, and what to do. Null: nothing. */
export const tracesFault = (text: string | undefined): string | null =>
	!text || shareOf(text) !== null ? null : "Set TRACES to a share of turns from 0 to 1, such as 0.1, or leave it out.";

/** Whether this turn is one of the share that `TRACES` names. Draws nothing where traces are off. */
export function isSampled(text: string | undefined, random: RandomBytes): boolean {
	const share = text ? (shareOf(text) ?? 0) : 0;
	if (share === 0) return false;
	const drawn = new DataView(Uint8Array.from(random(4)).buffer).getUint32(0);
	return drawn < share * 2 ** 32;
}

function shareOf(text: string): number | null {
	const share = /^(\d+|\d*\.\d+)$/.test(text) ? Number(text) : Number.NaN;
	return share <= 1 ? share : null;
}
