/** From this many words on, a shared start hides the difference between labels. */
const SHARED_WORDS = 5;

/**
 * Labels for narrow columns, such as those of a battery. A start that at least two share becomes "…", so that the words
 * that differ can be read.
 */
export function shortLabels(labels: readonly string[]): string[] {
	const all = labels.map((label) => label.split(/\s+/));
	return all.map((words, index) => {
		const others = all.filter((_, place) => place !== index);
		const shared = Math.max(0, ...others.map((other) => sharedStart(words, other)));
		const rest = words.slice(shared);
		return shared < SHARED_WORDS || rest.length === 0 ? (labels[index] ?? "") : `… ${rest.join(" ")}`;
	});
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
	const differs = one.findIndex((word, place) => word !== other[place]);
	return differs === -1 ? one.length : differs;
}
