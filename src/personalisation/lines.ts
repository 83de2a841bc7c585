/** D1 keeps 2 MB in a row; PRISM's longest line has under 300 kB. */
export const MAX_LINE_BYTES = 1_500_000;

export type Line = {
	/** Counted from 1, empty ones too: as an editor counts. */
	readonly number: number;
	/** Null: longer than `MAX_LINE_BYTES`, and dropped while it was read. */
	readonly text: string | null;
};

const NEWLINE = 0x0a;

/**
 * The lines of a stream that are not empty, in UTF-8 with `\n` or `\r\n`. Holds one line at a time, and of one that is too long nothing:
 * a stream without an end needs no more memory than one without a line.
 */
export async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
	const line = new OpenLine();
	let number = 1;
	for await (const chunk of stream) {
		let from = 0;
		for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
			const text = line.close(chunk.subarray(from, end));
			if (text !== "") yield { number, text };
			number += 1;
			from = end + 1;
		}
		line.add(chunk.subarray(from));
	}
	const text = line.close(new Uint8Array());
	if (text !== "") yield { number, text };
}

/** The line that is being read, in the pieces in which it came. */
class OpenLine {
	#pieces: Uint8Array[] = [];
	#bytes = 0;

	add(piece: Uint8Array): void {
		this.#bytes += piece.length;
		// A copy: what the piece is a view of is reused, or far larger.
		if (this.#bytes <= MAX_LINE_BYTES) this.#pieces.push(piece.slice());
		else this.#pieces = [];
	}

	close(piece: Uint8Array): string | null {
		this.add(piece);
		const text = this.#bytes > MAX_LINE_BYTES ? null : this.#decode();
		this.#pieces = [];
		this.#bytes = 0;
		return text;
	}

	#decode(): string {
		const decoder = new TextDecoder();
		const text = this.#pieces.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode();
		return text.trim();
	}
}
