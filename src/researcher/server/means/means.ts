import { normalCritical, tCritical } from "../../../analysis/numeric/distributions.ts";

/** One participant's values for an arm and question: ratings, or shares of the arms that it was preferred to. */
export type Given = {
	readonly source: "choice" | "form" | "ranking";
	readonly form: string | null;
	readonly item: string | null;
	readonly label: string;
	readonly value: number;
	readonly min?: number | null;
	readonly max?: number | null;
};

/** Over participants: each counts once, with the mean of their own values. */
export type Tally = Omit<Given, "value"> & {
	readonly n: number;
	readonly mean: number;
	/** The sum of squared values. */
	readonly squares: number;
};

export type Interval = { readonly lower: number; readonly upper: number };

/** Adds up participants one by one, so that not all ratings of a large study are in memory. */
export class Tallies {
	readonly #tallies = new Map<string, { given: Given; n: number; sum: number; squares: number }>();

	/** Adds all values of one participant. */
	add(all: readonly Given[]): void {
		for (const [key, own] of Map.groupBy(all, ({ source, form, item, label }) => keyOf(source, form, item, label))) {
			const [given] = own;
			if (!given) continue;
			const value = own.reduce((sum, each) => sum + each.value, 0) / own.length;
			const known = this.#tallies.get(key) ?? { given, n: 0, sum: 0, squares: 0 };
			this.#tallies.set(key, {
				...known,
				n: known.n + 1,
				sum: known.sum + value,
				squares: known.squares + value * value,
			});
		}
	}

	/** In the order of source, form, item and label. */
	all(): Tally[] {
		return [...this.#tallies.entries()]
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(
				([
					,
					{
						given: { value: _, ...about },
						n,
						sum,
						squares,
					},
				]) => ({ ...about, n, mean: sum / n, squares }),
			);
	}
}

/** Before all characters of ids and labels, so that keys sort as their parts do. */
const SEPARATOR = "\u0001";

export const keyOf = (...parts: readonly (string | null)[]): string => parts.join(SEPARATOR);

/** The 95 % t interval of the mean. Null with fewer than two participants. */
export function intervalOf({ n, mean, squares }: Pick<Tally, "n" | "mean" | "squares">): Interval | null {
	if (n < 2) return null;
	// Rounding can make it negative if all values are equal.
	const variance = Math.max(0, (squares - n * mean * mean) / (n - 1));
	const half = tCritical(n - 1) * Math.sqrt(variance / n);
	return { lower: mean - half, upper: mean + half };
}

/**
 * Wilson's 95 % interval of a share, with participants as trials. A participant's own share has at most the variance of one trial, so
 * it is never too narrow, and it has a width where all agree.
 */
export function shareInterval({ n, mean: share }: Pick<Tally, "n" | "mean">): Interval {
	const z = normalCritical();
	const [middle, half] = [share + (z * z) / (2 * n), z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))];
	const scale = 1 + (z * z) / n;
	return { lower: Math.max(0, (middle - half) / scale), upper: Math.min(1, (middle + half) / scale) };
}

/** An order of arms, best first. Arms of one group are tied. */
export type Order = Pick<Given, "source" | "form" | "item"> & { readonly groups: readonly (readonly string[])[] };

/**
 * For each arm of an order, the share of the other arms that it was compared with and preferred to; a tie is half. Replies that were
 * not chosen were not compared with each other.
 */
export function sharesWon({ groups, source, form, item }: Order): Given[] {
	return groups.flatMap((group, place) =>
		group.flatMap((label) => {
			const others = (some: readonly (readonly string[])[]) => some.flat().filter((other) => other !== label).length;
			const [better, worse] = [others(groups.slice(0, place)), others(groups.slice(place + 1))];
			const tied = source === "choice" ? 0 : others([group]);
			const n = better + worse + tied;
			return n === 0 ? [] : [{ source, form, item, label, value: (worse + tied / 2) / n }];
		}),
	);
}
