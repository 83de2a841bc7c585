import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BodyReader } from "./body-reader.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const REST_MS = 100;

/** A body that the test fills, and a `next` whose result it can look at before it is there. */
function given() {
	let sends!: ReadableStreamDefaultController<Uint8Array>;
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			sends = controller;
		},
	});
	const reader = new BodyReader(body);
	const encoder = new TextEncoder();
	return {
		say(...texts: string[]) {
			for (const text of texts) sends.enqueue(encoder.encode(text));
		},
		end: () => sends.close(),
		breaks: () => sends.error(new TypeError("terminated")),
		next(restMs: number) {
			const found: { read: string | null } = { read: null };
			void reader.next(restMs).then((chunks) => {
				found.read =
					typeof chunks === "string" ? chunks : chunks.map((each) => new TextDecoder().decode(each)).join("|");
			});
			return found;
		},
	};
}

const advance = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("without a rest", () => {
	it("gives each chunk as soon as it comes", async () => {
		const { say, next } = given();
		const first = next(0);
		await advance(0);
		expect(first.read).toBeNull();
		say("a", "b");
		await advance(0);
		expect(first.read).toBe("a");
		const second = next(0);
		await advance(0);
		expect(second.read).toBe("b");
	});
});

describe("after a rest", () => {
	it("gives at once all that has come meanwhile", async () => {
		const { say, next } = given();
		say("a");
		const read = next(REST_MS);
		await advance(REST_MS - 1);
		say("b", "c");
		expect(read.read).toBeNull();
		await advance(11);
		expect(read.read).toBe("a|b|c");
	});

	it("does not hold back a chunk for a silent server, and gives the one after the silence", async () => {
		const { say, next } = given();
		say("a");
		const read = next(REST_MS);
		await advance(REST_MS + 10);
		expect(read.read).toBe("a");
		say("b");
		const later = next(0);
		await advance(0);
		expect(later.read).toBe("b");
	});

	it("gives a chunk that comes after the rest soon", async () => {
		const { say, next } = given();
		const read = next(REST_MS);
		await advance(REST_MS + 50);
		say("a");
		await advance(10);
		expect(read.read).toBe("a");
	});

	it.each(["end", "broken"] as const)("gives all chunks before the %s", async (last) => {
		const { say, end, breaks, next } = given();
		say("a", "b");
		const read = next(REST_MS);
		await advance(REST_MS + 1);
		// An error takes what is still in the stream with it; by now it has been read.
		if (last === "end") end();
		else breaks();
		await advance(10);
		expect(read.read).toBe("a|b");
		const over = next(REST_MS);
		await advance(REST_MS);
		expect(over.read).toBe(last);
	});

	it("gives what a flood has sent so far", async () => {
		const { say, next } = given();
		say(...Array.from({ length: 10 }, () => "x".repeat(100_000)));
		const read = next(REST_MS);
		await advance(REST_MS);
		expect(read.read?.split("|")).toHaveLength(3);
	});

	it("leaves no timer", async () => {
		const { say, end, next } = given();
		say("a");
		end();
		next(REST_MS);
		await advance(REST_MS + 10);
		expect(vi.getTimerCount()).toBe(0);
	});
});
