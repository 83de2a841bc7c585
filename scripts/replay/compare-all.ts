import { CAPSULE_TABLES, type Capsule, type CapsuleTable, type Row, rowsIn } from "../capsule/format.ts";
import { reportsOf } from "../capsule/reports.ts";
import {
	COMPARED,
	type Difference,
	inRecordedOrder,
	jsonDifferences,
	logDifferences,
	logEntries,
	tableDifferences,
} from "./compare.ts";
import { idsOf, renamed } from "./ids.ts";

export type Replayed = {
	readonly sessions: number;
	readonly rows: number;
	readonly differences: readonly Difference[];
};

export type Walk = {
	/** The recorded session of each session of the replay. */
	readonly sessions: ReadonlyMap<string, string>;
	/** Why the walk ended early. */
	readonly failures: readonly Difference[];
};

type Walked = Walk & { readonly unknown: readonly number[] };

export function compared(
	capsule: Capsule,
	texts: ReadonlyMap<CapsuleTable, string>,
	{ sessions, failures, unknown }: Walked,
): Replayed {
	const recordedOf = (name: CapsuleTable): readonly Row[] => capsule.tables.get(name) ?? [];
	const rawOf = (name: CapsuleTable): Row[] => rowsIn(texts.get(name) ?? "");
	const had = { sessions: recordedOf("sessions"), conversations: recordedOf("conversations") };
	const ids = idsOf(sessions, had, { sessions: rawOf("sessions"), conversations: rawOf("conversations") });
	const replayedOf = (name: CapsuleTable): Row[] => rowsIn(renamed(texts.get(name) ?? "", ids));
	const tables = new Map<CapsuleTable, readonly Row[]>(capsule.tables);
	const unasked = unknown.map((seed) => ({
		where: `model call with the seed ${seed}`,
		what: "the Worker asked for a reply that the record does not have",
	}));
	const differences: Difference[] = [...failures, ...unasked];
	let rows = 0;
	for (const name of CAPSULE_TABLES) {
		const comparison = COMPARED[name];
		if (!comparison) continue;
		const both = { recorded: recordedOf(name), replayed: replayedOf(name) };
		differences.push(...tableDifferences(name, comparison, both));
		tables.set(name, inRecordedOrder(both.replayed, both.recorded, comparison.key));
		rows += both.recorded.length;
	}
	const logs = { recorded: recordedOf("allocations"), replayed: replayedOf("allocations") };
	differences.push(...logDifferences(logs.recorded, logs.replayed), ...reportDifferences(capsule, tables));
	return { sessions: sessions.size, rows: rows + logEntries(logs.recorded).length, differences };
}

/** Parts of a report that depend on times of the replay. */
const OF_TIMES = [/^\/study\/created$/, /^\/checks\/replyTimes/, /^\/methods\//];

function reportDifferences(
	{ manifest, protocol, reports }: Capsule,
	tables: ReadonlyMap<CapsuleTable, readonly Row[]>,
): Difference[] {
	const { study, created, report } = manifest;
	const again = reportsOf({ tables, protocol, study, created }, report);
	return [...reports].flatMap(([pool, recorded]) =>
		jsonDifferences("", recorded, JSON.parse(JSON.stringify(again.get(pool as never) ?? null)))
			.filter(({ where }) => !OF_TIMES.some((one) => one.test(where)))
			.map(({ where, what }) => ({ where: `report-${pool} ${where}`, what })),
	);
}
