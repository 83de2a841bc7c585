import { describe, expect, it } from "vitest";
import { type Line, linesOf, MAX_LINE_BYTES } from "./lines.ts";

const encoder = new TextEncoder();

function streamOf(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
	return new ReadableStream({
		start(controller) {
			for (const chunk of chunks) controller.enqueue(typeof chunk === "string" ? encoder.encode(chunk) : chunk);
			controller.close();
		},
	});
}

async function read(stream: ReadableStream<Uint8Array>): Promise<Line[]> {
	const lines: Line[] = [];
	for await (const line of linesOf(stream)) lines.push(line);
	return lines;
}

describe("lines of a stream", () => {
	it("are counted as an editor counts, the empty ones too", async () => {
		expect(await read(streamOf("a\n\n  \r\nb\r\nc"))).toEqual([
			{ number: 1, text: "a" },
			{ number: 4, text: "b" },
			{ number: 5, text: "c" },
		]);
		expect(await read(streamOf())).toEqual([]);
	});

	it("are whole wherever the stream is cut, in the middle of a character too", async () => {
		const bytes = encoder.encode('\ufeff{"a":"東京"}\n{"b":"🙂"}\n');
		const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
		expect(await read(streamOf(...single))).toEqual([
			{ number: 1, text: '{"a":"東京"}' },
			{ number: 2, text: '{"b":"🙂"}' },
		]);
	});

	it("are dropped while they are read where they are too long, and the next one is read", async () => {
		const chunk = "x".repeat(100_000);
		const chunks = Array.from({ length: 200 }, () => chunk);
		expect(MAX_LINE_BYTES).toBeLessThan(20_000_000);
		expect(await read(streamOf("a\n", ...chunks, "\nb"))).toEqual([
			{ number: 1, text: "a" },
			{ number: 2, text: null },
			{ number: 3, text: "b" },
		]);
	});
});
