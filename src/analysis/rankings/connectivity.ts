import { range } from "../numeric/arrays.ts";
import { pairsOf, type RankingData } from "./rankings.ts";

/**
 * Groups of items that reach one another by better-than steps, best group first if the groups are ordered. Worths are finite if
 * there is only one group (Ford 1957, Am Math Mon 64:28-33; Hunter 2004, Ann Stat 32:384-406). A tie is a step in both
 * directions.
 */
export function strongGroups({ items, rankings }: Pick<RankingData, "items" | "rankings">): number[][] {
	const beats: Set<number>[] = items.map(() => new Set());
	for (const ranking of rankings)
		for (const { better, worse, tied } of pairsOf(ranking)) {
			beats[better]?.add(worse);
			if (tied) beats[worse]?.add(better);
		}
	const reached = range(items.length).map((item) => reachable(beats, item));
	const groups: number[][] = [];
	for (const item of range(items.length)) {
		const known = groups.find(([first = -1]) => reached[first]?.has(item) && reached[item]?.has(first));
		if (known) known.push(item);
		else groups.push([item]);
	}
	return groups.sort(([one = 0], [other = 0]) => Number(reached[other]?.has(one)) - Number(reached[one]?.has(other)));
}

function reachable(beats: readonly ReadonlySet<number>[], from: number): Set<number> {
	const reached = new Set([from]);
	const waiting = [from];
	for (let item = waiting.pop(); item !== undefined; item = waiting.pop())
		for (const next of beats[item] ?? [])
			if (!reached.has(next)) {
				reached.add(next);
				waiting.push(next);
			}
	return reached;
}

/** Why these data have no finite worths; null if they have. */
export function connectivityFault(data: RankingData): string | null {
	const groups = strongGroups(data);
	if (groups.length === 1) return null;
	const named = groups.map((group) => group.map((item) => data.items[item]).join(", "));
	const parts = unlinkedParts(data);
	if (parts.length > 1)
		return `No comparison links ${parts.map((part) => `{${part.map((item) => data.items[item]).join(", ")}}`).join(" and ")}, so their worths have no common scale. Rank each set separately, or add pseudo-comparisons.`;
	return `Some items always win against others, so their worths are infinitely far apart: ${named.map((group) => `{${group}}`).join(" > ")}. Rank fewer items, or add pseudo-comparisons.`;
}

/** Sets of items without any comparison between them. */
function unlinkedParts({ items, rankings }: RankingData): number[][] {
	const part = range(items.length);
	const find = (item: number): number => (part[item] === item ? item : find(part[item] ?? item));
	for (const { groups } of rankings) {
		const [first = 0, ...others] = groups.flat();
		for (const other of others) part[find(other)] = find(first);
	}
	const roots = [...new Set(range(items.length).map(find))];
	return roots.map((root) => range(items.length).filter((item) => find(item) === root));
}
