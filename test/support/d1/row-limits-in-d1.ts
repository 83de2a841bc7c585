import { env } from "cloudflare:test";
import { rows } from "../http/worker.ts";
import { rowLimitTriggers } from "./row-limit.ts";

/** Makes every table refuse the rows that deployed D1 refuses. */
export async function enforceRowLimitsInD1(): Promise<void> {
	for (const { name } of await rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")) {
		if (/^(sqlite_|_cf|d1_)/.test(name)) continue;
		const columns = await rows<{ name: string }>(`SELECT name FROM pragma_table_info('${name}')`);
		const names = columns.map((column) => column.name);
		for (const trigger of rowLimitTriggers(name, names)) await env.DB.prepare(trigger).run();
	}
}
