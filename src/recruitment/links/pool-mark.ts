import { asSentence } from "../../access/participant-id/participant-id.ts";
import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";

const PILOT = ["pilot", "preview", "test", "true", "yes", "1"];
const LIVE = ["", "live", "false", "no", "0"];

/** Whether a value marks a test or a preview. */
export const isPilot = (value: string): boolean => PILOT.includes(value.trim().toLowerCase());

const isLive = (value: string): boolean => LIVE.includes(value.trim().toLowerCase());

/** A value that marks neither is refused, because a preview that is taken for a participant changes the results. */
export const poolFault = (value: string): string | null =>
	isPilot(value) || isLive(value)
		? null
		: `use one of ${PILOT.join(", ")} for tests and previews, and ${LIVE.slice(1).join(", ")} or nothing for participants`;

/** Names by which people mark a test without declaring it. `pool` has no other meaning here, so it is refused with any value. */
const NAMES = ["pool", "pilot", "preview", "test"];

/**
 * Parameters that mark the visit as a test although the link declares no such parameter. Ignoring one would make a participant
 * of the test, who takes a place and is in the results. `instead` says what to do.
 */
export const undeclaredMarks = (
	query: Readonly<Record<string, readonly string[]>>,
	declared: readonly (string | undefined)[],
	instead: string,
): Fault[] =>
	Object.entries(query).flatMap(([name, values]) => {
		const known = name.toLowerCase();
		if (declared.includes(name) || !NAMES.includes(known)) return [];
		const marks = values.some((value) => (known === "pool" ? !isLive(value) : isPilot(value)));
		return marks ? [{ pointer: pointer([name]), detail: asSentence(instead) }] : [];
	});
