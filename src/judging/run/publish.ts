import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { type Database, database } from "../../db/database.ts";
import { replacing } from "../../db/replace-row.ts";
import { judgementBatches, judgements } from "../../db/tables/judgements.ts";
import { sessions } from "../../db/tables/sessions.ts";
import type { Env } from "../../env.ts";
import { timestamp } from "../../shared/clock.ts";
import { judgeSettings } from "../judges/judge-model.ts";
import type { BatchState } from "../judging-client.ts";
import type { AnswerStore, JudgementRow } from "./answer-store.ts";
import type { Batch, BatchStore } from "./batch-store.ts";

const ROWS_AT_ONCE = 40;

/** Brings D1 up to date with the object. A batch of rows that is sent twice is the same as once. */
export async function publish({ DB }: Env, batches: BatchStore, answers: AnswerStore): Promise<void> {
	const db = database(DB);
	for (;;) {
		const outgoing = answers.outgoing(ROWS_AT_ONCE);
		const changed = batches.unpublished();
		const [first, ...others] = [
			...outgoing.flatMap(({ row }) => {
				const batch = batches.find(row.batch);
				return batch ? [judgementInsert(db, batch, row)] : [];
			}),
			...changed.map((batch) => batchUpsert(db, batch, batches.stateOf(batch))),
		];
		if (!first) return;
		await db.batch([first, ...others]);
		for (const batch of changed) batches.published(batch);
		const last = outgoing.at(-1);
		if (last) answers.sent(last.seq);
	}
}

/** Not of a session that was erased meanwhile. */
function judgementInsert(db: Database, { studyId, spec }: Batch, row: JudgementRow): BatchItem<"sqlite"> {
	const { judgement, answers, fault, inputTokens, outputTokens, cost, atMs, batch } = row;
	const { place } = judgement;
	const values: Record<keyof typeof judgements.$inferInsert, string | number | null> = {
		...{ id: judgement.id, batchId: batch, studyId, sessionId: place.session, conversationId: place.conversation },
		...{ turn: place.turn, slot: place.slot, otherSlot: place.otherSlot, unit: judgement.unit },
		rubric: spec.rubric,
		...{ judge: judgement.judge, repeat: judgement.repeat, swapped: Number(judgement.swapped) },
		requestHash: judgement.request,
		answers: answers === null ? null : JSON.stringify(answers),
		...{ fault, inputTokens, outputTokens, cost, judgedAt: timestamp(atMs) },
	};
	const inOrder = Object.keys(getTableColumns(judgements)) as (keyof typeof values)[];
	const selected: SQL = sql.join(
		inOrder.map((name) => sql`${values[name]}`),
		sql`, `,
	);
	return db
		.insert(judgements)
		.select(
			sql`select ${selected} where exists (select 1 from ${sessions} where ${sessions.id} = ${place.session} and ${sessions.source} <> 'erased')`,
		)
		.onConflictDoNothing();
}

const batchUpsert = (db: Database, batch: Batch, state: BatchState): BatchItem<"sqlite"> =>
	db
		.insert(judgementBatches)
		.values({
			...{ id: batch.batch, studyId: batch.studyId, protocolHash: batch.protocolHash, actor: batch.actor },
			...{ rubric: state.rubric, pool: state.pool, repeats: state.repeats, seed: state.seed, status: state.status },
			judges: batch.spec.judges.map(({ name, model }) => ({ name, settings: judgeSettings(model) })),
			...{ planned: state.of, judged: state.judged, missing: state.missing, known: state.known, gone: state.gone },
			...{ failed: state.failed, tokens: state.tokens, cost: state.cost },
			startedAt: timestamp(state.startedAtMs),
			endedAt: state.endedAtMs === null ? null : timestamp(state.endedAtMs),
		})
		.onConflictDoUpdate({ target: judgementBatches.id, set: replacing(judgementBatches) });
