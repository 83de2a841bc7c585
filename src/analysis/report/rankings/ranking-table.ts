import { type Table, tableOf } from "../../table/table.ts";
import { type JudgedScore, judgedScores } from "../replies/judged-scores.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { RankingRow, ReplyRow } from "../tables/study-tables.ts";

/** One question whose answers order arms: an item of a form, or the choice between the replies of a turn. */
export type RankingQuestion = {
	readonly id: string;
	readonly kind: "ranking" | "choice";
	readonly table: Table;
	/** The columns of judged scores: the rubrics as wholes. */
	readonly judged: readonly string[];
};

/** All questions with rows. In the tables, each row is an item of a ranking. */
export function rankingQuestions(pool: PoolTables): RankingQuestion[] {
	const scores = judgedScores(pool).filter(({ item }) => item === null);
	const judged = scores.map(({ name }) => name);
	const asked = Map.groupBy(pool.rankings, ({ form, item }) => `${form}.${item}`);
	const ranked = [...asked].map(([id, rows]) => {
		const bySession = Map.groupBy(rows, ({ session }) => session);
		const own = [...bySession.values()].flatMap((ranking) => rowsOfRanking(ranking, pool, scores));
		return { id, kind: "ranking" as const, table: tableFrom(own, scores), judged };
	});
	const chosen = choiceRows(pool.replies, pool, scores);
	return chosen.length > 0
		? [...ranked, { id: "choice", kind: "choice", table: tableFrom(chosen, scores), judged }]
		: ranked;
}

type Row = {
	readonly ranking: string;
	readonly participant: string;
	readonly item: string;
	readonly rank: number;
	readonly position: number | null;
	readonly length: number | null;
	readonly formatting: number | null;
	readonly questions: number | null;
	/** In the order of the scores. */
	readonly judged: readonly (number | null)[];
};

const tableFrom = (rows: readonly Row[], scores: readonly JudgedScore[]): Table =>
	tableOf({
		ranking: rows.map(({ ranking }) => ranking),
		participant: rows.map(({ participant }) => participant),
		item: rows.map(({ item }) => item),
		rank: rows.map(({ rank }) => rank),
		position: rows.map(({ position }) => position),
		length: rows.map(({ length }) => length),
		formatting: rows.map(({ formatting }) => formatting),
		questions: rows.map(({ questions }) => questions),
		...Object.fromEntries(scores.map(({ name }, place) => [name, rows.map(({ judged }) => judged[place] ?? null)])),
	});

/** An arm that was met in several conversations is ranked several times: its rank, place and style are their means. */
function rowsOfRanking(rows: readonly RankingRow[], pool: PoolTables, scores: readonly JudgedScore[]): Row[] {
	const byArm = Map.groupBy(rows, ({ label }) => pool.nameOf(label));
	return [...byArm].map(([item, own]) => {
		const styles = own.flatMap(({ conversationId, label }) => pool.styleOf(conversationId, label) ?? []);
		return {
			ranking: own[0]?.session ?? "",
			participant: own[0]?.participant ?? "",
			item,
			rank: meanOf(own.map(({ rank }) => rank)) ?? Number.NaN,
			position: meanOf(own.map(({ position }) => position)),
			length: meanOf(styles.map(({ characters }) => characters)),
			formatting: meanOf(styles.map(({ formatting }) => formatting)),
			questions: meanOf(styles.map(({ questions }) => questions)),
			judged: scores.map(({ ofLabel }) =>
				meanOf(own.flatMap(({ conversationId, label }) => ofLabel(conversationId, label) ?? [])),
			),
		};
	});
}

const meanOf = (values: readonly number[]): number | null =>
	values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Each pair of a chosen reply and one that was not, of another arm, as a ranking of two. */
function choiceRows(replies: readonly ReplyRow[], pool: PoolTables, scores: readonly JudgedScore[]): Row[] {
	const turns = Map.groupBy(
		replies.filter(({ chosen }) => chosen !== null),
		({ conversationId, turn }) => `${conversationId}/${turn}`,
	);
	return [...turns].flatMap(([place, candidates]) => {
		const best = candidates.find(({ chosen }) => chosen);
		if (!best) return [];
		const others = candidates.filter(({ label }) => label !== best.label);
		return others.flatMap((other) => {
			const ranking = `${place}/${other.slot}`;
			return [best, other].map((reply, place) => ({
				...rowOf(reply, ranking, place + 1, pool),
				judged: scores.map(({ ofReply }) => ofReply(reply.conversationId, reply.turn, reply.slot)),
			}));
		});
	});
}

const SLOTS = "abcdefgh";

const rowOf = (reply: ReplyRow, ranking: string, rank: number, pool: PoolTables): Omit<Row, "judged"> => ({
	ranking,
	participant: reply.participant,
	item: pool.nameOf(reply.label),
	rank,
	position: reply.slot === null ? null : SLOTS.indexOf(reply.slot) + 1,
	length: reply.style.characters,
	formatting: reply.style.formatting,
	questions: reply.style.questions,
});
