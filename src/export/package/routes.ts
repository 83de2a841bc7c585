import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../../access/require-scope.ts";
import { type App, refusals } from "../../http/contract.ts";
import { studyParams } from "../../studies/require-study.ts";
import { only, sourceOf } from "../source.ts";
import { codebookOf } from "./codebook.ts";
import { codebookPage } from "./codebook-page.ts";
import { zipOf } from "./zip.ts";

const tags = ["Data"];

const getPackage = createRoute({
	method: "get",
	path: "/v1/studies/{study}/exports/all.zip",
	operationId: "getPackage",
	summary: "Export all tables as one data package",
	description:
		"A zip, streamed: all tables as CSV, a codebook, starter scripts in Python and R, and descriptions by Frictionless (`datapackage.json`) and Psych-DS (`dataset_description.json`). Tables that are not divided by pool or status are whole. If the zip breaks off, it has no directory and does not open.",
	tags,
	...researcher("data:read"),
	request: { params: studyParams, query: only },
	responses: {
		200: {
			description: "The package.",
			content: { "application/zip": { schema: z.string().openapi({ format: "binary" }) } },
		},
		...refusals(400, 401, 403, 404, 409),
	},
});

const getCodebook = createRoute({
	method: "get",
	path: "/v1/studies/{study}/exports/codebook.html",
	operationId: "getCodebook",
	summary: "Read what each column and question of a study means",
	tags,
	...researcher("data:read"),
	request: { params: studyParams },
	responses: {
		200: { description: "A page.", content: { "text/html": { schema: z.string() } } },
		...refusals(401, 403, 404, 409),
	},
});

/** Register these before the single tables, whose route matches every file name. */
export function registerPackageRoutes(app: App): void {
	app.openapi(getPackage, async (c) => {
		const source = await sourceOf(c, c.req.valid("query"));
		return c.body(zipOf(source, Date.now()), 200, {
			"Content-Type": "application/zip",
			"Content-Disposition": `attachment; filename="${source.study.slug}.zip"`,
		}) as never;
	});

	app.openapi(getCodebook, async (c) => {
		const { study } = await sourceOf(c);
		return c.html(codebookPage(codebookOf(study), study.protocol.language), 200);
	});
}
