import { createRoute, z } from "@hono/zod-openapi";
import { stringify } from "csv-stringify/sync";
import { recordAudit } from "../../../access/audit.ts";
import { actorOf, researcher } from "../../../access/require-scope.ts";
import { database } from "../../../db/database.ts";
import { type App, refusals } from "../../../http/contract.ts";
import { type Problem, ProblemError } from "../../../shared/problem.ts";
import { ok, type Result } from "../../../shared/result.ts";
import { requireStudy, studyParams } from "../../../studies/require-study.ts";
import type { ProlificApi, ProlificFailure } from "../api/prolific-api.ts";
import { listSubmissions, type Submission } from "../api/submissions.ts";
import { problemOf, prolificApiOf } from "../api/worker-api.ts";
import { ourSide } from "./our-sessions.ts";
import { FINDINGS, type Reconciled, reconcile } from "./reconcile.ts";

const findings = Object.entries(FINDINGS)
	.map(([finding, meaning]) => `\`${finding}\`: ${meaning}`)
	.join(" ");

const getReconciliation = createRoute({
	method: "get",
	path: "/v1/studies/{study}/prolific/reconciliation.csv",
	operationId: "getProlificReconciliation",
	summary: "Compare Prolific's submissions with the sessions here",
	description: `Reads all submissions from Prolific. One row for each submission, and one for each live session without a submission. \`findings\` is empty where both sides agree. ${findings} Sessions appear some seconds after they began. Contains participants' ids on Prolific; the audit records each reading.`,
	tags: ["Prolific"],
	...researcher("data:read"),
	request: {
		params: studyParams,
		query: z.object({
			prolificStudy: z
				.string()
				.regex(/^[\w-]{1,64}(,[\w-]{1,64}){0,19}$/, "up to 20 ids of studies on Prolific, parted by commas")
				.optional()
				.describe("The studies on Prolific. By default those that arrivals named, up to 20."),
		}),
	},
	responses: {
		200: { description: "The comparison.", content: { "text/csv": { schema: z.string() } } },
		...refusals(400, 401, 403, 404, 409, 503),
	},
});

const NO_STUDY_NAMED: Problem = {
	code: "study_state",
	detail:
		"No arrival has named a study on Prolific yet, by its STUDY_ID. Give the id of the study in the parameter prolificStudy.",
};

const MOST_STUDIES = 20;
/** Prolific's ids. Anybody can land with another text as the id of a study. */
const PROLIFIC_ID = /^[0-9a-f]{24}$/;

export function registerReconciliationRoutes(app: App): void {
	app.openapi(getReconciliation, async (c) => {
		const study = await requireStudy(c);
		const ours = await ourSide(c.env, study.id);
		const asked = c.req.valid("query").prolificStudy?.split(",");
		const named = ours.prolificStudies.filter((id) => PROLIFIC_ID.test(id)).slice(0, MOST_STUDIES);
		if (asked === undefined && named.length === 0) throw new ProblemError(NO_STUDY_NAMED);
		const theirs = await submissionsOf(prolificApiOf(c.env), asked ?? named, asked === undefined);
		if (!theirs.ok) throw new ProblemError(problemOf(theirs.error));
		const rows = reconcile(ours.sessions, theirs.value);
		const detail = { submissions: theirs.value.length, sessions: ours.sessions.length };
		const entry = { actor: actorOf(c), action: "prolific.reconcile", studyId: study.id, detail } as const;
		await recordAudit(database(c.env.DB), entry, Date.now());
		return c.body(csvOf(rows), 200, {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="${study.slug}-reconciliation.csv"`,
		}) as never;
	});
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

const COLUMNS: Readonly<Record<string, (row: Reconciled) => string | number | null>> = {
	participant: ({ participant }) => participant,
	submission: ({ submission }) => submission,
	prolific_study: ({ prolificStudy }) => prolificStudy,
	prolific_status: ({ prolificStatus }) => prolificStatus,
	prolific_code: ({ prolificCode }) => prolificCode,
	prolific_minutes: ({ prolificMinutes }) => prolificMinutes,
	session: ({ session }) => session,
	status: ({ status }) => status,
	exit: ({ exit }) => exit,
	code: ({ code }) => code,
	minutes: ({ minutes }) => minutes,
	findings: ({ findings }) => findings.join(" "),
};

const csvOf = (rows: readonly Reconciled[]): string =>
	stringify([Object.keys(COLUMNS), ...rows.map((row) => Object.values(COLUMNS).map((column) => column(row)))], {
		record_delimiter: "\r\n",
		quoted_string: true,
		escape_formulas: true,
	});
