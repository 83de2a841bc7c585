/** Resolves after `ms`, or when the signal aborts. Never rejects, so it can be used in a race. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

export const timerWait: Wait = (ms, signal) =>
	new Promise((resolve) => {
		if (signal?.aborted) return resolve();
		const done = () => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", done);
			resolve();
		};
		const timer = setTimeout(done, Math.max(0, ms));
		signal?.addEventListener("abort", done);
	});
