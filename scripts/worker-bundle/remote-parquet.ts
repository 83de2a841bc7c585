import type { Env } from "../../src/env.ts";
import type { Field } from "../../src/export/field.ts";
import type { ParquetParts } from "../../src/export/files/parquet-parts.ts";
import { researchWorkerOf, resultOf } from "./research-worker.ts";

/** In place of `src/export/files/parquet-parts.ts` in the deployed Worker: the research Worker writes Parquet. */
export async function parquetParts(env: Env, fields: readonly Field[]): Promise<ParquetParts> {
	const calls = await researchWorkerOf(env);
	const file = await calls.parquet(fields);
	return {
		rows: (rows) => resultOf(file.rows(rows)),
		// What is open at the end of the request is closed with it, as when a client goes away.
		async end() {
			const bytes = await resultOf(file.end());
			file[Symbol.dispose]();
			calls[Symbol.dispose]();
			return bytes;
		},
	};
}
