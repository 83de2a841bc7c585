import { and, eq, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/database.ts";
import { sessions } from "../../db/tables/sessions.ts";
import { armKeys } from "../../db/tables/studies.ts";
import { fieldsOf, type Selection } from "../field.ts";
import { bySession, type Row, type Table } from "../table.ts";

/** The number of sessions in one query. D1 allows 1,000 queries for each request, so 10,000 participants fit. */
const SESSIONS_PER_PAGE = 250;

type Read = (db: Database, selection: Selection, within: SQL | undefined) => Promise<readonly Row[]>;

/** A table of rows that each belong to one session. `read` gets the rows of some sessions, in the order of the export. */
export const sessionTable = (
	name: string,
	title: string,
	selection: Selection,
	read: Read,
	key?: Table["key"],
): Table => ({
	name,
	title,
	...(key && { key }),
	references: {
		...(name !== "sessions" && { session: "sessions" }),
		...("conversation_id" in selection && name !== "conversations" && { conversation_id: "conversations" }),
	},
	fields: fieldsOf(selection),
	byPool: true,
	bySession: true,
	pages: (source) => bySession(source, SESSIONS_PER_PAGE, (within) => read(source.db, selection, within)),
});

/** The first columns of each of these tables. */
export const who = { participant: sessions.participantId, session: sessions.id, pool: sessions.pool };

/** Joins the arm of a row's label. A double-blind study has no arm keys before it is unblinded. */
export const armOf = (row: { readonly studyId: SQLiteColumn; readonly label: SQLiteColumn }) =>
	and(eq(armKeys.studyId, row.studyId), eq(armKeys.label, row.label));
