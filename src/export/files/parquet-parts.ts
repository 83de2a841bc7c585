import type { Env } from "../../env.ts";
import type { Field } from "../field.ts";
import type { Row } from "../table.ts";
import { ParquetFile } from "./parquet.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A file of Parquet in pieces: the bytes of all calls, in their order, are the file. */
export type ParquetParts = {
	readonly rows: (rows: readonly Row[]) => Promise<Bytes>;
	readonly end: () => Promise<Bytes>;
};

/**
 * Writes Parquet. The deployed Worker has another function in its place, which lets the research Worker write it:
 * `scripts/worker-bundle/remote-parquet.ts`.
 */
export async function parquetParts(_env: Env, fields: readonly Field[]): Promise<ParquetParts> {
	const file = new ParquetFile({ fields });
	return { rows: async (rows) => file.rows(rows), end: async () => file.end() };
}
