import type { ArmKey, CallRecord, Sealed } from "../../blinding/seals/sealed.ts";
import type { StartCall } from "../../models/model-types.ts";
import type { Span } from "../../self-identification/finder.ts";
import type { Clock } from "../../shared/clock.ts";
import { LATE_STEP_MS, type Pace, shownWholeMs } from "../present/pace.ts";
import { type Screening, SelfIdentificationFilter } from "../present/self-identification-filter.ts";
import type { Wait } from "../wait.ts";
import type { ReplyCandidate } from "./candidate-job.ts";
import { NOTHING_STORED, type StoredReply } from "./frame.ts";
import { FrameGatherer } from "./frame-gatherer.ts";
import { frameIntervalMs } from "./frame-interval.ts";
import type { FrameSink } from "./frame-store.ts";
import { GracePeriod } from "./grace-period.ts";
import type { ReplyLimits } from "./reply-limits.ts";
import { writeCandidate } from "./write-candidate.ts";

export type ReplyRequest = {
	/** The step's id. It is the key of the frames and part of every event id. Another round needs another id. */
	readonly replyId: string;
	readonly arms: Sealed<ArmKey>;
	readonly candidates: readonly ReplyCandidate[];
	/** When the participant's answer was accepted. It is in the log, so it stays the same after an eviction. */
	readonly startedAtMs: number;
	/** 1, or after a `retry` the number of earlier calls plus 1. */
	readonly firstAttempt: number;
	/** The protocol's pace; `as-is` for simulated participants. */
	readonly pace: Pace;
	/** Absent if replies are shown unchanged. */
	readonly screening?: Screening;
};

export type ReplyDeps = {
	readonly startCall: StartCall;
	readonly store: FrameSink;
	/** Called after each stored frame to wake the readers. */
	readonly notify: () => void;
	readonly clock: Clock;
	readonly wait: Wait;
	/** In [0, 1). Used only for retry delays, and never recorded. */
	readonly random: () => number;
	/** Stops the job when the session ends. `writeReply` then rejects with the signal's reason. */
	readonly signal: AbortSignal;
	readonly limits: ReplyLimits;
};

export type CandidateOutcome = {
	readonly slot: string;
	/** The original text, also of a failed candidate. */
	readonly text: string;
	/** False if the model failed after all its calls, or in the middle of a reply. */
	readonly complete: boolean;
	/** All its calls, failed ones too. Empty for a kept candidate. */
	readonly calls: readonly Sealed<CallRecord>[];
	/** The number of its last call. `firstAttempt` of the next round is the greatest one plus 1. */
	readonly lastAttempt: number;
	/** The self-identifications of its discarded texts, one entry per text. Absent if none was discarded. */
	readonly discarded?: readonly (readonly Span[])[];
	/** The model refused for a reason that a retry does not change. Absent otherwise. */
	readonly refused?: true;
};

/** In the order of the request's candidates. */
export type ReplyOutcome = { readonly candidates: readonly CandidateOutcome[] };

/**
 * Writes one reply: calls the models of all candidates at the same time and stores their texts in frames. Resolves when
 * all have ended and, under a pace, have been shown, so that a client that polls learns nothing earlier than one that
 * streams. A failed model gives a candidate that is not `complete`. Rejects only if the signal aborts or the store fails.
 * After an eviction it may be called again with the same request and continues from what is stored.
 */
export async function writeReply(request: ReplyRequest, deps: ReplyDeps): Promise<ReplyOutcome> {
	const stop = new AbortController();
	const signal = AbortSignal.any([deps.signal, stop.signal]);
	signal.throwIfAborted();
	const before = deps.store.load(request.replyId);
	const gatherer = new FrameGatherer(
		{
			write: (frame) => {
				deps.store.append(request.replyId, frame);
				deps.notify();
			},
			intervalMs: () =>
				frameIntervalMs(request, deps.store.load(request.replyId), { nowMs: deps.clock(), limits: deps.limits }),
			failed: (error) => stop.abort(error),
			clock: deps.clock,
			wait: deps.wait,
			signal,
			limits: deps.limits,
		},
		{ anyText: Object.values(before).some(({ text }) => text !== "") },
	);
	try {
		await writeCandidates(request, deps, { before, gatherer, signal });
	} finally {
		// If one candidate throws, the others must stop calling.
		stop.abort();
	}
	const after = deps.store.load(request.replyId);
	await presented(request, deps, after);
	return { candidates: request.candidates.map((candidate) => outcomeOf(candidate, request, after)) };
}

type Run = { readonly before: StoredReply; readonly gatherer: FrameGatherer; readonly signal: AbortSignal };

async function writeCandidates(request: ReplyRequest, deps: ReplyDeps, { before, gatherer, signal }: Run) {
	const { arms, firstAttempt, screening } = request;
	const held = screening?.handling === "regenerate" ? screening.lexicon : null;
	const sinceMs = writingSince(request, deps);
	const gracePeriod = new GracePeriod(sinceMs + deps.limits.firstTextMs, { ...deps, signal });
	const run = { ...deps, arms, firstAttempt, gatherer, signal, sinceMs, held, givenUp: gracePeriod.signal };
	const jobs = request.candidates.map(async (candidate) => {
		const stored = before[candidate.slot] ?? NOTHING_STORED;
		if (!(await writeCandidate({ ...run, candidate, stored }))) gracePeriod.candidateFailed();
	});
	try {
		await Promise.all(jobs);
	} finally {
		gracePeriod.end();
	}
	gatherer.flush();
}

/** When the limits start: at the participant's answer or, after a long interruption, now. */
const writingSince = ({ startedAtMs }: ReplyRequest, { clock, limits }: ReplyDeps): number =>
	clock() - startedAtMs < limits.firstTextMs ? startedAtMs : clock();

/** Waits until a reader at this pace has seen everything, or, for a failed reply, until failures are shown. */
async function presented(request: ReplyRequest, deps: ReplyDeps, reply: StoredReply) {
	const failed = Object.values(reply).some(({ state }) => state === "failed");
	const shownMs = failed ? failureShownMs(request, deps) : shownMsOf(request, reply);
	const leftMs = request.startedAtMs + shownMs - deps.clock();
	if (leftMs > 0) await deps.wait(leftMs, deps.signal);
	deps.signal.throwIfAborted();
}

function shownMsOf({ startedAtMs, pace, screening }: ReplyRequest, reply: StoredReply): number {
	// Computed from the shown text, because the time for the original would reveal the length of a hidden name.
	const stored = Object.fromEntries(Object.entries(reply).map(([slot, { text }]) => [slot, text]));
	const { texts, arrivals } = new SelfIdentificationFilter(screening).shownOf({ texts: stored, writing: [], reply });
	const longest = Math.max(0, ...Object.values(texts).map((text) => text.length));
	return shownWholeMs(longest, arrivals, startedAtMs, pace);
}

/** All failures are shown at the same time. A reply that fails later is shown as failed at the next whole step. */
function failureShownMs({ startedAtMs, pace }: ReplyRequest, { clock, limits }: ReplyDeps): number {
	if (pace === "as-is") return 0;
	const lateMs = Math.max(0, clock() - startedAtMs - limits.failureShownMs);
	return limits.failureShownMs + Math.ceil(lateMs / LATE_STEP_MS) * LATE_STEP_MS;
}

function outcomeOf(candidate: ReplyCandidate, request: ReplyRequest, stored: StoredReply): CandidateOutcome {
	const { text, state, calls, discarded, refused } = stored[candidate.slot] ?? NOTHING_STORED;
	const lastAttempt = request.firstAttempt + calls.length - 1;
	const outcome = { slot: candidate.slot, text, complete: state === "complete", calls, lastAttempt };
	return { ...outcome, ...(discarded && { discarded }), ...(refused && { refused }) };
}
