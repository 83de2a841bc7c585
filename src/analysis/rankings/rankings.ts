/** One participant's order of some items. */
export type Ranking = {
	/** Index of the participant in `participants`. */
	readonly participant: number;
	/** How often this ranking occurred. */
	readonly weight: number;
	/** Items by index, best first. Items in one group are tied. */
	readonly groups: readonly (readonly number[])[];
	/** The row of the table for each item of each group; the same for all if a ranking is one row. */
	readonly rows: readonly (readonly number[])[];
};

export type RankingData = {
	readonly items: readonly string[];
	readonly rankings: readonly Ranking[];
	readonly participants: readonly string[];
	/** What a reader must know: rankings and rows left out, and why. */
	readonly notes: readonly string[];
};

/** All pairs of a ranking: the better and the worse item, or two tied ones. */
export function pairsOf({
	groups,
}: Ranking): { readonly better: number; readonly worse: number; readonly tied: boolean }[] {
	return groups.flatMap((group, place) => [
		...group.flatMap((better, index) => group.slice(index + 1).map((worse) => ({ better, worse, tied: true }))),
		...group.flatMap((better) =>
			groups.slice(place + 1).flatMap((later) => later.map((worse) => ({ better, worse, tied: false }))),
		),
	]);
}

/** A ranking compares items only if it has at least two. */
export const comparesItems = ({ groups }: Pick<Ranking, "groups">): boolean => groups.flat().length > 1;
