import { and, asc, eq, getTableColumns, gt, isNull, or, sql } from "drizzle-orm";
import { modelCalls } from "../db/tables/sealed.ts";
import { armKeys, studyDeviations, unblindings } from "../db/tables/studies.ts";
import { RECORD_COLUMNS } from "../unblinding/unblinding-record.ts";
import { field, fieldsOf } from "./field.ts";
import type { Row, Source, Table } from "./table.ts";

const CALLS_PER_PAGE = 1000;

/** Counts by pool, with CONSORT's names. Erased sessions are included, so that the numbers add up. */
const flow: Table = {
	name: "flow",
	title: "Participant flow, one row for each pool",
	key: ["pool"],
	fields: [
		field("pool", "string"),
		...[
			"assessed",
			"declined",
			"screened_out",
			"failed_checks_before",
			"full",
			"left_before",
			"not_yet_randomised",
			"randomised",
			"in_progress",
			"completed",
			"withdrawn",
			"expired",
			"failed_checks",
			"withdrawn_before",
			"expired_before",
			"full_after",
		].map((name) => field(name, "integer")),
	],
	byPool: true,
	pages: async function* ({ db, study, pool }) {
		const rows = await db.all<Row>(sql`SELECT * FROM v_flow WHERE study = ${study.slug} ORDER BY pool`);
		yield rows.filter((row) => pool === undefined || row.pool === pool).map(({ study: _, ...counts }) => counts);
	},
};

const { studyId: _, ...callColumns } = getTableColumns(modelCalls);
const callSelection = Object.fromEntries(Object.values(callColumns).map((column) => [column.name, column]));

/** Sealed until unblinding. The ids reveal nothing. */
const calls: Table = {
	name: "model-calls",
	title: "One row for each model call",
	key: ["id"],
	fields: fieldsOf(renamed(callSelection)),
	// A sealed call does not name its session.
	byPool: false,
	pages: callPages,
};

function renamed<T>(columns: Readonly<Record<string, T>>): Record<string, T> {
	return Object.fromEntries(
		Object.entries(columns).map(([name, column]) => [name === "session_id" ? "session" : name, column]),
	);
}

/** In the order of ids, which are keyed hashes. The plus makes SQLite read in key order, instead of sorting the study for each page. */
async function* callPages({ db, study }: Source): AsyncGenerator<readonly Row[]> {
	const ofStudy = sql`+${modelCalls.studyId} = ${study.id}`;
	for (let after = ""; ; ) {
		const rows = await db
			.select({ ...renamed(callSelection), id: modelCalls.id })
			.from(modelCalls)
			.where(and(ofStudy, gt(modelCalls.id, after)))
			.orderBy(asc(modelCalls.id))
			.limit(CALLS_PER_PAGE);
		yield rows;
		const last = rows.at(-1);
		if (!last || rows.length < CALLS_PER_PAGE) return;
		after = last.id;
	}
}

const armSelection = { label: armKeys.label, arm: armKeys.arm, revealed_at: armKeys.revealedAt, pool: armKeys.pool };

/** Empty while the study is blinded. */
const arms: Table = {
	name: "arms",
	title: "The arm key: the arm of each label",
	key: ["label"],
	fields: fieldsOf(armSelection),
	byPool: true,
	pages: async function* ({ db, study, pool }) {
		const ofStudy = eq(armKeys.studyId, study.id);
		// If pools have no labels of their own, all pools share the labels.
		const ofPool = pool === undefined ? undefined : or(eq(armKeys.pool, pool), isNull(armKeys.pool));
		yield await db.select(armSelection).from(armKeys).where(and(ofStudy, ofPool)).orderBy(asc(armKeys.label));
	},
};

const unblindingTable: Table = {
	name: "unblindings",
	title: "Unblindings: who, when and why",
	key: ["id"],
	fields: fieldsOf(RECORD_COLUMNS),
	byPool: false,
	pages: async function* ({ db, study }) {
		yield await db
			.select(RECORD_COLUMNS)
			.from(unblindings)
			.where(eq(unblindings.studyId, study.id))
			.orderBy(asc(unblindings.unblindedAt), asc(unblindings.id));
	},
};

const { studyId: _study, ...changeColumns } = getTableColumns(studyDeviations);
const changeSelection = Object.fromEntries(Object.values(changeColumns).map((column) => [column.name, column]));

const changes: Table = {
	name: "study-deviations",
	title: "Deviations of the whole study from its protocol",
	key: ["id"],
	fields: fieldsOf(changeSelection),
	byPool: false,
	pages: async function* ({ db, study }) {
		yield await db
			.select({ ...changeSelection, id: studyDeviations.id })
			.from(studyDeviations)
			.where(eq(studyDeviations.studyId, study.id))
			.orderBy(asc(studyDeviations.occurredAt), asc(studyDeviations.id));
	},
};

export const STUDY_TABLES: readonly Table[] = [flow, calls, arms, unblindingTable, changes];
