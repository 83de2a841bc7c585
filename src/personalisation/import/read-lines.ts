import { err, ok, type Result } from "../../shared/result.ts";

/** D1 allows 2 MB in a row; PRISM's longest line has less than 300 kB. */
export const MAX_LINE_BYTES = 1_500_000;

export type Line = {
	/** Counted from 1, including empty lines, as an editor does. */
	readonly number: number;
	/** The text, or the error: the line is too long, or not UTF-8. */
	readonly text: Result<string, string>;
};

const NEWLINE = 0x0a;
const TOO_LONG = `A line may have at most ${MAX_LINE_BYTES} bytes.`;
const NOT_UTF_8 = "This line is not UTF-8: save the file as UTF-8 and send it again.";
const UTF_16 = "This looks like UTF-16: save the file as UTF-8 and send it again.";

/**
 * The non-empty lines of a stream, in UTF-8 with `\n` or `\r\n`. Holds one line in memory, and nothing of a line that is too
 * long, so an endless line needs no more memory than an endless stream.
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

/** The current line, in the pieces received so far. */
class OpenLine {
	#pieces: Uint8Array[] = [];
	#bytes = 0;

	add(piece: Uint8Array): void {
		this.#bytes += piece.length;
		// A copy, because the buffer behind the piece may be reused or far larger.
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

	/** Invalid bytes are never replaced: two different ids could become the same. */
	#decode(): Result<string, string> {
		const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
		try {
			const text = this.#pieces.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode();
			// JSON contains NUL only as an escape; in UTF-16 every Latin letter has one.
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
