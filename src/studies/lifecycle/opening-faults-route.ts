import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../../access/require-scope.ts";
import { type App, jsonAnswer, refusals } from "../../http/contract.ts";
import { requireStudy, studyParams } from "../require-study.ts";
import type { OpeningFaults } from "./open-study.ts";

const openingFaultsSchema = z
	.strictObject({
		faults: z
			.array(z.strictObject({ pointer: z.string(), detail: z.string() }))
			.describe("By RFC 6901. Opening a draft is refused with these. Empty for a study that has opened."),
	})
	.openapi("OpeningFaults");

const getOpeningFaults = createRoute({
	method: "get",
	path: "/v1/studies/{study}/opening-faults",
	operationId: "getOpeningFaults",
	summary: "Get what keeps a draft from opening, without opening it",
	description:
		"Completion codes, model servers, profiles and adapters that are missing, all at once. The speed of the models is measured at the opening alone, or by `POST …/pace`.",
	tags: ["Studies"],
	...researcher("studies:read"),
	request: { params: studyParams },
	responses: { 200: jsonAnswer(openingFaultsSchema, "The faults."), ...refusals(401, 403, 404) },
});

export function registerOpeningFaultsRoute(app: App, openingFaults: OpeningFaults): void {
	app.openapi(getOpeningFaults, async (c) => {
		const study = await requireStudy(c);
		const faults = study.status === "draft" ? await openingFaults(study, c.env) : [];
		return c.json({ faults: faults.map(({ pointer, detail }) => ({ pointer, detail })) }, 200);
	});
}
