import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { recordAudit } from "../access/audit.ts";
import { actorOf, researcher } from "../access/require-scope.ts";
import { randomBytes } from "../crypto/random-bytes.ts";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../http/contract.ts";
import { CONTROLS, type Control } from "../runs/run-control.ts";
import { newId } from "../shared/id.ts";
import { invalidRequest, type Problem, ProblemError } from "../shared/problem.ts";
import { requireOpened, requireStudy, studyParams } from "../studies/require-study.ts";
import type { StudyRecord } from "../studies/study-queries.ts";
import {
	batchListSchema,
	batchSchema,
	batchView,
	estimateSchema,
	MOST_JUDGEMENTS,
	type NewBatchRequest,
	newBatchSchema,
} from "./contract.ts";
import { registerLabelRoutes } from "./judgement-labels/label-routes.ts";
import { asJudge, judgeSettings, priceOf } from "./judges/judge-model.ts";
import { type RequestedBatch, requestedBatch } from "./judges/requested-batch.ts";
import { judgingOf, type NamedJudge } from "./judging-client.ts";
import { judgesOf } from "./request-faults.ts";
import { requiredRubric } from "./rubrics/rubrics.ts";
import { studyUnits } from "./run/study-units.ts";

const tags = ["Judgements"];
const PATH = "/v1/studies/{study}/judgements";
const batchParams = studyParams.extend({ batch: z.string().describe("The batch's id, `jb_…`.") });

const startJudgements = createRoute({
	method: "post",
	path: PATH,
	operationId: "startJudgements",
	summary: "Start a batch of judgements by judge models",
	description:
		"Judges read texts as participants saw them, in a shuffled order, and are told no arm and no label. Pairs are judged in both orders. What an earlier batch judged in the same way is not paid for again.",
	tags,
	...researcher("simulations:write"),
	request: { params: studyParams, body: jsonBody(newBatchSchema) },
	responses: { 202: jsonAnswer(batchSchema, "The batch."), ...refusals(400, 401, 403, 404, 409, 413, 415, 422) },
});

const estimateJudgements = createRoute({
	method: "post",
	path: `${PATH}/estimate`,
	operationId: "estimateJudgements",
	summary: "Estimate the tokens and cost of a batch without starting it",
	tags,
	...researcher("simulations:write"),
	request: { params: studyParams, body: jsonBody(newBatchSchema) },
	responses: { 200: jsonAnswer(estimateSchema, "At most."), ...refusals(400, 401, 403, 404, 409, 413, 415, 422) },
});

const listJudgements = createRoute({
	method: "get",
	path: PATH,
	operationId: "listJudgements",
	summary: "List a study's batches of judgements, newest first",
	tags,
	...researcher("simulations:write"),
	request: { params: studyParams },
	responses: { 200: jsonAnswer(batchListSchema, "All batches."), ...refusals(401, 403, 404) },
});

const readJudgements = createRoute({
	method: "get",
	path: `${PATH}/{batch}`,
	operationId: "readJudgements",
	summary: "Read the progress of a batch",
	tags,
	...researcher("simulations:write"),
	request: { params: batchParams },
	responses: { 200: jsonAnswer(batchSchema, "The batch."), ...refusals(401, 403, 404) },
});

const SUMMARIES: Readonly<Record<Control, string>> = {
	pause: "Pause a batch after the calls that are under way",
	resume: "Go on with a paused batch",
	cancel: "End a batch. What was judged is kept",
};

const controlRoute = (control: Control) =>
	createRoute({
		method: "post",
		path: `${PATH}/{batch}/${control}`,
		operationId: `${control}Judgements`,
		summary: SUMMARIES[control],
		tags,
		...researcher("simulations:write"),
		request: { params: batchParams },
		responses: { 200: jsonAnswer(batchSchema, "The batch."), ...refusals(401, 403, 404, 409, 422) },
	});

const NO_SUCH_BATCH: Problem = { code: "not_found", detail: "The study has no such batch of judgements." };
const ENDED: Problem = {
	code: "study_state",
	detail: "This batch is over. Start another one: what was judged is not paid for again.",
};

export function registerJudgementRoutes(app: App): void {
	registerLabelRoutes(app);
	const record = (c: Context<AppEnv>, study: StudyRecord, control: Control | "start", batch: string) => {
		const entry = { actor: actorOf(c), action: `judgements.${control}`, studyId: study.id, target: batch } as const;
		return recordAudit(database(c.env.DB), { ...entry, detail: { study: study.slug } }, Date.now());
	};

	app.openapi(startJudgements, async (c) => {
		const study = await requireOpened(c);
		const asked = c.req.valid("json");
		const { judges, judgements } = await planned(c, study, asked);
		const batch = newId("judgementBatch", randomBytes);
		const { rubric, pool, repeats, seed, budget, concurrency } = asked;
		await record(c, study, "start", batch);
		const state = await judgingOf(c.env.JUDGEMENTS, study.id).start({
			...{ batch, study: { id: study.id, protocolHash: study.protocolHash }, judgements, actor: actorOf(c) },
			spec: { rubric, pool, judges, repeats, seed, budget, concurrency },
		});
		return c.json(batchView(state), 202);
	});

	app.openapi(estimateJudgements, async (c) => {
		const study = await requireOpened(c);
		const { rubric, pool, ...rest } = c.req.valid("json");
		const { judgements, units, skipped, estimate } = await planned(c, study, { rubric, pool, ...rest });
		const known = await judgingOf(c.env.JUDGEMENTS, study.id).known(judgements.map(({ id }) => id));
		const judges = estimate(new Set(known));
		return c.json({ rubric, pool, units, skipped, judgements: judgements.length, known: known.length, judges }, 200);
	});

	app.openapi(listJudgements, async (c) => {
		const { id } = await requireStudy(c);
		const batches = await judgingOf(c.env.JUDGEMENTS, id).list();
		return c.json({ batches: batches.map(batchView) }, 200);
	});

	app.openapi(readJudgements, async (c) => {
		const { id } = await requireStudy(c);
		const state = await judgingOf(c.env.JUDGEMENTS, id).find(c.req.valid("param").batch);
		if (!state) throw new ProblemError(NO_SUCH_BATCH);
		return c.json(batchView(state), 200);
	});

	for (const control of CONTROLS)
		app.openapi(controlRoute(control), async (c) => {
			const study = await requireStudy(c);
			const { batch } = c.req.valid("param");
			const controlled = await judgingOf(c.env.JUDGEMENTS, study.id).control(batch, control);
			if (!controlled.ok) throw new ProblemError(controlled.error === "unknown" ? NO_SUCH_BATCH : ENDED);
			await record(c, study, control, batch);
			return c.json(batchView(controlled.value), 200);
		});
}

/** The judgements of a request, or the refusal that says what is wrong with it. */
async function planned(
	c: Context<AppEnv>,
	study: StudyRecord,
	asked: NewBatchRequest,
): Promise<RequestedBatch & { readonly judges: readonly NamedJudge[] }> {
	const rubric = requiredRubric(asked.rubric);
	const { judges, faults } = judgesOf(asked, study.protocol.models, c.env);
	if (faults.length > 0) throw new ProblemError(invalidRequest([...faults]));
	const ready = judges.map(({ name, model }) => ({ name, model: asJudge(model, rubric) }));
	const units = await studyUnits({ db: database(c.env.DB), study, pool: asked.pool }, rubric);
	const batch = requestedBatch({
		...{ rubric, units, repeats: asked.repeats, seed: asked.seed, most: asked.units },
		judges: ready.map(({ name, model }) => ({ name, settings: judgeSettings(model), price: priceOf(model) })),
	});
	if (!batch.ok) throw refused(units.length === 0 ? NOTHING(asked) : batch.error, "/pool");
	const size = batch.value.judgements.length;
	if (size === 0) throw refused("None of these texts can be judged: all are empty.", "/pool");
	if (size > MOST_JUDGEMENTS)
		throw refused(
			`A batch has at most ${MOST_JUDGEMENTS} judgements, and these are ${size}. Judge with fewer judges or repeats at once, or a part (units).`,
			"/units",
		);
	return { ...batch.value, judges: ready };
}

const NOTHING = ({ pool, rubric }: NewBatchRequest): string =>
	`The pool ${pool} has no text that ${rubric} judges yet.`;

const refused = (detail: string, pointer: string): ProblemError =>
	new ProblemError(invalidRequest([{ pointer, detail }]));
