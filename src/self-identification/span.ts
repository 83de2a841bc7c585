/**
 * A place, in UTF-16 units of the text, where a model names itself, its maker, or its instructions. A `mention` is another
 * name in the same reply. If it stayed visible, it would show which name is hidden.
 */
export type Span = {
	readonly start: number;
	readonly end: number;
	readonly kind: "name" | "maker" | "instructions" | "mention";
};

const WEIGHT = { name: 3, maker: 2, instructions: 1, mention: 0 } as const;

/** In order. Spans that touch become one, of the most informative kind. */
export function merged(spans: readonly Span[]): Span[] {
	const inOrder = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
	const result: Span[] = [];
	for (const span of inOrder) {
		const last = result.at(-1);
		if (last === undefined || span.start >= last.end) result.push(span);
		else {
			const kind = WEIGHT[span.kind] > WEIGHT[last.kind] ? span.kind : last.kind;
			result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end), kind };
		}
	}
	return result;
}
