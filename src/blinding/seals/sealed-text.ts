import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";

/**
 * Whether a text column is still sealed. It holds a compact JWE before unblinding, and the text itself afterwards. A JWE
 * is five parts of base64 that start with a header; no model's text looks like that.
 */
export const isSealedText = (column: SQLiteColumn): SQL =>
	sql`(${column} GLOB 'eyJ*.*.*.*.*' AND ${column} NOT GLOB '*[^A-Za-z0-9_.-]*')`;
