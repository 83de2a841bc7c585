import { env, runInDurableObject } from "cloudflare:test";
import { rows } from "../http/worker.ts";

/** Tables without a row for each session. */
const OTHERS = ["d1_migrations", "_cf_KV", "_cf_METADATA"];

type Column = { readonly name: string };

/**
 * Writes each of these sessions' rows again `copies` times, under other ids and a minute later each, in all tables that name
 * a session or a participant. The rows are as many and as long as those of real sessions.
 */
export async function copySessions(sessions: readonly string[], copies: number): Promise<void> {
	const tables = await rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
	const templates = `SELECT id FROM sessions WHERE id IN (${sessions.map((id) => `'${id}'`)})`;
	const people = `SELECT participant_id FROM sessions WHERE id IN (${templates})`;
	for (const { name } of tables.filter((table) => !OTHERS.includes(table.name))) {
		const columns = (await rows<Column>(`SELECT name FROM pragma_table_info('${name}')`)).map((each) => each.name);
		const key = name === "sessions" ? "id" : columns.includes("session_id") ? "session_id" : null;
		const of =
			key !== null
				? `${key} IN (${templates}) AND instr(${key}, '+') = 0`
				: name === "participant_identities"
					? `participant_id IN (${people})`
					: null;
		if (of === null) continue;
		await env.DB.prepare(
			`INSERT INTO "${name}" (${columns.map(quoted)}) WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${copies})
			SELECT ${columns.map((column) => copied(column, key))} FROM n CROSS JOIN "${name}" WHERE ${of}`,
		).run();
	}
}

const quoted = (column: string): string => `"${column}"`;

function copied(column: string, session: string | null): string {
	const name = quoted(column);
	const isId = column === "id" || (column.endsWith("_id") && !["study_id", "profile_id"].includes(column));
	// An id that begins with its session's goes on beginning with it.
	if (column === "id" && session === "session_id") return `replace(id, session_id, session_id || '+' || i) || '+' || i`;
	if (isId) return `${name} || '+' || i`;
	if (column.endsWith("_at")) return `strftime('%Y-%m-%dT%H:%M:%fZ', ${name}, '-' || i || ' minutes')`;
	return name;
}

/** The same for the study's allocator and its usage ledger, which have a row for each session of their own. */
export async function copyPlaces(studyId: string, copies: number): Promise<void> {
	for (const [namespace, tables] of [
		[env.ALLOCATORS, ["slots", "entered"]],
		[env.USAGE, ["estimates", "paced"]],
	] as const) {
		const stub = namespace.get(namespace.idFromName(studyId));
		await runInDurableObject(stub as DurableObjectStub, (_, { storage: { sql } }) => {
			for (const table of tables) {
				const columns = sql.exec<Column>(`SELECT name FROM pragma_table_info('${table}')`).toArray();
				const [key = "", ...rest] = columns.map(({ name }) => quoted(name));
				sql.exec(
					`INSERT INTO ${table} WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${copies})
					SELECT ${[`${key} || '+' || i`, ...rest]} FROM n CROSS JOIN ${table} WHERE instr(${key}, '+') = 0`,
				);
			}
		});
	}
}
