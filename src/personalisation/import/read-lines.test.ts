import { describe, expect, it } from "vitest";
import { type Line, linesOf, MAX_LINE_BYTES } from "./read-lines.ts";

const encoder = new TextEncoder();

function streamOf(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
	return new ReadableStream({
		start(controller) {
			for (const chunk of chunks) controller.enqueue(typeof chunk === "string" ? encoder.encode(chunk) : chunk);
			controller.close();
		},
	});
}

type Read = { readonly number: Line["number"]; readonly text?: string; readonly wrong?: string };

async function read(stream: ReadableStream<Uint8Array>): Promise<Read[]> {
	const lines: Read[] = [];
	for await (const { number, text } of linesOf(stream))
		lines.push(text.ok ? { number, text: text.value } : { number, wrong: text.error });
	return lines;
}

describe("linesOf", () => {
	it("counts lines as an editor does, including empty ones", async () => {
		expect(await read(streamOf("a\n\n  \r\nb\r\nc"))).toEqual([
			{ number: 1, text: "a" },
			{ number: 4, text: "b" },
			{ number: 5, text: "c" },
		]);
		expect(await read(streamOf())).toEqual([]);
	});

	it("joins lines wherever the stream is cut, even inside a character", async () => {
		const bytes = encoder.encode('\ufeff{"a":"東京"}\n{"b":"🙂"}\n');
		const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
		expect(await read(streamOf(...single))).toEqual([
			{ number: 1, text: '{"a":"東京"}' },
			{ number: 2, text: '{"b":"🙂"}' },
		]);
	});

	it("drops a line that is too long, and reads the next one", async () => {
		const chunk = "x".repeat(100_000);
		const chunks = Array.from({ length: 200 }, () => chunk);
		expect(MAX_LINE_BYTES).toBeLessThan(20_000_000);
		expect(await read(streamOf("a\n", ...chunks, "\nb"))).toEqual([
			{ number: 1, text: "a" },
			{ number: 2, wrong: expect.stringContaining("1500000 bytes") },
			{ number: 3, text: "b" },
		]);
	});

	it("reports a line that is not UTF-8, and reads the others", async () => {
		const latin1 = Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x7d, 0x0a);
		const cut = Uint8Array.of(0xe6, 0x9d);
		expect(await read(streamOf("a\n", latin1, "b\n", cut))).toEqual([
			{ number: 1, text: "a" },
			{ number: 2, wrong: expect.stringContaining("not UTF-8") },
			{ number: 3, text: "b" },
			{ number: 4, wrong: expect.stringContaining("not UTF-8") },
		]);
	});

	it.each([
		["little-endian with a byte order mark", 0xfeff, true],
		["big-endian with a byte order mark", 0xfeff, false],
		["little-endian", null, true],
		["big-endian", null, false],
	])("reports that a file is UTF-16: %s", async (_what, mark, isLittle) => {
		const text = `${mark === null ? "" : String.fromCharCode(mark)}{"participant":"é"}`;
		const bytes = new Uint8Array(text.length * 2);
		const view = new DataView(bytes.buffer);
		for (let unit = 0; unit < text.length; unit += 1) view.setUint16(unit * 2, text.charCodeAt(unit), isLittle);
		const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
		expect(await read(streamOf(...single))).toEqual([{ number: 1, wrong: expect.stringContaining("UTF-16") }]);
	});
});
