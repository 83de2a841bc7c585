import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../access/require-scope.ts";
import { database } from "../db/database.ts";
import { type App, jsonAnswer, refusals } from "../http/contract.ts";
import type { Arm } from "../protocol/schema/schema.ts";
import { requireStudy, studyParams } from "../studies/require-study.ts";
import { sharedNames, usesProfiles } from "./arms/arm-inputs.ts";
import { countInvited, countReadyShared, countWithAdapter } from "./arms/people-counts.ts";
import { countProfiles } from "./profiles/profile-queries.ts";

const peopleSchema = z
	.strictObject({
		needs: z
			.strictObject({
				profiles: z.boolean().describe("Whether an arm's prompt, or the admission, uses profiles."),
				ownAdapters: z.boolean().describe("Whether an arm uses an adapter of the participant's own."),
				sharedAdapters: z.int().describe("How many shared adapters the protocol names."),
			})
			.describe("What the protocol asks for."),
		profiles: z.int().describe("Profiles that are loaded."),
		invited: z.int().describe("Of these, profiles of people who can be invited."),
		withAdapter: z.int().describe("Invited people with an adapter of their own in the registry, whatever its status."),
		withReadyAdapter: z.int().describe("Invited people whose own adapter can be served."),
		readySharedAdapters: z.int().describe("Shared adapters of the protocol that can be served."),
	})
	.openapi("People");

const getPeople = createRoute({
	method: "get",
	path: "/v1/studies/{study}/people",
	operationId: "getPeople",
	summary: "Count who has a profile, and which adapters are missing",
	tags: ["Profiles"],
	...researcher("studies:read"),
	request: { params: studyParams },
	responses: { 200: jsonAnswer(peopleSchema, "The counts."), ...refusals(401, 403, 404) },
});

export function registerPeopleRoute(app: App): void {
	app.openapi(getPeople, async (c) => {
		const { id, protocol } = await requireStudy(c);
		const db = database(c.env.DB);
		const shared = sharedNames(protocol);
		const [profiles, invited, withAdapter, withReadyAdapter, readySharedAdapters] = await Promise.all([
			countProfiles(db, id),
			countInvited(db, id),
			countWithAdapter(db, id),
			countWithAdapter(db, id, { ready: true }),
			countReadyShared(db, id, shared),
		]);
		const needs = {
			profiles: usesProfiles(protocol) || protocol.recruitment.onlyProfiles,
			ownAdapters: protocol.arms.some(isOwnAdapted),
			sharedAdapters: shared.length,
		};
		return c.json({ needs, profiles, invited, withAdapter, withReadyAdapter, readySharedAdapters }, 200);
	});
}

const isOwnAdapted = ({ personalisation }: Arm): boolean =>
	personalisation?.kind === "adapter" && personalisation.scope !== "shared";
