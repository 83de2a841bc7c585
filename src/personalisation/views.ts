import { z } from "@hono/zod-openapi";
import type { AdapterRow } from "./adapters/adapters.ts";

const fault = z.strictObject({ line: z.int().describe("Counted from 1, empty ones too."), detail: z.string() });

const report = {
	read: z.int().describe("Lines that were not empty."),
	kept: z.int(),
	faultyLines: z.int(),
	faulty: z.array(fault).describe("The first hundred of them."),
	faultyNotListed: z.int().describe("How many more there are: correct the listed ones and send the file again."),
};

export const importReportSchema = z
	.strictObject({
		...report,
		profiles: z.int().describe("People of whom something is known in this study now."),
		identities: z
			.enum(["encrypted", "not-kept"])
			.describe("Whether the ids under which they came were kept: without the Worker's IDENTITY_KEY they are not."),
	})
	.openapi("ImportReport");

export const profilesSchema = z
	.strictObject({
		profiles: z.array(
			z.strictObject({
				participant: z.string(),
				conversations: z.int(),
				adapter: z.enum(["missing", "ready", "failed"]).nullable().describe("Null where the registry has none."),
				dataHash: z.string(),
				loadedAt: z.iso.datetime(),
			}),
		),
		next: z.string().nullable().describe("The `after` of the next page."),
	})
	.openapi("Profiles");

export const previewSchema = z
	.strictObject({
		participant: z.string(),
		arm: z.string(),
		system: z.string().nullable().describe("The whole system prompt. Null where the profile lacks something."),
		prompt: z.string().nullable().describe("What of it comes from the template."),
		tokens: z.int().nullable().describe("Of `prompt`, by the stated approximation."),
		maxTokens: z.int(),
		leftOut: z
			.strictObject({ turns: z.int(), fields: z.array(z.string()) })
			.nullable()
			.describe("For what there was no room."),
		missing: z
			.array(z.string())
			.describe("What the template names and this profile lacks: such a person is screened out."),
	})
	.openapi("PromptPreview");

export const adapterView = z
	.strictObject({
		adapter: z.string(),
		participant: z.string().nullable().describe("Null: shared."),
		servedName: z.string().nullable(),
		base: z.string().nullable(),
		method: z.string().nullable(),
		provenance: z.unknown(),
		status: z.enum(["missing", "ready", "failed"]),
		createdAt: z.iso.datetime(),
	})
	.openapi("Adapter");

export const toAdapterView = ({
	name,
	participantId,
	servedName,
	base,
	method,
	provenance,
	status,
	createdAt,
}: AdapterRow) => ({
	adapter: name,
	participant: participantId,
	servedName: servedName === "" ? null : servedName,
	base,
	method,
	provenance,
	status,
	createdAt,
});

export const adaptersSchema = z
	.strictObject({
		adapters: z.array(adapterView),
		next: z.string().nullable().describe("The `after` of the next page."),
	})
	.openapi("Adapters");

export const adapterReportSchema = z.strictObject(report).openapi("AdapterReport");
