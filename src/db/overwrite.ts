import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";

/**
 * Zeros of a value's length in bytes. SQLite leaves what is deleted or replaced in the file until it needs the room, and D1 allows no
 * `secure_delete`: what is to be gone is overwritten in place first.
 */
export const zeros = (column: SQLiteColumn): SQL => sql`zeroblob(length(cast(${column} as blob)))`;
