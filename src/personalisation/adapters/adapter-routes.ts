import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { recordAudit } from "../../access/audit.ts";
import { actorOf, researcher } from "../../access/require-scope.ts";
import { database } from "../../db/database.ts";
import type { AppEnv } from "../../env.ts";
import { type App, jsonAnswer, jsonBody, refusals, writtenByZod } from "../../http/contract.ts";
import { ProblemError } from "../../shared/problem.ts";
import { changeReason, leaveToChange } from "../../studies/inputs/input-changes.ts";
import { withOpenKey } from "../../studies/lifecycle/study-key.ts";
import { requireStudy, studyParams } from "../../studies/require-study.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { usesAdapters } from "../arms/arm-inputs.ts";
import { jsonlBody, linesIn } from "../import/jsonl-body.ts";
import { adapterReportSchema, adaptersSchema, adapterView, toAdapterView } from "../views.ts";
import { adapterName, adapterPage, changedAdapterSchema, findAdapter } from "./adapters.ts";
import { importAdapters } from "./import-adapters.ts";
import { registerAdapters } from "./register-adapters.ts";

const tags = ["Adapters"];
const adapterParams = studyParams.extend({ adapter: adapterName });
const newAdapter = changedAdapterSchema.openapi("NewAdapter", writtenByZod("NewAdapter", changedAdapterSchema));

const putAdapter = createRoute({
	method: "put",
	path: "/v1/studies/{study}/adapters/{adapter}",
	operationId: "registerAdapter",
	summary: "Register an adapter, or replace it",
	description:
		"A session keeps the adapter that it started with, except one that becomes failed or missing before randomisation. While a double-blind study with adapters is open, adapters cannot change (409). While it is paused or closed, a change needs a `reason` and is recorded as a deviation.",
	tags,
	...researcher("studies:write"),
	request: { params: adapterParams, body: jsonBody(newAdapter) },
	responses: {
		200: jsonAnswer(adapterView, "The adapter, replaced."),
		201: jsonAnswer(adapterView, "The adapter."),
		...refusals(400, 401, 403, 404, 409, 413, 415),
	},
});

const postAdapters = createRoute({
	method: "post",
	path: "/v1/studies/{study}/adapters",
	operationId: "registerAdapters",
	summary: "Register many adapters, one JSON line each",
	description:
		'Each line has the fields of PUT, and the name as `adapter`: `{ "adapter": "user12-dpo", "servedName": "…", "participant": "user12" }`. After the opening, one `reason` applies to the whole call.',
	tags,
	...researcher("studies:write", { streamed: true }),
	request: { params: studyParams, query: z.object({ reason: changeReason.optional() }), body: jsonlBody },
	responses: {
		200: jsonAnswer(adapterReportSchema, "The number of lines read, and the lines that could not be stored."),
		...refusals(400, 401, 403, 404, 409, 415, 422),
	},
});

const listAdapters = createRoute({
	method: "get",
	path: "/v1/studies/{study}/adapters",
	operationId: "listAdapters",
	summary: "List the registered adapters",
	tags,
	...researcher("studies:read"),
	request: {
		params: studyParams,
		query: z.object({ after: z.string().default(""), limit: z.coerce.number().int().min(1).max(500).default(100) }),
	},
	responses: { 200: jsonAnswer(adaptersSchema, "By name."), ...refusals(400, 401, 403, 404) },
});

const getAdapter = createRoute({
	method: "get",
	path: "/v1/studies/{study}/adapters/{adapter}",
	operationId: "readAdapter",
	summary: "Get an adapter",
	tags,
	...researcher("studies:read"),
	request: { params: adapterParams },
	responses: { 200: jsonAnswer(adapterView, "The adapter."), ...refusals(401, 403, 404) },
});

export function registerAdapterRoutes(app: App): void {
	app.openapi(putAdapter, async (c) => {
		const study = await withOpenKey(c.env, await requireStudy(c));
		const { adapter: name } = c.req.valid("param");
		const db = database(c.env.DB);
		const { reason, ...input } = c.req.valid("json");
		const leave = await leaveFor(c, study, reason);
		const before = await findAdapter(db, study.id, name);
		const nowMs = Date.now();
		const deviation = await registerAdapters({ db, study, leave, nowMs }, [{ name, input }]);
		const detail = { status: input.status, replaced: before !== null, deviation };
		const entry = { actor: actorOf(c), action: "adapters.register", studyId: study.id, target: name, detail } as const;
		await recordAudit(db, entry, nowMs);
		const registered = await findAdapter(db, study.id, name);
		if (!registered) throw notFound();
		return c.json(toAdapterView(registered), before ? 200 : 201);
	});

	app.openapi(postAdapters, async (c) => {
		const study = await withOpenKey(c.env, await requireStudy(c));
		const db = database(c.env.DB);
		const nowMs = Date.now();
		const lines = linesIn(c.req.raw);
		const leave = await leaveFor(c, study, c.req.valid("query").reason);
		const entry = { actor: actorOf(c), action: "adapters.register", studyId: study.id } as const;
		// Written before the first line is read: if the stream breaks off, earlier lines are already registered.
		await recordAudit(db, { ...entry, detail: { begun: true } }, nowMs);
		const deviations: string[] = [];
		const report = await importAdapters(lines, async (batch) => {
			const deviation = await registerAdapters({ db, study, leave, nowMs }, batch);
			if (deviation) deviations.push(deviation);
		});
		const { read, kept } = report;
		await recordAudit(db, { ...entry, detail: { read, kept, deviations } }, nowMs);
		return c.json({ ...report, faulty: [...report.faulty] }, 200);
	});

	app.openapi(listAdapters, async (c) => {
		const { after, limit } = c.req.valid("query");
		const { id } = await requireStudy(c);
		const page = await adapterPage(database(c.env.DB), id, after, limit);
		const next = page.length < limit ? null : (page.at(-1)?.name ?? null);
		return c.json({ adapters: page.map(toAdapterView), next }, 200);
	});

	app.openapi(getAdapter, async (c) => {
		const { id } = await requireStudy(c);
		const found = await findAdapter(database(c.env.DB), id, c.req.valid("param").adapter);
		if (!found) throw notFound();
		return c.json(toAdapterView(found), 200);
	});
}

/** Adapters may change freely in a study without adapter arms. */
const leaveFor = (c: Context<AppEnv>, study: StudyRecord, reason: string | undefined) =>
	usesAdapters(study.protocol) ? leaveToChange(study, { env: c.env, actor: actorOf(c), reason }) : null;

const notFound = () => new ProblemError({ code: "not_found", detail: "The registry has no such adapter." });
