import type { Clock } from "../../shared/clock.ts";
import type { Wait } from "../wait.ts";
import { type Frame, mergeFrames, stamped, textLength } from "./frame.ts";
import type { ReplyLimits } from "./reply-limits.ts";

export type GatherDeps = {
	readonly write: (frame: Frame) => void;
	/** Called if a frame could not be written. The job has to stop. */
	readonly failed: (error: unknown) => void;
	readonly clock: Clock;
	readonly wait: Wait;
	readonly signal: AbortSignal;
	readonly limits: Pick<ReplyLimits, "frameMs" | "frameCharacters">;
};

/**
 * Collects the changes of all candidates and writes them in regular frames, so that neither rows nor readers follow one
 * model's tokens. The first text of a reply is written at once, because people wait for it.
 */
export class FrameGatherer {
	readonly #deps: GatherDeps;
	#pending: Frame = {};
	#lastWrittenMs: number;
	#anyText: boolean;
	#hasTimer = false;

	constructor(deps: GatherDeps, resumed: { readonly anyText: boolean }) {
		this.#deps = deps;
		this.#anyText = resumed.anyText;
		this.#lastWrittenMs = deps.clock();
	}

	add(slot: string, added: Frame[string]): void {
		this.#pending = mergeFrames(this.#pending, { [slot]: added });
		const isFirstText = !this.#anyText && added.text !== undefined;
		if (isFirstText || textLength(this.#pending) >= this.#deps.limits.frameCharacters) this.flush();
		else if (!this.#hasTimer) void this.#flushInTime();
	}

	/** Writes what is pending. Throws the store's errors. */
	flush(): void {
		if (Object.keys(this.#pending).length === 0) return;
		const frame = this.#pending;
		this.#pending = {};
		this.#lastWrittenMs = this.#deps.clock();
		this.#anyText ||= textLength(frame) > 0;
		this.#deps.write(stamped(frame, this.#lastWrittenMs));
	}

	/** A frame that was written meanwhile does not end the wait: that would cost more than to look once more. */
	async #flushInTime(): Promise<void> {
		const { wait, clock, limits, signal, failed } = this.#deps;
		this.#hasTimer = true;
		const dueAtMs = () => this.#lastWrittenMs + limits.frameMs;
		do {
			await wait(dueAtMs() - clock());
			if (signal.aborted) return;
		} while (Object.keys(this.#pending).length > 0 && clock() < dueAtMs());
		this.#hasTimer = false;
		try {
			this.flush();
		} catch (error) {
			failed(error);
		}
	}
}
