import { asc, eq } from "drizzle-orm";
import { armKeys } from "../db/tables/studies.ts";
import type { LogLine } from "../randomisation/allocator/log-chain.ts";
import { field } from "./field.ts";
import type { Row, Source, Table } from "./table.ts";

/**
 * The allocation log, line by line. It contains labels instead of arms, so blinded researchers may read it. The seed is added
 * by unblinding. `npm run verify-allocations` reads the JSON Lines.
 */
export const allocations: Table = {
	name: "allocations",
	title: "The allocation log, one row for each line",
	fields: [
		field("line", "integer"),
		field("kind", "string"),
		field("at", "datetime"),
		field("session", "string"),
		field("pool", "string"),
		field("stratum", "string"),
		field("draw", "integer"),
		field("reused", "boolean"),
		field("sequence", "string"),
		field("plan", "string"),
		field("detail", "object"),
		field("prev", "string"),
		field("hash", "string"),
	],
	// All pools share one chain of hashes, so the lines of one pool could not be verified.
	byPool: false,
	pages: async function* (source) {
		for await (const lines of logPages(source)) yield lines.map(rowOf);
	},
	records: async function* (source) {
		const { head, lines } = await source.allocator.commitment();
		yield [{ ...(await headOf(source)), lines, head }];
		// Lines may be added while this is read. More lines than the header states would look like a forgery.
		for await (const page of logPages(source)) yield page.filter(({ index }) => index < lines);
	},
};

async function* logPages({ allocator }: Source): AsyncGenerator<readonly LogLine[]> {
	for (let from: number | null = 0; from !== null; ) {
		const page = await allocator.exportLog(from);
		yield page.lines;
		from = page.next;
	}
}

function rowOf({ index, prev, hash, entry }: LogLine): Row {
	const { kind, at, session, pool, stratum, draw, reused, sequence, plan, ...detail } = { ...EMPTY, ...entry };
	return {
		line: index,
		kind,
		at,
		session,
		pool,
		stratum,
		draw,
		reused,
		sequence: sequence?.join(" ") ?? null,
		plan,
		detail,
		prev,
		hash,
	};
}

/** Fields that only some kinds of lines have. */
const EMPTY = { session: null, pool: null, stratum: null, draw: null, reused: null, sequence: null, plan: null };

/** The fields of `AllocationExport` except the log. Seed and key are read from D1, because asking the allocator would reveal them. */
async function headOf({ db, study }: Source): Promise<Row> {
	const { id, protocolHash, seedCommitment, revealedSeed, protocol } = study;
	const keys = await db.select().from(armKeys).where(eq(armKeys.studyId, study.id)).orderBy(asc(armKeys.label));
	const arms = protocol.arms.flatMap(({ id }) => keys.filter(({ arm }) => arm === id));
	return {
		format: "crossover-allocations/1",
		study: id,
		protocolHash,
		commitment: seedCommitment,
		seed: revealedSeed,
		...(arms.length > 0 && { arms: arms.map(({ arm, label, pool }) => ({ arm, label, ...(pool && { pool }) })) }),
	};
}
