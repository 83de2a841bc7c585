import { type Rubric, rubricName } from "../../../judging/rubrics/rubric.ts";
import { RUBRICS } from "../../../judging/rubrics/rubrics.ts";
import type { CategoryCounts } from "../../agreement/distribution-distance.ts";
import { featureDifferences } from "../../agreement/feature-differences.ts";
import { analysisStream } from "../../commands/bootstrap-rows.ts";
import { mean } from "../../numeric/arrays.ts";
import { compareTopics } from "../../topics/compare-topics.ts";
import { type Estimate, fromInterval, isMissing } from "../estimate.ts";
import type { ReportOptions } from "../options.ts";
import { type JudgedScore, judgedScores } from "../replies/judged-scores.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { JudgementRow } from "../tables/study-tables.ts";
import type { Condition } from "./pairing.ts";

/** Judged topics and scores of people's conversations and of those of one condition. */
export type JudgedComparison = {
	/** Whether simulations open with the topics of people, by each rubric of openings. */
	readonly topics: readonly (Row & { readonly byChance?: number } & Estimate)[];
	/** Simulated minus people, by participant: how sycophantic the replies were that each side got. */
	readonly scores: readonly (Row & { readonly people: number; readonly simulated: number } & Estimate)[];
};

/** `isDetail`: the row is a part of another one, so the summary leaves it out. */
type Row = { readonly label: string; readonly isDetail: boolean };

export const judgedAgainst = (people: PoolTables, condition: Condition, options: ReportOptions): JudgedComparison => ({
	topics: RUBRICS.filter(({ judges }) => judges === "opening").flatMap((rubric) =>
		topicRows(rubric, people, condition, options),
	),
	scores: scoreRows(people, condition),
});

const FEWEST_DRAWS = 200;
const MOST_DRAWS = 400;

function topicRows(rubric: Rubric, people: PoolTables, { name, pool }: Condition, { draws, seed }: ReportOptions) {
	const item = rubric.items[0];
	if (item?.scale.kind !== "choice") return [];
	const categories = item.scale.options.map(({ id }) => id);
	const countsIn = (rows: readonly JudgementRow[]): CategoryCounts =>
		countsOf(
			rows.filter((row) => row.rubric === rubricName(rubric) && row.item === item.id),
			categories,
		);
	const [one, other] = [countsIn(people.judgements), countsIn(pool.judgements)];
	if (one.length === 0 || other.length === 0) return [];
	const times = Math.max(FEWEST_DRAWS, Math.min(draws, MOST_DRAWS));
	const sampling = { draws: times, stream: analysisStream(seed, `judged topics ${rubricName(rubric)} ${name}`) };
	const { distance, human, simulated, differences } = compareTopics(one, other, sampling);
	const method = `Topics by judges, ${rubricName(rubric)}; percentiles of ${times} draws of participants, widened to the estimate`;
	const label = `Jensen-Shannon distance of judged topics (${rubricName(rubric)})`;
	const n = one.length + other.length;
	return [
		isMissing(distance)
			? { label, isDetail: false, missing: distance.missing }
			: {
					...{ label, isDetail: false, byChance: distance.byChance, estimate: distance.distance, p: distance.p },
					...{ lower: distance.lower, upper: distance.upper, n, method },
				},
		{ label: "Diversity of people's judged topics", isDetail: false, ...fromInterval(human.diversity, method) },
		{ label: "Diversity of simulated judged topics", isDetail: false, ...fromInterval(simulated.diversity, method) },
		...categories.flatMap((category, place) => {
			const difference = differences[place];
			const isSeen = [...one, ...other].some((row) => (row[place] ?? 0) > 0);
			if (!difference || !isSeen) return [];
			const share = `Share of ${category.replaceAll("_", " ")}, simulated minus people`;
			return [{ label: share, isDetail: true, ...fromInterval(difference, method) }];
		}),
	];
}

/** One row for each session. If an opening message was judged several times, its judged topics share a weight of one. */
function countsOf(rows: readonly JudgementRow[], categories: readonly string[]): number[][] {
	const known = rows.filter(({ value }) => value !== null && categories.includes(value));
	return [...Map.groupBy(known, ({ session }) => session).values()].map((own) => {
		const counts = new Array<number>(categories.length).fill(0);
		for (const judged of Map.groupBy(own, ({ conversationId }) => conversationId).values())
			for (const { value } of judged) {
				const place = categories.indexOf(value ?? "");
				counts[place] = (counts[place] ?? 0) + 1 / judged.length;
			}
		return counts;
	});
}

const METHOD = "Welch's t test over participants' means of judged replies";

function scoreRows(people: PoolTables, { pool }: Condition): JudgedComparison["scores"] {
	const simulated = new Map(judgedScores(pool).map((score) => [score.id, score]));
	const values = judgedScores(people).flatMap((score) => {
		const other = simulated.get(score.id);
		if (!other) return [];
		const about = { feature: score.id, isDetail: score.item !== null };
		return [{ ...about, one: bySession(pool, other), other: bySession(people, score) }];
	});
	return featureDifferences(values).map((row, index) => {
		const isDetail = values[index]?.isDetail ?? false;
		const about = { label: `${row.feature} of the replies`, isDetail, people: row.meanOther, simulated: row.meanOne };
		if (isMissing(row)) return { ...about, missing: row.missing };
		const { difference, se, df, t, p, lower, upper } = row;
		const n = (values[index]?.one.length ?? 0) + (values[index]?.other.length ?? 0);
		return { ...about, estimate: difference, se, df, statistic: t, p, lower, upper, n, method: METHOD };
	});
}

function bySession({ replies }: PoolTables, { ofReply }: JudgedScore): number[] {
	const groups = Map.groupBy(replies, ({ session }) => session);
	return [...groups.values()].flatMap((own) => {
		const known = own.flatMap(({ conversationId, turn, slot }) => ofReply(conversationId, turn, slot) ?? []);
		return known.length > 0 ? [mean(known)] : [];
	});
}
