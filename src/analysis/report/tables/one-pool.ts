import { meanStyle } from "./reply-style.ts";
import type { Pool, ReplyStyle, StudyTables } from "./study-tables.ts";

/** The rows of one pool, with what most parts of the report look up in them. */
export type PoolTables = Pick<
	StudyTables,
	| "sessions"
	| "conversations"
	| "answers"
	| "ratings"
	| "rankings"
	| "replies"
	| "messages"
	| "deviations"
	| "guesses"
	| "judgements"
	| "labels"
> & {
	readonly pool: Pool;
	/** The arm of a label once the study is unblinded, its label before. */
	readonly nameOf: (label: string) => string;
	readonly isUnblinded: boolean;
	/** The mean style of the replies of one label in one conversation. */
	readonly styleOf: (conversationId: string, label: string) => ReplyStyle | null;
	/** The style of one reply. */
	readonly replyStyle: (conversationId: string, turn: number | null, slot: string | null) => ReplyStyle | null;
};

export function onePool(tables: StudyTables, pool: Pool): PoolTables {
	const own = <R extends { readonly pool: Pool }>(rows: readonly R[]): R[] => rows.filter((row) => row.pool === pool);
	const replies = own(tables.replies);
	const arms = armsOf(tables, pool);
	const byPlace = Map.groupBy(replies, ({ conversationId, label }) => `${conversationId} ${label}`);
	const means = new Map([...byPlace].map(([place, rows]) => [place, meanStyle(rows.map(({ style }) => style))]));
	const single = new Map(
		replies.map((reply) => [replyPlace(reply.conversationId, reply.turn, reply.slot), reply.style]),
	);
	return {
		pool,
		sessions: own(tables.sessions),
		conversations: own(tables.conversations),
		answers: own(tables.answers),
		ratings: own(tables.ratings),
		rankings: own(tables.rankings),
		replies,
		messages: own(tables.messages),
		deviations: own(tables.deviations),
		guesses: own(tables.guesses),
		judgements: own(tables.judgements),
		labels: own(tables.labels),
		nameOf: (label) => arms.get(label) ?? label,
		isUnblinded: arms.size > 0,
		styleOf: (conversationId, label) => means.get(`${conversationId} ${label}`) ?? null,
		replyStyle: (conversationId, turn, slot) => single.get(replyPlace(conversationId, turn, slot)) ?? null,
	};
}

const replyPlace = (conversationId: string, turn: number | null, slot: string | null): string =>
	`${conversationId} ${turn} ${slot}`;

/** Each pool has labels of its own; in old studies all pools share them. */
function armsOf({ arms }: StudyTables, pool: Pool): ReadonlyMap<string, string> {
	const shared = arms.filter((key) => key.pool === null || key.pool === pool);
	return new Map(shared.map(({ label, arm }) => [label, arm]));
}
