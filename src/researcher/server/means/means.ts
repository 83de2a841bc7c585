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

/** What a value is about. */
export type About = Omit<Given, "value">;

/** Over participants: each counts once, with the mean of their own values. */
export type Tally = About & {
	readonly n: number;
	readonly mean: number;
	/** The sum of squared values. */
	readonly squares: number;
};

export type Interval = { readonly lower: number; readonly upper: number };

type Sums = { readonly about: About; n: number; sum: number; squares: number };

/** Adds up participants one by one, so that not all ratings of a large study are in memory. */
export class Tallies {
	readonly #tallies = new Map<string, Sums>();
	/** By a list of what was asked: which of its values belong to which sums. */
	readonly #places = new WeakMap<
		readonly About[],
		readonly { readonly sums: Sums; readonly at: readonly number[] }[]
	>();

	/** Adds all values of one participant. */
	add(all: readonly Given[]): void {
		this.addValues(
			all,
			all.map(({ value }) => value),
		);
	}

	/** The same. A list that many participants share is looked through once. */
	addValues(asked: readonly About[], values: readonly number[]): void {
		for (const { sums, at } of this.#placesOf(asked)) {
			const value = at.reduce((sum, place) => sum + (values[place] ?? 0), 0) / at.length;
			sums.n += 1;
			sums.sum += value;
			sums.squares += value * value;
		}
	}

	#placesOf(asked: readonly About[]) {
		const known = this.#places.get(asked);
		if (known) return known;
		const places = Map.groupBy(asked.keys(), (place) => {
			const { source = "form", form = null, item = null, label = "" } = asked[place] ?? {};
			return keyOf(source, form, item, label);
		});
		const found = [...places].flatMap(([key, at]) => {
			const first: (About & { readonly value?: number }) | undefined = asked[at[0] ?? 0];
			if (!first) return [];
			const { value: _, ...about } = first;
			const sums = this.#tallies.get(key) ?? { about, n: 0, sum: 0, squares: 0 };
			this.#tallies.set(key, sums);
			return [{ sums, at }];
		});
		this.#places.set(asked, found);
		return found;
	}

	/** In the order of source, form, item and label. */
	all(): Tally[] {
		return [...this.#tallies.entries()]
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(([, { about, n, sum, squares }]) => ({ ...about, n, mean: sum / n, squares }));
	}
}

/** Before all characters of ids and labels, so that keys sort as their parts do. */
const SEPARATOR = "\u0001";

export const keyOf = (...parts: readonly (string | number | null)[]): string => parts.join(SEPARATOR);

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
