/** The longest pause between two looks, unless the caller wants another. */
const RAREST_MS = 80;
/** How much longer each pause is than the one before. */
const GROWTH = 1.3;

/**
 * Polls until the condition holds, with a deadline. Looks often at first and then rarer, because each look takes processor
 * time from what it waits for.
 */
export async function eventually<T>(
	look: () => Promise<T | null | undefined | false>,
	what: string,
	withinMs = 60_000,
	everyMs = 10,
): Promise<T> {
	const deadline = Date.now() + withinMs;
	for (let pauseMs = everyMs; ; pauseMs = Math.max(everyMs, Math.min(pauseMs * GROWTH, RAREST_MS))) {
		const found = await look();
		if (found) return found;
		if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, pauseMs));
	}
}
