import { createRoute, z } from "@hono/zod-openapi";
import { actorOf, researcher } from "../access/require-scope.ts";
import { randomBytes } from "../crypto/random-bytes.ts";
import { database } from "../db/database.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../http/contract.ts";
import { CONTROLS, type Control } from "../runs/run-control.ts";
import { newId } from "../shared/id.ts";
import { type Problem, ProblemError } from "../shared/problem.ts";
import { requireOpened, requireStudy, studyParams } from "../studies/require-study.ts";
import { record, refuseFaulty, refuseSize } from "./check-request.ts";
import { newRunSchema, runListSchema, runSchema, runView } from "./contract.ts";
import { policySchema } from "./policy/policy-schema.ts";
import { registerPreviewRoute } from "./preview/preview-route.ts";
import { peopleOf } from "./run/run-participants.ts";
import { simulationsOf } from "./simulation-client.ts";

const tags = ["Simulations"];
const PATH = "/v1/studies/{study}/simulations";
const runParams = studyParams.extend({ run: z.string().describe("The run's id, `sm_…`.") });

const startSimulation = createRoute({
	method: "post",
	path: PATH,
	operationId: "startSimulation",
	summary: "Start a run of simulated participants",
	description:
		"They take the steps of people, in the pool `simulated`: no place, quota or block of people's is used. A policy names arms. The labels of this pool are its own, so the results of a scripted run reveal no label of people's rows.",
	tags,
	...researcher("simulations:write"),
	request: { params: studyParams, body: jsonBody(newRunSchema) },
	responses: {
		202: jsonAnswer(runSchema, "The run."),
		...refusals(400, 401, 403, 404, 409, 413, 415, 422),
	},
});

const listSimulations = createRoute({
	method: "get",
	path: PATH,
	operationId: "listSimulations",
	summary: "List a study's runs of simulated participants, newest first",
	tags,
	...researcher("simulations:write"),
	request: { params: studyParams },
	responses: { 200: jsonAnswer(runListSchema, "All runs."), ...refusals(401, 403, 404) },
});

const readSimulation = createRoute({
	method: "get",
	path: `${PATH}/{run}`,
	operationId: "readSimulation",
	summary: "Read the state of a run",
	tags,
	...researcher("simulations:write"),
	request: { params: runParams },
	responses: { 200: jsonAnswer(runSchema, "The run."), ...refusals(401, 403, 404) },
});

const SUMMARIES: Readonly<Record<Control, string>> = {
	pause: "Pause a run after the steps that are being answered",
	resume: "Go on with a paused run",
	cancel: "End a run. Its participants stay where they are, and expire as people do",
};

const controlRoute = (control: Control) =>
	createRoute({
		method: "post",
		path: `${PATH}/{run}/${control}`,
		operationId: `${control}Simulation`,
		summary: SUMMARIES[control],
		tags,
		...researcher("simulations:write"),
		request: {
			params: runParams,
			query: z.object({
				reason: z.string().trim().min(1).max(1000).optional().describe("Why. It stays in the audit."),
			}),
		},
		responses: { 200: jsonAnswer(runSchema, "The run."), ...refusals(400, 401, 403, 404, 409, 422) },
	});

const NO_SUCH_RUN: Problem = { code: "not_found", detail: "The study has no such simulation." };
const ENDED: Problem = { code: "study_state", detail: "This simulation is over. Start another one." };

export function registerSimulationRoutes(app: App): void {
	registerPreviewRoute(app);

	app.openapi(startSimulation, async (c) => {
		const study = await requireOpened(c);
		const asked = c.req.valid("json");
		await refuseFaulty(c, study, asked);
		const run = newId("simulation", randomBytes);
		const people = await peopleOf(database(c.env.DB), study.id, run, asked);
		refuseSize(people.length);
		const {
			condition,
			model = null,
			persona = null,
			seed,
			concurrency,
			budget = {},
			positions,
			temperature,
			timeout,
		} = asked;
		const policy = condition === "scripted" ? (asked.policy ?? policySchema.parse({})) : null;
		await record(c, study, "start", { run });
		const state = await simulationsOf(c.env.SIMULATIONS, study.id).start({
			...{ run, study: { id: study.id, protocolHash: study.protocolHash }, people, actor: actorOf(c) },
			spec: { condition, model, policy, persona, seed, budget, concurrency, positions, temperature, timeout },
		});
		return c.json(runView(state, study.protocol), 202);
	});

	app.openapi(listSimulations, async (c) => {
		const { id, protocol } = await requireStudy(c);
		const runs = await simulationsOf(c.env.SIMULATIONS, id).list();
		return c.json({ simulations: runs.map((run) => runView(run, protocol)) }, 200);
	});

	app.openapi(readSimulation, async (c) => {
		const { id, protocol } = await requireStudy(c);
		const state = await simulationsOf(c.env.SIMULATIONS, id).find(c.req.valid("param").run);
		if (!state) throw new ProblemError(NO_SUCH_RUN);
		return c.json(runView(state, protocol), 200);
	});

	for (const control of CONTROLS)
		app.openapi(controlRoute(control), async (c) => {
			const study = await requireStudy(c);
			const { run } = c.req.valid("param");
			const controlled = await simulationsOf(c.env.SIMULATIONS, study.id).control(run, control);
			if (!controlled.ok) throw new ProblemError(controlled.error === "unknown" ? NO_SUCH_RUN : ENDED);
			await record(c, study, control, { run, reason: c.req.valid("query").reason });
			return c.json(runView(controlled.value, study.protocol), 200);
		});
}
