import { type CallStats, type ModelDelta, ModelFailure } from "../../models/model-types.ts";
import type { CandidateJob } from "./candidate-job.ts";
import { Continuation } from "./continuation.ts";
import type { RunningCall } from "./frame.ts";
import { type Watch, watched } from "./watchdog.ts";

/** What one call has received. */
export type ReceivedCall = { continuation: Continuation; stats: CallStats; held: string };

/** Reads one call to its end into the gatherer. Throws errors that `failureOf` accepts. */
export async function consumeCall(
	job: CandidateJob,
	deltas: AsyncIterable<ModelDelta>,
	received: ReceivedCall,
): Promise<void> {
	const { clock, gatherer, candidate } = job;
	for await (const delta of watched(deltas, watchOf(job, received))) {
		if (delta.kind === "end") {
			const { finishReason, inputTokens, outputTokens } = delta;
			received.stats = { ...received.stats, finishReason, inputTokens, outputTokens };
			if (!received.continuation.hasVisibleText) throw new ModelFailure("malformed", true);
			if (!received.continuation.caughtUp) throw new Contradiction();
			return;
		}
		if (delta.kind === "hidden") continue;
		if (delta.kind === "restart") {
			restart(job, received);
			continue;
		}
		const fresh = received.continuation.accept(delta.text);
		if (fresh === null) throw new Contradiction();
		const sinceStartMs = clock() - received.stats.startedAtMs;
		received.stats = {
			...received.stats,
			firstFrameMs: received.stats.firstFrameMs ?? sinceStartMs,
			lastFrameMs: sinceStartMs,
		};
		if (job.held !== null) received.held += fresh;
		const shown = job.held === null && fresh !== "" ? { text: fresh } : {};
		gatherer.add(candidate.slot, { ...shown, open: running(received, job.held !== null) });
	}
	throw new ModelFailure("cut", true);
}

function watchOf(job: CandidateJob, received: ReceivedCall): Watch {
	const { silentMs, stallMs, firstTextMs, slowestPerSecond } = job.limits;
	const { clock, wait, signal, givenUp } = job;
	// Held text is not visible before it is complete.
	const visible = () => (job.held ? 0 : Math.max(job.stored.text.length, received.continuation.visibleLength));
	return {
		hasText: () => received.continuation.hasVisibleText,
		deadlineAtMs: () => job.sinceMs + firstTextMs + (visible() * 1000) / slowestPerSecond,
		...{ silentMs, stallMs, clock, wait, signal, givenUp },
	};
}

function restart({ gatherer, candidate }: CandidateJob, received: ReceivedCall): void {
	received.continuation = new Continuation("");
	received.held = "";
	gatherer.add(candidate.slot, { restart: true });
}

function running({ stats, continuation: { received } }: ReceivedCall, isHeld: boolean): RunningCall {
	const { attempt, startedAtMs, firstFrameMs, lastFrameMs } = stats;
	const text = isHeld ? received : received.length;
	return { attempt, startedAtMs, heard: { firstFrameMs: firstFrameMs ?? 0, lastFrameMs: lastFrameMs ?? 0, text } };
}

/** After an eviction the model was asked again and gave another text than the one that was shown. */
class Contradiction extends Error {}

export type Failure = { readonly failure: ModelFailure; readonly recordedAs: string };

/** Throws the signal's reason if the job was stopped. */
export function failureOf(error: unknown, signal: AbortSignal): Failure {
	if (signal.aborted) throw signal.reason;
	if (error instanceof Contradiction)
		return { failure: new ModelFailure("malformed", false), recordedAs: "contradicted" };
	if (error instanceof ModelFailure) return { failure: error, recordedAs: error.reason };
	throw error;
}
