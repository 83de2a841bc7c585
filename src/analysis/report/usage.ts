import { meanEstimate } from "../agreement/ranking-agreement.ts";
import { sum } from "../numeric/arrays.ts";
import { type Estimate, fromInterval, isMissing } from "./estimate.ts";
import type { Ratings } from "./ratings/ratings.ts";
import type { PoolTables } from "./tables/one-pool.ts";
import type { CallRow } from "./tables/study-tables.ts";

export type UsageRow = { readonly label: string; readonly what: string; readonly total: number } & Estimate;

/** What an arm costs for each point of rating that it gains on the cheapest one. */
export type GainRow = { readonly label: string; readonly outcome: string } & (
	| { readonly gained: number; readonly tokens: number; readonly tokensAPoint: number; readonly method: string }
	| { readonly missing: string }
);

export type Usage =
	| { readonly arms: readonly UsageRow[]; readonly gains: readonly GainRow[] }
	| { readonly missing: string };

const METHOD = "Mean of conversations, failed attempts included; t interval over participants' means";

/** Tokens and cost by arm. Only after unblinding, because the cost of an arm tells which model it is. */
export function usageOf(calls: readonly CallRow[], pool: PoolTables, ratings: Ratings): Usage {
	if (!pool.isUnblinded)
		return { missing: "The study is blinded, and tokens and cost tell which model an arm is. Unblind it first." };
	const sessions = new Set(pool.sessions.map(({ session }) => session));
	const own = calls.filter(({ session }) => session !== null && sessions.has(session));
	if (own.length === 0) return { missing: "No model call of this pool was recorded." };
	const byArm = [...Map.groupBy(own, ({ label }) => pool.nameOf(label))].sort(([one], [other]) =>
		one < other ? -1 : 1,
	);
	const arms = byArm.flatMap(([label, rows]) => rowsOf(label, rows));
	return { arms, gains: gainsOf(arms, ratings) };
}

function rowsOf(label: string, rows: readonly CallRow[]): UsageRow[] {
	const currencies = [...new Set(rows.flatMap(({ currency }) => currency ?? []))].sort();
	const of = (what: string, value: (row: CallRow) => number | null): UsageRow[] => {
		const known = rows.flatMap((row) => value(row) ?? []);
		const nothing = { label, what, total: 0, missing: "No call of this arm reported it." };
		return known.length === 0 ? [nothing] : [{ label, what, total: sum(known), ...aConversation(rows, value) }];
	};
	return [
		...of("input tokens", ({ inputTokens }) => inputTokens),
		...of("output tokens", ({ outputTokens }) => outputTokens),
		...currencies.flatMap((currency) =>
			of(`cost in ${currency}`, (row) => (row.currency === currency ? row.cost : null)),
		),
	];
}

/** Mean of a conversation. A participant's conversations are averaged first, because they are not independent. */
function aConversation(rows: readonly CallRow[], value: (row: CallRow) => number | null): Estimate {
	const bySession = Map.groupBy(rows, ({ session }) => session);
	const means = [...bySession.values()].map((own) => {
		const conversations = new Set(own.map(({ conversationId }) => conversationId)).size;
		return own.reduce((total, row) => total + (value(row) ?? 0), 0) / Math.max(1, conversations);
	});
	const found = meanEstimate(means);
	return isMissing(found) ? { missing: found.missing } : fromInterval(found, METHOD);
}

/** For each outcome's main model, tokens of an arm beyond the arm with the fewest, by the points gained on it. */
function gainsOf(arms: readonly UsageRow[], { means, models }: Ratings): GainRow[] {
	const tokens = new Map<string, number>();
	for (const row of arms)
		if (row.what.endsWith("tokens") && !isMissing(row))
			tokens.set(row.label, (tokens.get(row.label) ?? 0) + row.estimate);
	const [base] = [...tokens].sort(([, one], [, other]) => one - other);
	if (!base) return [];
	const main = models.filter(({ kind }) => kind === "main");
	return main.flatMap(({ id, outcome }) => {
		const own = means.filter(({ model }) => model === id);
		const reference = own.find(({ label }) => label === base[0]);
		if (!reference || isMissing(reference)) return [];
		return own.flatMap((mean): GainRow[] => {
			if (isMissing(mean) || mean.label === base[0]) return [];
			const extra = (tokens.get(mean.label) ?? Number.NaN) - base[1];
			const gained = mean.estimate - reference.estimate;
			const about = { label: `${mean.label} - ${base[0]}`, outcome };
			if (!(gained > 0)) return [{ ...about, missing: "It gains nothing, so no number of tokens buys a point." }];
			const method =
				"Difference of mean tokens by difference of marginal means; no interval, because tokens and ratings are estimated apart";
			return [{ ...about, gained, tokens: extra, tokensAPoint: extra / gained, method }];
		});
	});
}
