import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";

/**
 * Is a text column still under seal? It holds a compact JWE before unblinding, and afterwards what was in it. A JWE is five
 * parts of base 64 that begin with a header; a text that a model wrote is not.
 */
export const isSealedText = (column: SQLiteColumn): SQL =>
	sql`(${column} GLOB 'eyJ*.*.*.*.*' AND ${column} NOT GLOB '*[^A-Za-z0-9_.-]*')`;
