import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { recordAudit } from "../../../access/audit.ts";
import { actorOf, researcher } from "../../../access/require-scope.ts";
import { database } from "../../../db/database.ts";
import type { AppEnv } from "../../../env.ts";
import { type App, jsonAnswer, refusals } from "../../../http/contract.ts";
import { invalidRequest, ProblemError } from "../../../shared/problem.ts";
import { requireStudy, studyParams } from "../../../studies/require-study.ts";
import type { StudyRecord } from "../../../studies/study-queries.ts";
import { bonusCandidates } from "./bonus-data.ts";
import { type Bonuses, bonusesOf, bulkText, previewOf } from "./bonuses.ts";
import { FUNCTIONS, LONGEST_FORMULA, parseFormula } from "./formula.ts";
import { answersIn, nameFaults } from "./formula-names.ts";

const query = z.object({
	formula: z
		.string()
		.min(1)
		.max(LONGEST_FORMULA)
		.openapi({ example: "0.50 + 0.10 * messages" })
		.describe(
			`The bonus in pounds or dollars. It may use \`answers.<form>.<item>\`, \`messages\`, \`conversations\`, \`minutes\`, + - * /, comparisons and ${Object.keys(FUNCTIONS).join(", ")}. Amounts are exact, and rounded once to whole pence or cents.`,
		),
});

const description =
	"For live participants from Prolific who completed. A formula must not depend on an arm, so no amount tells arms apart.";

const getBonuses = createRoute({
	method: "get",
	path: "/v1/studies/{study}/prolific/bonuses.csv",
	operationId: "getProlificBonuses",
	summary: "Calculate bonuses by a formula, in Prolific's format for bulk payments",
	description: `${description} One line \`participant,amount\` for each amount above zero, without a header. Contains participants' ids on Prolific; the audit records each reading.`,
	tags: ["Prolific"],
	...researcher("data:read"),
	request: { params: studyParams, query },
	responses: {
		200: { description: "The bonuses.", content: { "text/csv": { schema: z.string() } } },
		...refusals(400, 401, 403, 404),
	},
});

const previewSchema = z
	.strictObject({
		participants: z.int().describe("Participants with a bonus."),
		total: z.string().describe("Of all bonuses, without Prolific's fee, as `12.50`."),
		least: z.string().nullable(),
		most: z.string().nullable(),
		zero: z.int().describe("Participants who completed and get nothing."),
		without: z
			.int()
			.describe("Participants who completed and have no amount: an answer is missing, or the formula divides by zero."),
	})
	.openapi("BonusPreview");

const previewBonuses = createRoute({
	method: "get",
	path: "/v1/studies/{study}/prolific/bonuses",
	operationId: "previewProlificBonuses",
	summary: "Preview the totals of bonuses, without participants' ids",
	description,
	tags: ["Prolific"],
	...researcher("data:read"),
	request: { params: studyParams, query },
	responses: { 200: jsonAnswer(previewSchema, "The totals."), ...refusals(400, 401, 403, 404) },
});

export function registerBonusRoutes(app: App): void {
	app.openapi(getBonuses, async (c) => {
		const study = await requireStudy(c);
		const bonuses = await calculated(c, study, c.req.valid("query").formula);
		const detail = { participants: bonuses.amounts.length, total: previewOf(bonuses).total };
		const entry = { actor: actorOf(c), action: "prolific.bonuses", studyId: study.id, detail } as const;
		await recordAudit(database(c.env.DB), entry, Date.now());
		return c.body(bulkText(bonuses), 200, {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="${study.slug}-bonuses.csv"`,
		}) as never;
	});

	app.openapi(previewBonuses, async (c) => {
		const study = await requireStudy(c);
		return c.json(previewOf(await calculated(c, study, c.req.valid("query").formula)), 200);
	});
}

async function calculated(c: Context<AppEnv>, study: StudyRecord, text: string): Promise<Bonuses> {
	const formula = parseFormula(text);
	if (!formula.ok) {
		const { at, detail } = formula.error;
		throw new ProblemError(invalidRequest([{ pointer: "/formula", detail: `Character ${at + 1}: ${detail}` }]));
	}
	const faults = nameFaults(formula.value, study.protocol);
	if (faults.length > 0) throw new ProblemError(invalidRequest(faults));
	return bonusesOf(formula.value, await bonusCandidates(c.env, study.id, answersIn(formula.value)));
}
