import { err, ok, type Result } from "../../shared/result.ts";
import { faultText } from "../import/crossover-format.ts";
import { type ImportReport, Tally } from "../import/import-report.ts";
import { parseLine } from "../import/json-line.ts";
import { linesOf } from "../import/read-lines.ts";
import { adapterName, adapterSchema } from "./adapters.ts";
import type { Registration } from "./register-adapters.ts";

const LINES_PER_BATCH = 100;

/**
 * Registers one adapter for each line: `{ "adapter": "…", "servedName": "…", "participant": "…", … }`. Reports faulty lines and
 * keeps the others.
 */
export async function importAdapters(
	stream: ReadableStream<Uint8Array>,
	register: (batch: readonly Registration[]) => Promise<unknown>,
): Promise<ImportReport> {
	const tally = new Tally(readAdapterLine);
	let batch: Registration[] = [];
	const flush = async () => {
		if (batch.length > 0) await register(batch);
		batch = [];
	};
	for await (const line of linesOf(stream)) {
		const read = tally.read(line);
		if (read) batch.push(read);
		if (batch.length >= LINES_PER_BATCH) await flush();
	}
	await flush();
	return tally.report();
}

function readAdapterLine(text: string): Result<Registration, string> {
	const line = parseLine(text);
	if (!line.ok) return line;
	const { adapter, ...rest } = line.value;
	const name = adapterName.safeParse(adapter);
	if (!name.success) return err("/adapter: use at most 100 letters, digits, ., - and _");
	const input = adapterSchema.safeParse(rest);
	return input.success ? ok({ name: name.data, input: input.data }) : err(faultText(input.error));
}
