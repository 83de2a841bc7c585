import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { actorOf, researcher } from "../access/require-scope.ts";
import type { AppEnv } from "../env.ts";
import type { Parsed } from "../http/body/validation.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../http/contract.ts";
import { protocolSchema } from "../protocol/schema/schema.ts";
import { type Fault, type Problem, ProblemError } from "../shared/problem.ts";
import { deleteDraft } from "./lifecycle/delete-draft.ts";
import { createDraft } from "./lifecycle/drafts.ts";
import { warningSchema, warningsOf } from "./monitoring/warnings.ts";
import { checkedDraft, checkedUnread, checkedWarnings } from "./protocol-checks.ts";
import { represent } from "./represent.ts";
import { requireStudy, studyParams } from "./require-study.ts";
import { protocolBody, studySchema } from "./view.ts";

const tags = ["Studies"];

const validationSchema = z
	.strictObject({
		valid: z.boolean().describe("Whether the protocol could be posted as a draft."),
		errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).describe("All faults, by RFC 6901."),
		warnings: z
			.array(warningSchema)
			.describe("As a draft would show them, `not_openable` among them. Empty while there are errors."),
	})
	.openapi("ProtocolValidation");

const validate = createRoute({
	method: "post",
	path: "/v1/studies/validate",
	operationId: "validateProtocol",
	summary: "Check a protocol without storing anything",
	tags,
	...researcher("studies:read", { beyondStudies: true }),
	request: { body: jsonBody(protocolBody) },
	responses: {
		200: jsonAnswer(validationSchema, "What is wrong with the protocol, and what it is warned of."),
		...refusals(400, 401, 403, 409, 413, 415, 422),
	},
});

const remove = createRoute({
	method: "delete",
	path: "/v1/studies/{study}",
	operationId: "deleteStudy",
	summary: "Delete a draft, with the profiles and adapters that were loaded for it",
	tags,
	...researcher("studies:write"),
	request: { params: studyParams },
	responses: { 204: { description: "The draft is deleted." }, ...refusals(401, 403, 404, 409) },
});

const copy = createRoute({
	method: "post",
	path: "/v1/studies/{study}/copies",
	operationId: "copyStudy",
	summary: "Copy a study's protocol into a new draft",
	description:
		"Also the way to a new version of an opened study, whose own protocol cannot change: copy it under a new slug, and change the draft. Profiles, adapters, keys and sessions are not copied.",
	tags,
	...researcher("studies:write"),
	request: {
		params: studyParams,
		body: jsonBody(
			z
				.strictObject({
					slug: protocolSchema.shape.slug,
					title: protocolSchema.shape.title.optional().describe("By default the title of the study."),
				})
				.openapi("StudyCopy"),
		),
	},
	responses: { 201: jsonAnswer(studySchema, "The new draft."), ...refusals(400, 401, 403, 404, 409, 413, 415, 422) },
});

export function registerDraftRoutes(app: App): void {
	app.openapi(
		validate,
		async (c) => {
			const protocol = c.req.valid("json");
			const errors = await checkedDraft(c.env, protocol);
			const warnings =
				errors.length > 0
					? []
					: warningsOf({
							ofProtocol: await checkedWarnings(c.env, { protocol, isDraft: true }),
							measured: [],
							bindings: c.env,
						});
			return c.json({ valid: errors.length === 0, errors, warnings }, 200);
		},
		refuteProtocol,
	);

	app.openapi(remove, async (c) => {
		const deleted = await deleteDraft(await requireStudy(c), change(c));
		if (!deleted.ok) throw new ProblemError(deleted.error);
		return c.body(null, 204);
	});

	app.openapi(copy, async (c) => {
		const { slug, title } = c.req.valid("json");
		const { protocol, id } = await requireStudy(c);
		const copied = await createDraft({ ...protocol, slug, ...(title && { title }) }, { ...change(c), copyOf: id });
		if (!copied.ok) throw new ProblemError(copied.error);
		const draft = await represent(c, copied.value);
		return c.json(draft, 201, { Location: draft.links.self });
	});
}

const change = (c: Context<AppEnv>) => ({ env: c.env, actor: actorOf(c), nowMs: Date.now() });

const NOT_JSON: Problem = { code: "malformed_json", detail: "Send the protocol as JSON." };

/** A body that does not fit the protocol's schema is no error of this request: its faults are the answer. */
function refuteProtocol(parsed: Parsed, c: Context<AppEnv>) {
	if (parsed.success || parsed.target !== "json") return;
	const answer = async (input: unknown) => {
		const errors: Fault[] = await checkedUnread(c.env, input);
		return c.json({ valid: false, errors, warnings: [] }, 200);
	};
	return c.req.json().then(answer, () => Promise.reject(new ProblemError(NOT_JSON)));
}
