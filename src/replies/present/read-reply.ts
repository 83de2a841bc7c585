import type { Clock } from "../../shared/clock.ts";
import type { Wait } from "../wait.ts";
import { nextTickMs, type Pace, type ReplyTexts, shownTexts } from "./pace.ts";
import { formatCursor, parseCursor, STARTED } from "./stream-cursor.ts";
import { type Step, textDeltas, textEnds, textStarts } from "./stream-parts.ts";
import { doneEvent, KEEP_ALIVE, uiEvent } from "./ui-stream.ts";

export type ReplyReading = {
	readonly replyId: string;
	/** In the plan's order, and the same in every call for one reply. */
	readonly slots: readonly string[];
	readonly progress: () => ReplyTexts;
	/** Resolves at the next change of `progress` (`Notifier.changed`). */
	readonly changed: () => Promise<void>;
	readonly startedAtMs: number;
	readonly pace: Pace;
	readonly clock: Clock;
	readonly wait: Wait;
	/** If it cannot be parsed or is of another reply, the stream starts from the beginning. */
	readonly lastEventId: string | null;
	/** The SessionView, requested when the reply has ended. */
	readonly view: () => Promise<unknown>;
};

const encoder = new TextEncoder();

/** Proxies cut a connection that is silent for half a minute, and some earlier. */
const KEEP_ALIVE_MS = 15_000;

/**
 * The AI SDK's UI message stream of one reply as server-sent events, from the start or from after `lastEventId`. It is a
 * byte stream, so that an object can pass it to its caller. Cancelling it stops the reading, never the job. A failed reply
 * ends like any other; its view has the `retry` step.
 */
export function readReply(reading: ReplyReading): ReadableStream<Uint8Array> {
	const cancelled = new AbortController();
	return new ReadableStream({
		type: "bytes",
		start(controller) {
			const send = (events: string) => {
				if (!cancelled.signal.aborted) controller.enqueue(encoder.encode(events));
			};
			// Not awaited: nothing can be read before `start` has ended.
			void stream(reading, send, cancelled.signal).then(
				() => cancelled.signal.aborted || controller.close(),
				(error) => cancelled.signal.aborted || controller.error(error),
			);
		},
		cancel: () => cancelled.abort(),
	});
}

type Send = (events: string) => void;

async function stream(reading: ReplyReading, send: Send, signal: AbortSignal): Promise<void> {
	const { replyId, slots, lastEventId } = reading;
	const resumed = lastEventId === null ? null : parseCursor(lastEventId, replyId, reading.progress().texts);
	let cursor = resumed ?? STARTED;
	/** At once: each piece that is sent costs more than the events in it, and candidates stay together. */
	const emit = (...steps: readonly Step[]) => {
		cursor = steps.at(-1)?.cursor ?? cursor;
		if (steps.length > 0) send(steps.map((step) => uiEvent(formatCursor(replyId, step.cursor), step.part)).join(""));
	};
	const start = () =>
		emit({ cursor: STARTED, part: { type: "start", messageId: replyId } }, ...textStarts(STARTED, slots));
	if (resumed === null) start();
	else emit(...textStarts(cursor, slots));
	let restarts = reading.progress().restarts ?? 0;
	await follow(reading, send, signal, (shown, progress) => {
		// The text shown so far was thoughts, so the client starts this reply anew.
		if (!progress.ended && (progress.restarts ?? 0) > restarts) start();
		restarts = progress.restarts ?? restarts;
		const steps = textDeltas(cursor, shown);
		emit(...steps);
		return steps.length > 0;
	});
	if (signal.aborted) return;
	emit(...textEnds(cursor, slots));
	if (cursor.phase === "texts") {
		emit({ cursor: { ...cursor, phase: "view" }, part: { type: "data-view", data: await reading.view() } });
	}
	if (cursor.phase === "view") emit({ cursor: { ...cursor, phase: "finish" }, part: { type: "finish" } });
	if (cursor.phase === "finish") send(doneEvent(formatCursor(replyId, { ...cursor, phase: "done" })));
}

/** Shows the visible part of each text whenever it may have grown, until the reply has ended. */
async function follow(
	reading: ReplyReading,
	send: Send,
	signal: AbortSignal,
	show: (shown: Readonly<Record<string, string>>, progress: ReplyTexts) => boolean,
): Promise<void> {
	const { clock, startedAtMs, pace } = reading;
	const over = new AbortController();
	const untilNextRead = alarmOf(reading, AbortSignal.any([over.signal, signal]));
	let lastSentMs = clock();
	try {
		while (!signal.aborted) {
			const progress = reading.progress();
			const nowMs = clock();
			const shown = shownTexts(progress, { startedAtMs, nowMs }, pace);
			if (show(shown, progress)) lastSentMs = nowMs;
			if (progress.ended) return;
			if (nowMs - lastSentMs >= KEEP_ALIVE_MS) {
				send(KEEP_ALIVE);
				lastSentMs = nowMs;
			}
			await untilNextRead(lastSentMs + KEEP_ALIVE_MS - nowMs, isWhole(progress, shown));
		}
	} finally {
		over.abort();
	}
}

/** Everything has been shown, and no more comes. Only the end is missing. */
const isWhole = ({ texts, writing }: ReplyTexts, shown: Readonly<Record<string, string>>): boolean =>
	writing.length === 0 && Object.entries(texts).every(([slot, { length }]) => shown[slot]?.length === length);

/** Waits until the next read, or as long as the connection may be silent, whichever is shorter. */
type Alarm = (keepAliveInMs: number, isWhole: boolean) => Promise<void>;

/** A listener on a signal costs more than a short wait, so a short wait has none. A cancelled reader then ends after the wait. */
const SHORT_MS = 1_000;

/**
 * Under a pace, the pace sets the times of reading, so that no event's time depends on a model. The end is recorded at a tick too, but
 * perhaps after it was read: a reader who has seen everything waits for it. Without a pace, new text sets the times.
 */
function alarmOf({ clock, startedAtMs, pace, wait, changed }: ReplyReading, signal: AbortSignal): Alarm {
	if (pace !== "as-is")
		return (keepAliveInMs, isWhole) => {
			const elapsedMs = clock() - startedAtMs;
			const ms = Math.min(nextTickMs(elapsedMs, pace) - elapsedMs, keepAliveInMs);
			const tick = wait(ms, ms > SHORT_MS ? signal : undefined);
			return isWhole ? Promise.race([tick, changed()]) : tick;
		};
	let wake = (): void => {};
	let hasTimer = false;
	// One listener and one timer serve many reads, because text arrives several times a second.
	signal.addEventListener("abort", () => wake());
	return (keepAliveInMs) =>
		new Promise((resolve) => {
			if (signal.aborted) return resolve();
			wake = resolve;
			void changed().then(resolve);
			if (hasTimer) return;
			hasTimer = true;
			void wait(keepAliveInMs, signal).then(() => {
				hasTimer = false;
				wake();
			});
		});
}
