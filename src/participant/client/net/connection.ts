import { Unreachable } from "./api.ts";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** `offline` is the browser's word; `unreachable` is ours, after a call that did not come through. */
export type Reach = "fine" | "offline" | "unreachable";

/** Whether the study can be reached, and what to do when not: try again, at once when the browser says that it is back. */
export function createConnection(say: (reach: Reach) => void) {
	const tell = () => say(navigator.onLine ? "fine" : "offline");
	addEventListener("offline", tell);
	addEventListener("online", tell);
	tell();

	/** Repeats a call until the server has answered it. */
	async function reach<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		for (let attempt = 0; ; attempt += 1) {
			try {
				const answer = await call();
				// What was asked for before somebody left must not come over what they were shown then.
				signal?.throwIfAborted();
				tell();
				return answer;
			} catch (error) {
				if (!(error instanceof Unreachable)) throw error;
				say(navigator.onLine ? "unreachable" : "offline");
				await pause(Math.max(error.retryAfterMs, pauseMs(attempt)), signal);
			}
		}
	}

	return { reach };
}

/** Doubles, and up to a fifth more by chance, or a whole study comes back in the same second. */
const pauseMs = (attempt: number): number =>
	Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS) * (1 + Math.random() / 5);

function pause(ms: number, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const end = () => {
			clearTimeout(timer);
			removeEventListener("online", end);
			signal?.removeEventListener("abort", end);
			if (signal?.aborted) reject(signal.reason);
			else resolve();
		};
		const timer = setTimeout(end, ms);
		addEventListener("online", end);
		signal?.addEventListener("abort", end);
	});
}
