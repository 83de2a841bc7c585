import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { recordAudit } from "../access/audit.ts";
import { actorOf, researcher } from "../access/require-scope.ts";
import { randomBytes } from "../crypto/random-bytes.ts";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../http/contract.ts";
import { newId } from "../shared/id.ts";
import { invalidRequest, type Problem, ProblemError } from "../shared/problem.ts";
import { requireOpened, requireStudy, studyParams } from "../studies/require-study.ts";
import type { StudyRecord } from "../studies/study-queries.ts";
import { CONTROLS, type Control, simulationsOf } from "./client.ts";
import { MOST_PARTICIPANTS, type NewRunRequest, newRunSchema, runListSchema, runSchema, runView } from "./contract.ts";
import { policySchema } from "./policy/policy.ts";
import { requestFaults } from "./request-faults.ts";
import { poolsHaveOwnLabels } from "./run/own-labels.ts";
import { peopleOf } from "./run/whom.ts";

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
		request: { params: runParams },
		responses: { 200: jsonAnswer(runSchema, "The run."), ...refusals(401, 403, 404, 409, 422) },
	});

const NO_SUCH_RUN: Problem = { code: "not_found", detail: "The study has no such simulation." };
const ENDED: Problem = { code: "study_state", detail: "This simulation is over. Start another one." };

export function registerSimulationRoutes(app: App): void {
	const record = (c: Context<AppEnv>, study: StudyRecord, control: Control | "start", run: string) => {
		const entry = { actor: actorOf(c), action: `simulation.${control}`, studyId: study.id, target: run } as const;
		return recordAudit(database(c.env.DB), { ...entry, detail: { study: study.slug } }, Date.now());
	};

	app.openapi(startSimulation, async (c) => {
		const study = await requireOpened(c);
		const asked = c.req.valid("json");
		await refuseFaulty(c, study, asked);
		const run = newId("simulation", randomBytes);
		const people = await peopleOf(database(c.env.DB), study.id, run, asked);
		refuseSize(people.length);
		const { condition, model = null, persona = null, seed, concurrency, budget = {} } = asked;
		const policy = condition === "scripted" ? (asked.policy ?? policySchema.parse({})) : null;
		await record(c, study, "start", run);
		const state = await simulationsOf(c.env.SIMULATIONS, study.id).start({
			...{ run, study: { id: study.id, protocolHash: study.protocolHash }, people, actor: actorOf(c) },
			spec: { condition, model, policy, persona, seed, budget, concurrency },
		});
		return c.json(runView(state), 202);
	});

	app.openapi(listSimulations, async (c) => {
		const { id } = await requireStudy(c);
		const runs = await simulationsOf(c.env.SIMULATIONS, id).list();
		return c.json({ simulations: runs.map(runView) }, 200);
	});

	app.openapi(readSimulation, async (c) => {
		const { id } = await requireStudy(c);
		const state = await simulationsOf(c.env.SIMULATIONS, id).find(c.req.valid("param").run);
		if (!state) throw new ProblemError(NO_SUCH_RUN);
		return c.json(runView(state), 200);
	});

	for (const control of CONTROLS)
		app.openapi(controlRoute(control), async (c) => {
			const study = await requireStudy(c);
			const { run } = c.req.valid("param");
			const controlled = await simulationsOf(c.env.SIMULATIONS, study.id).control(run, control);
			if (!controlled.ok) throw new ProblemError(controlled.error === "unknown" ? NO_SUCH_RUN : ENDED);
			await record(c, study, control, run);
			return c.json(runView(controlled.value), 200);
		});
}

async function refuseFaulty(c: Context<AppEnv>, study: StudyRecord, asked: NewRunRequest): Promise<void> {
	const faults = requestFaults(asked, study.protocol);
	if (faults.length > 0) throw new ProblemError(invalidRequest(faults));
	if (study.unblindedAt !== null && asked.condition !== "judge") throw new ProblemError(REVEALED);
	const names = Object.keys(asked.policy?.preferences ?? {}).length > 0;
	const isBlinded = study.protocol.blinding.level === "double" && study.unblindedAt === null;
	if (names && isBlinded && !(await poolsHaveOwnLabels(c.env, study.id))) throw new ProblemError(SHARED_LABELS);
}

function refuseSize(size: number): void {
	if (size >= 1 && size <= MOST_PARTICIPANTS) return;
	const detail =
		size === 0
			? "Nobody fits: there is no such person yet."
			: `At most ${MOST_PARTICIPANTS} participants, with their samples. These are ${size}.`;
	throw new ProblemError(invalidRequest([{ pointer: "/participants", detail }]));
}

const REVEALED: Problem = {
	code: "study_state",
	detail: "The study is unblinded, so nobody can be randomised any more. Simulate a copy of it.",
};
const SHARED_LABELS: Problem = {
	code: "study_state",
	detail:
		"This study was opened before simulated participants had labels of their own. Preferences by arm would unblind it. Leave them out, or unblind the study first.",
};
