import type { Attributes, Kept } from "./arriving.ts";
import type { Command } from "./command.ts";
import type { SessionEvent, SessionFacts } from "./events.ts";
import { exitOf } from "./exit.ts";
import type { Course, SessionState, Study } from "./state.ts";

/** Of one session. Whoever knows a participant's id could otherwise fill that participant's log. */
export const MOST_REENTRIES = 20;

type Resume = Extract<Command, { type: "Resume" }>;
type Refused = Extract<Command, { type: "RecordRefusedReentry" }>;
type Started = Exclude<SessionState, { status: "new" | "erased" }>;

/**
 * Whether an arrival may have the session. What a link says by itself proves nothing: its visitor has to have the session's token,
 * or the submission id that the session began with, which the recruiter tells the participant alone. An erased session knows
 * no submission any more.
 */
export function mayResume(facts: SessionFacts | null, { proof, holdsToken, reference }: Resume): boolean {
	if (proof === "vouched" || holdsToken) return true;
	const began = facts?.reference.session;
	return proof === "claimed" && began !== undefined && began === reference.session;
}

/** What changes when the participant comes back: the newest submission that was vouched for, the newest address to return to. */
export const resumed = (study: Study, state: Started, command: Resume): readonly SessionEvent[] => [
	...changedSubmission(state, command),
	...changedAddress(study, state, command),
];

function changedSubmission(state: Course, { proof, reference, nowMs: atMs }: Resume): readonly SessionEvent[] {
	const isNew = reference.session !== undefined && !submissionsOf(state).includes(reference.session);
	return proof === "vouched" && isNew && hasRoom(state) ? [{ type: "SubmissionChanged", atMs, reference }] : [];
}

const submissionsOf = ({ facts, reentries }: Course): readonly (string | undefined)[] => [
	facts.reference.session,
	...reentries.flatMap((event) => (event.type === "SubmissionChanged" ? [event.reference.session] : [])),
];

const hasRoom = ({ reentries }: Course): boolean => reentries.length < MOST_REENTRIES;

/** A completion code that was shown stays: its reader may be about to enter it. */
function changedAddress(study: Study, state: Started, { returnUrl, nowMs: atMs }: Resume): readonly SessionEvent[] {
	const isNew = returnUrl !== null && returnUrl !== state.facts.returnUrl;
	const codeWasShown = state.status !== "active" && exitOf(study, state).code !== null;
	return isNew && !codeWasShown ? [{ type: "ReturnAddressChanged", atMs, returnUrl }] : [];
}

/** Attributes are those of the beginning: the participant may be randomised by them already. */
export function keptOf({ attributes, given, returnUrl }: SessionFacts, arrived: Attributes): Kept {
	const unlike = Object.keys(arrived).filter((name) => attributes[name] !== arrived[name]);
	const names = given ?? Object.keys(arrived).filter((name) => !unlike.includes(name));
	const told = Object.entries(attributes).filter(([name]) => names.includes(name));
	return { returnUrl, attributes: Object.fromEntries(told), unlike };
}

/** Once a submission: whoever tries again adds nothing. */
export function refusedReentry(state: Course, { reason, reference, nowMs: atMs }: Refused): readonly SessionEvent[] {
	const isKnown = state.reentries.some(
		(event) =>
			event.type === "ReentryRefused" && event.reason === reason && event.reference.session === reference.session,
	);
	return isKnown || !hasRoom(state) ? [] : [{ type: "ReentryRefused", atMs, reason, reference }];
}
