import { LATE_STEP_MS, type Paced, presentationMs, shownWholeMs } from "../present/pace.ts";
import { type Screening, SelfIdentificationFilter } from "../present/self-identification-filter.ts";
import type { StoredReply } from "../write/frame.ts";
import { REPLY_LIMITS } from "../write/reply-limits.ts";

/** One short generation by a model, to measure its speed. Times are milliseconds since the request. */
export type Trial = {
	readonly pieces: readonly { readonly atMs: number; readonly text: string }[];
	/** Null if reading stopped before the end because there was enough text. */
	readonly endedAtMs: number | null;
};

/** How a study shows replies. */
export type Showing = { readonly pace: Paced; readonly screening?: Screening | undefined };

/** Under `regenerate` nothing is shown before the reply is complete. A trial that was cut short counts as this long. */
const TYPICAL_CHARACTERS = 1500;
/** Text that arrives within this time came at once, so it has no rate. */
const AT_ONCE_MS = 50;
/** A margin, because servers are slower under load than at an opening. */
const MARGIN = 1.25;

export const firstTextMs = ({ pieces }: Trial): number => pieces[0]?.atMs ?? Number.POSITIVE_INFINITY;

/** UTF-16 units per second after the first piece. Infinity if the text came at once. */
export function rateOf({ pieces }: Trial): number {
	const [first, ...rest] = pieces;
	const last = rest.at(-1);
	if (!first || !last || last.atMs - first.atMs < AT_ONCE_MS) return Number.POSITIVE_INFINITY;
	return (rest.reduce((sum, { text }) => sum + text.length, 0) * 1000) / (last.atMs - first.atMs);
}

/** By how many whole steps this reply would have been late. Uses the same code as replies to participants. */
export function lateSteps(trial: Trial, { pace, screening }: Showing): number {
	const held = screening?.handling === "regenerate";
	const reply: StoredReply = { trial: storedTrial(trial, held) };
	const stored = { texts: { trial: reply.trial?.text ?? "" }, writing: [], reply };
	const { texts, arrivals } = new SelfIdentificationFilter(screening).shownOf(stored);
	const length = texts.trial?.length ?? 0;
	return Math.floor((shownWholeMs(length, arrivals, 0, pace) - presentationMs(length, pace)) / LATE_STEP_MS);
}

/** The arrivals as they are stored for a reply: the first text at once, the rest in regular frames. */
function storedTrial(trial: Trial, held: boolean): StoredReply[string] {
	const arrivals = trial.pieces.map(
		({ atMs, text }, index) => [index === 0 ? atMs : atMs + REPLY_LIMITS.frameMs, text.length] as const,
	);
	return {
		text: trial.pieces.map(({ text }) => text).join(""),
		state: "complete",
		calls: [],
		open: null,
		arrivals,
		endedAtMs: trial.endedAtMs ?? (held ? projectedEndMs(trial) : (arrivals.at(-1)?.[0] ?? 0)),
	};
}

function projectedEndMs(trial: Trial): number {
	const lastMs = trial.pieces.at(-1)?.atMs ?? 0;
	const length = trial.pieces.reduce((sum, { text }) => sum + text.length, 0);
	return lastMs + (Math.max(0, TYPICAL_CHARACTERS - length) * 1000) / rateOf(trial);
}

/** A rate below the pace makes every long reply late, even if the trial was too short to show it. */
export const isLate = (trial: Trial, showing: Showing): boolean =>
	lateSteps(trial, showing) > 0 || rateOf(trial) < showing.pace.charactersPerSecond;

const tighter = ({ firstFrameMs, charactersPerSecond }: Paced): Paced => ({
	firstFrameMs: firstFrameMs / MARGIN,
	charactersPerSecond: charactersPerSecond * MARGIN,
});

/**
 * `late`: most replies of this model would be late. `close`: some would be, or less than a quarter is to spare. `unknown`:
 * no trial succeeded.
 */
export type PaceVerdict = "kept" | "close" | "late" | "unknown";

export function verdictOf(trials: readonly Trial[], showing: Showing): PaceVerdict {
	if (trials.length === 0) return "unknown";
	const late = trials.filter((trial) => isLate(trial, showing)).length;
	if (late * 2 > trials.length) return "late";
	const withMargin = { ...showing, pace: tighter(showing.pace) };
	return late > 0 || trials.some((trial) => isLate(trial, withMargin)) ? "close" : "kept";
}

const MAX_FIRST_FRAME_MS = 60_000;
const roundUp = (ms: number): number => Math.ceil(ms / 100) * 100;

/** The pace closest to the study's that all these trials keep with a margin. Null if there is no valid one. */
export function paceThatHolds(trials: readonly Trial[], showing: Showing): Paced | null {
	const slowest = Math.min(...trials.map(rateOf));
	const charactersPerSecond = Math.min(showing.pace.charactersPerSecond, Math.floor(slowest / MARGIN));
	if (charactersPerSecond < 1) return null;
	let firstFrameMs = showing.pace.firstFrameMs;
	while (firstFrameMs <= MAX_FIRST_FRAME_MS) {
		const pace = { firstFrameMs, charactersPerSecond };
		if (verdictOf(trials, { ...showing, pace }) === "kept") return pace;
		firstFrameMs = roundUp(Math.max(firstFrameMs * 1.1, firstFrameMs + 100));
	}
	return null;
}

export const median = (values: readonly number[]): number => {
	const sorted = values.toSorted((one, other) => one - other);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? Number.POSITIVE_INFINITY;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};
