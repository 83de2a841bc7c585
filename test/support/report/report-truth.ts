import { range } from "../../../src/analysis/numeric/arrays.ts";
import { normalQuantile } from "../../../src/analysis/numeric/distributions.ts";
import type { Estimate } from "../../../src/analysis/report/estimate.ts";
import { reportOf } from "../../../src/analysis/report/report.ts";
import type { Report } from "../../../src/analysis/report/report-data.ts";
import type { StudyTables } from "../../../src/analysis/report/tables/study-tables.ts";
import { type RandomStream, randomStream } from "../../../src/randomisation/draw/generator.ts";
import type { SessionView, StepView } from "../../../src/session/view/view-schema.ts";
import { actOf } from "../../../src/simulation/policy/next-act.ts";
import { RATING_SLOPE } from "../../../src/simulation/policy/policy-schema.ts";
import type { Mind } from "../../../src/simulation/policy/utility.ts";
import { drawnRanking } from "../golden/known-truth.ts";
import { seedOf } from "../randomisation/trial.ts";
import { mindOf } from "../sessions/policy-walk.ts";

/** Whole reports of simulated studies with a known truth: what their own intervals and tests say of it. */
export type ReportScenario = {
	readonly name: string;
	/** Of each check: what share of studies should hold. */
	readonly checks: Readonly<Record<string, number>>;
	/** Whether each check holds in one study. Null if the report has no such number. */
	readonly holds: (study: number) => Readonly<Record<string, boolean | null>>;
};

/** One participant: their ratings by period, as far as they came, and the ranks of what they met if they stayed. */
type Person = {
	readonly order: readonly string[];
	readonly ratings: readonly number[];
	readonly ranks: readonly number[] | null;
};

const ARMS = ["A", "B", "C", "D"];
const WORTHS: Readonly<Record<string, number>> = { A: 0, B: 0.3, C: 0.6, D: -0.2 };
const NOISE = 0.5;
const orderOf = (place: number): string[] => range(4).map((period) => ARMS[(period + place) % 4] ?? "");

function tablesOf(people: readonly Person[]): StudyTables {
	const own = (place: number) => ({ session: `se_${place}`, participant: `pt_${place}`, pool: "live" as const });
	const placed = people.flatMap(({ order, ratings, ranks }, place) =>
		ratings.map((value, period) => ({
			...own(place),
			conversation: "talk",
			conversationId: `cv_${place}_${period}`,
			layout: "single",
			position: period + 1,
			predecessor: order[period - 1] ?? null,
			label: order[period] ?? "",
			value,
			rank: ranks?.[period] ?? null,
		})),
	);
	const none = { turn: null, slot: null, chosen: null };
	return {
		study: {
			slug: "truth",
			title: "Truth",
			version: "1",
			protocolHash: "",
			seedCommitment: null,
			created: "2026-11-29T00:00:00Z",
		},
		sessions: people.map(({ order, ratings }, place) => ({
			...own(place),
			status: ratings.length === order.length ? "completed" : "withdrawn",
			stratum: null,
			sequence: order,
			randomisedAt: "2026-11-29T00:00:00Z",
		})),
		conversations: placed.map(({ label, value: _value, rank: _rank, ...row }) => ({
			...row,
			labels: [label],
			turns: 1,
			endedAt: "2026-11-29T00:00:00Z",
		})),
		ratings: placed.map(({ rank: _rank, ...row }) => ({
			...row,
			...none,
			...{ source: "form", form: "after", item: "liking", min: null, max: null },
		})),
		rankings: placed.flatMap(({ value: _value, rank, ...row }) =>
			rank === null ? [] : [{ ...row, slot: null, form: "end", item: "best", rank }],
		),
		...{ answers: [], replies: [], messages: [], deviations: [], studyDeviations: [], flow: [] },
		...{ guesses: [], arms: [], calls: [], twins: [], judgements: [], labels: [], plan: null },
	};
}

const view = (step: StepView, index: number | null): SessionView => ({
	...{ id: "se_1", study: "s", status: "active", erased: false, progress: { done: 0, of: 9 }, exit: null, step },
	conversation: index === null ? null : { index, of: 4, title: "", instructions: "", layout: "single", messages: [] },
});
const form = (item: Pick<Extract<StepView, { kind: "form" }>["items"][number], "kind"> & object): StepView => ({
	...{ id: "st_1", kind: "form", title: "form" },
	items: [{ id: "item", label: "", required: true, ...item }],
});
const RANKING = form({
	kind: "ranking",
	options: range(4).map((place) => ({ value: String(place), label: "", conversation: place + 1 })),
} as never);
const RATING = form({ kind: "vas", min: 0, max: 100, step: 0.001 } as never);
const MESSAGE: StepView = {
	id: "st_1",
	kind: "message",
	minTurns: 1,
	maxTurns: 1,
	turn: 1,
	canEnd: false,
	maxLength: 400,
};

function answerOf(mind: Mind, step: StepView, index: number | null): unknown {
	const act = actOf(mind, view(step, index), step);
	return act.kind === "answer" ? Object(act.answer).answers.item : null;
}

/** Scripted participants, as a run of the simulation has them. Who leaves has the ratings before. */
function scripted(people: number, worths: Readonly<Record<string, number>>, dropOut: number, seed: number): Person[] {
	return range(people).map((place) => {
		const order = orderOf(place);
		const mind = mindOf(
			{ policy: { noise: NOISE, dropOut }, seed, place },
			order.map((arm) => ({ a: worths[arm] ?? 0 })),
		);
		const leaves = range(4).find((period) => actOf(mind, view(MESSAGE, period + 1), MESSAGE).kind === "leave");
		const ratings = range(leaves ?? 4).map((period) => Number(answerOf(mind, RATING, period + 1)));
		if (leaves !== undefined) return { order, ratings, ranks: null };
		const best = answerOf(mind, RANKING, null);
		const ranks = Array.isArray(best) ? range(4).map((period) => best.indexOf(String(period)) + 1) : null;
		return { order, ratings, ranks };
	});
}

const uniform = (stream: RandomStream): number => (stream.word() + 0.5) / 2 ** 32;
const normal = (stream: RandomStream): number => normalQuantile(uniform(stream));
const EFFECT = 3;

/** People of different levels, of whom about a third leave after low ratings, and rankings that may tie. */
function drawn(people: number, tie: number, stream: RandomStream): Person[] {
	return range(people).map((place) => {
		const order = orderOf(place);
		const level = 8 * normal(stream);
		const ratings: number[] = [];
		for (const [period, arm] of order.entries()) {
			const last = ratings.at(-1);
			if (last !== undefined && uniform(stream) < 0.35 / (1 + Math.exp((last - 55) / 6))) break;
			ratings.push(60 + level + (arm === "B" ? EFFECT : 0) + 0.5 * period + 6 * normal(stream));
		}
		const groups = drawnRanking(stream, tie);
		const rankOf = (arm: string): number => {
			const place_ = groups.findIndex((group) => group.includes(ARMS.indexOf(arm)));
			return 1 + groups.slice(0, place_).reduce((sum, group) => sum + group.length, 0);
		};
		return { order, ratings, ranks: ratings.length === 4 ? order.map(rankOf) : null };
	});
}

const reportOn = (people: readonly Person[]): Report =>
	reportOf(tablesOf(people), { pool: "live", draws: 0, seed: "1" });

const covers = (found: Estimate | undefined, truth: number): boolean | null =>
	found && !("missing" in found) ? found.lower <= truth && truth <= found.upper : null;

const MODEL = "after.liking main";
const contrastOf = ({ ratings }: Report): Estimate | undefined =>
	ratings.contrasts.find(({ model, label }) => model === MODEL && label === "A - B");
const worthsOf = ({ rankings }: Report): Estimate | undefined =>
	rankings.contrasts.find(({ model, label }) => model === "main" && label === "A - B");

function rejects({ ratings }: Report): boolean | null {
	const main = ratings.models.find(({ id }) => id === MODEL);
	return main && !("missing" in main) && !("missing" in main.equality) ? main.equality.p < 0.05 : null;
}

const RATED = "interval of a difference of ratings";
const RANKED = "interval of a difference of log-worths";
const REJECTED = "test that all arms are rated alike rejects";

const scriptedTruth = (name: string, people: number, dropOut: number): ReportScenario => ({
	name,
	checks: { [RATED]: 0.95, [RANKED]: 0.95 },
	holds: (study) => {
		const report = reportOn(scripted(people, WORTHS, dropOut, study));
		const difference = (WORTHS.A ?? 0) - (WORTHS.B ?? 0);
		return {
			[RATED]: covers(contrastOf(report), 100 * RATING_SLOPE * difference),
			[RANKED]: covers(worthsOf(report), difference / NOISE),
		};
	},
});

const drawnTruth = (name: string, people: number, tie: number): ReportScenario => ({
	name,
	checks: { [RATED]: 0.95, [RANKED]: 0.95 },
	holds: (study) => {
		const report = reportOn(drawn(people, tie, randomStream(seedOf(study), ["report truth", name])));
		// The worths of `drawnRanking` are 0 and 0.4.
		return { [RATED]: covers(contrastOf(report), -EFFECT), [RANKED]: covers(worthsOf(report), -0.4) };
	},
});

export const REPORT_SCENARIOS: readonly ReportScenario[] = [
	scriptedTruth("scripted, 48 participants, a fifth leave", 48, 0.2),
	scriptedTruth("scripted, 24 participants", 24, 0),
	drawnTruth("60 participants who leave after low ratings, rankings with ties", 60, 0.5),
	drawnTruth("24 participants who leave after low ratings, rankings without ties", 24, 0),
	{
		name: "scripted, 24 participants, all arms alike",
		checks: { [REJECTED]: 0.05, [RANKED]: 0.95 },
		holds: (study) => {
			const report = reportOn(scripted(24, {}, 0, study));
			return { [REJECTED]: rejects(report), [RANKED]: covers(worthsOf(report), 0) };
		},
	},
	{
		name: "scripted, 48 participants, all arms alike, a fifth leave",
		checks: { [REJECTED]: 0.05 },
		holds: (study) => ({ [REJECTED]: rejects(reportOn(scripted(48, {}, 0.2, study))) }),
	},
];

export type ReportFrequency = {
	readonly check: string;
	readonly nominal: number;
	readonly share: number;
	readonly error: number;
	readonly n: number;
	readonly withoutEstimate: number;
};

/** The share of studies in which each check holds, with the Monte Carlo standard error of the nominal share. */
export function reportFrequencies({ checks, holds }: ReportScenario, studies: number): ReportFrequency[] {
	const found = range(studies).map((study) => holds(study + 1));
	return Object.entries(checks).map(([check, nominal]) => {
		const known = found.flatMap((one) => one[check] ?? []);
		const n = known.length;
		const share = known.filter((held) => held).length / n;
		return { check, nominal, share, error: Math.sqrt((nominal * (1 - nominal)) / n), n, withoutEstimate: studies - n };
	});
}
