import { asc, eq } from "drizzle-orm";
import { armKeys } from "../db/tables/studies.ts";
import type { LogLine } from "../randomisation/allocator/log-chain.ts";
import { field } from "./field.ts";
import type { Row, Source, Table } from "./table.ts";

/**
 * The allocation log, line by line. Arms stand in it by label, so that it may be read blinded; its seed comes with unblinding.
 * As JSON Lines it is what `npm run verify-allocations` takes.
 */
export const allocations: Table = {
	name: "allocations",
	title: "The allocation log, one row a line",
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
	// One chain of hashes over all pools: a part of it could not be verified.
	byPool: false,
	pages: async function* (source) {
		for await (const lines of logPages(source)) yield lines.map(rowOf);
	},
	records: async function* (source) {
		const { head, lines } = await source.allocator.commitment();
		yield [{ ...(await headOf(source)), lines, head }];
		// People are settled while this is read: what is longer than it says of itself would look forged.
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

/** What a line has only where somebody is allocated. */
const EMPTY = { session: null, pool: null, stratum: null, draw: null, reused: null, sequence: null, plan: null };

/** Everything of `AllocationExport` but the log and its length. The seed and the key are of D1: asking the allocator would reveal them. */
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
