import { isDue, type LateCount } from "./late-share.ts";
import type { PacedPool } from "./publish-late-share.ts";

/** One session's report of its replies so far. */
export type LateReport = {
	readonly studyId: string;
	readonly session: string;
	readonly pool: PacedPool;
	/** See `late-share.ts`. */
	readonly step: number;
	readonly count: LateCount;
};

export type DueCount = { readonly studyId: string; readonly pool: PacedPool; readonly count: LateCount };

/** Counts of paced and late replies by session, in the SQLite of the study's ledger. */
export class LateCounts {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		sql.exec(
			"CREATE TABLE IF NOT EXISTS paced (session TEXT PRIMARY KEY, pool TEXT NOT NULL, replies INTEGER NOT NULL, late INTEGER NOT NULL) WITHOUT ROWID",
		);
		sql.exec(
			"CREATE TABLE IF NOT EXISTS pace_published (pool TEXT PRIMARY KEY, study_id TEXT NOT NULL, step INTEGER NOT NULL, replies INTEGER NOT NULL, late INTEGER NOT NULL) WITHOUT ROWID",
		);
	}

	/** Idempotent. A session's count only grows, so a late older report changes nothing. */
	record({ studyId, session, pool, step, count }: LateReport): void {
		this.#sql.exec(
			"INSERT INTO paced (session, pool, replies, late) VALUES (?, ?, ?, ?) ON CONFLICT (session) DO UPDATE SET replies = excluded.replies, late = excluded.late WHERE excluded.replies > replies",
			session,
			pool,
			count.replies,
			count.late,
		);
		this.#sql.exec(
			"INSERT INTO pace_published (pool, study_id, step, replies, late) VALUES (?, ?, ?, 0, 0) ON CONFLICT (pool) DO NOTHING",
			pool,
			studyId,
			step,
		);
	}

	/** Counts that have grown by a step since they were last published. */
	due(): DueCount[] {
		const rows = this.#sql.exec<{
			pool: PacedPool;
			study_id: string;
			step: number;
			published: number;
			replies: number;
			late: number;
		}>(
			"SELECT p.pool, p.study_id, p.step, p.replies AS published, sum(s.replies) AS replies, sum(s.late) AS late FROM pace_published p JOIN paced s ON s.pool = p.pool GROUP BY p.pool",
		);
		return [...rows]
			.filter(({ replies, late, published, step }) => isDue({ replies, late }, { replies: published, late: 0 }, step))
			.map(({ pool, study_id, replies, late }) => ({ studyId: study_id, pool, count: { replies, late } }));
	}

	published({ pool, count }: DueCount): void {
		this.#sql.exec("UPDATE pace_published SET replies = ?, late = ? WHERE pool = ?", count.replies, count.late, pool);
	}
}
