import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type AuditDetail, recordAudit } from "../access/audit.ts";
import { idRules } from "../access/participant-id/participant-id.ts";
import { actorOf, researcher } from "../access/require-scope.ts";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { type App, jsonAnswer, refusals } from "../http/contract.ts";
import type { ArmInput } from "../randomisation/allocator/allocator-client.ts";
import { ProblemError } from "../shared/problem.ts";
import { changeReason, leaveOnRecord, leaveToChange, recordChange } from "../studies/inputs/input-changes.ts";
import { withOpenKey } from "../studies/lifecycle/study-key.ts";
import { requireStudy, studyParams } from "../studies/require-study.ts";
import type { StudyRecord } from "../studies/study-queries.ts";
import { registerAdapterRoutes } from "./adapters/adapter-routes.ts";
import { isProfile, usesPeople, usesProfiles } from "./arms/arm-inputs.ts";
import { sourceName } from "./import/crossover-format.ts";
import { importProfiles } from "./import/import-profiles.ts";
import { jsonlBody, linesIn } from "./import/jsonl-body.ts";
import { registerPeopleRoute } from "./people-route.ts";
import { identitiesOf } from "./profiles/external-ids.ts";
import { findProfile, participantNamed } from "./profiles/people.ts";
import {
	countProfiles,
	inputsOfPerson,
	profileDeletes,
	profilePage,
	pseudonymsOfPerson,
} from "./profiles/profile-queries.ts";
import { twinsOf } from "./profiles/twins.ts";
import { previewOf, promptedArm } from "./prompts/prompt-preview.ts";
import { importReportSchema, previewSchema, profilesSchema } from "./views.ts";

const tags = ["Profiles"];
const personParams = studyParams.extend({
	participant: z
		.string()
		.describe("The pseudonym (`pt_…`), or the id under which the person was loaded. Proxies may log such an id."),
});

const source = sourceName
	.optional()
	.describe(
		"The source of the id, if the person was loaded with one. Without it, the id of a person without a source.",
	);

const loadProfiles = createRoute({
	method: "post",
	path: "/v1/studies/{study}/profiles",
	operationId: "loadProfiles",
	summary: "Load the profiles of people who may take part",
	description:
		'JSON lines of any number: `{ "participant", "attributes", "profile", "history" }`, PRISM\'s `survey.jsonl` and `conversations.jsonl` as they are published, and `{ "participant", "user_id" }` to map a PRISM id to a participant. Each line is recognised by its fields. Faulty lines are reported, the others stored. While a double-blind study with personalised arms is open, profiles cannot change (409). While it is paused, a change needs a `reason` and is recorded as a deviation.',
	tags,
	...researcher("studies:write", { streamed: true }),
	request: { params: studyParams, query: z.object({ reason: changeReason.optional() }), body: jsonlBody },
	responses: {
		200: jsonAnswer(importReportSchema, "The number of lines read, and the lines that could not be stored."),
		...refusals(400, 401, 403, 404, 409, 415, 422),
	},
});

const listProfiles = createRoute({
	method: "get",
	path: "/v1/studies/{study}/profiles",
	operationId: "listProfiles",
	summary: "List participants with profiles",
	tags,
	...researcher("studies:read"),
	request: {
		params: studyParams,
		query: z.object({ after: z.string().default(""), limit: z.coerce.number().int().min(1).max(500).default(100) }),
	},
	responses: { 200: jsonAnswer(profilesSchema, "By pseudonym."), ...refusals(400, 401, 403, 404) },
});

const deleteProfile = createRoute({
	method: "delete",
	path: "/v1/studies/{study}/profiles/{participant}",
	operationId: "deleteProfile",
	summary: "Delete a person's profile, adapters and ids",
	description: "A session that has started keeps its fittings. Its participant can withdraw and erase it.",
	tags,
	...researcher("studies:write"),
	request: { params: personParams, query: z.object({ source }) },
	responses: { 204: { description: "All data of the person is deleted here." }, ...refusals(400, 401, 403, 404) },
});

const previewPrompt = createRoute({
	method: "get",
	path: "/v1/studies/{study}/profiles/{participant}/prompt",
	operationId: "previewPrompt",
	summary: "Preview an arm's prompt for a participant",
	tags,
	...researcher("data:read"),
	request: {
		params: personParams,
		query: z.object({ arm: z.string().optional().describe("Required if more than one arm has a prompt."), source }),
	},
	responses: { 200: jsonAnswer(previewSchema, "The text, exactly."), ...refusals(400, 401, 403, 404) },
});

export function registerPersonalisationRoutes(app: App): void {
	app.openapi(loadProfiles, async (c) => {
		const study = await requireStudy(c);
		if (study.status === "closed")
			throw new ProblemError({ code: "study_state", detail: "The study is closed, so no participant can enter." });
		const db = database(c.env.DB);
		const keyed = await withOpenKey(c.env, study);
		const identities = identitiesOf(c.env, study.id);
		const ids = idRules(study.protocol);
		const lines = linesIn(c.req.raw);
		const nowMs = Date.now();
		const leave = await leaveToLoad(c, study, c.req.valid("query").reason);
		// Written before the first line is read: if the stream breaks off, earlier lines are already loaded.
		await audited(c, study, "profiles.load", { begun: true });
		const deviations: string[] = [];
		const onInputs = async (inputs: readonly ArmInput[]) => {
			const counted = inputs.filter(({ name }) => usesProfiles(study.protocol) || !isProfile(name));
			const change = { kind: "profiles_changed", inputs: counted, values: null } as const;
			const deviation = leave && (await recordChange(leave, change, nowMs));
			if (deviation) deviations.push(deviation);
		};
		const report = await importProfiles(lines, {
			db,
			study: keyed,
			identities,
			nowMs,
			ids,
			...(leave && { onInputs }),
		});
		const { read, kept } = report;
		await audited(c, study, "profiles.load", { read, kept, deviations });
		const profiles = await countProfiles(db, study.id);
		return c.json(
			{
				...report,
				faulty: [...report.faulty],
				profiles,
				identities: identities ? ("encrypted" as const) : ("not-kept" as const),
			},
			200,
		);
	});

	app.openapi(listProfiles, async (c) => {
		const { after, limit } = c.req.valid("query");
		const { id } = await requireStudy(c);
		const profiles = await profilePage(database(c.env.DB), id, after, limit);
		return c.json({ profiles, next: profiles.length < limit ? null : (profiles.at(-1)?.participant ?? null) }, 200);
	});

	app.openapi(deleteProfile, async (c) => {
		const study = await requireStudy(c);
		const { participant } = c.req.valid("param");
		const { id } = await requireProfile(c, study, participant, c.req.valid("query").source);
		const db = database(c.env.DB);
		// A deletion is possible at any time and needs no reason.
		const leave = await leaveOnRecord(study, { env: c.env, actor: actorOf(c), reason: null });
		const inputs = leave ? await inputsOfPerson(db, study.id, id) : [];
		// Before the deletion, which takes the ids by which they are found.
		await twinsOf(c.env.SIMULATIONS, study.id).eraseTwins(await pseudonymsOfPerson(db, study.id, id));
		await db.batch([audited(c, study, "profiles.delete", { participant: id }), ...profileDeletes(db, study.id, id)]);
		if (leave) await recordChange(leave, { kind: "profile_deleted", inputs, values: null }, Date.now());
		return c.body(null, 204);
	});

	app.openapi(previewPrompt, async (c) => {
		const study = await requireStudy(c);
		const { arm: name, source: by } = c.req.valid("query");
		const arm = promptedArm(study.protocol, name);
		if (!arm) throw noSuchPrompt();
		const found = await requireProfile(c, study, c.req.valid("param").participant, by);
		await audited(c, study, "profiles.preview", { participant: found.id });
		return c.json(previewOf(study.protocol, arm, found), 200);
	});

	registerAdapterRoutes(app);
	registerPeopleRoute(app);
}

async function requireProfile(c: Context<AppEnv>, study: StudyRecord, name: string, by: string | undefined) {
	const keyed = await withOpenKey(c.env, study);
	const found = await findProfile(database(c.env.DB), study.id, participantNamed(keyed, name, by));
	if (!found) throw new ProblemError({ code: "not_found", detail: "This study has no profile of this participant." });
	return found;
}

const audited = (
	c: Context<AppEnv>,
	study: StudyRecord,
	action: "profiles.load" | "profiles.delete" | "profiles.preview",
	detail: AuditDetail,
) => recordAudit(database(c.env.DB), { actor: actorOf(c), action, studyId: study.id, detail }, Date.now());

/** Profiles may change freely in a study whose arms do not use them. */
const leaveToLoad = (c: Context<AppEnv>, study: StudyRecord, reason: string | undefined) =>
	usesPeople(study.protocol) ? leaveToChange(study, { env: c.env, actor: actorOf(c), reason }) : null;

const noSuchPrompt = () =>
	new ProblemError({
		code: "invalid_request",
		detail: "Name an arm of this study that has a prompt of its own.",
		errors: [{ pointer: "/arm", detail: "There is no such arm, or its personalisation is not of kind prompt." }],
	});
