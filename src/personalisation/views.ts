import { z } from "@hono/zod-openapi";
import type { AdapterRow } from "./adapters/adapters.ts";

const fault = z.strictObject({ line: z.int().describe("Counted from 1, including empty lines."), detail: z.string() });

const report = {
	read: z.int().describe("Lines that were not empty."),
	kept: z.int(),
	faultyLines: z.int(),
	faulty: z.array(fault).describe("The first hundred faulty lines."),
	faultyNotListed: z
		.int()
		.describe("The number of further faulty lines: correct the listed ones and send the file again."),
};

export const importReportSchema = z
	.strictObject({
		...report,
		profiles: z.int().describe("People with a profile in this study after the import."),
		identities: z
			.enum(["encrypted", "not-kept"])
			.describe("Whether the recruiter's ids were stored. Without the Worker's IDENTITY_KEY they are not."),
	})
	.openapi("ImportReport");

export const profilesSchema = z
	.strictObject({
		profiles: z.array(
			z.strictObject({
				participant: z.string(),
				conversations: z.int(),
				adapter: z.enum(["missing", "ready", "failed"]).nullable().describe("Null if the registry has none."),
				dataHash: z.string(),
				loadedAt: z.iso.datetime(),
			}),
		),
		next: z.string().nullable().describe("The value of `after` for the next page."),
	})
	.openapi("Profiles");

export const previewSchema = z
	.strictObject({
		participant: z.string(),
		arm: z.string(),
		system: z.string().nullable().describe("The whole system prompt. Null if the profile lacks a required field."),
		prompt: z.string().nullable().describe("The part that comes from the template."),
		tokens: z.int().nullable().describe("The tokens of `prompt`, by the documented approximation."),
		maxTokens: z.int(),
		leftOut: z
			.strictObject({ turns: z.int(), fields: z.array(z.string()) })
			.nullable()
			.describe("The parts that did not fit."),
		missing: z
			.array(z.string())
			.describe("Fields of the template that this profile lacks. Such a person is screened out."),
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
		next: z.string().nullable().describe("The value of `after` for the next page."),
	})
	.openapi("Adapters");

export const adapterReportSchema = z.strictObject(report).openapi("AdapterReport");
