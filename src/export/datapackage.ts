import { z } from "@hono/zod-openapi";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { timestamp } from "../shared/clock.ts";
import { FORMATS, type Format, TABLES } from "./catalogue.ts";
import type { Field } from "./field.ts";
import type { Source, Table } from "./table.ts";
import { written } from "./write.ts";

const resource = z.strictObject({
	name: z.string(),
	title: z.string(),
	type: z.literal("table").optional(),
	path: z.string().describe("The file's path, relative to this document."),
	format: z.enum(FORMATS),
	mediatype: z.string(),
	encoding: z.literal("utf-8"),
	rows: z.int().describe("The number of lines, without the header."),
	bytes: z.int(),
	hash: z.string().describe("`sha256:` followed by 64 hex digits."),
	schema: z
		.strictObject({
			fields: z.array(z.strictObject({ name: z.string(), type: z.string(), description: z.string() })),
			missingValues: z.array(z.string()),
		})
		.optional(),
});

export const dataPackageSchema = z
	.strictObject({
		$schema: z.string(),
		name: z.string(),
		title: z.string(),
		created: z.iso.datetime(),
		version: z.string(),
		protocolHash: z.string(),
		seedCommitment: z.string().nullable(),
		blinded: z
			.boolean()
			.describe("Whether the files have only labels instead of arms, and what could reveal an arm is sealed."),
		resources: z.array(resource),
	})
	.openapi("DataPackage");

export type DataPackage = z.output<typeof dataPackageSchema>;

/**
 * The manifest of all exports, as a Frictionless Data Package 2.0. It reads every export, so its hashes describe the data at
 * this moment. While a study runs, they change.
 */
export async function dataPackage(source: Source, nowMs: number): Promise<DataPackage> {
	const { study } = source;
	const resources: DataPackage["resources"] = [];
	for (const table of TABLES) for (const format of FORMATS) resources.push(await describeFile(table, format, source));
	return {
		$schema: "https://datapackage.org/profiles/2.0/datapackage.json",
		name: study.slug,
		title: study.title,
		created: timestamp(nowMs),
		version: String(study.version),
		protocolHash: study.protocolHash,
		seedCommitment: study.seedCommitment,
		blinded: study.protocol.blinding.level === "double" && study.unblindedAt === null,
		resources,
	};
}

const MEDIA = { csv: "text/csv", jsonl: "application/jsonl" } as const;
export const mediaType = (format: Format): string => MEDIA[format];

async function describeFile(table: Table, format: Format, source: Source): Promise<DataPackage["resources"][number]> {
	const hash = sha256.create();
	let [bytes, lines] = [0, 0];
	const counted = {
		...table,
		pages: counting(table.pages),
		...(table.records && { records: counting(table.records) }),
	};
	for await (const chunk of written(counted, format, source)) {
		hash.update(chunk);
		bytes += chunk.length;
	}
	const tabular = format === "csv" || !table.records;
	return {
		name: format === "csv" ? table.name : `${table.name}-${format}`,
		title: table.title,
		...(tabular && { type: "table" as const }),
		path: `${table.name}.${format}`,
		format,
		mediatype: mediaType(format),
		encoding: "utf-8",
		rows: lines,
		bytes,
		hash: `sha256:${bytesToHex(hash.digest())}`,
		...(tabular && { schema: { fields: table.fields.map(fieldOf), missingValues: [""] } }),
	};

	function counting<T extends readonly object[]>(pages: (from: Source) => AsyncGenerator<T>) {
		return async function* (from: Source): AsyncGenerator<T> {
			for await (const rows of pages(from)) {
				lines += rows.length;
				yield rows;
			}
		};
	}
}

const fieldOf = ({ name, type, description }: Field) => ({ name, type, description });
