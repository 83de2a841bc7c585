import type { Clock } from "../../shared/clock.ts";
import type { Wait } from "../wait.ts";
import { type Frame, mergeFrames, stamped, textLength } from "./frame.ts";
import type { ReplyLimits } from "./reply-limits.ts";

export type GatherDeps = {
	readonly write: (frame: Frame) => void;
	/** After a frame was written: how long the next one may wait, if it has text alone. */
	readonly intervalMs: () => number;
	/** Called if a frame could not be written. The job has to stop. */
	readonly failed: (error: unknown) => void;
	readonly clock: Clock;
	readonly wait: Wait;
	readonly signal: AbortSignal;
	readonly limits: Pick<ReplyLimits, "frameMs" | "frameCharacters">;
};

/** Whether this is only the next text of a running call. The end of a call or a text is stored within `frameMs`. */
const isTextAlone = ({ state, calls, restart, open }: Frame[string]): boolean =>
	state === undefined && calls === undefined && restart === undefined && open !== null;

/**
 * All candidates are read at the same times, one a few milliseconds after the other. A frame waits that long for the others, and
 * may come that much early, so that one late frame does not make all later ones late.
 */
const TOGETHER_MS = 20;

/**
 * Collects the changes of all candidates and writes them in regular frames, so that neither rows nor readers follow one
 * model's tokens. The first text of a reply is written at once, because people wait for it.
 */
export class FrameGatherer {
	readonly #deps: GatherDeps;
	#pending: Frame = {};
	#isTextAlone = true;
	#lastWrittenMs: number;
	#textMs: number;
	#anyText: boolean;
	/** When the oldest pending text came. */
	#pendingSinceMs = Number.POSITIVE_INFINITY;
	/** When the timer that counts ends. */
	#wakesAtMs = Number.POSITIVE_INFINITY;

	constructor(deps: GatherDeps, resumed: { readonly anyText: boolean }) {
		this.#deps = deps;
		this.#anyText = resumed.anyText;
		this.#textMs = deps.limits.frameMs;
		this.#lastWrittenMs = deps.clock();
	}

	add(slot: string, added: Frame[string]): void {
		this.#pending = mergeFrames(this.#pending, { [slot]: added });
		this.#isTextAlone &&= isTextAlone(added);
		this.#pendingSinceMs = Math.min(this.#pendingSinceMs, this.#deps.clock());
		const isFirstText = !this.#anyText && added.text !== undefined;
		if (isFirstText || textLength(this.#pending) >= this.#deps.limits.frameCharacters) this.flush();
		else if (this.#dueAtMs() < this.#wakesAtMs) void this.#flushInTime();
	}

	/** Writes what is pending. Throws the store's errors. */
	flush(): void {
		if (Object.keys(this.#pending).length === 0) return;
		const frame = this.#pending;
		this.#pending = {};
		this.#isTextAlone = true;
		this.#pendingSinceMs = Number.POSITIVE_INFINITY;
		this.#lastWrittenMs = this.#deps.clock();
		this.#anyText ||= textLength(frame) > 0;
		this.#deps.write(stamped(frame, this.#lastWrittenMs));
		this.#textMs = this.#deps.intervalMs();
	}

	#dueAtMs(): number {
		if (!this.#isTextAlone) return this.#lastWrittenMs + this.#deps.limits.frameMs;
		return Math.max(this.#lastWrittenMs + this.#textMs - TOGETHER_MS, this.#pendingSinceMs + TOGETHER_MS);
	}

	/**
	 * A frame that was written meanwhile does not end the wait: that would cost more than to look once more. A later call, which is
	 * due earlier, replaces this one.
	 */
	async #flushInTime(): Promise<void> {
		const { wait, clock, signal, failed } = this.#deps;
		let dueAtMs: number;
		do {
			dueAtMs = this.#dueAtMs();
			this.#wakesAtMs = dueAtMs;
			await wait(dueAtMs - clock());
			if (signal.aborted || this.#wakesAtMs !== dueAtMs) return;
		} while (Object.keys(this.#pending).length > 0 && clock() < this.#dueAtMs());
		this.#wakesAtMs = Number.POSITIVE_INFINITY;
		try {
			this.flush();
		} catch (error) {
			failed(error);
		}
	}
}
