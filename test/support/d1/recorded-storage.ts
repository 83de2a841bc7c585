import { runInDurableObject } from "cloudflare:test";
import { sessionStub } from "../http/worker.ts";

/** What an object of this class wrote: rows by table, and how often it set its alarm, which the platform bills as a row. */
export type ObjectWrites = { readonly rows: ReadonlyMap<string, number>; readonly alarmsSet: number };

type Cursor = { readonly rowsWritten: number };

/** The tables of a session's object. Other objects write meanwhile, into tables of other names. */
const OF_SESSIONS = ["events", "event_pieces", "meta", "meta_pieces", "deadlines", "reply_frames", "tickets"];

/**
 * Records what sessions' objects write while `work` runs. Objects and tests share one isolate, and so the classes of storage. A session
 * has to exist already, so that its object can be asked for its storage.
 */
export async function objectWritesDuring(session: string, work: () => Promise<unknown>): Promise<ObjectWrites> {
	const cursors: { readonly table: string; readonly cursor: Cursor }[] = [];
	let alarmsSet = 0;
	const restore = await runInDurableObject(sessionStub(session), (_, { storage }) => {
		const [sql, own] = [Object.getPrototypeOf(storage.sql), Object.getPrototypeOf(storage)];
		const { exec } = sql;
		const { setAlarm } = own;
		sql.exec = function (query: string, ...bindings: unknown[]) {
			const cursor: Cursor = exec.call(this, query, ...bindings);
			const [, table = ""] = /^\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "?(\w+)/i.exec(query) ?? [];
			if (OF_SESSIONS.includes(table)) cursors.push({ table, cursor });
			return cursor;
		};
		own.setAlarm = function (...args: unknown[]) {
			alarmsSet += 1;
			return setAlarm.apply(this, args);
		};
		return () => {
			sql.exec = exec;
			own.setAlarm = setAlarm;
		};
	});
	try {
		await work();
	} finally {
		restore();
	}
	const rows = new Map<string, number>();
	for (const { table, cursor } of cursors) rows.set(table, (rows.get(table) ?? 0) + cursor.rowsWritten);
	return { rows, alarmsSet };
}
