import { minutesBetween, type Submission } from "../api/submissions.ts";

/** A session of a participant from Prolific, as D1 has it. */
export type OurSession = {
	readonly session: string;
	readonly participant: string;
	/** The submissions that the participant proved, from the start on. */
	readonly submissions: readonly string[];
	readonly status: string;
	/** Null while the session is active. */
	readonly exit: string | null;
	readonly code: string | null;
	readonly startedAt: string;
	readonly endedAt: string | null;
};

export const FINDINGS = {
	complete_there_only: "Submitted on Prolific, and not finished here with that code.",
	complete_here_only: "Completed here, and not submitted on Prolific.",
	code_differs: "Submitted on Prolific with another code than that of the exit here.",
	double_submission: "The participant has several submissions.",
	not_here: "No session here belongs to this participant. They never arrived, or had their data erased.",
	not_there: "Prolific lists no submission of this session.",
} as const;

export type Finding = keyof typeof FINDINGS;

export type Reconciled = {
	readonly participant: string;
	readonly submission: string | null;
	readonly prolificStudy: string | null;
	readonly prolificStatus: string | null;
	readonly prolificCode: string | null;
	readonly prolificMinutes: number | null;
	readonly session: string | null;
	readonly status: string | null;
	readonly exit: string | null;
	readonly code: string | null;
	readonly minutes: number | null;
	readonly findings: readonly Finding[];
};

/** All other submissions were handed in, also those that were rejected later. */
const NOT_SUBMITTED = ["reserved", "active", "returned", "timed_out"];
const isSubmitted = ({ status }: Submission): boolean => !NOT_SUBMITTED.includes(status);

/** One row for each submission, then one for each session without a submission. By participant, then by time. */
export function reconcile(ours: readonly OurSession[], theirs: readonly Submission[]): Reconciled[] {
	const byParticipant = new Map(ours.map((session) => [session.participant, session]));
	const counts = new Map<string, number>();
	for (const { participant } of theirs) counts.set(participant, (counts.get(participant) ?? 0) + 1);
	const known = new Set(theirs.map(({ id }) => id));
	const handedIn = new Set(theirs.filter(isSubmitted).map(({ id }) => id));
	const matched = theirs.map((submission) => {
		const session = byParticipant.get(submission.participant) ?? null;
		const isDouble = (counts.get(submission.participant) ?? 0) > 1;
		return rowOf(submission, session, [
			...findingsOf(submission, session, handedIn),
			...(isDouble ? ["double_submission" as const] : []),
		]);
	});
	const alone = ours
		.filter(({ submissions }) => !submissions.some((id) => known.has(id)))
		.map((session) =>
			rowOf(null, session, ["not_there", ...(session.exit === "completed" ? ["complete_here_only" as const] : [])]),
		);
	return [...matched, ...alone]
		.map((row, index) => ({ row, index }))
		.sort((one, other) => compare(one.row.participant, other.row.participant) || one.index - other.index)
		.map(({ row }) => row);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function findingsOf(submission: Submission, session: OurSession | null, handedIn: ReadonlySet<string>): Finding[] {
	if (!session) return isSubmitted(submission) ? ["not_here", "complete_there_only"] : ["not_here"];
	// Another submission than those of the session. Its participant finished nothing under it.
	if (!session.submissions.includes(submission.id)) return isSubmitted(submission) ? ["complete_there_only"] : [];
	if (!isSubmitted(submission)) {
		const isPaidOtherwise = session.submissions.some((id) => handedIn.has(id));
		return session.exit === "completed" && !isPaidOtherwise ? ["complete_here_only"] : [];
	}
	if (session.exit === null) return ["complete_there_only"];
	return submission.code === session.code ? [] : ["code_differs"];
}

const rowOf = (
	submission: Submission | null,
	session: OurSession | null,
	findings: readonly Finding[],
): Reconciled => ({
	participant: submission?.participant ?? session?.participant ?? "",
	submission: submission?.id ?? session?.submissions.at(-1) ?? null,
	prolificStudy: submission?.study ?? null,
	prolificStatus: submission?.status ?? null,
	prolificCode: submission?.code ?? null,
	prolificMinutes: rounded(submission?.minutes ?? null),
	session: session?.session ?? null,
	status: session?.status ?? null,
	exit: session?.exit ?? null,
	code: session?.code ?? null,
	minutes: rounded(minutesBetween(session?.startedAt ?? null, session?.endedAt ?? null)),
	findings,
});

const rounded = (minutes: number | null): number | null => (minutes === null ? null : Math.round(minutes * 10) / 10);
