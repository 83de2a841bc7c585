import type { SessionView } from "../../../session/view/view-schema.ts";

/** A completion code, or an address to return to. */
export const hasWayOut = ({ exit }: SessionView): boolean => Boolean(exit?.code || exit?.redirectUrl);

/**
 * Erasure after the end also erases the completion code, and the participant may need it to be paid. So this page shows
 * the earlier code until it is closed.
 */
export const keepWayOut = (left: SessionView, before: SessionView | null): SessionView =>
	before?.exit && hasWayOut(before) && !hasWayOut(left)
		? { ...left, exit: { ...before.exit, reason: left.exit?.reason ?? left.status } }
		: left;
