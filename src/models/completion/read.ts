import { ModelFailure, type SourceDelta } from "../model-types.ts";
import { BodyReader } from "./body-reader.ts";
import { Completion } from "./completion.ts";
import { EventReader } from "./events.ts";

export type ReadLimits = {
	/** A longer body is not a reply: a server that sends comments or empty lines for ever is abandoned. */
	readonly mostBytes: number;
	/** How long to wait for token counts after the reply is complete. Servers send them within milliseconds. */
	readonly usageWithinMs: number;
	/** How long what the server sends may lie unread, in milliseconds. Asked before each read. */
	readonly restMs: () => number;
};

/** A token with its alternatives and their probabilities takes 4 kB; a chunk without them takes 300 bytes. */
export const readLimits = (maxOutputTokens: number, restMs = () => 0): ReadLimits => ({
	mostBytes: 1_000_000 + 8_000 * maxOutputTokens,
	usageWithinMs: 500,
	restMs,
});

/** Reads one reply. Ends with an `end`, or throws a `ModelFailure`. Stops reading once nothing more of the reply can follow. */
export async function* readCompletion(
	body: ReadableStream<Uint8Array>,
	{ mostBytes, usageWithinMs, restMs }: ReadLimits,
): AsyncGenerator<SourceDelta> {
	const reader = new BodyReader(body);
	const events = new EventReader();
	const completion = new Completion();
	const late = new Timer();
	let bytesRead = 0;
	try {
		while (!completion.isOver) {
			// Token counts follow within milliseconds, and the reply waits for them.
			const next = reader.next(completion.isFinished ? 0 : restMs());
			const read = await (completion.isFinished ? Promise.race([next, late.in(usageWithinMs)]) : next);
			// A connection that breaks after the reply is complete also counts as the end.
			if (read === "broken" && !completion.isFinished) throw new ModelFailure("cut", true);
			const chunks = typeof read === "object" ? read : null;
			const received = chunks?.flatMap((bytes) => events.feed(bytes)) ?? events.end();
			yield* joined(received.flatMap((event) => completion.take(event)));
			if (chunks === null) completion.bodyEnded();
			for (const { byteLength } of chunks ?? []) bytesRead += byteLength;
			if (bytesRead > mostBytes) completion.take({ kind: "broken" });
		}
	} finally {
		late.clear();
		reader.close();
	}
	if (completion.failure) throw completion.failure;
	yield completion.end();
}

/** Texts that came at once are one text: each delta passes through all layers of a call. */
function joined(deltas: readonly SourceDelta[]): SourceDelta[] {
	const all: SourceDelta[] = [];
	for (const delta of deltas) {
		const last = all.at(-1);
		if ((delta.kind === "text" || delta.kind === "hidden") && last?.kind === delta.kind)
			all[all.length - 1] = { kind: delta.kind, text: last.text + delta.text };
		else all.push(delta);
	}
	return all;
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
