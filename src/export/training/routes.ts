import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../../access/require-scope.ts";
import { type App, jsonAnswer, refusals } from "../../http/contract.ts";
import { studyParams } from "../../studies/require-study.ts";
import { streamOf } from "../files/write.ts";
import { sourceOf } from "../source.ts";
import { PDPO_SETS, PREFERENCES, PRISM_SETS, type TrainingFile } from "./catalogue.ts";
import { manifestOf, manifestSchema } from "./manifest.ts";
import { pairedOptions, preferenceOptions, type SetOptions, setOptions } from "./options.ts";
import { Tally } from "./tally.ts";

const tags = ["Data"];
const MEDIA = { jsonl: "application/jsonl", json: "application/json" } as const;

/** Register these before the other exports, whose route matches every file name. */
export function registerTrainingRoutes(app: App): void {
	register(app, PREFERENCES, preferenceOptions);
	for (const file of PDPO_SETS) register(app, file, pairedOptions);
	for (const file of PRISM_SETS) register(app, file, setOptions);
}

function register<O extends SetOptions>(app: App, file: TrainingFile<O>, query: z.ZodType<O> & z.ZodObject): void {
	const { name, extension, title } = file;
	const getFile = createRoute({
		method: "get",
		path: `/v1/studies/{study}/exports/${name}.${extension}`,
		operationId: operationId("get", name),
		summary: title,
		description: "The file is streamed. It does not contain erased participants.",
		tags,
		...researcher("data:read"),
		request: { params: studyParams, query },
		responses: {
			200: { description: "The whole file.", content: { [MEDIA[extension]]: { schema: z.unknown() } } },
			...refusals(400, 401, 403, 404, 409),
		},
	});
	app.openapi(getFile, async (c) => {
		const source = await sourceOf(c);
		const texts = file.write(source, query.parse(c.req.query()), new Tally());
		return c.body(streamOf(encoded(texts)), 200, {
			"Content-Type": `${MEDIA[extension]}; charset=utf-8`,
			"Content-Disposition": `attachment; filename="${name}.${extension}"`,
		}) as never;
	});

	const getManifest = createRoute({
		method: "get",
		path: `/v1/studies/{study}/exports/${name}.manifest.json`,
		operationId: operationId("describe", name),
		summary: `${title}: counts, hash and erasures`,
		tags,
		...researcher("data:read"),
		request: { params: studyParams, query },
		responses: {
			200: jsonAnswer(manifestSchema, "The manifest of the file that the same query returns now."),
			...refusals(400, 401, 403, 404, 409),
		},
	});
	app.openapi(getManifest, async (c) => {
		const source = await sourceOf(c);
		return c.json(await manifestOf(file, source, query.parse(c.req.query()), Date.now()), 200);
	});
}

/** `prism_data_user` becomes `getPrismDataUser`. */
const operationId = (verb: string, name: string): string =>
	verb + name.replaceAll(/(?:^|_)([a-z])/g, (_: string, letter: string) => letter.toUpperCase());

async function* encoded(texts: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	for await (const text of texts) yield encoder.encode(text);
}
