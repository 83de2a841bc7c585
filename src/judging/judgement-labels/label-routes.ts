import { createRoute, z } from "@hono/zod-openapi";
import { recordAudit } from "../../access/audit.ts";
import { actorOf, researcher } from "../../access/require-scope.ts";
import { database } from "../../db/database.ts";
import { type App, jsonAnswer, refusals } from "../../http/contract.ts";
import { jsonlBody, linesIn } from "../../personalisation/import/jsonl-body.ts";
import { POOLS } from "../../randomisation/draw/pool.ts";
import { type Fault, invalidRequest, ProblemError } from "../../shared/problem.ts";
import { unreachable } from "../../shared/result.ts";
import { requireOpened, studyParams } from "../../studies/require-study.ts";
import { rubricParam } from "../contract.ts";
import { meaningsOf, valuesOf } from "../judges/answer-schema.ts";
import { partOf } from "../judges/requested-batch.ts";
import { requiredRubric } from "../rubrics/rubrics.ts";
import { studyUnits } from "../run/study-units.ts";
import type { PlacedUnit } from "../units/units.ts";
import { labelReportSchema, toLabelSchema } from "./label-contract.ts";
import { MOST_LABEL_ROWS, MOST_LABELLED } from "./label-limits.ts";
import { placesOf, storeLabels } from "./label-queries.ts";
import { labelLines } from "./label-rows.ts";
import { readLabels } from "./read-labels.ts";

const tags = ["Judgements"];
const PATH = "/v1/studies/{study}/judgement-labels";

const readTextsToLabel = createRoute({
	method: "get",
	path: `${PATH}/texts`,
	operationId: "readTextsToLabel",
	summary: "Get a random part of the texts for people to judge",
	description:
		"As participants saw them, without labels of arms. A larger part of the same seed contains the smaller one.",
	tags,
	...researcher("data:read"),
	request: {
		params: studyParams,
		query: z.object({
			rubric: rubricParam,
			pool: z.enum(POOLS).default("live"),
			units: z.coerce.number().int().min(1).max(MOST_LABELLED).default(100),
			seed: z.coerce.number().int().min(0).default(1),
		}),
	},
	responses: { 200: jsonAnswer(toLabelSchema, "The texts, and the questions."), ...refusals(400, 401, 403, 404, 409) },
});

const loadLabels = createRoute({
	method: "post",
	path: PATH,
	operationId: "loadJudgementLabels",
	summary: "Load what people judged, to compare judge models with",
	description:
		'JSON lines: `{ "unit", "item", "labeller", "value" }`. An empty value means that the item does not apply. If one line has a fault, none is stored.',
	tags,
	...researcher("simulations:write", { streamed: true }),
	request: { params: studyParams, query: z.object({ rubric: rubricParam }), body: jsonlBody },
	responses: {
		200: jsonAnswer(labelReportSchema, "What was stored."),
		...refusals(400, 401, 403, 404, 409, 413, 415, 422),
	},
});

/** Faults in one response. */
const MOST_FAULTS = 50;
const MOST_CHARACTERS = 8_000_000;

export function registerLabelRoutes(app: App): void {
	app.openapi(readTextsToLabel, async (c) => {
		const study = await requireOpened(c);
		const { rubric: name, pool, units, seed } = c.req.valid("query");
		const rubric = requiredRubric(name);
		const all = await studyUnits({ db: database(c.env.DB), study, pool }, rubric);
		const judgeable = partOf(all, all.length, seed);
		const items = rubric.items.map((item) => ({
			...{ item: item.id, question: item.question, values: [...valuesOf(item)], meanings: meaningsOf(item) },
			notApplicable: item.notApplicable ?? null,
		}));
		const texts = judgeable.slice(0, units).map(shown);
		return c.json({ rubric: name, pool, task: rubric.task, items, units: texts, of: judgeable.length }, 200);
	});

	app.openapi(loadLabels, async (c) => {
		const study = await requireOpened(c);
		const rubric = requiredRubric(c.req.valid("query").rubric);
		const rows = labelLines(await textOf(linesIn(c.req.raw)));
		if (!rows.ok) throw refused([rows.error]);
		if (rows.value.length > MOST_LABEL_ROWS) throw refused([`Send at most ${MOST_LABEL_ROWS} labels at once.`]);
		const labels = readLabels(rows.value, rubric, 1);
		if (!labels.ok) throw refused(labels.error);
		const db = database(c.env.DB);
		const units = [...new Set(labels.value.map(({ unit }) => unit))];
		const places = await placesOf(db, study.id, rubric, units);
		const unknown = units.filter((unit) => !places.has(unit));
		if (unknown.length > 0)
			throw refused(unknown.map((unit) => `The study has no text "${unit}" that ${rubric.id} judges.`));
		const kept = await storeLabels(db, study.id, rubric, labels.value, places, Date.now());
		const labellers = [...new Set(labels.value.map(({ labeller }) => labeller))].sort();
		const entry = { actor: actorOf(c), action: "judgements.labels", studyId: study.id } as const;
		await recordAudit(db, { ...entry, detail: { rubric: c.req.valid("query").rubric, kept } }, Date.now());
		return c.json({ read: rows.value.length, kept, labellers, units: places.size }, 200);
	});
}

function shown({ id, material }: PlacedUnit) {
	switch (material.kind) {
		case "opening":
			return { unit: id, conversation: [], texts: [material.text] };
		case "reply":
			return {
				unit: id,
				conversation: material.turns.slice(0, -1).map(plain),
				texts: [material.turns.at(-1)?.text ?? ""],
			};
		case "pair":
			return { unit: id, conversation: material.turns.map(plain), texts: [...material.replies] };
		default:
			return unreachable(material);
	}
}

const plain = ({ role, text }: { readonly role: "participant" | "assistant"; readonly text: string }) => ({
	role,
	text,
});

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
	const decoder = new TextDecoder();
	let text = "";
	for await (const bytes of stream) {
		text += decoder.decode(bytes, { stream: true });
		if (text.length > MOST_CHARACTERS)
			throw new ProblemError({ code: "body_too_large", detail: `Send at most ${MOST_CHARACTERS} characters at once.` });
	}
	return text + decoder.decode();
}

const refused = (faults: readonly string[]): ProblemError =>
	new ProblemError(invalidRequest(faults.slice(0, MOST_FAULTS).map((detail): Fault => ({ pointer: "", detail }))));
