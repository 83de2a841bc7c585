import type { Missing } from "../inference/coefficients.ts";
import type { RankingFit } from "../rankings/fit-rankings.ts";
import { worthAt } from "../rankings/worths.ts";
import { type Correlation, pearson } from "./pairs.ts";

export type WorthCorrelation = (Correlation | Missing) & {
	readonly items: readonly { readonly item: string; readonly one: number; readonly other: number }[];
	/** A caveat to report with the correlation. */
	readonly note: string;
};

/** The correlation between two fits' log-worths over their common items. It has few points, and the items are not a sample. */
export function worthCorrelation(one: RankingFit, other: RankingFit): WorthCorrelation {
	const items = one.data.items.flatMap((item, index) => {
		const place = other.data.items.indexOf(item);
		return place < 0 ? [] : [{ item, one: worthAt(one, index), other: worthAt(other, place) }];
	});
	const pairs = { one: items.map((pair) => pair.one), other: items.map((pair) => pair.other) };
	return {
		...pearson(pairs),
		items,
		note: `This correlation is over ${items.length} items: ${items.length < 10 ? "so few points are easily in line by chance" : "its interval takes items for a sample of many"}.`,
	};
}
