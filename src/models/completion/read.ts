import { ModelFailure, type SourceDelta } from "../model-types.ts";
import { Completion } from "./completion.ts";
import { EventReader } from "./events.ts";

export type ReadLimits = {
	/** A longer body is not a reply: a server that sends comments or empty lines for ever is abandoned. */
	readonly mostBytes: number;
	/** How long to wait for token counts after the reply is complete. Servers send them within milliseconds. */
	readonly usageWithinMs: number;
};

/** A token with its alternatives and their probabilities takes 4 kB; a chunk without them takes 300 bytes. */
export const readLimits = (maxOutputTokens: number): ReadLimits => ({
	mostBytes: 1_000_000 + 8_000 * maxOutputTokens,
	usageWithinMs: 500,
});

/** Reads one reply. Ends with an `end`, or throws a `ModelFailure`. Stops reading once nothing more of the reply can follow. */
export async function* readCompletion(
	body: ReadableStream<Uint8Array>,
	{ mostBytes, usageWithinMs }: ReadLimits,
): AsyncGenerator<SourceDelta> {
	const reader = body.getReader();
	const events = new EventReader();
	const completion = new Completion();
	const late = new Timer();
	let bytesRead = 0;
	try {
		while (!completion.isOver) {
			const next = nextBytes(reader, completion);
			const bytes = await (completion.isFinished ? Promise.race([next, late.in(usageWithinMs)]) : next);
			bytesRead += bytes?.byteLength ?? 0;
			for (const event of bytes ? events.feed(bytes) : events.end()) yield* completion.take(event);
			if (bytes === undefined) completion.bodyEnded();
			if (bytesRead > mostBytes) completion.take({ kind: "broken" });
		}
	} finally {
		late.clear();
		// Not awaited: a server that hangs would block this.
		void reader.cancel().catch(() => {});
	}
	if (completion.failure) throw completion.failure;
	yield completion.end();
}

/** Undefined at the end. A connection that breaks after the reply is complete also counts as the end. */
async function nextBytes(
	reader: ReadableStreamDefaultReader<Uint8Array>,
	completion: Completion,
): Promise<Uint8Array | undefined> {
	try {
		return (await reader.read()).value;
	} catch {
		if (completion.isFinished) return undefined;
		throw new ModelFailure("cut", true);
	}
}

/** Starts when it is first awaited. */
class Timer {
	#timer: ReturnType<typeof setTimeout> | undefined;
	#over: Promise<undefined> | undefined;

	in(ms: number): Promise<undefined> {
		this.#over ??= new Promise((resolve) => {
			this.#timer = setTimeout(() => resolve(undefined), ms);
		});
		return this.#over;
	}

	clear(): void {
		clearTimeout(this.#timer);
	}
}
