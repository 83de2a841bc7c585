import type { Report } from "./report-data.ts";
import type { Plan } from "./tables/study-tables.ts";

type Unfinished = Omit<Report, "methods">;

const ORDERS: Readonly<Record<string, string>> = {
	williams: "a Williams design, which balances positions and predecessors",
	"latin-square": "a Latin square, which balances positions",
	random: "random orders",
};

/** Paragraphs that could stand in a paper. They say only what this report did and what its source tells. */
export function methodsOf(report: Unfinished, plan: Plan | null): string[] {
	return [
		design(report, plan),
		ratings(report),
		rankings(report),
		judged(report),
		checks(report),
		simulators(report),
		software(report),
	].filter((text) => text !== "");
}

function design({ study, blinded }: Unfinished, plan: Plan | null): string {
	const arms = plan
		? ` ${plan.arms.length} arms were compared in a ${plan.design} design${plan.design === "crossover" ? ` with ${ORDERS[plan.order] ?? plan.order}` : ""}; the study was ${plan.level}-blind.`
		: "";
	const state = blinded
		? "Arms are named by neutral labels, because the study has not been unblinded."
		: "Arms are named as in the protocol, because the study has been unblinded.";
	const given = study.prespecified
		? `The protocol, whose hash is ${study.protocolHash}, prespecifies ${study.prespecified} ${study.prespecified === 1 ? "analysis" : "analyses"}; all others are exploratory.`
		: study.prespecified === null
			? "The source of this report has no protocol, so it cannot tell which analyses were prespecified."
			: "The protocol prespecifies no analysis, so all are exploratory.";
	return `${study.randomised} participants of the pool ${study.pool} were randomised and ${study.completed} completed the study, with ${study.conversations} conversations.${arms} ${state} ${given} All randomised participants are analysed with the answers that they gave; nothing was filled in, and deviations exclude nobody.`;
}

function ratings({ ratings: { models }, study }: Unfinished): string {
	if (models.length === 0) return "";
	const main = models.find(({ kind }) => kind === "main");
	const mixed = main?.formula.includes("|")
		? "a linear mixed model by restricted maximum likelihood with a random intercept for participants (and for participants within arms where they rated an arm more than once), t tests with Satterthwaite's degrees of freedom"
		: "least squares with CR2 errors, clustered by participant";
	const bootstrap =
		study.draws > 0
			? ` Percentile intervals are of ${study.draws} bootstrap draws of whole participants (seed ${study.seed}).`
			: "";
	return `Ratings were analysed by ${mixed}. Fixed effects were arm and, where they vary, period, topic and place on the screen. Arms are compared by estimated marginal means and all pairwise differences, with raw p-values and those adjusted by Holm and by Benjamini and Hochberg within each model. Each contrast is estimated again with the length (in 100 characters), the formatting and the questions of the replies as covariates, by least squares with CR2 errors clustered by participant, for outcomes of few values by a cumulative logit or logistic model, and where planned ratings are absent with inverse-probability weights, at most 10.${bootstrap}`;
}

function rankings({ rankings: { worths } }: Unfinished): string {
	if (worths.length === 0) return "";
	return "Rankings were analysed by the Plackett-Luce model, with ties where they occur, and choices between replies by the Bradley-Terry model over pairs of the chosen reply and each other one. Both are fitted by maximum likelihood with errors robust to dependence within participants; log-worths are given less their mean. Length, place and style enter the log-worth in further models. Win rates are unweighted means over opponents.";
}

function judged({ judges: { counts, agreement }, replies: { buys } }: Unfinished): string {
	const length =
		buys.length > 0
			? "Length, formatting and questions of replies were compared between arms as ratings were, and what one unit more of each goes with in ratings was estimated by least squares within participants, with CR1 errors. "
			: "";
	if (counts.length === 0) return length.trim();
	const names = [...new Set(counts.map(({ rubric }) => rubric))].join(", ");
	const judges = new Set(counts.map(({ judge }) => judge)).size;
	const missing = counts.reduce((sum, count) => sum + count.withoutAnswer, 0);
	const people = agreement.some(({ judge }) => judge === "people")
		? "A part was labelled by people, with whom the judges are compared."
		: "The judges were not compared with people.";
	return `${length}Replies and messages were judged by ${judges} ${judges === 1 ? "judge model" : "judge models"} at temperature 0 (${names}), blind to the arm and in shuffled order; scores are means over judges and repeats, and ${missing} judgements without a usable answer are missing. ${people}`;
}

function checks({ checks: { attrition } }: Unfinished): string {
	const fisher =
		"p" in attrition.armTest ? "Attrition was compared between arms and periods by Fisher's exact test. " : "";
	return `${fisher}Carry-over and sequence were tested jointly by F tests in the mixed model, the sample ratio by a chi-square test of the arms that came first, and blinding by the indices of Bang and of James.`;
}

function simulators({ simulators: found }: Unfinished): string {
	if ("missing" in found) return "";
	return "Simulated participants were compared with the people they stand for: log-worths by Pearson's correlation, rankings by Kendall's tau-b and by the share of common favourites, ratings by Pearson's correlation with Fisher's interval, by 1 - mean absolute difference / range, by paired t tests and by the ratio of variances. People's agreement between their own ratings and their own ranking is the ceiling. Judgements of a simulator about its own conversations are circular for subjective outcomes.";
}

const software = ({ format, study }: Unfinished): string =>
	`Estimates were computed by Crossover (${format}) from the data of ${study.created}. Intervals are 95 %. Each estimator is held against R on public data; sources are in its reference of statistics.`;
