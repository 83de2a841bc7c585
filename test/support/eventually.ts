/** Polls until the condition holds, with a deadline. */
export async function eventually<T>(
	look: () => Promise<T | null | undefined | false>,
	what: string,
	withinMs = 60_000,
	everyMs = 10,
): Promise<T> {
	const deadline = Date.now() + withinMs;
	for (;;) {
		const found = await look();
		if (found) return found;
		if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, everyMs));
	}
}
