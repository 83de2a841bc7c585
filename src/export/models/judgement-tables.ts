import { and, asc, eq, gt } from "drizzle-orm";
import { judgementLabels, judgements } from "../../db/tables/judgements.ts";
import { sessions } from "../../db/tables/sessions.ts";
import { field, fieldsOf } from "../field.ts";
import type { Row, Source, Table } from "../table.ts";

/** Reasons are texts. */
const ROWS_PER_PAGE = 1000;

const who = { participant: sessions.participantId, session: sessions.id, pool: sessions.pool };
const selection = {
	judgement: judgements.id,
	batch: judgements.batchId,
	...who,
	conversation_id: judgements.conversationId,
	turn: judgements.turn,
	slot: judgements.slot,
	other_slot: judgements.otherSlot,
	unit: judgements.unit,
	rubric: judgements.rubric,
	judge: judgements.judge,
	repeat: judgements.repeat,
	swapped: judgements.swapped,
};
const afterItem = { fault: judgements.fault, request_hash: judgements.requestHash, judged_at: judgements.judgedAt };

type Answers = Readonly<Record<string, { readonly value: unknown; readonly reason: string }>>;

/** What judge models judged. A judgement without a usable answer is one row without an item. */
const judged: Table = {
	name: "judgements",
	title: "One row for each item of a judge model's judgement",
	fields: [
		...fieldsOf(selection),
		field("item", "string"),
		field("value", "any"),
		field("reason", "string"),
		...fieldsOf(afterItem),
	],
	byPool: true,
	references: { session: "sessions", conversation_id: "conversations" },
	pages: async function* (source) {
		for await (const page of judgementPages(source)) yield page.flatMap(itemRows);
	},
};

async function* judgementPages({ db, study, pool }: Source) {
	const ofPool = pool === undefined ? undefined : eq(sessions.pool, pool);
	let after = "";
	for (;;) {
		const page = await db
			.select({ ...selection, answers: judgements.answers, ...afterItem })
			.from(judgements)
			.innerJoin(sessions, eq(sessions.id, judgements.sessionId))
			.where(and(eq(judgements.studyId, study.id), gt(judgements.id, after), ofPool))
			.orderBy(asc(judgements.id))
			.limit(ROWS_PER_PAGE);
		const last = page.at(-1);
		if (!last) return;
		yield page;
		after = last.judgement;
	}
}

function itemRows({ answers, fault, request_hash, judged_at, ...row }: { readonly answers: unknown } & Row): Row[] {
	const after = { fault, request_hash, judged_at };
	const items = Object.entries((answers ?? {}) as Answers);
	if (items.length === 0) return [{ ...row, item: null, value: null, reason: null, ...after }];
	return items.map(([item, { value, reason }]) => ({ ...row, item, value, reason, ...after }));
}

const labelSelection = {
	id: judgementLabels.id,
	...who,
	conversation_id: judgementLabels.conversationId,
	turn: judgementLabels.turn,
	slot: judgementLabels.slot,
	other_slot: judgementLabels.otherSlot,
	unit: judgementLabels.unit,
	rubric: judgementLabels.rubric,
	item: judgementLabels.item,
	labeller: judgementLabels.labeller,
	value: judgementLabels.value,
};

/** What people judged. */
const labelled: Table = {
	name: "judgement-labels",
	title: "One row for each item that a person judged",
	fields: fieldsOf(labelSelection),
	byPool: true,
	references: { session: "sessions", conversation_id: "conversations" },
	pages: async function* ({ db, study, pool }) {
		const ofPool = pool === undefined ? undefined : eq(sessions.pool, pool);
		yield await db
			.select(labelSelection)
			.from(judgementLabels)
			.innerJoin(sessions, eq(sessions.id, judgementLabels.sessionId))
			.where(and(eq(judgementLabels.studyId, study.id), ofPool))
			.orderBy(asc(judgementLabels.id));
	},
};

export const JUDGEMENT_TABLES: readonly Table[] = [judged, labelled];
