import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Whether the row's id begins with this session's id and a slash. A range of the primary key, so it needs no index on the session. */
export const isOfSession = (id: SQLWrapper, session: SQLWrapper | string): SQL =>
	sql`${id} > ${session} || '/' AND ${id} < ${session} || '0'`;
