import type { Pace } from "../../protocol/schema/schema.ts";
import { cutAt } from "./cut-text.ts";
import { type TextArrivals, unitsArrivedBy } from "./text-arrivals.ts";

export type { Pace };

/** The texts of a reply at one time. `FrameStore.progress` gives all fields but `ended`. */
export type ReplyTexts = {
	/** By slot, as they are stored. */
	readonly texts: Readonly<Record<string, string>>;
	/** Slots whose text may still grow. */
	readonly writing: readonly string[];
	/** When text became available. */
	readonly arrivals: TextArrivals;
	/** How often a text turned out to be thoughts and was started anew. Absent: never. */
	readonly restarts?: number;
	/** The reply's event is in the log, so everything may be shown, whatever the pace. */
	readonly ended: boolean;
};

export type Paced = Exclude<Pace, "as-is">;

/**
 * Under a pace, text is sent in steps of this length, so that no gap between two events comes from a model. A step costs more
 * than the text in it, so steps are long. The participant app shows the text of a step little by little.
 */
export const TICK_MS = 400;

/**
 * If a model is late, the text of all candidates stops. It continues at a multiple of this time after the first frame,
 * once a whole step is available. The times of events then show only by how many steps a reply was late: 300 ms and
 * 1,700 ms look the same. Two seconds, because people notice shorter stops too and dislike longer ones. It is a
 * multiple of the tick.
 */
export const LATE_STEP_MS = 2000;

/** For products such as 0.1 * 90, which are slightly less than the whole number. */
const ROUNDING = 1e-6;

/** How many UTF-16 units may be shown this long after the first one. */
const unitsAt = (sinceFirstMs: number, { charactersPerSecond }: Paced): number =>
	sinceFirstMs < 0 ? 0 : 1 + Math.floor((sinceFirstMs * charactersPerSecond) / 1000 + ROUNDING);

/** Time from the first unit until this many have been shown. */
const untilShownMs = (length: number, { charactersPerSecond }: Paced): number =>
	length <= 1 ? 0 : Math.ceil(((length - 1) * 1000) / charactersPerSecond - ROUNDING);

/**
 * Time from the reply's start until a text of this length has been shown, if no model is late. 0 for `as-is`. An empty
 * reply has a first frame too, which says that it failed.
 */
export const presentationMs = (longestLength: number, pace: Pace): number =>
	pace === "as-is" ? 0 : pace.firstFrameMs + untilShownMs(longestLength, pace);

/** A presentation at one tick: its position in its own time, and whether it has stopped there. */
type PresentationState = { readonly atMs: number; readonly positionMs: number; readonly held: boolean };

const beforeFirst = ({ firstFrameMs }: Paced): PresentationState => ({
	atMs: firstFrameMs - TICK_MS,
	positionMs: -TICK_MS,
	held: false,
});

/**
 * The state at the next tick. It depends on what had arrived by then, not on when a reader looks. So all readers see the
 * same, also after an eviction.
 */
function nextState(
	state: PresentationState,
	arrivals: TextArrivals,
	startedAtMs: number,
	pace: Paced,
): PresentationState {
	const atMs = state.atMs + TICK_MS;
	if (state.held && (atMs - pace.firstFrameMs) % LATE_STEP_MS !== 0) return { ...state, atMs };
	// If less than a whole step were enough, the next stop would show how late the model was.
	const ahead = state.positionMs + (state.held ? LATE_STEP_MS : TICK_MS);
	const held = unitsArrivedBy(arrivals, startedAtMs + atMs) < unitsAt(ahead, pace);
	return { atMs, positionMs: held ? state.positionMs : state.positionMs + TICK_MS, held };
}

const isComplete = (arrivals: TextArrivals, atMs: number): boolean =>
	unitsArrivedBy(arrivals, atMs) === Number.POSITIVE_INFINITY;

/** Whether nothing can hold up the text any more. */
const isFree = ({ atMs, held }: PresentationState, arrivals: TextArrivals, startedAtMs: number): boolean =>
	!held && isComplete(arrivals, startedAtMs + atMs);

type Computed = { readonly startedAtMs: number; readonly pace: Paced; readonly state: PresentationState };

/** By arrivals, which never change: the last computed state, from which the next computation continues. */
const COMPUTED = new WeakMap<TextArrivals, Computed>();

/** The last state at or before `elapsedMs`. Stops earlier once nothing can hold up the text any more. */
function stateAt(elapsedMs: number, arrivals: TextArrivals, startedAtMs: number, pace: Paced): PresentationState {
	const before = COMPUTED.get(arrivals);
	const goesOn = before?.startedAtMs === startedAtMs && before.pace === pace && before.state.atMs <= elapsedMs;
	let state = goesOn ? before.state : beforeFirst(pace);
	let free = goesOn && isFree(state, arrivals, startedAtMs);
	while (!free && state.atMs + TICK_MS <= elapsedMs) {
		state = nextState(state, arrivals, startedAtMs, pace);
		free = isFree(state, arrivals, startedAtMs);
	}
	COMPUTED.set(arrivals, { startedAtMs, pace, state });
	return state;
}

type ReadTimes = { readonly startedAtMs: number; readonly nowMs: number };

/** How many units of each candidate may be shown now: none before `firstFrameMs`, one at it, then `charactersPerSecond`. */
export function visibleUnits(arrivals: TextArrivals, { startedAtMs, nowMs }: ReadTimes, pace: Paced): number {
	const elapsedMs = nowMs - startedAtMs;
	const { atMs, positionMs, held } = stateAt(elapsedMs, arrivals, startedAtMs, pace);
	const ticks = held ? 0 : Math.max(0, Math.floor((elapsedMs - atMs) / TICK_MS));
	return unitsAt(positionMs + ticks * TICK_MS, pace);
}

/**
 * Time from the reply's start to the tick at which its longest text has been shown completely. All candidates must have ended. A
 * tick: otherwise the end of a reply would show whether its model ended before the last character was due, or before the tick after it.
 */
export function shownWholeMs(longestLength: number, arrivals: TextArrivals, startedAtMs: number, pace: Pace): number {
	if (pace === "as-is" || !isComplete(arrivals, Number.POSITIVE_INFINITY)) return 0;
	const { atMs, positionMs } = stateAt(Number.POSITIVE_INFINITY, arrivals, startedAtMs, pace);
	return atMs + Math.ceil(Math.max(0, untilShownMs(longestLength, pace) - positionMs) / TICK_MS) * TICK_MS;
}

/** The time from the reply's start at which text next appears under this pace. */
export const nextTickMs = (elapsedMs: number, { firstFrameMs }: Paced): number =>
	elapsedMs < firstFrameMs ? firstFrameMs : elapsedMs - ((elapsedMs - firstFrameMs) % TICK_MS) + TICK_MS;

/** What may be shown of each text now. Under a pace all candidates appear together, so that a slower model does not show. */
export function shownTexts(
	{ texts, ended, arrivals }: ReplyTexts,
	times: ReadTimes,
	pace: Pace,
): Record<string, string> {
	if (ended) return { ...texts };
	const visible = pace === "as-is" ? Number.POSITIVE_INFINITY : visibleUnits(arrivals, times, pace);
	return Object.fromEntries(Object.entries(texts).map(([slot, text]) => [slot, text.slice(0, cutAt(text, visible))]));
}
