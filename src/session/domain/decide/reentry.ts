import { attributesOf } from "../../../protocol/steps/stratum-key.ts";
import type { Command } from "../command.ts";
import { completionCodeOf } from "../completion-code.ts";
import type { SessionEvent } from "../events.ts";
import type { Attributes, KeptSettings } from "../session-arrival.ts";
import type { SessionFacts } from "../session-facts.ts";
import type { SessionRecord, StartedState, Study } from "../state.ts";

/**
 * Events of each kind in one session. Without a limit, anybody with a participant's id could fill the log. Each kind has its
 * own, so that refused strangers keep no proved change off the record.
 */
export const MAX_REENTRIES = 20;

type Resume = Extract<Command, { type: "Resume" }>;
type Refused = Extract<Command, { type: "RecordRefusedReentry" }>;

/**
 * Whether an arrival may resume the session. An unsigned link proves nothing by itself. Its visitor needs the session's token, or
 * the submission id from the start, which only the participant gets from the recruiter. An erased session no longer has that id.
 */
export function mayResume(facts: SessionFacts | null, { proof, holdsToken, reference }: Resume): boolean {
	if (proof === "vouched" || holdsToken) return true;
	const began = facts?.reference.session;
	return proof === "claimed" && began !== undefined && began === reference.session;
}

/** Events of a resumption: a new submission id, if it is proved, and a new address to return to. */
export const resumed = (study: Study, state: StartedState, command: Resume): readonly SessionEvent[] => [
	...changedSubmission(state, command),
	...changedAddress(study, state, command),
];

function changedSubmission(state: SessionRecord, { proof, reference, nowMs: atMs }: Resume): readonly SessionEvent[] {
	const isNew = reference.session !== undefined && !submissionsOf(state).includes(reference.session);
	return proof === "vouched" && isNew && hasRoom(state, "SubmissionChanged")
		? [{ type: "SubmissionChanged", atMs, reference }]
		: [];
}

/** The submissions that the participant proved, in order. The last one is current. */
export const submissionsOf = ({ facts, reentries }: SessionRecord): readonly (string | undefined)[] => [
	facts.reference.session,
	...reentries.flatMap((event) => (event.type === "SubmissionChanged" ? [event.reference.session] : [])),
];

const hasRoom = ({ reentries }: SessionRecord, type: SessionRecord["reentries"][number]["type"]): boolean =>
	reentries.filter((event) => event.type === type).length < MAX_REENTRIES;

/** A completion code that was shown stays, because the participant may be about to enter it. */
function changedAddress(
	study: Study,
	state: StartedState,
	{ returnUrl, nowMs: atMs }: Resume,
): readonly SessionEvent[] {
	const isNew = returnUrl !== null && returnUrl !== state.facts.returnUrl;
	const codeWasShown = state.status !== "active" && completionCodeOf(study, state) !== null;
	return isNew && !codeWasShown ? [{ type: "ReturnAddressChanged", atMs, returnUrl }] : [];
}

/** Attributes stay as they were at the start, because the participant may have been randomised by them. */
export function keptOf(
	{ attributes, given, returnUrl }: SessionFacts,
	arrived: Attributes,
	strata: readonly string[],
): KeptSettings {
	const unlike = Object.keys(arrived).filter((name) => attributes[name] !== arrived[name]);
	const names = given ?? Object.keys(arrived).filter((name) => !unlike.includes(name));
	const kept = Object.entries(attributes).filter(([name]) => names.includes(name));
	const missing = attributesOf(strata).filter((name) => attributes[name] === undefined);
	return { returnUrl, attributes: Object.fromEntries(kept), unlike, missing };
}

/** One event for each submission. Further attempts with it add nothing. */
export function refusedReentry(
	state: SessionRecord,
	{ reason, reference, nowMs: atMs }: Refused,
): readonly SessionEvent[] {
	const isKnown = state.reentries.some(
		(event) =>
			event.type === "ReentryRefused" && event.reason === reason && event.reference.session === reference.session,
	);
	return isKnown || !hasRoom(state, "ReentryRefused") ? [] : [{ type: "ReentryRefused", atMs, reason, reference }];
}
