import { type Problem, ProblemError } from "../shared/problem.ts";

/** Longer than the probe of an endpoint takes, and shorter than people wait in front of an empty page. */
export const ARRIVAL_WITHIN_MS = 20_000;

const TOO_LATE: Problem = {
	code: "unavailable",
	detail:
		"The database or an object does not answer at the moment. Repeat the request: the same person gets the same session.",
	retryAfterSeconds: 5,
	isOurs: true,
};

/** Refuses an arrival that takes too long. The browser that opened the link has no app yet that could try again. */
export async function answerInTime<T>(answer: Promise<T>): Promise<T> {
	const stop = new AbortController();
	const late = scheduler.wait(ARRIVAL_WITHIN_MS, { signal: stop.signal }).then(() => {
		throw new ProblemError(TOO_LATE);
	});
	// `late` rejects also when it is stopped, and `answer` may reject after the refusal. Nobody handles these rejections.
	late.catch(() => {});
	answer.catch(() => {});
	try {
		return await Promise.race([answer, late]);
	} finally {
		stop.abort();
	}
}
