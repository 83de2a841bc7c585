import { allocations } from "./allocations.ts";
import { guesses } from "./guesses.ts";
import { items } from "./items.ts";
import { JUDGEMENT_TABLES } from "./models/judgement-tables.ts";
import { SIMULATION_TABLES } from "./models/simulation-tables.ts";
import { SESSION_TABLES } from "./session-tables/session-tables.ts";
import { STUDY_TABLES } from "./study-tables.ts";
import type { Table } from "./table.ts";
import { transcripts } from "./transcripts.ts";

/** All exported tables. None contains a participant's id at the recruiter. */
export const TABLES: readonly Table[] = [
	...SESSION_TABLES,
	guesses,
	transcripts,
	...STUDY_TABLES,
	allocations,
	items,
	...SIMULATION_TABLES,
	...JUDGEMENT_TABLES,
];

export const findTable = (name: string): Table | undefined => TABLES.find((known) => known.name === name);

export const FORMATS = ["jsonl", "csv", "parquet"] as const;
export type Format = (typeof FORMATS)[number];

/** Null if there is no such file. */
export function findExport(file: string): { readonly table: Table; readonly format: Format } | null {
	const [, name, extension] = /^(.+)\.([a-z]+)$/.exec(file) ?? [];
	const table = name === undefined ? undefined : findTable(name);
	const format = FORMATS.find((known) => known === extension);
	return table && format ? { table, format } : null;
}
