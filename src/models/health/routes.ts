import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../../access/require-scope.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { type App, jsonAnswer, refusals } from "../../http/contract.ts";
import { unrecordedInputs } from "../../studies/inputs/unrecorded-inputs.ts";
import { requireStudy, studyParams } from "../../studies/require-study.ts";
import { lateReplies, type StudyRecord } from "../../studies/study-queries.ts";
import { endpointInputs } from "../endpoints/endpoint-inputs.ts";
import { missingEndpoints } from "../endpoints/endpoints.ts";
import { servingOf } from "./enrolment.ts";

const healthSchema = z
	.strictObject({
		endpoints: z.int().describe("Model servers that the arms use. The rehearsal model needs none."),
		configured: z.boolean().describe("Whether this Worker has an address or a binding for each of them."),
		serving: z
			.enum(["yes", "no", "to_be_tried"])
			.describe(
				"yes: all answer. no: at least one fails, so nobody new may start. to_be_tried: the wait is over, and the next arrival tries it.",
			),
		retryInSeconds: z.int().nullable().describe("How long nobody new may start. Null unless `serving` is `no`."),
		addresses: z
			.enum(["as_opened", "changed", "not_fixed"])
			.describe(
				"changed: an address differs from that of the opening, so nobody new may start until it is recorded. not_fixed: a draft, or not double blind.",
			),
		lateReplies: z
			.strictObject({ replies: z.int(), late: z.int(), share: z.number(), publishedAt: z.iso.datetime() })
			.nullable()
			.describe("Over all arms of the live pool. Null until it is published."),
	})
	.openapi("ModelHealth");

const getHealth = createRoute({
	method: "get",
	path: "/v1/studies/{study}/health",
	operationId: "getModelHealth",
	summary: "Get whether the models of a study answer, over all arms",
	description:
		"Of all model servers at once, never of one: a server that fails could be matched with the label whose conversations stop. Asking calls no model.",
	tags: ["Studies"],
	...researcher("studies:read"),
	request: { params: studyParams },
	responses: { 200: jsonAnswer(healthSchema, "The state of all servers together."), ...refusals(401, 403, 404) },
});

export function registerHealthRoute(app: App): void {
	app.openapi(getHealth, async (c) => {
		const study = await requireStudy(c);
		const [serving, addresses, late] = await Promise.all([
			servingOf(study.protocol, c.env),
			addressesOf(study, c.env),
			lateReplies(database(c.env.DB), study.id, "live"),
		]);
		const configured = missingEndpoints(study.protocol, { ...c.env }).length === 0;
		return c.json({ ...serving, configured, addresses, lateReplies: late }, 200);
	});
}

async function addressesOf(study: StudyRecord, env: Env): Promise<z.output<typeof healthSchema>["addresses"]> {
	if (study.status === "draft" || study.protocol.blinding.level !== "double") return "not_fixed";
	const differing = await unrecordedInputs(env, study, endpointInputs(study, env), Date.now());
	return differing.length > 0 ? "changed" : "as_opened";
}
