import type { CallRecord, Sealed } from "../../blinding/seals/sealed.ts";
import type { CallStats, ModelFailure } from "../../models/model-types.ts";
import { findSelfIdentification } from "../../self-identification/finder.ts";
import type { CandidateJob } from "./candidate-job.ts";
import { consumeCall, type Failure, failureOf, type ReceivedCall } from "./consume-call.ts";
import { Continuation } from "./continuation.ts";
import type { StoredCandidate } from "./frame.ts";
import { retryDelayMs } from "./retry-policy.ts";

type CallResult = { readonly failure: ModelFailure | null; readonly mayRetry: boolean; readonly discarded: boolean };
/** `mayDiscard`: whether another call may follow if the text names its model. If not, the text stays and is masked. */
type CallPlan = { readonly attempt: number; readonly seed: number; readonly mayDiscard: () => boolean };

/**
 * Writes one candidate until it is `complete` or `failed`, and returns whether it is complete. Rejects only if the signal
 * aborts or a frame cannot be written.
 */
export async function writeCandidate(job: CandidateJob): Promise<boolean> {
	const { candidate, stored, gatherer } = job;
	if (stored.state !== "writing") return stored.state === "complete";
	if (candidate.kept !== null) {
		gatherer.add(candidate.slot, keptFrame(candidate.kept, stored));
		return true;
	}
	// A call that an eviction cut off was billed, so it gets a row too.
	const evicted = recordCutOff({ ...job, open: stored.open, text: stored.text }, "evicted");
	if (evicted) gatherer.add(candidate.slot, { calls: [evicted], open: null });
	const failure = await callUntilDone(job);
	const refused = failure?.reason === "refused" ? { refused: true as const } : {};
	gatherer.add(candidate.slot, failure === null ? { state: "complete" } : { state: "failed", ...refused });
	return failure === null;
}

/** Null if there is a final text. */
async function callUntilDone(job: CandidateJob): Promise<ModelFailure | null> {
	const { candidate, stored, limits, clock } = job;
	const before = stored.calls.length + (stored.open ? 1 : 0);
	let discarded = stored.discarded?.length ?? 0;
	for (let tried = 1; ; tried++) {
		const startedAtMs = clock();
		const asked = await callOnce(job, {
			attempt: job.firstAttempt + before + tried - 1,
			seed: discarded === 0 ? candidate.seed : (candidate.laterSeeds?.[discarded - 1] ?? candidate.seed),
			mayDiscard: () => discarded < limits.discards && hasTimeFor(job, clock() - startedAtMs),
		});
		if (asked.discarded) {
			discarded += 1;
			continue;
		}
		if (asked.failure === null) return null;
		const delayMs = asked.mayRetry ? retryDelayMs(asked.failure, tried, job.random(), limits) : null;
		if (delayMs === null || !hasTimeFor(job, delayMs)) return asked.failure;
		await job.wait(delayMs, AbortSignal.any([job.signal, job.givenUp]));
		job.signal.throwIfAborted();
	}
}

const hasTimeFor = ({ clock, sinceMs, limits, givenUp }: CandidateJob, ms: number): boolean =>
	!givenUp.aborted && clock() + ms < sinceMs + limits.firstTextMs;

const keptFrame = (kept: string, stored: StoredCandidate) => ({
	text: kept.slice(stored.text.length),
	state: "complete" as const,
});

type CutOff = Pick<CandidateJob, "arms" | "candidate" | "startCall" | "signal"> &
	Pick<StoredCandidate, "open" | "text">;

/** The call that is stored as running, as far as it came. Null if there is none. Calls no model. */
export function recordCutOff(
	{ arms, candidate, open, text: storedText, startCall, signal }: CutOff,
	failure: "evicted" | "stopped",
): Sealed<CallRecord> | null {
	if (open === null) return null;
	const started = startCall({ arms, label: candidate.label, thread: candidate.thread, seed: candidate.seed }, signal);
	const { attempt, startedAtMs, heard } = open;
	const times = { firstFrameMs: heard?.firstFrameMs ?? null, lastFrameMs: heard?.lastFrameMs ?? null };
	const stats = { ...freshStats(candidate.slot, attempt, startedAtMs), ...times, failure };
	const text = typeof heard?.text === "string" ? heard.text : storedText.slice(0, heard?.text ?? 0);
	return started.record(stats, text);
}

const freshStats = (slot: string, attempt: number, startedAtMs: number): CallStats => ({
	slot,
	attempt,
	startedAtMs,
	firstFrameMs: null,
	lastFrameMs: null,
	inputTokens: null,
	outputTokens: null,
	finishReason: "none",
	failure: null,
});

async function callOnce(job: CandidateJob, { attempt, seed, mayDiscard }: CallPlan): Promise<CallResult> {
	const { arms, candidate, stored, clock, gatherer, signal } = job;
	const { slot, label, thread } = candidate;
	const startedAtMs = clock();
	gatherer.add(slot, { open: { attempt, startedAtMs } });
	const stop = new AbortController();
	const started = job.startCall({ arms, label, thread, seed }, AbortSignal.any([signal, stop.signal]));
	const continuation = new Continuation(stored.text);
	const received: ReceivedCall = { continuation, stats: freshStats(slot, attempt, startedAtMs), held: "" };
	let failure: Failure | null = null;
	try {
		await consumeCall(job, started.deltas, received);
	} catch (error) {
		failure = failureOf(error, signal);
	} finally {
		stop.abort();
	}
	const spans = failure === null && job.held && mayDiscard() ? findSelfIdentification(received.held, job.held) : [];
	const discarded = spans.length > 0;
	const recordedAs = discarded ? "self_identified" : (failure?.recordedAs ?? null);
	gatherer.add(slot, {
		calls: [
			started.record({ ...received.stats, failure: recordedAs, ...(discarded && { discardedText: received.held }) }),
		],
		open: null,
		...(discarded && { discarded: [spans] }),
		...(!discarded && failure === null && received.held !== "" && { text: received.held }),
	});
	const nothingSeen = job.held !== null || !received.continuation.hasVisibleText;
	return { failure: failure?.failure ?? null, mayRetry: nothingSeen, discarded };
}
