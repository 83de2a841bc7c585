import type { Env } from "../../../env.ts";
import { type Problem, ProblemError } from "../../../shared/problem.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { ProlificApi, ProlificFailure } from "../api/prolific-api.ts";
import { listSubmissions, type Submission } from "../api/submissions.ts";
import { problemOf, prolificApiOf } from "../api/worker-api.ts";
import { ourSide } from "./our-sessions.ts";
import { type Reconciled, reconcile } from "./reconcile.ts";

export type BothSides = {
	readonly rows: readonly Reconciled[];
	readonly submissions: number;
	readonly sessions: number;
};

const NO_STUDY_NAMED: Problem = {
	code: "study_state",
	detail:
		"No arrival has named a study on Prolific yet, by its STUDY_ID. Give its id in prolificStudy, or for a group in prolificStudies.",
};

const MOST_STUDIES = 20;
/** Prolific's ids. Anybody can land with another text as the id of a study. */
const PROLIFIC_ID = /^[0-9a-f]{24}$/;

/** Reads Prolific's submissions and compares them with the sessions. `asked`: the studies there, otherwise those that arrivals named. */
export async function bothSides(env: Env, studyId: string, asked: readonly string[] | undefined): Promise<BothSides> {
	const ours = await ourSide(env, studyId);
	const named = ours.prolificStudies.filter((id) => PROLIFIC_ID.test(id)).slice(0, MOST_STUDIES);
	if (asked === undefined && named.length === 0) throw new ProblemError(NO_STUDY_NAMED);
	const theirs = await submissionsOf(prolificApiOf(env), asked ?? named, asked === undefined);
	if (!theirs.ok) throw new ProblemError(problemOf(theirs.error, "submissions"));
	const rows = reconcile(ours.sessions, theirs.value);
	return { rows, submissions: theirs.value.length, sessions: ours.sessions.length };
}

/** `mayBeUnknown`: a study that an arrival named, and that Prolific does not know, is left out. */
async function submissionsOf(
	api: ProlificApi,
	studies: readonly string[],
	mayBeUnknown: boolean,
): Promise<Result<readonly Submission[], ProlificFailure>> {
	const all: Submission[] = [];
	for (const study of studies) {
		const listed = await listSubmissions(api, study);
		if (listed.ok) all.push(...listed.value);
		else if (!mayBeUnknown || listed.error.kind !== "not_found") return listed;
	}
	return ok(all);
}
