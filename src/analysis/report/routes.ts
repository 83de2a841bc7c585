import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../../access/require-scope.ts";
import { sourceOf } from "../../export/source.ts";
import { sourceHash } from "../../http/content-security-policy.ts";
import { type App, refusals } from "../../http/contract.ts";
import { timestamp } from "../../shared/clock.ts";
import { ProblemError } from "../../shared/problem.ts";
import { onePoolQuery } from "../../studies/pool-query.ts";
import { studyParams } from "../../studies/require-study.ts";
import { madeReport } from "./made-report.ts";
import { reportSchema } from "./report-schema.ts";
import { sessionsIn, tablePages } from "./tables/table-pages.ts";

/** More sessions take longer than a request may, and more memory than a Worker has. */
const MOST_SESSIONS = 2000;

const getAnalysis = createRoute({
	method: "get",
	path: "/v1/studies/{study}/analysis",
	operationId: "getAnalysis",
	summary: "Get the report of a study",
	description: `All results of one pool, by label until the study is unblinded and by arm after. Without bootstrap intervals, plots and comparisons of texts, which \`npm run analyse\` adds. Up to ${MOST_SESSIONS} randomised sessions.`,
	tags: ["Data"],
	...researcher("data:read"),
	request: {
		params: studyParams,
		query: z.object({
			format: z.enum(["json", "html"]).default("json").describe("html: the same as one page with tables."),
			pool: onePoolQuery,
		}),
	},
	responses: {
		200: {
			description: "The report.",
			content: { "application/json": { schema: reportSchema }, "text/html": { schema: z.string() } },
		},
		...refusals(400, 401, 403, 404, 409),
	},
});

export function registerAnalysisRoutes(app: App): void {
	app.openapi(getAnalysis, async (c) => {
		const { format, pool } = c.req.valid("query");
		const source = await sourceOf(c);
		const sessions = await sessionsIn(source);
		if (sessions > MOST_SESSIONS) throw tooLarge(sessions);
		const { study } = source;
		const { text, style } = await madeReport(c.env, tablePages(source, pool), {
			facts: {
				slug: study.slug,
				title: study.title,
				version: String(study.version),
				protocolHash: study.protocolHash,
				seedCommitment: study.seedCommitment,
				created: timestamp(Date.now()),
			},
			protocol: study.protocol,
			pool,
			format,
		});
		if (format === "json") return c.body(text, 200, { "Content-Type": "application/json" }) as never;
		const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src ${sourceHash(style)}; frame-ancestors 'none'`;
		return c.html(text, 200, { "Content-Security-Policy": policy }) as never;
	});
}

const tooLarge = (sessions: number) =>
	new ProblemError({
		code: "study_state",
		detail: `The study has ${sessions} sessions, more than a request can analyse. Run npm run analyse with this address and the study's name.`,
	});
