import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../access/require-scope.ts";
import { type App, jsonAnswer, refusals } from "../http/contract.ts";
import { POOLS } from "../randomisation/draw/pool.ts";
import { ProblemError } from "../shared/problem.ts";
import { studyParams } from "../studies/require-study.ts";
import { FORMATS, findExport, TABLES } from "./catalogue.ts";
import { dataPackage, dataPackageSchema, mediaType } from "./datapackage.ts";
import { sourceOf } from "./source.ts";
import { registerTrainingRoutes } from "./training/routes.ts";
import { streamOf, written } from "./write.ts";

const tags = ["Data"];
const query = z.object({
	pool: z.enum(POOLS).optional().describe("The pool of the sessions. Default: all pools."),
});
const names = TABLES.map(({ name }) => name).join(", ");

const wholeTables = TABLES.filter(({ byPool }) => !byPool).map(({ name }) => `\`${name}\``);
const listed = (list: readonly string[]): string => `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`;

const getDataPackage = createRoute({
	method: "get",
	path: "/v1/studies/{study}/exports/datapackage.json",
	operationId: "getDataPackage",
	summary: "Get the manifest of a study's exports, with fields, rows, bytes and hashes",
	description:
		"Describes the files that the same query returns. Tables that are not divided by pool are described as a whole.",
	tags,
	...researcher("data:read"),
	request: { params: studyParams, query },
	responses: {
		200: jsonAnswer(dataPackageSchema, "A Frictionless Data Package, version 2."),
		...refusals(401, 403, 404, 409),
	},
});

const getExport = createRoute({
	method: "get",
	path: "/v1/studies/{study}/exports/{file}",
	operationId: "getExport",
	summary: "Export one table of a study",
	description: `\`{name}.jsonl\` or \`{name}.csv\`, streamed. The name is one of: ${names}. While the study is blinded, labels stand for arms. ${listed(wholeTables)} are not divided by pool.`,
	tags,
	...researcher("data:read"),
	request: { params: studyParams.extend({ file: z.string().openapi({ example: "ratings.csv" }) }), query },
	responses: {
		200: {
			description: "All rows, always in the same order.",
			content: { "text/csv": { schema: z.string() }, "application/jsonl": { schema: z.string() } },
		},
		...refusals(400, 401, 403, 404, 409),
	},
});

const undivided = (name: string) =>
	new ProblemError({
		code: "invalid_request",
		detail: "Request this table without a pool.",
		errors: [{ pointer: "/pool", detail: `The rows of ${name} are not divided by pool.` }],
	});

const unknownExport = () =>
	new ProblemError({
		code: "not_found",
		detail: `There is no such export. Use one of the names ${names}, followed by ${FORMATS.map((format) => `.${format}`).join(" or ")}.`,
	});

export function registerExportRoutes(app: App): void {
	app.openapi(getDataPackage, async (c) => {
		const source = await sourceOf(c, c.req.valid("query").pool);
		return c.json(await dataPackage(source, Date.now()), 200);
	});

	registerTrainingRoutes(app);

	app.openapi(getExport, async (c) => {
		const { pool } = c.req.valid("query");
		const source = await sourceOf(c, pool);
		const { file } = c.req.valid("param");
		const wanted = findExport(file);
		if (!wanted) throw unknownExport();
		const { table, format } = wanted;
		if (pool !== undefined && !table.byPool) throw undivided(table.name);
		return c.body(streamOf(written(table, format, source)), 200, {
			"Content-Type": `${mediaType(format)}; charset=utf-8`,
			"Content-Disposition": `attachment; filename="${source.study.slug}-${file}"`,
		}) as never;
	});
}
