import { type HumanLabel, meanLabels } from "../../../judging/judgement-labels/read-labels.ts";
import { type Judged, scoreIn, scoresOf } from "../../../judging/judges/scores.ts";
import type { RubricItem } from "../../../judging/rubrics/rubric.ts";
import type { Missing } from "../../inference/coefficients.ts";
import { type Calibration, calibrate, calibrateCategories, type LabelledScore } from "../../judgements/calibration.ts";
import { judgeAgreement } from "../../judgements/judge-agreement.ts";
import type { Sampling } from "../../judgements/sampling.ts";
import { type Estimate, fromInterval, isMissing } from "../estimate.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import {
	type About,
	alphaOf,
	DRAWS,
	type Drawing,
	isNumeric,
	type JudgeMeasure,
	scaleOf,
	typed,
} from "./judge-measures.ts";

/** A judge's values beside people's, and people's beside each other. */
export function againstPeople(
	judged: readonly Judged[],
	item: RubricItem,
	rubric: string,
	pool: PoolTables,
	people: ReadonlyMap<string, string>,
	{ sampling }: Drawing,
	about: About,
): JudgeMeasure[] {
	const labels = pool.labels.filter((row) => row.rubric === rubric && row.item === item.id);
	const judges = [...new Set(judged.map(({ judge }) => judge))].sort();
	if (labels.length === 0)
		return judges.length === 0 ? [] : [about("all judges", "agreement with people", NOT_COMPARED)];
	const typedLabels = labels.map((row): HumanLabel => ({ ...row, value: typed(row.value, item) }));
	return [
		about("people", "alpha between people", peopleAlpha(typedLabels, item, sampling(`people ${item.id}`))),
		...judges.flatMap((judge) => {
			const own = judged.filter((one) => one.judge === judge);
			const pairs = labelledScores(own, typedLabels, item, people);
			return calibrated(pairs, item, sampling(`people ${judge} ${item.id}`)).map(([measure, found]) =>
				about(judge, measure, found),
			);
		}),
	];
}

const NOT_COMPARED: Missing = {
	missing: "Nobody has labelled a part of these texts, so the judges were not compared with people.",
};

/** Each labeller as a judge. */
function peopleAlpha(labels: readonly HumanLabel[], item: RubricItem, sampling: Sampling): Estimate {
	const scored = scoreIn(item);
	const scores = labels.map(({ unit, labeller, value }) => ({
		...{ unit, judge: labeller, repeat: 1 },
		value: value === null ? null : scored(value),
	}));
	const { between } = judgeAgreement(scores, scaleOf(item), sampling);
	return alphaOf(between, `Krippendorff's alpha, ${scaleOf(item)}; percentiles of ${DRAWS} draws of texts`);
}

/** Units that both the judge and people have judged. A judge's repeats are averaged; of categories the first counts. */
function labelledScores(
	judged: readonly Judged[],
	labels: readonly HumanLabel[],
	item: RubricItem,
	people: ReadonlyMap<string, string>,
): LabelledScore[] {
	const human = isNumeric(item) ? meanLabels(labels, item.id) : majority(labels, item);
	return [...Map.groupBy(scoresOf(judged, item), ({ unit }) => unit)].flatMap(([unit, scores]) => {
		const values = scores.flatMap(({ value }) => value ?? []);
		const label = human.get(unit);
		const [first] = values;
		if (label === undefined || first === undefined) return [];
		const judge = isNumeric(item) ? values.reduce((sum, value) => sum + value, 0) / values.length : first;
		return [{ unit, cluster: people.get(unit) ?? unit, judge, human: label }];
	});
}

/** The category that most labellers gave. A unit without one is left out. */
function majority(labels: readonly HumanLabel[], item: RubricItem): ReadonlyMap<string, number> {
	const scored = scoreIn(item);
	return new Map(
		[...Map.groupBy(labels, ({ unit }) => unit)].flatMap(([unit, own]): [string, number][] => {
			const votes = Map.groupBy(
				own.flatMap(({ value }) => (value === null ? [] : (scored(value) ?? []))),
				(value) => value,
			);
			const [best, next] = [...votes].sort(([, one], [, other]) => other.length - one.length);
			return best && best[1].length > (next?.[1].length ?? 0) ? [[unit, best[0]]] : [];
		}),
	);
}

function calibrated(pairs: readonly LabelledScore[], item: RubricItem, sampling: Sampling): [string, Estimate][] {
	const of = (measure: string, found: Parameters<typeof fromInterval>[0]): [string, Estimate] => [
		measure,
		fromInterval(found, `Percentiles of ${DRAWS} draws of participants`),
	];
	const shared = ({ alpha, kappa, exact }: CategoryEstimates): [string, Estimate][] => [
		of("alpha with people", alpha),
		of(`${isNumeric(item) ? "quadratic weighted kappa" : "kappa"} with people`, kappa),
		of("the same value as people", exact),
	];
	if (!isNumeric(item)) {
		const found = calibrateCategories(pairs, sampling);
		return isMissing(found) ? [["agreement with people", { missing: found.missing }]] : shared(found);
	}
	const found = calibrate(pairs, sampling);
	if (isMissing(found)) return [["agreement with people", { missing: found.missing }]];
	return [
		...shared(found),
		of("judge minus people", found.bias),
		of("mean distance from people", found.meanAbsoluteError),
	];
}

type CategoryEstimates = Pick<Calibration, "alpha" | "kappa" | "exact">;
