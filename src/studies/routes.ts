import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { actorOf, researcher } from "../access/require-scope.ts";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import type { Parsed } from "../http/body/validation.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../http/contract.ts";
import { allocatorOf } from "../randomisation/allocator/allocator-client.ts";
import { invalidRequest, ProblemError } from "../shared/problem.ts";
import { asItStands, standingOf } from "./allocator/allocator-standing.ts";
import { registerCommitmentRoute } from "./allocator/commitment-route.ts";
import { registerDraftRoutes } from "./draft-routes.ts";
import { createDraft, invalidProtocol, replaceDraft } from "./lifecycle/drafts.ts";
import type { Move } from "./lifecycle/lifecycle.ts";
import { moveStudy } from "./lifecycle/move-study.ts";
import type { OpeningChecks } from "./lifecycle/open-study.ts";
import { registerOpeningFaultsRoute } from "./lifecycle/opening-faults-route.ts";
import { listStudies, studyListSchema } from "./list-studies.ts";
import { armNames } from "./monitoring/arm-names.ts";
import { balanceView } from "./monitoring/balance.ts";
import { consortFlow, countFlow } from "./monitoring/flow.ts";
import { countPeriods, periodsView } from "./monitoring/periods.ts";
import { registerMonitoringRoutes } from "./monitoring/routes.ts";
import { registerStudyAuditRoute } from "./monitoring/study-audit.ts";
import { onePoolQuery, poolQuery } from "./pool-query.ts";
import { checkedUnread } from "./protocol-checks.ts";
import { represent } from "./represent.ts";
import { requireOpened, requireStudy, studyParams } from "./require-study.ts";
import { lateReplies, publishedArmKeyOf } from "./study-queries.ts";
import { balanceSchema, flowSchema, protocolBody, studySchema } from "./view.ts";

const tags = ["Studies"];

const createStudy = createRoute({
	method: "post",
	path: "/v1/studies",
	operationId: "createStudy",
	summary: "Create a draft study from its protocol",
	tags,
	...researcher("studies:write"),
	request: { body: jsonBody(protocolBody) },
	responses: { 201: jsonAnswer(studySchema, "The draft."), ...refusals(400, 401, 403, 409, 413, 415, 422) },
});

const getStudies = createRoute({
	method: "get",
	path: "/v1/studies",
	operationId: "listStudies",
	summary: "List studies, the newest first",
	tags,
	...researcher("studies:read", { beyondStudies: true }),
	request: {
		query: z.object({
			limit: z.coerce.number().int().min(1).max(100).default(50),
			after: z.string().optional().describe("`next` of the previous page."),
		}),
	},
	responses: { 200: jsonAnswer(studyListSchema, "A page of studies."), ...refusals(400, 401, 403) },
});

const getStudy = createRoute({
	method: "get",
	path: "/v1/studies/{study}",
	operationId: "getStudy",
	summary: "Get a study with its protocol",
	tags,
	...researcher("studies:read"),
	request: { params: studyParams },
	responses: { 200: jsonAnswer(studySchema, "The study."), ...refusals(401, 403, 404) },
});

const putStudy = createRoute({
	method: "put",
	path: "/v1/studies/{study}",
	operationId: "replaceStudy",
	summary: "Replace the protocol of a draft",
	tags,
	...researcher("studies:write"),
	request: { params: studyParams, body: jsonBody(protocolBody) },
	responses: { 200: jsonAnswer(studySchema, "The draft."), ...refusals(400, 401, 403, 404, 409, 413, 415) },
});

const moving = z.object({
	reason: z.string().trim().min(1).max(1000).optional().describe("Why. It stays in the audit."),
	acceptLateReplies: z
		.enum(["true", "false"])
		.default("false")
		.describe("For `open`: true opens a study whose models do not keep its pace, and records a warning."),
});

const move = <M extends Move>(name: M, summary: string) =>
	createRoute({
		method: "post",
		path: `/v1/studies/{study}/${name}`,
		operationId: `${name}Study`,
		summary,
		tags,
		...researcher("studies:write"),
		request: { params: studyParams, query: moving },
		responses: { 200: jsonAnswer(studySchema, "The study after the call."), ...refusals(400, 401, 403, 404, 409, 422) },
	});

const getFlow = createRoute({
	method: "get",
	path: "/v1/studies/{study}/flow",
	operationId: "getFlow",
	summary: "Get the participant flow, with CONSORT's terms",
	tags,
	...researcher("studies:read"),
	request: {
		params: studyParams,
		query: z.object({ pool: poolQuery }),
	},
	responses: { 200: jsonAnswer(flowSchema, "Counts of sessions."), ...refusals(400, 401, 403, 404) },
});

const getBalance = createRoute({
	method: "get",
	path: "/v1/studies/{study}/balance",
	operationId: "getBalance",
	summary: "Get allocations by sequence, position and predecessor, with a sample-ratio test",
	description:
		"Of one pool, because each pool has draws and labels of its own. Arms by label; by arm id once the study is unblinded, or if it is single blind.",
	tags,
	...researcher("studies:read"),
	request: { params: studyParams, query: z.object({ pool: onePoolQuery }) },
	responses: { 200: jsonAnswer(balanceSchema, "The pool's allocations."), ...refusals(400, 401, 403, 404, 409) },
});

const change = (c: Context<AppEnv>) => ({ env: c.env, actor: actorOf(c), nowMs: Date.now() });

/** A body that does not fit the protocol's schema gets the code `invalid_protocol`. Other requests are refused as on every route. */
function refuseProtocol(parsed: Parsed, c: Context<AppEnv>): undefined | Promise<never> {
	if (parsed.success || parsed.target !== "json") return;
	const refuse = async (input: unknown): Promise<never> => {
		throw new ProblemError(invalidProtocol(await checkedUnread(c.env, input)));
	};
	return c.req.json().then(refuse, () => refuse(null));
}

export function registerStudyRoutes(app: App, checks: OpeningChecks): void {
	app.openapi(
		createStudy,
		async (c) => {
			const created = await createDraft(c.req.valid("json"), change(c));
			if (!created.ok) throw new ProblemError(created.error);
			const draft = await represent(c, created.value);
			return c.json(draft, 201, { Location: draft.links.self });
		},
		refuseProtocol,
	);

	app.openapi(getStudies, async (c) => {
		const page = await listStudies(database(c.env.DB), {
			...c.req.valid("query"),
			only: c.get("apiKey")?.studies ?? null,
		});
		if (!page)
			throw new ProblemError(invalidRequest([{ pointer: "/after", detail: "Use `next` of the previous page." }]));
		return c.json(page, 200);
	});

	app.openapi(getStudy, async (c) => c.json(await represent(c, await requireStudy(c)), 200));

	app.openapi(
		putStudy,
		async (c) => {
			const replaced = await replaceDraft(await requireStudy(c), c.req.valid("json"), change(c));
			if (!replaced.ok) throw new ProblemError(replaced.error);
			return c.json(await represent(c, replaced.value), 200);
		},
		refuseProtocol,
	);

	const moves = {
		open: "Open a draft, or a paused study again",
		pause: "Pause a study: it admits nobody until it opens again",
		close: "Close a study: it admits nobody any more",
	};
	for (const name of ["open", "pause", "close"] as const) {
		app.openapi(move(name, moves[name]), async (c) => {
			const { reason, acceptLateReplies: accepted } = c.req.valid("query");
			const context = { ...change(c), ...checks, acceptLateReplies: accepted === "true", reason };
			const moved = await moveStudy(await requireStudy(c), name, context);
			if (!moved.ok) throw new ProblemError(moved.error);
			return c.json(await represent(c, await requireStudy(c)), 200);
		});
	}

	app.openapi(getFlow, async (c) => {
		const study = await requireStudy(c);
		const { pool } = c.req.valid("query");
		const db = database(c.env.DB);
		const known = asItStands(study, study.seedCommitment === null ? null : await standingOf(c.env, study.id));
		const [counts, periods, armKey] = await Promise.all([
			countFlow(db, study.id),
			countPeriods(db, study.id, pool),
			publishedArmKeyOf(db, known),
		]);
		const nameOf = armNames(armKey);
		return c.json({ pool, ...consortFlow(counts, pool, nameOf), periods: periodsView(periods, nameOf) }, 200);
	});

	app.openapi(getBalance, async (c) => {
		const study = await requireOpened(c);
		const db = database(c.env.DB);
		const { pool } = c.req.valid("query");
		const allocator = allocatorOf(c.env.ALLOCATORS, study.id);
		const [balance, allocationLog, armKey, pace] = await Promise.all([
			allocator.balance(pool),
			allocator.commitment(),
			publishedArmKeyOf(db, study),
			lateReplies(db, study.id, pool),
		]);
		return c.json(balanceView(balance, armNames(armKey), { pool, allocationLog, pace }), 200);
	});

	registerMonitoringRoutes(app);
	registerStudyAuditRoute(app);
	registerOpeningFaultsRoute(app, checks.openingFaults);
	registerDraftRoutes(app);
	registerCommitmentRoute(app);
}
