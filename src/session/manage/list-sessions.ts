import { and, desc, eq, inArray, isNotNull, isNull, lt, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { sessions } from "../../db/tables/sessions.ts";
import type { Pool } from "../../randomisation/allocator/allocator-client.ts";
import { timestamp } from "../../shared/clock.ts";
import type { PoolChoice } from "../../studies/pool-query.ts";
import type { ListedSession } from "./session-list-schema.ts";

/** Without anything from the participant for this long, an active session counts as stuck. As in `v_stuck`. */
export const STUCK_AFTER_MS = 15 * 60_000;

export type SessionFilter = {
	readonly status?: string | undefined;
	readonly pool: PoolChoice;
	readonly stuck: boolean;
	readonly randomised?: "true" | "false" | undefined;
	/** `true`: neither active nor completed. */
	readonly ended?: "true" | "false" | undefined;
	/** Labels, separated by spaces. */
	readonly sequence?: string | undefined;
	/** The id of the last session of the page before. */
	readonly after?: string | undefined;
	readonly limit: number;
};

const columns = {
	session: sessions.id,
	participant: sessions.participantId,
	pool: sessions.pool,
	status: sessions.status,
	source: sessions.source,
	stratum: sessions.stratum,
	sequence: sessions.sequence,
	step: sessions.currentStep,
	done: sessions.stepsDone,
	of: sessions.stepsOf,
	startedAt: sessions.startedAt,
	endedAt: sessions.endedAt,
	lastActivityAt: sessions.lastActivityAt,
};

/** A page of a study's sessions, the newest first. Null if the study has no session `after`. */
export async function listSessions(db: Database, studyId: string, filter: SessionFilter, nowMs: number) {
	const place = filter.after === undefined ? undefined : await placeOf(db, studyId, filter.after);
	if (place === null) return null;
	const found = await db
		.select(columns)
		.from(sessions)
		.where(and(eq(sessions.studyId, studyId), ...conditions(filter, nowMs), place && isAfter(place)))
		.orderBy(desc(sessions.startedAt), desc(sessions.id))
		.limit(filter.limit + 1);
	const page = found.slice(0, filter.limit).map((row) => listed(row, nowMs));
	return { sessions: page, next: found.length > page.length ? (page.at(-1)?.session ?? null) : null };
}

type Place = { readonly id: string; readonly startedAt: string };

async function placeOf(db: Database, studyId: string, id: string): Promise<Place | null> {
	const [row] = await db
		.select({ id: sessions.id, startedAt: sessions.startedAt })
		.from(sessions)
		.where(and(eq(sessions.studyId, studyId), eq(sessions.id, id)));
	return row ?? null;
}

const isAfter = ({ id, startedAt }: Place): SQL | undefined =>
	or(lt(sessions.startedAt, startedAt), and(eq(sessions.startedAt, startedAt), lt(sessions.id, id)));

/** Rows from before activity was recorded count from their start. */
const activity = sql`coalesce(${sessions.lastActivityAt}, ${sessions.startedAt})`;

const OF_THE_PROTOCOL = ["active", "completed"];

const conditions = (
	{ status, pool, stuck, randomised, ended, sequence }: SessionFilter,
	nowMs: number,
): (SQL | undefined)[] => [
	status === undefined ? undefined : eq(sessions.status, status),
	sequence === undefined ? undefined : eq(sessions.sequence, sequence),
	randomised === undefined
		? undefined
		: randomised === "true"
			? isNotNull(sessions.randomisedAt)
			: isNull(sessions.randomisedAt),
	ended === undefined ? undefined : (ended === "true" ? notInArray : inArray)(sessions.status, OF_THE_PROTOCOL),
	pool === "all" ? undefined : eq(sessions.pool, pool),
	stuck ? and(eq(sessions.status, "active"), sql`${activity} < ${timestamp(nowMs - STUCK_AFTER_MS)}`) : undefined,
];

type Row = {
	readonly session: string;
	readonly participant: string;
	readonly pool: Pool;
	readonly status: string;
	readonly source: string;
	readonly stratum: string | null;
	readonly sequence: string | null;
	readonly step: string | null;
	readonly done: number | null;
	readonly of: number | null;
	readonly startedAt: string;
	readonly endedAt: string | null;
	readonly lastActivityAt: string | null;
};

const MINUTE_MS = 60_000;
const minutesBetween = (from: string, toMs: number): number =>
	Math.round((toMs - Date.parse(from)) / (MINUTE_MS / 10)) / 10;

function listed(row: Row, nowMs: number): ListedSession {
	const { session, participant, pool, status, stratum, startedAt, endedAt } = row;
	const lastActivityAt = row.lastActivityAt ?? startedAt;
	const isActive = status === "active";
	const idleMs = nowMs - Date.parse(lastActivityAt);
	return {
		...{ session, participant, pool, status: status as ListedSession["status"], stratum },
		erased: row.source === "erased",
		sequence: row.sequence === null ? null : row.sequence.split(" "),
		step: row.step as ListedSession["step"],
		progress: row.done === null || row.of === null ? null : { done: row.done, of: row.of },
		...{ startedAt, lastActivityAt, endedAt },
		minutes: minutesBetween(startedAt, Date.parse(endedAt ?? lastActivityAt)),
		idleMinutes: isActive ? minutesBetween(lastActivityAt, nowMs) : null,
		stuck: isActive && idleMs > STUCK_AFTER_MS,
	};
}
