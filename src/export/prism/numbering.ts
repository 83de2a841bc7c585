/**
 * Numbers of interactions as PRISM counts them: by conversation id as text (c0, c1, c10, c100, …), then by turn. Given the
 * number of turns of c0, c1, …; gives the number of a conversation's first interaction.
 */
export function interactionNumbers(turns: ArrayLike<number>): (conversation: number) => number {
	const first = new Int32Array(turns.length);
	const order = Array.from({ length: turns.length }, (_, index) => index).sort(byText);
	let next = 0;
	for (const conversation of order) {
		first[conversation] = next;
		next += turns[conversation] ?? 0;
	}
	return (conversation) => first[conversation] ?? 0;
}

const byText = (one: number, other: number): number => (String(one) < String(other) ? -1 : one === other ? 0 : 1);
