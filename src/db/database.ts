import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";

/** D1 through drizzle. Writes that belong together go through `batch`: drizzle's `transaction` sends BEGIN, which D1 refuses. */
export type Database = DrizzleD1Database<Record<string, never>>;

export const database = (d1: D1Database): Database => drizzle(d1);
