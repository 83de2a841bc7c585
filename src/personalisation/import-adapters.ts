import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "../db/database.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { type AdapterInput, adapterName, adapterSchema, adapterUpsert } from "./adapters.ts";
import { type ImportReport, Tally } from "./import-report.ts";
import { parseLine } from "./json-line.ts";
import { linesOf } from "./lines.ts";
import { faultText } from "./own-format.ts";
import type { StudyKeys } from "./people.ts";

const LINES_A_BATCH = 100;

type AdapterLine = { readonly name: string; readonly input: AdapterInput };

/** Registers an adapter a line: `{ "adapter": "…", "servedName": "…", "participant": "…", … }`. Faulty lines are reported, good ones kept. */
export async function importAdapters(
	stream: ReadableStream<Uint8Array>,
	{ db, study, nowMs }: { readonly db: Database; readonly study: StudyKeys; readonly nowMs: number },
): Promise<ImportReport> {
	const tally = new Tally(readAdapterLine);
	let batch: BatchItem<"sqlite">[] = [];
	const flush = async () => {
		const [first, ...rest] = batch;
		if (first) await db.batch([first, ...rest]);
		batch = [];
	};
	for await (const line of linesOf(stream)) {
		const read = tally.read(line);
		if (read) batch.push(adapterUpsert(db, study, read.name, read.input, nowMs));
		if (batch.length >= LINES_A_BATCH) await flush();
	}
	await flush();
	return tally.report();
}

function readAdapterLine(text: string): Result<AdapterLine, string> {
	const line = parseLine(text);
	if (!line.ok) return line;
	const { adapter, ...rest } = line.value;
	const name = adapterName.safeParse(adapter);
	if (!name.success) return err("/adapter: letters, digits, ., - and _, 100 at most");
	const input = adapterSchema.safeParse(rest);
	return input.success ? ok({ name: name.data, input: input.data }) : err(faultText(input.error));
}
