type Option = { readonly value: string; readonly label: string };

/** Without case, accents and other marks, which not every keyboard has. */
const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** The options that match: first those that begin with the text, then those with a word that does, then the others. */
export function matching<T extends Option>(options: readonly T[], typed: string): readonly T[] {
	const query = folded(typed);
	if (query === "") return options;
	const ranked = options.map((option) => ({ option, rank: rankOf(folded(option.label), query) }));
	return [0, 1, 2].flatMap((rank) => ranked.filter((one) => one.rank === rank).map(({ option }) => option));
}

function rankOf(label: string, query: string): number {
	const found = label.indexOf(query);
	if (found <= 0) return found === 0 ? 0 : 3;
	return label.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(query)) ? 1 : 2;
}
