import type { Command } from "../command.ts";
import type { EventOf, SessionEvent } from "../events.ts";
import type { SubmissionStatus } from "../session-facts.ts";
import type { SessionRecord, StartedState } from "../state.ts";
import { submissionsOf } from "./reentry.ts";

type Report = Extract<Command, { type: "RecordSubmission" }>;

/** A recruiter that never stops must not fill the log. */
export const MAX_REPORTS = 100;

/**
 * The recruiter's report on a submission. Reports may come twice and in any order: only a newer one changes anything. If the
 * participant's current submission was returned or timed out, the session ends, so that its place is free at once.
 */
export function submissionReported(state: StartedState, report: Report): readonly SessionEvent[] {
	const { submission, status, reportedAtMs, nowMs: atMs } = report;
	if (!isKnown(state, submission) || state.submissions.length >= MAX_REPORTS) return [];
	const latest = latestReport(state, submission);
	if (latest && !isNewer(report, latest)) return [];
	const recorded: SessionEvent = { type: "SubmissionReported", atMs, submission, status, reportedAtMs };
	const isCurrent = submissionsOf(state).at(-1) === submission;
	return state.status === "active" && isCurrent ? [recorded, ...endOf(status, atMs)] : [recorded];
}

/** The latest report on a submission, by the time of the recruiter. */
export const latestReport = (
	{ submissions }: SessionRecord,
	submission: string,
): EventOf<"SubmissionReported"> | undefined => submissions.findLast((event) => event.submission === submission);

/** Also submissions without proof: their arrivals are on record, and their status helps to decide about payment. */
const isKnown = (state: SessionRecord, submission: string): boolean =>
	[state.facts.reference.session, ...state.reentries.map(({ reference }) => reference.session)].includes(submission);

/** At the same time, a status that ends a submission comes after one that does not. */
function isNewer(report: Report, latest: EventOf<"SubmissionReported">): boolean {
	if (report.status === latest.status) return false;
	if (report.reportedAtMs !== latest.reportedAtMs) return report.reportedAtMs > latest.reportedAtMs;
	return rankOf(report.status) > rankOf(latest.status);
}

const RANKS: Readonly<Partial<Record<SubmissionStatus, number>>> = { reserved: 0, active: 1, awaiting_review: 2 };
const rankOf = (status: SubmissionStatus): number => RANKS[status] ?? 3;

function endOf(status: SubmissionStatus, atMs: number): readonly SessionEvent[] {
	if (status === "returned") return [{ type: "SessionWithdrawn", atMs }];
	return status === "timed_out" ? [{ type: "SessionExpired", atMs }] : [];
}
