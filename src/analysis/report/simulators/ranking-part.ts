import { tauB } from "../../agreement/kendall.ts";
import { type PositionShares, positionShares } from "../../agreement/position-shares.ts";
import {
	meanEstimate,
	type RankingPair,
	sameFavourite,
	selfConsistency,
	shareEstimate,
} from "../../agreement/ranking-agreement.ts";
import { worthCorrelation } from "../../agreement/worth-correlation.ts";
import { mean } from "../../numeric/arrays.ts";
import { type Estimate, fromInterval, isMissing, type Test } from "../estimate.ts";
import { rankingQuestions } from "../rankings/ranking-table.ts";
import { fitOf } from "../rankings/rankings.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import { type Condition, ranksBySession, ratingsBySession, sessionOf, sharedArms } from "./pairing.ts";

export type Agreement = { readonly tau: Estimate; readonly topOne: Estimate };
export type PositionRow = { readonly label: string; readonly byChance: number } & Estimate;

const NOT_COMPARABLE =
	"The study is blinded: simulated participants have labels of their own, so their arms cannot be matched with people's before unblinding.";

/** How well the simulated worths follow people's. */
export function worthsAgainst(people: PoolTables, condition: Condition, question: string) {
	if (!comparable(people, condition)) return { missing: NOT_COMPARABLE };
	const [one, other] = [people, condition.pool].map((pool) => {
		const found = rankingQuestions(pool).find(({ id }) => id === question);
		return found ? fitOf(found) : null;
	});
	if (!one || !other) return { missing: "The worths of people or of simulations cannot be estimated." };
	const found = worthCorrelation(one, other);
	const { items, note } = found;
	if (isMissing(found)) return { missing: found.missing };
	const { r, lower, upper, p, n } = found;
	const method = `Pearson's correlation of log-worths, Fisher's interval. ${note}`;
	return { estimate: r, lower, upper, p, n, method, items };
}

export const comparable = (people: PoolTables, { pool }: Condition): boolean =>
	people.isUnblinded === pool.isUnblinded && (people.isUnblinded || sharesLabels(people, pool));

const sharesLabels = (one: PoolTables, other: PoolTables): boolean => {
	const labels = new Set(one.sessions.flatMap(({ sequence }) => sequence));
	return other.sessions.some(({ sequence }) => sequence.some((label) => labels.has(label)));
};

/** Each simulated ranking with the ranking of the person it stands for. Samples of one person are averaged. */
export function rankingAgainst(people: PoolTables, condition: Condition, question: string): Agreement {
	if (!comparable(people, condition)) return bothMissing(NOT_COMPARABLE);
	const theirs = ranksBySession(people, question);
	const sessions = sessionOf(people);
	const pairs = [...ranksBySession(condition.pool, question)].flatMap(([session, simulated]) => {
		const person = condition.personOf(session);
		const own = person === null ? undefined : theirs.get(sessions.get(person) ?? "");
		const pair = own ? sharedArms(simulated, own) : null;
		return pair && person !== null ? [{ person, pair }] : [];
	});
	if (pairs.length === 0) return bothMissing("No simulated ranking belongs to a person who ranked too.");
	return agreementOf(Map.groupBy(pairs, ({ person }) => person));
}

function agreementOf(byPerson: ReadonlyMap<string, readonly { readonly pair: RankingPair }[]>): Agreement {
	const over = (of: (pair: RankingPair) => number | null): number[] =>
		[...byPerson.values()].flatMap((pairs) => {
			const values = pairs.flatMap(({ pair }) => of(pair) ?? []);
			return values.length > 0 ? [mean(values)] : [];
		});
	return {
		tau: fromInterval(meanEstimate(over(({ one, other }) => tauB(one, other))), "Mean tau-b over people; t interval"),
		topOne: fromInterval(
			shareEstimate(over(sameFavourite)),
			"Share of people with the same favourite, a tied favourite in part; Wilson's interval",
		),
	};
}

const bothMissing = (missing: string): Agreement => ({ tau: { missing }, topOne: { missing } });

/** The ceiling: how well a person's own ratings agree with their own ranking. */
export function ownConsistency(pool: PoolTables, question: string, outcome: string): Agreement {
	const ratings = ratingsBySession(pool, outcome);
	const pairs = [...ranksBySession(pool, question)].flatMap(([session, ranks]) => {
		const rated = ratings.get(session);
		const pair = rated ? sharedArms(rated, ranks) : null;
		// A higher rating is a better rank.
		return pair ? [{ person: session, pair: { one: pair.one.map((value) => -value), other: pair.other } }] : [];
	});
	if (pairs.length === 0) return bothMissing(`Nobody both ranked and rated ${outcome}.`);
	return agreementOf(Map.groupBy(pairs, ({ person }) => person));
}

/** How well repeated simulations of one person agree with each other. */
export function repeatConsistency(condition: Condition, question: string): Agreement {
	const bySession = [...ranksBySession(condition.pool, question)];
	const byPerson = Map.groupBy(
		bySession.filter(([session]) => condition.personOf(session) !== null),
		([session]) => condition.personOf(session),
	);
	const repeats = [...byPerson.values()].filter((own) => own.length > 1);
	if (repeats.length === 0) return bothMissing("Each person was simulated once, so repeats cannot be compared.");
	const arms = [...new Set(bySession.flatMap(([, ranks]) => [...ranks.keys()]))].sort();
	const complete = repeats.map((own) => own.map(([, ranks]) => arms.map((arm) => ranks.get(arm) ?? Number.NaN)));
	const whole = complete.map((own) => own.filter((ranks) => ranks.every(Number.isFinite)));
	const found = selfConsistency(whole);
	return {
		tau: fromInterval(found.tau, "Mean tau-b between samples of one person; t interval"),
		topOne: fromInterval(found.topOne, "Share of pairs of samples with the same favourite; Wilson's interval"),
	};
}

/** How often each shown place was ranked best. */
export function positionsOf(pool: PoolTables, question: string): { shares: readonly PositionRow[]; test: Test } {
	const rows = pool.rankings.filter(({ form, item }) => `${form}.${item}` === question);
	const bySession = [...Map.groupBy(rows, ({ session }) => session).values()];
	const positions = Math.max(0, ...rows.map(({ position }) => position));
	const best = bySession.flatMap((own) => {
		const top = Math.min(...own.map(({ rank }) => rank));
		const favourites = own.filter(({ rank }) => rank === top);
		return favourites.length === 1 && favourites[0] ? [favourites[0].position] : [];
	});
	const label = "All places are ranked best equally often";
	const found = positionShares(best, positions);
	if (!found) return { shares: [], test: { label, missing: "Nobody of this pool ranked with one favourite." } };
	return { shares: shareRows(found), test: { label, ...testOf(found) } };
}

const shareRows = ({ shares, byChance, n }: PositionShares): PositionRow[] =>
	shares.map(({ position, share, lower, upper }) => ({
		label: `place ${position}`,
		byChance,
		estimate: share,
		lower,
		upper,
		n,
		method: "Share of rankings with one favourite; Wilson's interval",
	}));

const testOf = ({ chiSquare, df, p, n }: PositionShares) => ({
	statistic: chiSquare,
	df,
	p,
	n,
	method: "Pearson's chi-square test of equal shares",
});
