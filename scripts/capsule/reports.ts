import lists from "stopwords-iso/stopwords-iso.json" with { type: "json" };
import { reportOf } from "../../src/analysis/report/report.ts";
import type { Report } from "../../src/analysis/report/report-data.ts";
import { textsAgainst } from "../../src/analysis/report/simulators/text-part.ts";
import { tablesFromRows } from "../../src/analysis/report/tables/tables-from-rows.ts";
import { stopWordsOf } from "../../src/judging/text-topics/stop-words.ts";
import { POOLS, type Pool } from "../../src/randomisation/draw/pool.ts";
import { languagesOf } from "../measures/language.ts";
import type { Manifest, Row } from "./format.ts";

export type Reported = {
	readonly tables: ReadonlyMap<string, readonly Row[]>;
	readonly protocol: unknown;
	readonly study: Manifest["study"];
	readonly created: string;
};

/** The pools that have a session. */
export const poolsIn = (sessions: readonly Row[]): Pool[] =>
	POOLS.filter((pool) => sessions.some((row) => row.pool === pool));

/** The report of each pool with sessions, as `npm run analyse` makes it. */
export function reportsOf(
	{ tables, protocol, study, created }: Reported,
	{ draws, seed }: { readonly draws: number; readonly seed: string },
): Map<Pool, Report> {
	const { slug, title, version, protocolHash, seedCommitment } = study;
	const read = tablesFromRows({
		rows: (name) => tables.get(name) ?? [],
		facts: { slug, title, version, protocolHash, seedCommitment, created },
		protocol,
		languagesOf,
	});
	const stopWords = stopWordsOf(
		lists,
		read.messages.map(({ language }) => language),
	);
	return new Map(
		poolsIn(tables.get("sessions") ?? []).map((pool) => [
			pool,
			reportOf(read, { pool, draws, seed, stopWords, compareTexts: textsAgainst }),
		]),
	);
}
