import { setTimeout as pause } from "node:timers/promises";
import { DemoError } from "./demo-error.ts";

const AGAIN_MS = 100;

/** Asks until the answer is not null. Throws `otherwise` after `withinMs`. */
export async function until<T>(withinMs: number, otherwise: string, ask: () => Promise<T | null>): Promise<T> {
	const deadline = Date.now() + withinMs;
	for (;;) {
		const answer = await ask();
		if (answer !== null) return answer;
		if (Date.now() > deadline) throw new DemoError(otherwise);
		await pause(AGAIN_MS);
	}
}
