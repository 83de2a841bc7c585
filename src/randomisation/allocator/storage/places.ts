import type { SlotStatus, StratumState } from "../../draw/allocation.ts";
import type { Allotment } from "../../draw/blocks.ts";
import type { CourseTally } from "../../monitor/balance.ts";
import { courseOf } from "../../plan/course.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Pool } from "../allocator-client.ts";

/** One per stratum, whatever the number of participants. */
export const readStrata = (sql: SqlStorage): StratumState[] =>
	sql
		.exec<{ state: string }>("SELECT state FROM strata")
		.toArray()
		.map(({ state }) => JSON.parse(state));

export const writeStratum = (sql: SqlStorage, state: StratumState): void => {
	const upsert = "INSERT INTO strata VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state";
	sql.exec(upsert, state.pool, state.key, JSON.stringify(state));
};

export type StoredSlot = { readonly allotment: Allotment & { readonly pool: Pool }; readonly status: SlotStatus };

type SlotRow = {
	pool: Pool;
	stratum: string;
	draw: number;
	block: number;
	place: number;
	sequence_row: number;
	copy: number;
	status: SlotStatus;
};

export function readSlot(sql: SqlStorage, session: string): StoredSlot | null {
	const [row] = sql.exec<SlotRow>("SELECT * FROM slots WHERE session = ?", session).toArray();
	return row ? storedSlot(row) : null;
}

function storedSlot({ pool, stratum, draw, copy, status, block, place, sequence_row: row }: SlotRow): StoredSlot {
	return { allotment: { pool, stratum, draw, slot: { block, place }, row, copy }, status };
}

export function insertSlot(
	sql: SqlStorage,
	session: string,
	allotment: Allotment,
	{ sequence, conversations }: Pick<Plan, "sequence" | "conversations">,
): void {
	const { pool, stratum, draw, slot, row, copy } = allotment;
	const labels = JSON.stringify(sequence);
	sql.exec(
		"INSERT INTO slots VALUES (?,?,?,?,?,?,?,?,?,'reserved',?)",
		session,
		pool,
		stratum,
		draw,
		slot.block,
		slot.place,
		row,
		copy,
		labels,
		JSON.stringify(courseOf({ conversations })),
	);
}

/** Before a lapsed session gets another place, because its own went to somebody else. */
export const deleteSlot = (sql: SqlStorage, session: string): void => {
	sql.exec("DELETE FROM slots WHERE session = ?", session);
};

/** How many reservations the session has had. 1 if nothing is stored, because most reservations never lapse. */
export function readReservations(sql: SqlStorage, session: string): number {
	const [row] = sql.exec<{ nth: number }>("SELECT nth FROM reservations WHERE session = ?", session).toArray();
	return row?.nth ?? 1;
}

export const writeReservations = (sql: SqlStorage, session: string, nth: number): void => {
	sql.exec("INSERT INTO reservations VALUES (?, ?) ON CONFLICT DO UPDATE SET nth = excluded.nth", session, nth);
};

export const updateStatus = (sql: SqlStorage, session: string, status: SlotStatus): void => {
	sql.exec("UPDATE slots SET status = ? WHERE session = ?", status, session);
};

/** All places of one pool. Read when a researcher asks, never during an enrolment. */
export function readTallies(sql: SqlStorage, pool: Pool): CourseTally[] {
	const query = `SELECT stratum, sequence, course, SUM(status = 'reserved') AS reserved, SUM(status = 'confirmed') AS confirmed,
		SUM(status IN ('released', 'lapsed')) AS released FROM slots WHERE pool = ? AND course IS NOT NULL GROUP BY stratum, sequence, course`;
	type Row = {
		stratum: string;
		sequence: string;
		course: string;
		reserved: number;
		confirmed: number;
		released: number;
	};
	return sql
		.exec<Row>(query, pool)
		.toArray()
		.map((row) => ({ ...row, sequence: JSON.parse(row.sequence), course: JSON.parse(row.course) }));
}

/** Places from before courses were stored. Their courses have to be drawn again. */
export const readSlotsWithoutCourse = (sql: SqlStorage, pool: Pool): StoredSlot[] =>
	sql.exec<SlotRow>("SELECT * FROM slots WHERE pool = ? AND course IS NULL", pool).toArray().map(storedSlot);

export const countLapsed = (sql: SqlStorage): number =>
	sql.exec<{ n: number }>("SELECT count(*) AS n FROM slots WHERE status = 'lapsed'").one().n;

export const insertEntered = (sql: SqlStorage, session: string): void => {
	sql.exec("INSERT INTO entered VALUES (?) ON CONFLICT DO NOTHING", session);
};

export const readEntered = (sql: SqlStorage, after: string, limit: number): string[] =>
	sql
		.exec<{ session: string }>("SELECT session FROM entered WHERE session > ? ORDER BY session LIMIT ?", after, limit)
		.toArray()
		.map(({ session }) => session);
