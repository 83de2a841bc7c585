import { eq } from "drizzle-orm";
import { sessions } from "../../../db/tables/sessions.ts";
import { findTable } from "../../../export/catalogue.ts";
import type { Source } from "../../../export/table.ts";
import { timestamp } from "../../../shared/clock.ts";
import { answerRow, isReply, type RawRow, replyRow } from "./read-rows.ts";
import type { Pool, StudyTables } from "./study-tables.ts";
import { NEEDED, OPTIONAL, type TableName, tablesFromRows } from "./tables-from-rows.ts";

/** Their rows are read page by page and reduced at once, because those of a large study exceed the memory of a Worker. */
const REDUCED: readonly TableName[] = ["transcripts", "answers"];

/** The tables of one pool and of its simulations, as the exports have them. */
export async function tablesFromDatabase(source: Source, pool: Pool, nowMs: number): Promise<StudyTables> {
	const pools: readonly Pool[] = pool === "simulated" ? [pool] : [pool, "simulated"];
	const found = new Map<TableName, readonly RawRow[]>();
	for (const name of [...NEEDED, ...OPTIONAL])
		if (!REDUCED.includes(name)) found.set(name, await rowsOf(source, name, pools));
	const { study } = source;
	const tables = tablesFromRows({
		rows: (name) => found.get(name) ?? [],
		facts: {
			slug: study.slug,
			title: study.title,
			version: String(study.version),
			protocolHash: study.protocolHash,
			seedCommitment: study.seedCommitment,
			created: timestamp(nowMs),
		},
		protocol: study.protocol,
	});
	const replies = await reduced(source, "transcripts", pools, (row) => (isReply(row) ? replyRow(row) : null));
	return { ...tables, replies, answers: await reduced(source, "answers", pools, answerRow) };
}

/** How many sessions the study has, of all pools. */
export async function sessionsIn({ db, study }: Source): Promise<number> {
	return await db.$count(sessions, eq(sessions.studyId, study.id));
}

async function rowsOf(source: Source, name: TableName, pools: readonly Pool[]): Promise<RawRow[]> {
	const table = findTable(name);
	const rows: RawRow[] = [];
	const sources = table?.byPool ? pools.map((pool) => ({ ...source, pool })) : [source];
	for (const one of sources) for await (const page of table?.pages(one) ?? []) rows.push(...page);
	// In old studies all pools share the labels, and each pool gives the same keys.
	return name === "arms" ? [...new Map(rows.map((row) => [row.label, row])).values()] : rows;
}

async function reduced<R>(
	source: Source,
	name: TableName,
	pools: readonly Pool[],
	read: (row: RawRow) => R | null,
): Promise<R[]> {
	const rows: R[] = [];
	for (const pool of pools)
		for await (const page of findTable(name)?.pages({ ...source, pool }) ?? [])
			for (const row of page) {
				const one = read(row);
				if (one !== null) rows.push(one);
			}
	return rows;
}
