import { Unreachable } from "./api.ts";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** `offline` comes from the browser; `unreachable` follows from a call that failed. */
export type Reach = "fine" | "offline" | "unreachable";

/** Tracks whether the server can be reached, and repeats failed calls: after a pause, or when the browser is online again. */
export function createConnection(say: (reach: Reach) => void) {
	const tell = () => say(navigator.onLine ? "fine" : "offline");
	addEventListener("offline", tell);
	addEventListener("online", tell);
	tell();

	/** Repeats a call until the server answers. */
	async function reach<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		for (let attempt = 0; ; attempt += 1) {
			try {
				const answer = await call();
				// A call from before the withdrawal must not replace the exit page.
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

/** Doubles each time, plus up to a fifth by chance. Otherwise a whole study would return in the same second. */
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
