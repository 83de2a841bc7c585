import type { ArmKey, CallRecord, Sealed } from "../../blinding/seals/sealed.ts";
import type { OpenModel } from "../../models/port.ts";
import type { Span } from "../../self-identification/finder.ts";
import type { Clock } from "../../shared/clock.ts";
import { LATE_STEP_MS, type Pace, shownWholeMs } from "../present/pace.ts";
import type { Wait } from "../wait.ts";
import type { ReplyCandidate } from "./candidate-job.ts";
import { NOTHING_STORED, type StoredReply } from "./frame.ts";
import { FrameGatherer } from "./frame-gatherer.ts";
import type { FrameSink } from "./frame-store.ts";
import { GracePeriod } from "./grace-period.ts";
import type { ReplyLimits } from "./reply-limits.ts";
import { type Screening, SelfIdentificationFilter } from "./self-identification-filter.ts";
import { writeCandidate } from "./write-candidate.ts";

export type ReplyRequest = {
	/** The key of its frames, and part of every event id: the step's id. Another try at a failed reply needs another. */
	readonly replyId: string;
	readonly arms: Sealed<ArmKey>;
	readonly candidates: readonly ReplyCandidate[];
	/** When the participant's answer was taken; stands in the log, so that it is the same after an eviction. */
	readonly startedAtMs: number;
	/** 1, or after a `retry` the number of tries that went before, plus 1. */
	readonly firstAttempt: number;
	/** The protocol's; `as-is` for the simulated pool. */
	readonly pace: Pace;
	/** Absent where replies are shown as they are written. */
	readonly screening?: Screening;
};

export type ReplyDeps = {
	readonly openModel: OpenModel;
	readonly store: FrameSink;
	/** After each stored frame: wakes the readers. */
	readonly notify: () => void;
	readonly clock: Clock;
	readonly wait: Wait;
	/** In [0, 1): jitter of the retries only, nothing that is recorded. */
	readonly random: () => number;
	/** Stops the job (the session ended): `writeReply` rejects then with the signal's reason. */
	readonly signal: AbortSignal;
	readonly limits: ReplyLimits;
};

export type CandidateOutcome = {
	readonly slot: string;
	/** As it was written; what came before a failure too. */
	readonly text: string;
	/** False: the model failed after all its tries, or in mid-reply. */
	readonly complete: boolean;
	/** Every call that was made for it, failed ones too. Empty for a kept one. */
	readonly calls: readonly Sealed<CallRecord>[];
	/** The number of the last try; `firstAttempt` of the next is one more than the greatest. */
	readonly lastAttempt: number;
	/** Where the texts named themselves that were thrown away for this one, one entry a text. Absent: none was. */
	readonly discarded?: readonly (readonly Span[])[];
	/** The model refused for a reason that no repeat changes. Absent: it did not. */
	readonly refused?: true;
};

/** In the order of the request's candidates. */
export type ReplyOutcome = { readonly candidates: readonly CandidateOutcome[] };

/**
 * Writes one reply: asks the model of every candidate at once, stores what comes in frames, and resolves when all have
 * ended and, under a pace, been shown, so that a client that polls learns nothing before one that streams. A failed model
 * is a candidate that is not `complete`; it rejects only when the signal aborts or the store fails. May be called again
 * with the same request after an eviction: it goes on from what is stored.
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
		// One candidate's broken invariant must not leave the others asking.
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
	const givingUp = new GracePeriod(sinceMs + deps.limits.firstTextMs, { ...deps, signal });
	const run = { ...deps, arms, firstAttempt, gatherer, signal, sinceMs, held, givenUp: givingUp.signal };
	const jobs = request.candidates.map(async (candidate) => {
		const stored = before[candidate.slot] ?? NOTHING_STORED;
		if (!(await writeCandidate({ ...run, candidate, stored }))) givingUp.candidateFailed();
	});
	try {
		await Promise.all(jobs);
	} finally {
		givingUp.end();
	}
	gatherer.flush();
}

/** From when the limits count: the participant's answer, or, after an interruption that used them up, now. */
const writingSince = ({ startedAtMs }: ReplyRequest, { clock, limits }: ReplyDeps): number =>
	clock() - startedAtMs < limits.firstTextMs ? startedAtMs : clock();

/** Waits until a reader at this pace has seen everything; of a failed reply, until the one time at which failures are shown. */
async function presented(request: ReplyRequest, deps: ReplyDeps, reply: StoredReply) {
	const failed = Object.values(reply).some(({ state }) => state === "failed");
	const shownMs = failed ? failureShownMs(request, deps) : shownMsOf(request, reply);
	const leftMs = request.startedAtMs + shownMs - deps.clock();
	if (leftMs > 0) await deps.wait(leftMs, deps.signal);
	deps.signal.throwIfAborted();
}

function shownMsOf({ startedAtMs, pace, screening }: ReplyRequest, reply: StoredReply): number {
	// Of what is shown, not of what was written: the time that it takes would tell how long a hidden name is.
	const stored = Object.fromEntries(Object.entries(reply).map(([slot, { text }]) => [slot, text]));
	const { texts, arrivals } = new SelfIdentificationFilter(screening).shownOf({ texts: stored, writing: [], reply });
	const longest = Math.max(0, ...Object.values(texts).map((text) => text.length));
	return shownWholeMs(longest, arrivals, startedAtMs, pace);
}

/** One time for all failures; a reply that failed in the middle of its text after that is shown at the next whole step. */
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
