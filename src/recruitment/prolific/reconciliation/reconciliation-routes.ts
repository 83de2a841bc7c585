import { createRoute, z } from "@hono/zod-openapi";
import { stringify } from "csv-stringify/sync";
import { recordAudit } from "../../../access/audit.ts";
import { actorOf, researcher } from "../../../access/require-scope.ts";
import { database } from "../../../db/database.ts";
import { type App, refusals } from "../../../http/contract.ts";
import { requireStudy, studyParams } from "../../../studies/require-study.ts";
import { bothSides } from "./both-sides.ts";
import { FINDINGS, type Reconciled } from "./reconcile.ts";

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

export function registerReconciliationRoutes(app: App): void {
	app.openapi(getReconciliation, async (c) => {
		const study = await requireStudy(c);
		const asked = c.req.valid("query").prolificStudy?.split(",");
		const { rows, submissions, sessions } = await bothSides(c.env, study.id, asked);
		const detail = { submissions, sessions };
		const entry = { actor: actorOf(c), action: "prolific.reconcile", studyId: study.id, detail } as const;
		await recordAudit(database(c.env.DB), entry, Date.now());
		return c.body(csvOf(rows), 200, {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="${study.slug}-reconciliation.csv"`,
		}) as never;
	});
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
