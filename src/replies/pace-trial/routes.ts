import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../../access/require-scope.ts";
import { type App, jsonAnswer, refusals } from "../../http/contract.ts";
import { missingEndpoints } from "../../models/endpoints/endpoints.ts";
import { ProblemError } from "../../shared/problem.ts";
import { requireStudy, studyParams } from "../../studies/require-study.ts";
import { plainReport, reportFor } from "./opening-check.ts";

const pace = z.strictObject({ firstFrameMs: z.number(), charactersPerSecond: z.number() });

const reportSchema = z
	.strictObject({
		pace: pace.nullable().describe("The protocol's pace. Null if it is `as-is`; then nothing was measured."),
		models: z
			.array(
				z.strictObject({
					model: z.string().describe("Its key in the protocol's `models`."),
					arms: z.array(z.string()).describe("The arms whose system prompt and adapter were used."),
					verdict: z
						.enum(["kept", "close", "late", "unknown"])
						.describe(
							"kept: with a quarter to spare. close: with less. late: most replies would be late. unknown: no trial gave a text.",
						),
					trials: z.int().describe("Trials that gave a text."),
					firstTextMs: z.number().nullable().describe("Median time from the request to the first text."),
					charactersPerSecond: z
						.number()
						.nullable()
						.describe("Median rate after the first text. Null if the text came at once."),
					failure: z.string().nullable().describe("Why a trial gave no text, if one did not."),
					hidden: z
						.enum(["nothing", "hidden", "unopened"])
						.describe(
							"Whether the text had thoughts or template tokens, which participants do not see. unopened: thoughts without an opening tag.",
						),
				}),
			)
			.describe("The rehearsal model is not measured, because its speed is known."),
		holds: pace.nullable().describe("A pace that every measured model keeps with a quarter to spare."),
	})
	.openapi("PaceReport");

const measureRoute = createRoute({
	method: "post",
	path: "/v1/studies/{study}/pace",
	operationId: "measurePace",
	summary: "Measure whether the study's models keep its pace",
	description:
		"Requests up to three short replies from each model, for at most half a minute. Their tokens are billed. Opening a study does the same. Nothing is stored.",
	tags: ["Studies"],
	...researcher("studies:write"),
	request: { params: studyParams },
	responses: { 200: jsonAnswer(reportSchema, "The measured speeds."), ...refusals(401, 403, 404, 409) },
});

export function registerPaceRoutes(app: App): void {
	app.openapi(measureRoute, async (c) => {
		const study = await requireStudy(c);
		const missing = missingEndpoints(study.protocol, { ...c.env });
		if (missing.length > 0)
			throw new ProblemError({
				code: "study_not_openable",
				detail: "Correct every fault that `errors` lists, then measure again.",
				errors: missing,
			});
		const report = await reportFor(study, c.env);
		return c.json(report ? plainReport(report) : { pace: null, models: [], holds: null }, 200);
	});
}
