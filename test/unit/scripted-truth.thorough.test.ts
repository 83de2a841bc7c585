import { describe, expect, it } from "vitest";
import { rankItems } from "../../src/analysis/commands/rank-items.ts";
import { normalCritical } from "../../src/analysis/numeric/distributions.ts";
import { tableOf } from "../../src/analysis/table/table.ts";
import type { SessionView, StepView } from "../../src/session/view/view-schema.ts";
import { actOf } from "../../src/simulation/policy/next-act.ts";
import { RATING_SLOPE } from "../../src/simulation/policy/policy-schema.ts";
import type { Mind } from "../../src/simulation/policy/utility.ts";
import { thoroughly } from "../support/cases.ts";
import { range } from "../support/randomisation/trial.ts";
import { mindOf } from "../support/sessions/policy-walk.ts";

/**
 * Scripted participants of a known policy, analysed as people are. Each study has 48 participants and its own seed.
 * The seeds are fixed, so the result is always the same. With new seeds, one of the six bounds of 4 Monte Carlo errors would
 * fail a correct policy with probability 0.04 %.
 */
const STUDIES = thoroughly(200, 40);
const PEOPLE = 48;
const NOMINAL = 0.95;
const POLICY = { noise: 0.5, positionBias: 0.1, dropOut: 0.2 };
const WORTHS: Readonly<Record<string, number>> = { A: 0, B: 0.3, C: 0.6, D: -0.2 };
const ARMS = Object.keys(WORTHS);
const Z = normalCritical();

const view = (step: StepView, conversation: SessionView["conversation"]): SessionView => ({
	id: "se_1",
	study: "s",
	status: "active",
	erased: false,
	progress: { done: 0, of: 9 },
	exit: null,
	step,
	conversation,
});

const talk = (index: number): SessionView["conversation"] => ({
	...{ index, of: 4, title: "", instructions: "", layout: "single", messages: [] },
});

const message = {
	id: "st_1",
	kind: "message",
	minTurns: 1,
	maxTurns: 1,
	turn: 1,
	canEnd: false,
	maxLength: 400,
} as const;
const form = (item: object): StepView =>
	({
		id: "st_2",
		kind: "form",
		title: "form",
		items: [{ id: "item", label: "", required: true, ...item }],
	}) as StepView;
const RANKING = form({
	kind: "ranking",
	options: range(4).map((place) => ({ value: String(place), label: "", conversation: place + 1 })),
});
const RATING = form({ kind: "vas", min: 0, max: 100, step: 0.001 });

function answerOf(mind: Mind, step: StepView, conversation: SessionView["conversation"]): unknown {
	const act = actOf(mind, view(step, conversation), step);
	return act.kind === "answer" ? (act.answer as { answers: { item: unknown } }).answers.item : null;
}

type Row = { ranking: string; item: string; rank: number; position: number };

/** One study: the rankings and ratings of those who stay, and how many left. */
function study(seed: number) {
	const rows: Row[] = [];
	const residuals: number[] = [];
	let left = 0;
	for (const place of range(PEOPLE)) {
		const order = range(4).map((period) => ARMS[(period + place) % 4] ?? "");
		const mind = mindOf(
			{ policy: POLICY, seed, place },
			order.map((arm) => ({ a: WORTHS[arm] ?? 0 })),
		);
		if (range(4).some((period) => actOf(mind, view(message, talk(period + 1)), message).kind === "leave")) {
			left += 1;
			continue;
		}
		const ranked = answerOf(mind, RANKING, null) as string[];
		for (const [position, item] of order.entries())
			rows.push({ ranking: String(place), item, rank: ranked.indexOf(String(position)) + 1, position });
		for (const [period, arm] of order.entries())
			residuals.push(Number(answerOf(mind, RATING, talk(period + 1))) / 100 - 0.5 - RATING_SLOPE * (WORTHS[arm] ?? 0));
	}
	return { rows, residuals, left };
}

type Interval = { readonly lower: number; readonly upper: number };

/** The noise from the spread of ratings, by the fourth moment, because Gumbel noise is not normal. */
function noiseOf(residuals: readonly number[]): Interval {
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const centre = mean(residuals);
	const second = mean(residuals.map((value) => (value - centre) ** 2));
	const fourth = mean(residuals.map((value) => (value - centre) ** 4));
	const logError = Math.sqrt((fourth / second ** 2 - 1) / residuals.length) / 2;
	const estimate = Math.sqrt(second / (Math.PI ** 2 / 6 + 1 / 4)) / RATING_SLOPE;
	return { lower: estimate * Math.exp(-Z * logError), upper: estimate * Math.exp(Z * logError) };
}

/** Wilson's interval of a share. */
function shareOf(count: number, of: number): Interval {
	const share = count / of;
	const centre = share + Z ** 2 / (2 * of);
	const half = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
	return { lower: (centre - half) / (1 + Z ** 2 / of), upper: (centre + half) / (1 + Z ** 2 / of) };
}

function intervalsOf(seed: number): Readonly<Record<string, Interval>> {
	const { rows, residuals, left } = study(seed);
	const column = <K extends keyof Row>(name: K) => rows.map((row) => row[name]);
	const table = tableOf({
		...{ ranking: column("ranking"), item: column("item"), rank: column("rank"), position: column("position") },
	});
	const report = rankItems(table, { covariates: "position", reference: "A" });
	if (!report.ok) throw new Error(report.error);
	const worths = report.value.items.flatMap((item) => ("missing" in item || item.reference ? [] : [[item.item, item]]));
	const [bias] = report.value.covariates;
	if (!bias || "missing" in bias) throw new Error("no position bias");
	return { ...Object.fromEntries(worths), bias, noise: noiseOf(residuals), dropOut: shareOf(left, PEOPLE) };
}

const { noise, positionBias, dropOut } = POLICY;
const TRUTH: Readonly<Record<string, number>> = {
	...Object.fromEntries(["B", "C", "D"].map((arm) => [arm, (WORTHS[arm] ?? 0) / noise])),
	bias: -positionBias / noise,
	noise,
	dropOut,
};

describe(`over ${STUDIES} studies of ${PEOPLE} scripted participants`, () => {
	const found = range(STUDIES).map(intervalsOf);
	it.each(Object.entries(TRUTH))(
		"the 95 %% interval of %s covers the policy's %d at the nominal rate",
		(name, truth) => {
			const covered = found.filter(({ [name]: interval }) => {
				if (!interval) throw new Error(`no interval of ${name}`);
				return interval.lower <= truth && truth <= interval.upper;
			});
			const error = Math.sqrt((NOMINAL * (1 - NOMINAL)) / STUDIES);
			expect(Math.abs(covered.length / STUDIES - NOMINAL)).toBeLessThan(4 * error);
		},
	);
});
