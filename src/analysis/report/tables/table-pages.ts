import { eq } from "drizzle-orm";
import { sessions } from "../../../db/tables/sessions.ts";
import { findTable } from "../../../export/catalogue.ts";
import { piecesOf } from "../../../export/files/row-pieces.ts";
import type { Source } from "../../../export/table.ts";
import type { TablePage } from "./report-rows.ts";
import type { Pool } from "./study-tables.ts";
import { NEEDED, OPTIONAL } from "./table-names.ts";

/** The rows of one pool and of its simulations, as the exports have them, page by page: those of a large study exceed the memory of a Worker. */
export async function* tablePages(source: Source, pool: Pool): AsyncGenerator<TablePage> {
	const pools: readonly Pool[] = pool === "simulated" ? [pool] : [pool, "simulated"];
	for (const name of [...NEEDED, ...OPTIONAL]) {
		const table = findTable(name);
		if (table === undefined) continue;
		const sources = table.byPool ? pools.map((one) => ({ ...source, pool: one })) : [source];
		// The report uses participants' messages in none of its parts that a Worker makes.
		for (const one of sources)
			for await (const page of table.pages(one))
				for (const rows of piecesOf(name === "transcripts" ? page.filter(({ role }) => role === "assistant") : page))
					yield { name, rows };
	}
}

/** How many sessions the study has, of all pools. */
export async function sessionsIn({ db, study }: Source): Promise<number> {
	return await db.$count(sessions, eq(sessions.studyId, study.id));
}
