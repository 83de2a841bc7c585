import type { ArmKey, Sealed } from "../blinding/sealed.ts";
import type { Lexicon } from "../blinding/self-identification/lexicon.ts";
import { findSelfIdentification } from "../blinding/self-identification.ts";
import { type CallStats, type ModelDelta, ModelFailure, type OpenModel, type ThreadMessage } from "../models/port.ts";
import type { ArmLabel } from "../randomisation/plan.ts";
import type { Clock } from "../shared/clock.ts";
import { Continuation } from "./continuation.ts";
import type { RunningCall, StoredCandidate } from "./frame.ts";
import type { FrameGatherer } from "./gather.ts";
import type { ReplyLimits } from "./limits.ts";
import { retryDelayMs } from "./retry.ts";
import type { Wait } from "./wait.ts";
import { type Watch, watched } from "./watchdog.ts";

export type ReplyCandidate = {
	readonly slot: string;
	readonly label: ArmLabel;
	/** Ends with the participant's message. */
	readonly thread: readonly ThreadMessage[];
	readonly seed: number;
	/** For the tries after a text that named itself was thrown away: the same seed would say the same again. */
	readonly laterSeeds?: readonly number[];
	/** The text that this candidate came to before another one failed: it is shown again and not asked for again. */
	readonly kept: string | null;
};

export type CandidateJob = {
	readonly arms: Sealed<ArmKey>;
	readonly candidate: ReplyCandidate;
	readonly stored: StoredCandidate;
	readonly firstAttempt: number;
	/** From when the limits of time count. */
	readonly sinceMs: number;
	readonly openModel: OpenModel;
	readonly gatherer: FrameGatherer;
	readonly clock: Clock;
	readonly wait: Wait;
	readonly random: () => number;
	readonly signal: AbortSignal;
	/** Aborts when this candidate is of no use any more, because another one has failed. */
	readonly givenUp: AbortSignal;
	readonly limits: ReplyLimits;
	/** Not null: a text is kept back until it is whole, and thrown away where it names who wrote it. */
	readonly held: Lexicon | null;
};

type Asked = { readonly failure: ModelFailure | null; readonly mayRetry: boolean; readonly discarded: boolean };
/** `mayDiscard`: whether another try may follow where the text names itself. If not, the text stands, masked. */
type Try = { readonly attempt: number; readonly seed: number; readonly mayDiscard: () => boolean };

/**
 * Brings one candidate to its end, `complete` or `failed`, in the gatherer, and gives whether it is complete. Rejects only when
 * the signal aborts or a frame cannot be written.
 */
export async function writeCandidate(job: CandidateJob): Promise<boolean> {
	const { candidate, stored, gatherer } = job;
	if (stored.state !== "writing") return stored.state === "complete";
	if (candidate.kept !== null) {
		gatherer.add(candidate.slot, keptFrame(candidate.kept, stored));
		return true;
	}
	recordEvicted(job);
	const failure = await tryAll(job);
	const refused = failure?.reason === "refused" ? { refused: true as const } : {};
	gatherer.add(candidate.slot, failure === null ? { state: "complete" } : { state: "failed", ...refused });
	return failure === null;
}

/** Null: a text stands. */
async function tryAll(job: CandidateJob): Promise<ModelFailure | null> {
	const { candidate, stored, limits, clock } = job;
	const before = stored.calls.length + (stored.open ? 1 : 0);
	let discarded = stored.discarded?.length ?? 0;
	for (let tried = 1; ; tried++) {
		const startedAtMs = clock();
		const asked = await askOnce(job, {
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

/** A call that an eviction cut off was made, and is billed: it gets its row too. */
function recordEvicted({ arms, candidate, stored, openModel, gatherer, signal }: CandidateJob): void {
	if (stored.open === null) return;
	const opened = openModel({ arms, label: candidate.label, thread: candidate.thread, seed: candidate.seed }, signal);
	const { attempt, startedAtMs, heard } = stored.open;
	const times = { firstFrameMs: heard?.firstFrameMs ?? null, lastFrameMs: heard?.lastFrameMs ?? null };
	const stats = { ...freshStats(candidate.slot, attempt, startedAtMs), ...times, failure: "evicted" };
	const said = typeof heard?.text === "string" ? heard.text : stored.text.slice(0, heard?.text ?? 0);
	gatherer.add(candidate.slot, { calls: [opened.record(stats, said)], open: null });
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

async function askOnce(job: CandidateJob, { attempt, seed, mayDiscard }: Try): Promise<Asked> {
	const { arms, candidate, stored, clock, gatherer, signal } = job;
	const { slot, label, thread } = candidate;
	const startedAtMs = clock();
	gatherer.add(slot, { open: { attempt, startedAtMs } });
	const stop = new AbortController();
	const opened = job.openModel({ arms, label, thread, seed }, AbortSignal.any([signal, stop.signal]));
	const continuation = new Continuation(stored.text);
	const heard: Heard = { continuation, stats: freshStats(slot, attempt, startedAtMs), held: "" };
	let failure: Failure | null = null;
	try {
		await listen(job, opened.deltas, heard);
	} catch (error) {
		failure = failureOf(error, signal);
	} finally {
		stop.abort();
	}
	const spans = failure === null && job.held && mayDiscard() ? findSelfIdentification(heard.held, job.held) : [];
	const discarded = spans.length > 0;
	const recordedAs = discarded ? "self_identified" : (failure?.recordedAs ?? null);
	gatherer.add(slot, {
		calls: [opened.record({ ...heard.stats, failure: recordedAs, ...(discarded && { discardedText: heard.held }) })],
		open: null,
		...(discarded && { discarded: [spans] }),
		...(!discarded && failure === null && heard.held !== "" && { text: heard.held }),
	});
	const nothingSeen = job.held !== null || !heard.continuation.saidSomething;
	return { failure: failure?.failure ?? null, mayRetry: nothingSeen, discarded };
}

type Heard = { continuation: Continuation; stats: CallStats; held: string };

async function listen(job: CandidateJob, deltas: AsyncIterable<ModelDelta>, heard: Heard): Promise<void> {
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

function watchOf(job: CandidateJob, heard: Heard): Watch {
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

function restart({ gatherer, candidate }: CandidateJob, heard: Heard): void {
	heard.continuation = new Continuation("");
	heard.held = "";
	gatherer.add(candidate.slot, { restart: true });
}

function running({ stats, continuation: { received } }: Heard, isHeld: boolean): RunningCall {
	const { attempt, startedAtMs, firstFrameMs, lastFrameMs } = stats;
	const text = isHeld ? received : received.length;
	return { attempt, startedAtMs, heard: { firstFrameMs: firstFrameMs ?? 0, lastFrameMs: lastFrameMs ?? 0, text } };
}

/** Asked again after an eviction, the model said something else than what had been shown. */
class Contradiction extends Error {}

type Failure = { readonly failure: ModelFailure; readonly recordedAs: string };

function failureOf(error: unknown, signal: AbortSignal): Failure {
	if (signal.aborted) throw signal.reason;
	if (error instanceof Contradiction)
		return { failure: new ModelFailure("malformed", false), recordedAs: "contradicted" };
	if (error instanceof ModelFailure) return { failure: error, recordedAs: error.reason };
	throw error;
}
