import type { SessionView } from "../../../session/view/view-schema.ts";

/** Something to hand in where the participant came from, or a way back there. */
export const hasWayOut = ({ exit }: SessionView): boolean => Boolean(exit?.code || exit?.redirectUrl);

/**
 * A session that is erased after its end has forgotten its code, and the participant may need it to be paid: this page goes
 * on showing what it was given before, until it is closed.
 */
export const keepWayOut = (left: SessionView, before: SessionView | null): SessionView =>
	before?.exit && hasWayOut(before) && !hasWayOut(left)
		? { ...left, exit: { ...before.exit, reason: left.exit?.reason ?? left.status } }
		: left;
