import { range } from "../../../src/analysis/numeric/arrays.ts";
import { normalQuantile } from "../../../src/analysis/numeric/distributions.ts";
import type {
	AnswerRow,
	ConversationRow,
	JudgementRow,
	MessageRow,
	RankingRow,
	RatingRow,
	ReplyRow,
	SessionRow,
	StudyTables,
	TwinRow,
} from "../../../src/analysis/report/tables/study-tables.ts";
import { below, type RandomStream, randomStream } from "../../../src/randomisation/draw/generator.ts";
import { seedOf } from "../randomisation/trial.ts";

/** Effects that a report of the study must find. */
export type Planted = {
	readonly participants: number;
	/** Each arm's effect on the rating, in points of 100. */
	readonly liking: readonly number[];
	/** Mean characters of each arm's replies. */
	readonly characters: readonly number[];
	/** Log-odds of being preferred for 100 more characters. */
	readonly lengthLogOdds: number;
	/** Log-odds of a twin's preference for each place nearer to the first. */
	readonly twinPositionLogOdds: number;
	/** The share of a person's own utilities in those of their twin, from 0 to 1. */
	readonly twinLikeness: number;
	/** The probability of leaving after each period. */
	readonly dropOut: number;
	/** Each arm's mean score of praise by a judge, from 1 to 5; null without judges. */
	readonly praise: readonly number[] | null;
	/** Points of the rating for one point more of praise. */
	readonly praiseBuys: number;
	readonly unblinded: boolean;
	readonly seed: number;
};

export const ARMS = ["generic", "prompted", "pooled", "individual"] as const;
const LABELS = ["K7", "M2", "Q9", "T4"];
const TWIN_LABELS = ["B3", "D8", "F5", "H1"];
/** A Williams design of four. */
const SEQUENCES = [
	[0, 1, 3, 2],
	[1, 2, 0, 3],
	[2, 3, 1, 0],
	[3, 0, 2, 1],
];

export const PLANTED: Planted = {
	participants: 120,
	liking: [0, 2, 8, 9],
	characters: [400, 420, 500, 520],
	lengthLogOdds: Math.log(1.57),
	twinPositionLogOdds: 0.5,
	twinLikeness: 0.6,
	dropOut: 0.02,
	praise: null,
	praiseBuys: 0,
	unblinded: true,
	seed: 1,
};

const uniform = (stream: RandomStream): number => (stream.word() + 0.5) / 2 ** 32;
const normal = (stream: RandomStream): number => normalQuantile(uniform(stream));
const gumbel = (stream: RandomStream): number => -Math.log(-Math.log(uniform(stream)));

type Person = {
	readonly sequence: readonly number[];
	readonly lengths: readonly number[];
	readonly tastes: readonly number[];
	/** The judge's score of each arm's reply, a whole number. */
	readonly praise: readonly number[];
	readonly level: number;
	readonly periods: number;
};

/** The tables of a study with these effects: a crossover of four arms with one rating each and a final ranking, and its twins. */
export function plantedStudy(changes: Partial<Planted> = {}): StudyTables {
	const planted = { ...PLANTED, ...changes };
	const stream = randomStream(seedOf(planted.seed), ["planted study"]);
	const people = range(planted.participants).map((index) => personOf(planted, index, stream));
	const live = people.map((person, index) => sessionRows(planted, person, index, "live", stream));
	const twins = people.map((person, index) => sessionRows(planted, person, index, "simulated", stream));
	const all = [...live, ...twins];
	const sessions = all.map(({ session }) => session);
	const completed = live.filter(({ session }) => session.status === "completed").length;
	return {
		study: {
			slug: "planted",
			title: "A study with planted effects",
			version: "1",
			protocolHash: `sha256:${"0".repeat(64)}`,
			seedCommitment: null,
			created: "2026-11-29T00:00:00.000Z",
		},
		sessions,
		conversations: all.flatMap(({ conversations }) => conversations),
		ratings: all.flatMap(({ ratings }) => ratings),
		rankings: all.flatMap(({ rankings }) => rankings),
		answers: live.flatMap(({ session }, index) => answerRows(session, index)),
		replies: all.flatMap(({ replies }) => replies),
		messages: all.flatMap(({ messages }) => messages),
		deviations: [],
		studyDeviations: [],
		flow: [
			{
				pool: "live",
				counts: {
					assessed: planted.participants + 10,
					declined: 4,
					screened_out: 6,
					randomised: planted.participants,
					completed,
					withdrawn: planted.participants - completed,
				},
			},
		],
		guesses: guessRows(planted, live, stream),
		arms: planted.unblinded
			? [
					...LABELS.map((label, arm) => ({ label, arm: ARMS[arm] ?? "", pool: "live" as const })),
					...TWIN_LABELS.map((label, arm) => ({ label, arm: ARMS[arm] ?? "", pool: "simulated" as const })),
				]
			: [],
		calls: planted.unblinded ? callRows(all) : [],
		twins: twins.map(
			({ session }, index): TwinRow => ({
				session: session.session,
				participant: `pt_${index}`,
				condition: "converse",
				hasLabelsOfPerson: false,
			}),
		),
		judgements: all.flatMap(({ judgements }) => judgements),
		labels: [],
		plan: null,
	};
}

function personOf(planted: Planted, index: number, stream: RandomStream): Person {
	let periods = 1;
	while (periods < ARMS.length && uniform(stream) >= planted.dropOut) periods += 1;
	return {
		sequence: SEQUENCES[index % SEQUENCES.length] ?? [],
		lengths: planted.characters.map((mean) => Math.max(20, Math.round(mean + 120 * normal(stream)))),
		tastes: ARMS.map(() => gumbel(stream)),
		praise: (planted.praise ?? []).map((mean) => Math.max(1, Math.min(5, Math.round(mean + normal(stream))))),
		level: 8 * normal(stream),
		periods,
	};
}

type Rows = {
	readonly session: SessionRow;
	readonly conversations: ConversationRow[];
	readonly ratings: RatingRow[];
	readonly rankings: RankingRow[];
	readonly replies: ReplyRow[];
	readonly messages: MessageRow[];
	readonly judgements: JudgementRow[];
};

function sessionRows(
	planted: Planted,
	person: Person,
	index: number,
	pool: "live" | "simulated",
	stream: RandomStream,
): Rows {
	const isTwin = pool === "simulated";
	const labels = isTwin ? TWIN_LABELS : LABELS;
	const id = `${isTwin ? "sim" : "se"}_${index}`;
	const periods = isTwin ? ARMS.length : person.periods;
	const own = { session: id, participant: isTwin ? `sp_${index}` : `pt_${index}`, pool };
	const labelOf = (arm: number): string => labels[arm] ?? "";
	const at = (arm: number, values: readonly number[]): number => values[arm] ?? 0;
	const met = person.sequence.slice(0, periods);
	const conversations = met.map(
		(arm, place): ConversationRow => ({
			...own,
			conversation: "talk",
			conversationId: `cv_${id}_${place}`,
			layout: "single",
			position: place + 1,
			labels: [labelOf(arm)],
			predecessor: place === 0 ? null : labelOf(met[place - 1] ?? 0),
			turns: 2,
			endedAt: "2026-11-29T00:00:00.000Z",
		}),
	);
	const ratings = met.map(
		(arm, place): RatingRow => ({
			...own,
			conversation: "talk",
			conversationId: `cv_${id}_${place}`,
			layout: "single",
			position: place + 1,
			predecessor: place === 0 ? null : labelOf(met[place - 1] ?? 0),
			label: labelOf(arm),
			source: "form",
			turn: null,
			slot: null,
			form: "experience",
			item: "liking",
			value: bounded(
				50 +
					person.level * (isTwin ? planted.twinLikeness : 1) +
					at(arm, planted.liking) +
					planted.praiseBuys * at(arm, person.praise) +
					(at(arm, person.lengths) - 450) / 50 +
					(isTwin ? 4 : 8) * normal(stream),
			),
			min: 0,
			max: 100,
			chosen: null,
		}),
	);
	const utility = met.map(
		(arm, place) =>
			at(arm, planted.liking) / 8 +
			(planted.lengthLogOdds * at(arm, person.lengths)) / 100 +
			(isTwin
				? -planted.twinPositionLogOdds * place +
					planted.twinLikeness * at(arm, person.tastes) +
					(1 - planted.twinLikeness) * gumbel(stream)
				: at(arm, person.tastes)),
	);
	const rankings =
		periods < ARMS.length
			? []
			: met.map(
					(arm, place): RankingRow => ({
						...own,
						form: "final",
						item: "order",
						label: labelOf(arm),
						rank: 1 + utility.filter((other) => other > (utility[place] ?? 0)).length,
						position: place + 1,
						conversationId: `cv_${id}_${place}`,
						slot: null,
					}),
				);
	return {
		session: {
			...own,
			status: periods === ARMS.length ? "completed" : "withdrawn",
			stratum: null,
			sequence: person.sequence.map(labelOf),
			randomisedAt: "2026-11-29T00:00:00.000Z",
		},
		conversations,
		ratings,
		rankings,
		replies: met.map(
			(arm, place): ReplyRow => ({
				...own,
				conversationId: `cv_${id}_${place}`,
				turn: 1,
				slot: "a",
				label: labelOf(arm),
				chosen: null,
				style: { characters: at(arm, person.lengths), formatting: below(stream, 3), questions: below(stream, 2) },
			}),
		),
		judgements:
			planted.praise === null ? [] : met.flatMap((arm, place) => praiseRows(own, id, place, at(arm, person.praise))),
		messages: met.flatMap((_, place) =>
			range(2).map(
				(turn): MessageRow => ({
					...own,
					conversation: "talk",
					conversationId: `cv_${id}_${place}`,
					position: place + 1,
					turn: turn + 1,
					text: messageText(isTwin, stream),
					language: "en",
				}),
			),
		),
	};
}

/** Answers that rate no arm: two of three find it easy, ages are 20 to 59, and one of ten fails the check. */
function answerRows({ session, participant, pool }: SessionRow, index: number): AnswerRow[] {
	const row = (form: string, item: string, kind: string, value: AnswerRow["value"]): AnswerRow => ({
		...{ session, participant, pool, form, item, kind, value },
		...{ conversationId: null, correct: null },
	});
	return [
		row("about", "age", "number", 20 + (index % 40)),
		row("about", "region", "choice", index % 4 === 0 ? "north" : "south"),
		row("about", "uses", "choices", index % 2 === 0 ? ["work", "home"] : ["home"]),
		{ ...row("about", "check", "choice", "second"), correct: index % 10 !== 0 },
		row("compare", "ease", "likert", index % 3 === 0 ? 2 : 5),
	];
}

/** Two judges, who agree except on some first replies. */
const praiseRows = (
	own: Pick<RatingRow, "session" | "participant" | "pool">,
	id: string,
	place: number,
	value: number,
) =>
	["one", "two"].map(
		(judge, index): JudgementRow => ({
			...own,
			...{ judgement: `jd_${id}_${place}_${judge}`, conversationId: `cv_${id}_${place}`, turn: 1, slot: "a" },
			...{ unit: `ca_${id}_${place}`, rubric: "sycophancy/1", judge, repeat: 1, swapped: false, item: "praise" },
			value: String(index === 1 && place === 0 && id.endsWith("7") ? 1 : value),
		}),
	);

const bounded = (value: number): number => Math.max(0, Math.min(100, Math.round(value)));

const SUBJECTS = ["garden", "school", "politics", "football", "cooking", "holiday", "money", "music"];

/** Twins write longer and more politely, and about fewer subjects. */
function messageText(isTwin: boolean, stream: RandomStream): string {
	const subject = SUBJECTS[below(stream, isTwin ? 3 : SUBJECTS.length)] ?? "garden";
	const other = SUBJECTS[below(stream, isTwin ? 3 : SUBJECTS.length)] ?? "garden";
	if (isTwin && uniform(stream) < 0.8)
		return `Thank you, please tell me more about ${subject} and ${subject}. I would appreciate your view of ${other}.`;
	return uniform(stream) < 0.3 ? `ok ${subject}` : `what about ${subject} and ${other}?`;
}

function guessRows(planted: Planted, live: readonly Rows[], stream: RandomStream): StudyTables["guesses"] {
	return live.flatMap(({ conversations }) =>
		conversations.map(({ session, participant, pool, labels }) => ({
			session,
			participant,
			pool,
			arm: planted.unblinded ? (ARMS[LABELS.indexOf(labels[0] ?? "")] ?? null) : null,
			guessedArm: planted.unblinded && uniform(stream) < 0.7 ? (ARMS[below(stream, 4)] ?? null) : null,
		})),
	);
}

const callRows = (all: readonly Rows[]): StudyTables["calls"] =>
	all.flatMap(({ replies }) =>
		replies.map(({ session, conversationId, label, style }) => ({
			session,
			conversationId,
			label,
			inputTokens: 300 + 100 * LABELS.indexOf(label),
			outputTokens: Math.round(style.characters / 4),
			cost: 0.001,
			currency: "USD",
			firstFrameMs: 400,
			lastFrameMs: 2000,
			failure: null,
		})),
	);
