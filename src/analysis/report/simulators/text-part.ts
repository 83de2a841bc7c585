import { USER_FEATURES, userFeatures } from "../../../judging/conversations/user-features.ts";
import { countsByParticipant, topicsOf } from "../../../judging/text-topics/topics.ts";
import { sha256Of } from "../../../shared/json.ts";
import { classifierAuc, type Specimen } from "../../agreement/classifier-auc.ts";
import { featureDifferences } from "../../agreement/feature-differences.ts";
import { analysisStream } from "../../commands/bootstrap-rows.ts";
import { mean } from "../../numeric/arrays.ts";
import { compareTopics } from "../../topics/compare-topics.ts";
import { fromInterval, isMissing } from "../estimate.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { MessageRow } from "../tables/study-tables.ts";
import type { Condition } from "./pairing.ts";
import { type FeatureRow, NO_TEXTS, type TextComparison, type TextOptions, withoutTexts } from "./text-comparison.ts";

export function textsAgainst(people: PoolTables, condition: Condition, options: TextOptions): TextComparison {
	if (people.messages.length === 0 || condition.pool.messages.length === 0) return withoutTexts();
	const sides = [people, condition.pool].map(({ messages }) => conversationsIn(messages));
	return {
		features: featureRows(sides),
		classifier: classifier(sides, condition, options),
		topics: topicRows(people, condition, options),
	};
}

type Measured = {
	readonly session: string;
	readonly participant: string;
	readonly values: ReadonlyMap<string, number>;
};

function conversationsIn(messages: readonly MessageRow[]): Measured[] {
	const groups = Map.groupBy(messages, ({ conversationId }) => conversationId);
	return [...groups.values()].flatMap((own) => {
		const [first] = own;
		if (!first) return [];
		const ordered = own.toSorted((one, other) => one.turn - other.turn);
		const features = userFeatures(
			ordered.map(({ text }) => text),
			first.language,
		);
		const values = Object.entries(features).flatMap(([name, value]) =>
			typeof value === "number" ? [[name, value] as const] : [],
		);
		return [{ session: first.session, participant: first.participant, values: new Map(values) }];
	});
}

const FEATURE_METHOD = "Welch's t test over participants' means";

function featureRows([people = [], simulated = []]: readonly Measured[][]): FeatureRow[] {
	const values = USER_FEATURES.map(({ name }) => ({
		feature: name,
		one: bySession(simulated, name),
		other: bySession(people, name),
	})).filter(({ one, other }) => one.length > 0 && other.length > 0);
	return featureDifferences(values).map((row, index) => {
		const about = { label: row.feature, people: row.meanOther, simulated: row.meanOne };
		if (isMissing(row)) return { ...about, missing: row.missing };
		const { difference, se, df, t, p, lower, upper, holm, bh } = row;
		const n = (values[index]?.one.length ?? 0) + (values[index]?.other.length ?? 0);
		const test = { estimate: difference, se, df, statistic: t, p, lower, upper, n, method: FEATURE_METHOD };
		return { ...about, ...test, holm, bh };
	});
}

function bySession(conversations: readonly Measured[], feature: string): number[] {
	const groups = Map.groupBy(conversations, ({ session }) => session);
	return [...groups.values()].flatMap((own) => {
		const known = own.flatMap(({ values }) => values.get(feature) ?? []);
		return known.length > 0 ? [mean(known)] : [];
	});
}

function classifier([people = [], simulated = []]: readonly Measured[][], condition: Condition, options: TextOptions) {
	const all = [...people, ...simulated];
	// Most features lack a value in some conversations, such as a spread of lengths where there is one message.
	const names = USER_FEATURES.map(({ name }) => name).filter((name) => all.every(({ values }) => values.has(name)));
	if (names.length === 0) return { missing: "No feature has a value in every conversation." };
	const specimen = (group: string, isPerson: boolean, { values }: Measured): Specimen => ({
		features: names.map((name) => values.get(name) ?? 0),
		positive: isPerson,
		group,
	});
	const specimens = [
		...people.map((one) => specimen(one.participant, true, one)),
		// A twin is kept in one fold with its person, so that the classifier cannot learn a person.
		...simulated.map((one) => specimen(condition.personOf(one.session) ?? one.participant, false, one)),
	];
	const found = classifierAuc(specimens, analysisStream(options.seed, `classifier ${condition.name}`));
	if (isMissing(found)) return { missing: found.missing };
	const { auc, se, lower, upper, n, folds } = found;
	const method = `Ridge logistic regression on ${names.length} features, ${folds}-fold cross-validation by person`;
	return { estimate: auc, se, lower, upper, n, method };
}

/** Draws for distances of topics, each of which compares all participants. */
const FEWEST_DRAWS = 200;
const MOST_DRAWS = 400;

function topicRows(people: PoolTables, condition: Condition, options: TextOptions): TextComparison["topics"] {
	const { stopWords, draws, embeddings } = options;
	const label = "Jensen-Shannon distance of topics";
	if (!stopWords) return [{ label, missing: NO_TEXTS }];
	const sides = [people.messages, condition.pool.messages].map((messages) => messages.filter(({ turn }) => turn === 1));
	const openings = sides.flat();
	const seed = sha256Of(`${options.seed} topics`).slice("sha256:".length);
	const vectors = embeddings && openings.map(({ text }) => embeddings.vectors.get(text) ?? []);
	const found = topicsOf(openings, { seed, stopWords, ...(vectors && { embeddings: vectors }) });
	if (!found.ok) return [{ label, missing: found.error }];
	let from = 0;
	const [one = [], other = []] = sides.map((own) => {
		const members = found.value.members.slice(from, from + own.length);
		from += own.length;
		const owners = own.map(({ session }) => session);
		return countsByParticipant({ ...found.value, members }, owners, [...new Set(owners)]);
	});
	const sampling = {
		draws: Math.max(FEWEST_DRAWS, Math.min(draws, MOST_DRAWS)),
		stream: analysisStream(options.seed, `topics ${condition.name}`),
	};
	const { distance, human, simulated } = compareTopics(one, other, sampling);
	const by = embeddings ? `embeddings (${embeddings.model})` : "TF-IDF";
	const method = `${found.value.topics.length} topics by ${by} and k-means; percentiles of ${sampling.draws} draws of participants, widened to the estimate`;
	const n = openings.length;
	const distanceRow = isMissing(distance)
		? { label, missing: distance.missing }
		: {
				label,
				byChance: distance.byChance,
				estimate: distance.distance,
				p: distance.p,
				lower: distance.lower,
				upper: distance.upper,
				n,
				method,
			};
	return [
		distanceRow,
		{ label: "Diversity of people's topics", ...fromInterval(human.diversity, method) },
		{ label: "Diversity of simulated topics", ...fromInterval(simulated.diversity, method) },
		{ label: "Distance between two people", ...fromInterval(human.betweenParticipants, method) },
		{ label: "Distance between two simulations", ...fromInterval(simulated.betweenParticipants, method) },
	];
}
