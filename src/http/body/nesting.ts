/** The deepest nesting of brackets outside strings. Exact for JSON only. */
export function depthOf(text: string): number {
	const marks = text.replaceAll(/"(?:[^"\\]|\\.)*"/gs, "").matchAll(/[[{}\]]/g);
	let depth = 0;
	let deepest = 0;
	for (const [mark] of marks) {
		depth += mark === "[" || mark === "{" ? 1 : -1;
		deepest = Math.max(deepest, depth);
	}
	return deepest;
}
