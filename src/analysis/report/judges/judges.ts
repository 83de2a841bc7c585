import { type Judged, pairAnswers, scoresOf } from "../../../judging/judges/scores.ts";
import type { Rubric, RubricItem } from "../../../judging/rubrics/rubric.ts";
import { rubricNamed } from "../../../judging/rubrics/rubrics.ts";
import { analysisStream } from "../../commands/bootstrap-rows.ts";
import type { Missing } from "../../inference/coefficients.ts";
import { judgeAgreement } from "../../judgements/judge-agreement.ts";
import { positionBias } from "../../judgements/position-bias.ts";
import type { Sampling } from "../../judgements/sampling.ts";
import { type Estimate, fromInterval, isMissing } from "../estimate.ts";
import type { ReportOptions } from "../options.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import { againstPeople } from "./against-people.ts";
import { type About, alphaOf, DRAWS, type Drawing, type JudgeMeasure, judgedIn, scaleOf } from "./judge-measures.ts";

export type JudgeCount = {
	readonly rubric: string;
	readonly judge: string;
	readonly judgements: number;
	/** Two answers were unusable. */
	readonly withoutAnswer: number;
};

export type Judges = { readonly counts: readonly JudgeCount[]; readonly agreement: readonly JudgeMeasure[] };

/** How far judges agree among themselves, with themselves, and with people. */
export function judgesOf(pool: PoolTables, { seed }: ReportOptions): Judges {
	const names = [...new Set([...pool.judgements, ...pool.labels].map(({ rubric }) => rubric))].sort();
	const parts = names.flatMap((name) => {
		const rubric = rubricNamed(name);
		if (!rubric) return [];
		const sampling = (what: string): Sampling => ({
			draws: DRAWS,
			stream: analysisStream(seed, `judges ${name} ${what}`),
		});
		return [rubricPart(name, rubric, pool, { sampling })];
	});
	return { counts: parts.flatMap(({ counts }) => counts), agreement: parts.flatMap(({ agreement }) => agreement) };
}

function rubricPart(name: string, rubric: Rubric, pool: PoolTables, drawing: Drawing): Judges {
	const rows = pool.judgements.filter((row) => row.rubric === name);
	const judged = judgedIn(rows, rubric);
	const people = new Map(rows.map(({ unit, participant }) => [unit, participant]));
	const counts = [...Map.groupBy(judged, ({ judge }) => judge)].map(([judge, own]) => ({
		...{ rubric: name, judge, judgements: own.length },
		withoutAnswer: own.filter(({ items }) => items === null).length,
	}));
	const agreement = rubric.items.flatMap((item) => {
		const about = (judge: string, measure: string, found: Estimate): JudgeMeasure => ({
			...{ rubric: name, item: item.id, judge, measure, ...found },
		});
		return [
			...amongJudges(judged, item, rubric, drawing, about),
			...(rubric.judges === "pair"
				? positions(judged, item, people, drawing, about)
				: againstPeople(judged, item, name, pool, people, drawing, about)),
		];
	});
	return { counts, agreement };
}

function amongJudges(
	judged: readonly Judged[],
	item: RubricItem,
	rubric: Rubric,
	{ sampling }: Drawing,
	about: About,
): JudgeMeasure[] {
	if (judged.length === 0) return [];
	// Of a pair, both orders are of one question: the answers in the original order are compared.
	const scores = scoresOf(
		judged.filter(({ swapped }) => !swapped),
		item,
	);
	const found = judgeAgreement(scores, scaleOf(item), sampling(`among ${item.id}`));
	const judges = Object.keys(found.within);
	const repeats = judged.some(({ repeat }) => repeat > 1);
	const method = `Krippendorff's alpha, ${scaleOf(item)}; percentiles of ${DRAWS} draws of texts${rubric.judges === "pair" ? ", replies in their original order" : ""}`;
	return [
		...(judges.length > 1 ? [about("all judges", "alpha between judges", alphaOf(found.between, method))] : []),
		...(repeats
			? judges.map((judge) => about(judge, "alpha between repeats", alphaOf(found.within[judge] ?? NO_REPEATS, method)))
			: []),
	];
}

const NO_REPEATS: Missing = { missing: "This judge has judged nothing twice." };

function positions(
	judged: readonly Judged[],
	item: RubricItem,
	people: ReadonlyMap<string, string>,
	{ sampling }: Drawing,
	about: About,
): JudgeMeasure[] {
	const pairs = pairAnswers(scoresOf(judged, item));
	return [...Map.groupBy(pairs, ({ judge }) => judge)].flatMap(([judge, own]) => {
		const found = positionBias(
			own.map(({ pair, asGiven, swapped }) => ({ pair, asGiven, swapped, cluster: people.get(pair) ?? pair })),
			sampling(`positions ${judge}`),
		);
		if (isMissing(found)) return [about(judge, "answers for the first place", { missing: found.missing })];
		const method = `Percentiles of ${DRAWS} draws of participants; pairs in both orders`;
		return [
			about(judge, "answers for the first place (0.5 without bias)", fromInterval(found.firstShare, method)),
			about(judge, "pairs with the same verdict in both orders", fromInterval(found.consistent, method)),
		];
	});
}
