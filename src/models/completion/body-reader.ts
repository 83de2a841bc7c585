type Chunk = Uint8Array | "end" | "broken";

/** More than a server sends during a rest. Bounds what is held in memory, and how long the text of a flood is gathered. */
const MOST_BYTES = 256_000;
/** How often to look whether a read still waits. Reads of what has arrived take less than half of it. */
const LOOK_MS = 5;

/**
 * The bytes of a response. To read a token costs more than all that is done with it, so the reader may rest before a read: then it
 * gives all that has arrived at once. What was read is never held back for what is still to come.
 */
export class BodyReader {
	readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
	/** A read that was begun and still waits. */
	#begun: Promise<Chunk> | null = null;

	constructor(body: ReadableStream<Uint8Array>) {
		this.#reader = body.getReader();
	}

	/** One chunk or, after a rest, all that have arrived. `end` and `broken` come alone, after all chunks. Never rejects. */
	async next(restMs: number): Promise<readonly Uint8Array[] | "end" | "broken"> {
		if (restMs > 0) await after(restMs);
		const first = await this.#read();
		if (typeof first === "string") return first;
		return restMs > 0 ? [first, ...(await this.#arrived(MOST_BYTES - first.byteLength))] : [first];
	}

	close(): void {
		// Not awaited: a server that hangs would block this.
		void this.#reader.cancel().catch(() => {});
	}

	async #arrived(mostBytes: number): Promise<Uint8Array[]> {
		const chunks: Uint8Array[] = [];
		const reads = { areOver: false, lastAtMs: Date.now() };
		const waits = waitsForServer(reads);
		for (let left = mostBytes; left > 0; ) {
			this.#begun ??= this.#read();
			const chunk = await Promise.race([this.#begun, waits]);
			if (chunk === null || typeof chunk === "string") break;
			this.#begun = null;
			reads.lastAtMs = Date.now();
			chunks.push(chunk);
			left -= chunk.byteLength;
		}
		reads.areOver = true;
		return chunks;
	}

	#read(): Promise<Chunk> {
		const begun = this.#begun;
		this.#begun = null;
		return (
			begun ??
			this.#reader.read().then(
				({ done, value }) => (done ? "end" : value),
				() => "broken",
			)
		);
	}
}

/** Null once a read waits. It looks again at the end of its timer, because a timer for each read would cost more than the read. */
async function waitsForServer(reads: { readonly areOver: boolean; readonly lastAtMs: number }): Promise<null> {
	do await after(LOOK_MS);
	while (!reads.areOver && Date.now() - reads.lastAtMs < LOOK_MS / 2);
	return null;
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
