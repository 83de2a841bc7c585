/** At most this many rows, and about as many characters, go into one call to another Worker, which takes 32 MiB. */
const MOST_ROWS = 5_000;
const MOST_CHARACTERS = 4_000_000;

/**
 * Cuts rows into pieces, in their order, that each fit into one call to another Worker. A row that is larger alone is a piece
 * of its own: D1 has none above 2 MB.
 */
export function* piecesOf<R extends object>(rows: readonly R[]): Generator<readonly R[]> {
	let from = 0;
	let characters = 0;
	for (const [index, row] of rows.entries()) {
		const more = charactersIn(row);
		if (index > from && (index - from >= MOST_ROWS || characters + more > MOST_CHARACTERS)) {
			yield rows.slice(from, index);
			from = index;
			characters = 0;
		}
		characters += more;
	}
	if (from < rows.length) yield from === 0 ? rows : rows.slice(from);
}

/** Of all texts in it, however deep. Names of fields are left out: they are bounded by the number of rows. */
function charactersIn(value: unknown): number {
	if (typeof value === "string") return value.length;
	if (typeof value !== "object" || value === null) return 0;
	let sum = 0;
	for (const inner of Object.values(value)) sum += charactersIn(inner);
	return sum;
}
