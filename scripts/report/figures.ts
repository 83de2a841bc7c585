import type { Figure } from "../../src/analysis/report/page/page.ts";
import type { Report } from "../../src/analysis/report/report-data.ts";
import { coursePlot, type Dot, dotPlot } from "./plots.ts";

type Drawable = { readonly estimate: number; readonly lower: number; readonly upper: number };

const hasNumbers = <T extends object>(row: T): row is T & Drawable => "estimate" in row && "lower" in row;
const dot = (label: string, series: string, { estimate, lower, upper }: Drawable): Dot => ({
	label,
	series,
	estimate,
	lower,
	upper,
});

/** All drawings of a report. Tables give the reason of a missing estimate. */
export const figuresOf = (report: Report): Figure[] => [
	...forests(report),
	...courses(report),
	...worths(report),
	...positions(report),
	...twins(report),
];

const KINDS = ["main", "with length and style"];

function forests({ ratings: { models, contrasts, means } }: Report): Figure[] {
	const outcomes = [...new Set(models.map(({ outcome }) => outcome))];
	return outcomes.flatMap((outcome): Figure[] => {
		const found = models.filter((model) => model.outcome === outcome && KINDS.includes(model.kind));
		const rows = found.flatMap(({ id, kind }) =>
			contrasts.flatMap((row) =>
				row.model === id && hasNumbers(row)
					? [dot(row.label, kind === "main" ? "without length and style" : kind, row)]
					: [],
			),
		);
		const arms = means.flatMap((row) =>
			row.model === found[0]?.id && hasNumbers(row) ? [dot(row.label, "mean", row)] : [],
		);
		const id = outcome.replaceAll(/\W+/g, "-");
		return [
			...(arms.length > 0
				? [
						{
							id: `means-${id}`,
							section: "ratings" as const,
							title: `${outcome}: means`,
							caption: "Marginal means with 95 % intervals.",
							svg: dotPlot(arms, { axis: outcome, reference: null }),
						},
					]
				: []),
			...(rows.length > 0
				? [
						{
							id: `forest-${id}`,
							section: "ratings" as const,
							title: `${outcome}: differences`,
							caption: "First minus second arm, with 95 % intervals. The dashed line is no difference.",
							svg: dotPlot(byLabel(rows), { axis: "difference", reference: 0 }),
						},
					]
				: []),
		];
	});
}

/** Rows of one label beside each other, in the order of first labels. */
function byLabel(dots: readonly Dot[]): Dot[] {
	return [...Map.groupBy(dots, ({ label }) => label).values()].flat();
}

function courses({ trajectories }: Report): Figure[] {
	const whats = [...new Set(trajectories.map(({ what }) => what))];
	return whats.flatMap((what): Figure[] => {
		const points = trajectories.flatMap((row) =>
			row.what === what && hasNumbers(row)
				? [{ series: row.label, at: row.at, estimate: row.estimate, lower: row.lower, upper: row.upper }]
				: [],
		);
		if (new Set(points.map(({ at }) => at)).size < 2) return [];
		const isTurn = what === "choice" || what.startsWith("words");
		return [
			{
				id: `course-${what.replaceAll(/\W+/g, "-")}`,
				section: "ratings",
				title: `${what} by ${isTurn ? "turn" : "period"}`,
				caption: "Means of participants with 95 % intervals. They are not adjusted.",
				svg: coursePlot(points, { x: isTurn ? "turn" : "period", y: what }),
			},
		];
	});
}

function worths({ rankings: { worths: rows, winRates } }: Report): Figure[] {
	const questions = [...new Set(rows.map(({ question }) => question))];
	return questions.flatMap((question): Figure[] => {
		const models = ["main", "with length and position"] as const;
		const dots = models.flatMap((model) =>
			rows.flatMap((row) =>
				row.question === question && row.model === model && hasNumbers(row)
					? [dot(row.label, model === "main" ? "without length and position" : model, row)]
					: [],
			),
		);
		const rates = winRates.flatMap((row) =>
			row.question === question && hasNumbers(row) ? [dot(row.label, "win rate", row)] : [],
		);
		return [
			...(dots.length > 0
				? [
						{
							id: `worths-${question.replaceAll(/\W+/g, "-")}`,
							section: "rankings" as const,
							title: `${question}: log-worths`,
							caption: "Less the mean of all arms, with 95 % intervals.",
							svg: dotPlot(byLabel(dots), { axis: "log-worth", reference: 0 }),
						},
					]
				: []),
			...(rates.length > 0
				? [
						{
							id: `wins-${question.replaceAll(/\W+/g, "-")}`,
							section: "rankings" as const,
							title: `${question}: win rates`,
							caption: "Mean over opponents, with bootstrap intervals. The dashed line is chance.",
							svg: dotPlot(rates, { axis: "share won", reference: 0.5, percent: true }),
						},
					]
				: []),
		];
	});
}

function positions({ simulators }: Report): Figure[] {
	if ("missing" in simulators) return [];
	return simulators.people.questions.flatMap(({ question, positions: own }): Figure[] => {
		const sides = [
			{ name: "people", shares: own.shares },
			...simulators.conditions.flatMap(({ condition, questions }) =>
				questions
					.filter((part) => part.question === question)
					.map((part) => ({ name: condition, shares: part.positions.shares })),
			),
		];
		const dots = sides.flatMap(({ name, shares }) =>
			shares.flatMap((row) => (hasNumbers(row) ? [dot(row.label, name, row)] : [])),
		);
		if (dots.length === 0) return [];
		return [
			{
				id: `positions-${question.replaceAll(/\W+/g, "-")}`,
				section: "simulators",
				title: `${question}: ranked best by place`,
				caption: "Share of rankings in which the shown place is best, with 95 % intervals. The dashed line is chance.",
				svg: dotPlot(byLabel(dots), { axis: "share", reference: own.shares[0]?.byChance ?? null, percent: true }),
			},
		];
	});
}

/** Agreement of each condition with people, beside the people's own consistency. */
function twins({ simulators }: Report): Figure[] {
	if ("missing" in simulators) return [];
	return simulators.people.questions.flatMap(({ question, consistency }): Figure[] => {
		const ceilings = consistency.flatMap(({ outcome, tau }) =>
			hasNumbers(tau) ? [dot(`people: ${outcome}`, "ceiling", tau)] : [],
		);
		const found = simulators.conditions.flatMap(({ condition, questions }) =>
			questions.flatMap((part) =>
				part.question === question && hasNumbers(part.agreement.tau)
					? [dot(condition, "simulation", part.agreement.tau)]
					: [],
			),
		);
		if (found.length === 0) return [];
		return [
			{
				id: `tau-${question.replaceAll(/\W+/g, "-")}`,
				section: "simulators",
				title: `${question}: agreement with the same person`,
				caption:
					"Kendall's tau-b with 95 % intervals. The ceiling is people's own ratings against their own ranking; the dashed line is chance.",
				svg: dotPlot([...ceilings, ...found], { axis: "tau-b", reference: 0 }),
			},
		];
	});
}
