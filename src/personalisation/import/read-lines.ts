import { err, ok, type Result } from "../../shared/result.ts";

/** D1 keeps 2 MB in a row; PRISM's longest line has under 300 kB. */
export const MAX_LINE_BYTES = 1_500_000;

export type Line = {
	/** Counted from 1, empty ones too: as an editor counts. */
	readonly number: number;
	/** The text, or why there is none: the line is too long, or no UTF-8. */
	readonly text: Result<string, string>;
};

const NEWLINE = 0x0a;
const TOO_LONG = `A line has ${MAX_LINE_BYTES} bytes at most.`;
const NOT_UTF_8 = "This line is not UTF-8: save the file as UTF-8 and send it again.";
const UTF_16 = "This looks like UTF-16: save the file as UTF-8 and send it again.";

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
			if (!isEmpty(text)) yield { number, text };
			number += 1;
			from = end + 1;
		}
		line.add(chunk.subarray(from));
	}
	const text = line.close(new Uint8Array());
	if (!isEmpty(text)) yield { number, text };
}

const isEmpty = (text: Line["text"]): boolean => text.ok && text.value === "";

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

	close(piece: Uint8Array): Result<string, string> {
		this.add(piece);
		const text = this.#bytes > MAX_LINE_BYTES ? err(TOO_LONG) : this.#decode();
		this.#pieces = [];
		this.#bytes = 0;
		return text;
	}

	/** A byte that cannot be read is never replaced: two different ids could become one. */
	#decode(): Result<string, string> {
		const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
		try {
			const text = this.#pieces.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode();
			// JSON has no NUL outside of an escape; UTF-16 has one in every Latin letter.
			return text.includes("\u0000") ? err(UTF_16) : ok(text.trim());
		} catch {
			return err(isUtf16(this.#pieces) ? UTF_16 : NOT_UTF_8);
		}
	}
}

const isUtf16 = (pieces: readonly Uint8Array[]): boolean => {
	const [first, second] = pieces.find((piece) => piece.length > 1) ?? [];
	return (
		(first === 0xff && second === 0xfe) ||
		(first === 0xfe && second === 0xff) ||
		pieces.some((piece) => piece.includes(0))
	);
};
