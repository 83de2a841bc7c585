import type { SessionEvent } from "./events.ts";

/** After which nothing is answered any more. */
export const ENDS: readonly SessionEvent["type"][] = [
	"SessionCompleted",
	"SessionExpired",
	"SessionWithdrawn",
	"ChecksFailed",
	"AllocationGivenUp",
];
