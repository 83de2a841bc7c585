import { z } from "@hono/zod-openapi";
import { timestamp } from "../shared/clock.ts";
import { FORMATS, type Format, TABLES } from "./catalogue.ts";
import type { Field } from "./field.ts";
import { FileTally } from "./files/file-tally.ts";
import { piecesOf } from "./files/row-pieces.ts";
import { type Encoder, encoderOf, pagesFor } from "./files/write.ts";
import type { Source, Table } from "./table.ts";

const reference = z.strictObject({
	fields: z.array(z.string()),
	reference: z.strictObject({ resource: z.string(), fields: z.array(z.string()) }),
});

const resource = z.strictObject({
	name: z.string(),
	title: z.string(),
	type: z.literal("table").optional(),
	path: z.string().describe("The file's path, relative to this document."),
	format: z.enum(FORMATS),
	mediatype: z.string(),
	encoding: z.literal("utf-8").optional().describe("Of text files."),
	rows: z.int().describe("The number of lines, without the header."),
	bytes: z.int(),
	hash: z.string().describe("`sha256:` followed by 64 hex digits."),
	schema: z
		.strictObject({
			fields: z.array(
				z.strictObject({
					name: z.string(),
					type: z.string(),
					description: z.string(),
					unit: z.string().optional().describe("The unit of its numbers."),
				}),
			),
			missingValues: z.array(z.string()),
			primaryKey: z.array(z.string()).optional(),
			foreignKeys: z.array(reference).optional(),
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
		pool: z.string().optional().describe("The only pool in tables that are divided by pool."),
		status: z.string().optional().describe("The only status of sessions in tables of sessions."),
		resources: z.array(resource),
	})
	.openapi("DataPackage");

export type DataPackage = z.output<typeof dataPackageSchema>;
type Resource = DataPackage["resources"][number];

/**
 * The manifest of all exports, as a Frictionless Data Package 2.0. It reads every export, so its hashes describe the data at
 * this moment. While a study runs, they change.
 */
export async function dataPackage(source: Source, nowMs: number): Promise<DataPackage> {
	const resources: Resource[] = [];
	for (const table of TABLES) resources.push(...(await describeTable(table, source)));
	return { ...headOf(source, nowMs), resources };
}

/** The package without its files. */
export const headOf = ({ study, pool, status }: Source, nowMs: number): Omit<DataPackage, "resources"> => ({
	$schema: "https://datapackage.org/profiles/2.0/datapackage.json",
	name: study.slug,
	title: study.title,
	created: timestamp(nowMs),
	version: String(study.version),
	protocolHash: study.protocolHash,
	seedCommitment: study.seedCommitment,
	blinded: isBlinded(study),
	...(pool && { pool }),
	...(status && { status }),
});

export const isBlinded = ({ protocol, unblindedAt }: Source["study"]): boolean =>
	protocol.blinding.level === "double" && unblindedAt === null;

const MEDIA = { csv: "text/csv", jsonl: "application/jsonl", parquet: "application/vnd.apache.parquet" } as const;
export const mediaType = (format: Format): string => MEDIA[format];

/** Reads the table once for all formats: a request has a limited number of queries. */
async function describeTable(table: Table, source: Source): Promise<Resource[]> {
	const ofRows = FORMATS.filter((format) => format !== "jsonl" || !table.records);
	const others = FORMATS.filter((format) => !ofRows.includes(format));
	const counted = [await countFiles(table, ofRows, source)];
	for (const format of others) counted.push(await countFiles(table, [format], source));
	const tallies = new Map(counted.flat());
	return FORMATS.map((format) =>
		resourceOf(table, format, `${table.name}.${format}`, tallies.get(format) ?? new FileTally()),
	);
}

async function countFiles(
	table: Table,
	formats: readonly Format[],
	source: Source,
): Promise<(readonly [Format, FileTally])[]> {
	const files: { readonly format: Format; readonly encoder: Encoder; readonly tally: FileTally }[] = [];
	for (const format of formats)
		files.push({ format, encoder: await encoderOf(table, format, source), tally: new FileTally() });
	for (const { encoder, tally } of files) tally.add(encoder.head());
	// As `written` cuts them: a file's hash depends on its row groups.
	for await (const page of pagesFor(table, formats[0] ?? "csv", source))
		for (const rows of piecesOf(page))
			for (const { encoder, tally } of files) tally.add(await encoder.rows(rows), rows.length);
	for (const { encoder, tally } of files) tally.add(await encoder.end());
	return files.map(({ format, tally }) => [format, tally] as const);
}

/** A file of a table in the package. */
export function resourceOf(table: Table, format: Format, path: string, tally: FileTally): Resource {
	const isTabular = format !== "jsonl" || !table.records;
	return {
		name: format === "csv" ? table.name : `${table.name}-${format}`,
		title: table.title,
		...(isTabular && { type: "table" as const }),
		path,
		format,
		mediatype: mediaType(format),
		...(format !== "parquet" && { encoding: "utf-8" as const }),
		...tally.result(),
		...(isTabular && { schema: schemaOf(table) }),
	};
}

const schemaOf = ({ fields, key, references }: Table): NonNullable<Resource["schema"]> => ({
	fields: fields.map(fieldOf),
	missingValues: [""],
	...(key && { primaryKey: [...key] }),
	...(references && {
		foreignKeys: Object.entries(references).map(([name, resource_]) => ({
			fields: [name],
			reference: { resource: resource_, fields: [name] },
		})),
	}),
});

const fieldOf = ({ name, type, description, unit }: Field) => ({ name, type, description, ...(unit && { unit }) });
