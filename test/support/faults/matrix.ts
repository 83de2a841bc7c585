import type { Cell } from "./cell.ts";
import { CLIENT_CELLS } from "./client-cells.ts";
import { DATABASE_ROWS } from "./database-cells.ts";
import { HELPER_CELLS } from "./helper-cells.ts";
import { MODEL_SERVER_CELLS } from "./model-server-faults.ts";
import { OBJECT_CELLS } from "./object-cells.ts";

/** Every fault at every moment, with its test. */
export const FAULT_MATRIX: readonly Cell[] = [
	...MODEL_SERVER_CELLS,
	...DATABASE_ROWS,
	...OBJECT_CELLS,
	...HELPER_CELLS,
	...CLIENT_CELLS,
];
