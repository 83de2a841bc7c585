import { makeZip } from "client-zip";
import { TABLES } from "../catalogue.ts";
import { type DataPackage, headOf, resourceOf } from "../datapackage.ts";
import { FileTally } from "../files/file-tally.ts";
import { encoderOf, pagesFor, streamOf } from "../files/write.ts";
import type { Source, Table } from "../table.ts";
import { codebookOf } from "./codebook.ts";
import { codebookPage } from "./codebook-page.ts";
import { protocolFileOf } from "./protocol-file.ts";
import { dataFileOf, datasetDescription } from "./psych-ds.ts";
import { changesOf, readmeOf } from "./readme.ts";
import { LOAD_PY, LOAD_R } from "./starters.ts";

type File = { readonly name: string; readonly lastModified: Date; readonly input: string | AsyncIterable<Uint8Array> };

/**
 * All tables with their description as one zip, streamed without compression. `datapackage.json` comes last: it has the hashes
 * of the bytes that went before, so it always describes this very file.
 */
export const zipOf = (source: Source, nowMs: number): ReadableStream<Uint8Array> =>
	streamOf(makeZip(files(source, nowMs)).values());

async function* files(source: Source, nowMs: number): AsyncGenerator<File> {
	const lastModified = new Date(nowMs);
	const file = (name: string, input: File["input"]): File => ({ name, lastModified, input });
	const { study } = source;
	const codebook = codebookOf(study);
	yield file("README.md", readmeOf(source, TABLES, nowMs));
	yield file("CHANGES.md", changesOf(source, nowMs));
	yield file("dataset_description.json", json(datasetDescription(source, nowMs)));
	yield file("documentation/codebook.json", json(codebook));
	yield file("documentation/codebook.html", String(await codebookPage(codebook, study.protocol.language)));
	const protocol = protocolFileOf(study);
	yield file(protocol.name, json(protocol.document));
	yield file("analysis/load_package.py", LOAD_PY);
	yield file("analysis/load_package.R", LOAD_R);
	const resources: DataPackage["resources"] = [];
	for (const table of TABLES) {
		const path = dataFileOf(study.slug, table.name);
		const tally = new FileTally();
		yield file(path, tallied(table, source, tally));
		// The zip asks for the next file when this one is complete.
		resources.push(resourceOf(table, "csv", path, tally));
	}
	yield file("datapackage.json", json({ ...headOf(source, nowMs), resources }));
}

const json = (document: object): string => `${JSON.stringify(document, null, "\t")}\n`;

async function* tallied(table: Table, source: Source, tally: FileTally): AsyncGenerator<Uint8Array> {
	const encoder = await encoderOf(table, "csv", source);
	const counted = (chunk: Uint8Array, rows = 0): Uint8Array => {
		tally.add(chunk, rows);
		return chunk;
	};
	yield counted(encoder.head());
	for await (const rows of pagesFor(table, "csv", source))
		if (rows.length > 0) yield counted(await encoder.rows(rows), rows.length);
}
