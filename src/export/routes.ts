import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../access/require-scope.ts";
import { type App, jsonAnswer, refusals } from "../http/contract.ts";
import { ProblemError } from "../shared/problem.ts";
import { studyParams } from "../studies/require-study.ts";
import { FORMATS, type Format, findExport, TABLES } from "./catalogue.ts";
import { dataPackage, dataPackageSchema, mediaType } from "./datapackage.ts";
import { type CsvOptions, streamOf, written } from "./files/write.ts";
import { registerPackageRoutes } from "./package/routes.ts";
import { only, sourceOf } from "./source.ts";
import { registerSurveyIdsRoute } from "./survey-ids.ts";
import type { Table } from "./table.ts";
import { registerTrainingRoutes } from "./training/routes.ts";

const tags = ["Data"];
const csvQuery = only.extend({
	formulas: z
		.enum(["exact", "guard"])
		.optional()
		.describe(
			"CSV only. guard: an apostrophe before each text that a spreadsheet would run as a formula. Default: the exact text.",
		),
	bom: z.enum(["true", "false"]).optional().describe("CSV only. true: begin with a byte order mark, for Excel."),
});
const names = TABLES.map(({ name }) => name).join(", ");

const quoted = (tables: readonly Table[]) => tables.map(({ name }) => `\`${name}\``);
const wholeTables = quoted(TABLES.filter(({ byPool }) => !byPool));
const withoutStatus = quoted(TABLES.filter(({ bySession }) => !bySession));
const listed = (list: readonly string[]): string => `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`;

const getDataPackage = createRoute({
	method: "get",
	path: "/v1/studies/{study}/exports/datapackage.json",
	operationId: "getDataPackage",
	summary: "Get the manifest of a study's exports, with fields, rows, bytes and hashes",
	description:
		"Describes the files that the same query returns. Tables that are not divided by pool or status are described as a whole.",
	tags,
	...researcher("data:read"),
	request: { params: studyParams, query: only },
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
	description: `\`{name}.csv\`, \`{name}.jsonl\` or \`{name}.parquet\`, streamed. The name is one of: ${names}. While the study is blinded, labels stand for arms. ${listed(wholeTables)} are not divided by pool, ${listed(withoutStatus)} not by status.`,
	tags,
	...researcher("data:read"),
	request: { params: studyParams.extend({ file: z.string().openapi({ example: "ratings.csv" }) }), query: csvQuery },
	responses: {
		200: {
			description: "All rows, always in the same order.",
			content: {
				"text/csv": { schema: z.string() },
				"application/jsonl": { schema: z.string() },
				"application/vnd.apache.parquet": { schema: z.string().openapi({ format: "binary" }) },
			},
		},
		...refusals(400, 401, 403, 404, 409),
	},
});

const undivided = (name: string, by: "pool" | "status") =>
	new ProblemError({
		code: "invalid_request",
		detail: `Request this table without a ${by}.`,
		errors: [{ pointer: `/${by}`, detail: `The rows of ${name} are not divided by ${by}.` }],
	});

const ofCsvAlone = (parameter: string, format: Format) =>
	new ProblemError({
		code: "invalid_request",
		detail: "Leave the parameter out, or request the file as CSV.",
		errors: [{ pointer: `/${parameter}`, detail: `${format} always has the exact text, without a byte order mark.` }],
	});

type CsvQuery = Pick<z.output<typeof csvQuery>, "formulas" | "bom">;

function csvOptions({ formulas, bom }: CsvQuery, format: Format): CsvOptions {
	const given = formulas !== undefined ? "formulas" : bom !== undefined ? "bom" : null;
	if (given !== null && format !== "csv") throw ofCsvAlone(given, format);
	return { guardsFormulas: formulas === "guard", hasBom: bom === "true" };
}

const unknownExport = () =>
	new ProblemError({
		code: "not_found",
		detail: `There is no such export. Use one of the names ${names}, followed by ${FORMATS.map((format) => `.${format}`).join(", ")}.`,
	});

export function registerExportRoutes(app: App): void {
	app.openapi(getDataPackage, async (c) => {
		const source = await sourceOf(c, c.req.valid("query"));
		return c.json(await dataPackage(source, Date.now()), 200);
	});

	registerPackageRoutes(app);
	registerSurveyIdsRoute(app);
	registerTrainingRoutes(app);

	app.openapi(getExport, async (c) => {
		const { pool, status, ...csv } = c.req.valid("query");
		const source = await sourceOf(c, { pool, status });
		const { file } = c.req.valid("param");
		const wanted = findExport(file);
		if (!wanted) throw unknownExport();
		const { table, format } = wanted;
		if (pool !== undefined && pool !== "all" && !table.byPool) throw undivided(table.name, "pool");
		if (status !== undefined && !table.bySession) throw undivided(table.name, "status");
		const chunks = await written(table, format, source, csvOptions(csv, format));
		return c.body(streamOf(chunks), 200, {
			"Content-Type": format === "parquet" ? mediaType(format) : `${mediaType(format)}; charset=utf-8`,
			"Content-Disposition": `attachment; filename="${source.study.slug}-${file}"`,
		}) as never;
	});
}
