import { type CallStats, type ModelDelta, ModelFailure } from "../../models/port.ts";
import type { CandidateJob } from "./candidate-job.ts";
import { Continuation } from "./continuation.ts";
import type { RunningCall } from "./frame.ts";
import { type Watch, watched } from "./watchdog.ts";

/** What one call has received. */
export type ReceivedCall = { continuation: Continuation; stats: CallStats; held: string };

/** Reads one call to its end into the gatherer. Throws what `failureOf` takes. */
export async function consumeCall(
	job: CandidateJob,
	deltas: AsyncIterable<ModelDelta>,
	heard: ReceivedCall,
): Promise<void> {
	const { clock, gatherer, candidate } = job;
	for await (const delta of watched(deltas, watchOf(job, heard))) {
		if (delta.kind === "end") {
			const { finishReason, inputTokens, outputTokens } = delta;
			heard.stats = { ...heard.stats, finishReason, inputTokens, outputTokens };
			if (!heard.continuation.saidSomething) throw new ModelFailure("malformed", true);
			if (!heard.continuation.caughtUp) throw new Contradiction();
			return;
		}
		if (delta.kind === "hidden") continue;
		if (delta.kind === "restart") {
			restart(job, heard);
			continue;
		}
		const fresh = heard.continuation.accept(delta.text);
		if (fresh === null) throw new Contradiction();
		const sinceStartMs = clock() - heard.stats.startedAtMs;
		heard.stats = {
			...heard.stats,
			firstFrameMs: heard.stats.firstFrameMs ?? sinceStartMs,
			lastFrameMs: sinceStartMs,
		};
		if (job.held !== null) heard.held += fresh;
		const shown = job.held === null && fresh !== "" ? { text: fresh } : {};
		gatherer.add(candidate.slot, { ...shown, open: running(heard, job.held !== null) });
	}
	throw new ModelFailure("cut", true);
}

function watchOf(job: CandidateJob, heard: ReceivedCall): Watch {
	const { silentMs, stallMs, firstTextMs, slowestPerSecond } = job.limits;
	const { clock, wait, signal, givenUp } = job;
	// Held text is seen by nobody before it is whole.
	const visible = () => (job.held ? 0 : Math.max(job.stored.text.length, heard.continuation.visibleLength));
	return {
		hasText: () => heard.continuation.saidSomething,
		deadlineAtMs: () => job.sinceMs + firstTextMs + (visible() * 1000) / slowestPerSecond,
		...{ silentMs, stallMs, clock, wait, signal, givenUp },
	};
}

function restart({ gatherer, candidate }: CandidateJob, heard: ReceivedCall): void {
	heard.continuation = new Continuation("");
	heard.held = "";
	gatherer.add(candidate.slot, { restart: true });
}

function running({ stats, continuation: { received } }: ReceivedCall, isHeld: boolean): RunningCall {
	const { attempt, startedAtMs, firstFrameMs, lastFrameMs } = stats;
	const text = isHeld ? received : received.length;
	return { attempt, startedAtMs, heard: { firstFrameMs: firstFrameMs ?? 0, lastFrameMs: lastFrameMs ?? 0, text } };
}

/** Asked again after an eviction, the model said something else than what had been shown. */
class Contradiction extends Error {}

export type Failure = { readonly failure: ModelFailure; readonly recordedAs: string };

/** The signal's reason is thrown on: the job stops. */
export function failureOf(error: unknown, signal: AbortSignal): Failure {
	if (signal.aborted) throw signal.reason;
	if (error instanceof Contradiction)
		return { failure: new ModelFailure("malformed", false), recordedAs: "contradicted" };
	if (error instanceof ModelFailure) return { failure: error, recordedAs: error.reason };
	throw error;
}
