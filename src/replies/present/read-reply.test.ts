import { readUIMessageStream, type UIMessage, type UIMessageChunk } from "ai";
import { describe, expect, it } from "vitest";
import { settle, VirtualTime } from "../../../test/support/replies/virtual-time.ts";
import { Notifier } from "../write/notifier.ts";
import type { ReplyTexts } from "./pace.ts";
import { type ReplyReading, readReply } from "./read-reply.ts";

const T0 = 1_800_000_000_000;
const VIEW = { id: "se_1", step: { kind: "choice" } };
const PACE = { firstFrameMs: 900, charactersPerSecond: 90 };

/** A reply that a test writes by hand, with readers. */
function scene(more: Partial<ReplyReading> = {}) {
	const time = new VirtualTime(T0);
	const notifier = new Notifier();
	let progress: ReplyTexts = { texts: { a: "", b: "" }, writing: ["a", "b"], arrivals: [], ended: false };
	const set = (next: Partial<ReplyTexts>) => {
		progress = { ...progress, ...next, texts: { ...progress.texts, ...next.texts } };
		const lengths = progress.writing.map((slot) => progress.texts[slot]?.length ?? 0);
		progress = { ...progress, arrivals: [...progress.arrivals, { atMs: time.clock(), units: Math.min(...lengths) }] };
		notifier.notify();
	};
	const open = (lastEventId: string | null = null) =>
		readReply({
			replyId: "st_1",
			slots: ["a", "b"],
			progress: () => progress,
			changed: () => notifier.changed(),
			startedAtMs: T0,
			pace: "as-is",
			clock: time.clock,
			wait: time.wait,
			lastEventId,
			view: async () => VIEW,
			...more,
		});
	return { time, set, open, reader: (lastEventId?: string) => new Listening(open(lastEventId ?? null)) };
}

/** Keeps what a stream has sent so far. */
class Listening {
	text = "";
	/** How many pieces of the stream that was. */
	pieces = 0;
	ended = false;
	readonly #reader: ReadableStreamDefaultReader<Uint8Array>;

	constructor(stream: ReadableStream<Uint8Array>) {
		this.#reader = stream.getReader();
		void this.#listen();
	}

	async #listen(): Promise<void> {
		const decoder = new TextDecoder();
		for (;;) {
			const { done, value } = await this.#reader.read();
			if (done) break;
			this.text += decoder.decode(value, { stream: true });
			this.pieces += 1;
		}
		this.ended = true;
	}

	leave(): Promise<void> {
		return this.#reader.cancel();
	}

	get events(): { id: string; data: string }[] {
		return eventsOf(this.text);
	}
}

function eventsOf(text: string): { id: string; data: string }[] {
	return text
		.split("\n\n")
		.filter((block) => block.startsWith("id: "))
		.map((block) => {
			const [id = "", data = ""] = block.split("\n");
			return { id: id.slice("id: ".length), data: data.slice("data: ".length) };
		});
}

const partsOf = (events: readonly { data: string }[]): UIMessageChunk[] =>
	events.filter(({ data }) => data !== "[DONE]").map(({ data }) => JSON.parse(data));

async function asSdkReads(parts: readonly UIMessageChunk[]): Promise<UIMessage["parts"]> {
	let last: UIMessage | undefined;
	const stream = new ReadableStream<UIMessageChunk>({
		start(controller) {
			for (const part of parts) controller.enqueue(part);
			controller.close();
		},
	});
	for await (const message of readUIMessageStream({ stream, terminateOnError: true })) last = message;
	return last?.parts ?? [];
}

async function writtenInFourFrames({ set, time }: ReturnType<typeof scene>): Promise<void> {
	await settle();
	set({ texts: { a: "Hel" } });
	await settle();
	set({ texts: { a: "Hello", b: "Gu" } });
	await settle();
	set({ texts: { a: "Hello 🙂", b: "Guten Tag" }, writing: [] });
	await settle();
	set({ ended: true });
	await time.advance(0);
}

describe("a reader from the start", () => {
	it("gets the parts of the contract, each once, in order, with an id", async () => {
		const here = scene();
		const reader = here.reader();
		await writtenInFourFrames(here);
		expect(reader.ended).toBe(true);
		expect(reader.events.map(({ id, data }) => [id, data === "[DONE]" ? data : JSON.parse(data)])).toEqual([
			["st_1~", { type: "start", messageId: "st_1" }],
			["st_1~a0", { type: "text-start", id: "a" }],
			["st_1~a0.b0", { type: "text-start", id: "b" }],
			["st_1~a3.b0", { type: "text-delta", id: "a", delta: "Hel" }],
			["st_1~a5.b0", { type: "text-delta", id: "a", delta: "lo" }],
			["st_1~a5.b2", { type: "text-delta", id: "b", delta: "Gu" }],
			["st_1~a8.b2", { type: "text-delta", id: "a", delta: " 🙂" }],
			["st_1~a8.b9", { type: "text-delta", id: "b", delta: "ten Tag" }],
			["st_1~a8!.b9", { type: "text-end", id: "a" }],
			["st_1~a8!.b9!", { type: "text-end", id: "b" }],
			["st_1~a8!.b9!~view", { type: "data-view", data: VIEW }],
			["st_1~a8!.b9!~finish", { type: "finish" }],
			["st_1~a8!.b9!~done", "[DONE]"],
		]);
		expect(here.time.waiting).toBe(0);
	});

	it("can read each candidate completely with the AI SDK", async () => {
		const here = scene();
		const reader = here.reader();
		await writtenInFourFrames(here);
		expect(await asSdkReads(partsOf(reader.events))).toEqual([
			{ type: "text", text: "Hello 🙂", state: "done" },
			{ type: "text", text: "Guten Tag", state: "done" },
			{ type: "data-view", data: VIEW },
		]);
	});

	it("gets a failed reply in the same form", async () => {
		const here = scene();
		const reader = here.reader();
		here.set({ texts: { a: "Well" }, writing: [], ended: true });
		await settle();
		expect(partsOf(reader.events).map(({ type }) => type)).toEqual([
			"start",
			"text-start",
			"text-start",
			"text-delta",
			"text-end",
			"text-end",
			"data-view",
			"finish",
		]);
	});

	it("gets keep-alives while nothing happens", async () => {
		const here = scene();
		const reader = here.reader();
		await here.time.advance(14_999);
		expect(reader.text).not.toContain("\n: \n");
		await here.time.advance(30_001);
		expect(reader.text.match(/^: $/gm)).toHaveLength(3);
		expect(reader.events).toHaveLength(3);
	});

	it("leaves no timer or waiter when it cancels", async () => {
		const here = scene();
		const reader = here.reader();
		await settle();
		await reader.leave();
		here.set({ texts: { a: "more" }, ended: true });
		await settle();
		expect(here.time.waiting).toBe(0);
	});
});

describe("a reader that returns", () => {
	it("gets the same bytes from any event on, with or without other readers", async () => {
		const here = scene();
		const whole = here.reader();
		await writtenInFourFrames(here);
		const blocks = whole.text.split(/(?<=\n\n)/);
		for (const [index, { id }] of whole.events.entries()) {
			const rest = here.reader(id);
			await settle();
			expect(rest.ended).toBe(true);
			const glued = eventsOf(blocks.slice(0, index + 1).join("") + rest.text);
			expect(new Set(glued.map((event) => event.id)).size).toBe(glued.length);
			expect(await asSdkReads(partsOf(glued))).toEqual(await asSdkReads(partsOf(whole.events)));
			expect(glued.at(-1)?.data).toBe("[DONE]");
		}
	});

	it("continues in the middle of a reply", async () => {
		const here = scene();
		here.set({ texts: { a: "Hello", b: "Gu" } });
		const reader = here.reader("st_1~a3.b0");
		await settle();
		here.set({ texts: { a: "Hello!", b: "Gut" }, writing: [], ended: true });
		await settle();
		expect(partsOf(reader.events).slice(0, 4)).toEqual([
			{ type: "text-delta", id: "a", delta: "lo" },
			{ type: "text-delta", id: "b", delta: "Gu" },
			{ type: "text-delta", id: "a", delta: "!" },
			{ type: "text-delta", id: "b", delta: "t" },
		]);
	});

	it.each(["", "7", "st_9~a1.b1", "st_1~a999"])("starts at the beginning with an id like %j", async (id) => {
		const here = scene();
		const reader = here.reader(id);
		here.set({ texts: { a: "Hello", b: "You" }, writing: [], ended: true });
		await settle();
		expect(partsOf(reader.events)[0]).toEqual({ type: "start", messageId: "st_1" });
		expect(await asSdkReads(partsOf(reader.events))).toHaveLength(3);
	});
});

describe("under a pace", () => {
	const deltasOf = (reader: Listening) =>
		partsOf(reader.events).flatMap((part) => (part.type === "text-delta" ? [[part.id, part.delta.length]] : []));

	it("shows all candidates after the same time at the same rate", async () => {
		const here = scene({ pace: PACE });
		const reader = here.reader();
		here.set({ texts: { a: "x".repeat(100), b: "y".repeat(15) }, writing: [] });
		await here.time.advance(899);
		expect(deltasOf(reader)).toEqual([]);
		await here.time.advance(1);
		expect(deltasOf(reader)).toEqual([
			["a", 1],
			["b", 1],
		]);
		await here.time.advance(800);
		expect(deltasOf(reader).slice(2)).toEqual([
			["a", 36],
			["b", 14],
			["a", 36],
		]);
	});

	it("sends what all candidates gained in one piece", async () => {
		const here = scene({ pace: PACE });
		const reader = here.reader();
		here.set({ texts: { a: "x".repeat(100), b: "y".repeat(100) }, writing: [] });
		await here.time.advance(900);
		const before = reader.pieces;
		await here.time.advance(400);
		expect([reader.pieces - before, deltasOf(reader).length]).toEqual([1, 4]);
	});

	it("shows no difference between a fast and a slow model by an event's time", async () => {
		const timesOf = async (frameMs: number) => {
			const here = scene({ pace: PACE });
			const reader = here.reader();
			const seen: [number, number][] = [];
			for (let ms = 0; ms <= 3000; ms += 10) {
				if (ms % frameMs === 0) here.set({ texts: { a: "x".repeat(200 + ms), b: "y".repeat(200 + ms) } });
				seen.push([ms, deltasOf(reader).length]);
				await here.time.advance(10);
			}
			return seen;
		};
		expect(await timesOf(30)).toEqual(await timesOf(700));
	});

	it("returns to its cursor", async () => {
		const here = scene({ pace: PACE });
		here.set({ texts: { a: "x".repeat(100), b: "y".repeat(100) }, writing: [] });
		await here.time.advance(1300);
		const reader = here.reader("st_1~a37.b1");
		await here.time.advance(0);
		expect(deltasOf(reader)).toEqual([["b", 36]]);
	});

	it("ends as soon as the end is recorded if everything was shown, and at a tick otherwise", async () => {
		const endsAfter = async (length: number) => {
			const here = scene({ pace: PACE });
			const reader = here.reader();
			here.set({ texts: { a: "x".repeat(length), b: "y" }, writing: [] });
			await here.time.advance(1300);
			here.set({});
			await here.time.advance(10);
			here.set({ ended: true });
			await here.time.advance(0);
			const isAtOnce = reader.ended;
			await here.time.advance(390);
			return [isAtOnce, reader.ended];
		};
		expect([await endsAfter(20), await endsAfter(40)]).toEqual([
			[true, true],
			[false, true],
		]);
	});
});

describe("a reply that restarts", () => {
	it("starts again for readers of the thoughts", async () => {
		const { time, set, reader } = scene();
		const listening = reader();
		set({ texts: { a: "Hm, they say hi." } });
		await settle();
		set({ texts: { a: "Hello" }, restarts: 1 });
		await time.advance(0);
		set({ writing: [], ended: true });
		await time.advance(0);
		const parts = listening.text.match(/"type":"[a-z-]+"(,"id":"a")?/g) ?? [];
		expect(parts.filter((part) => part === '"type":"start"')).toHaveLength(2);
		const afterStart = listening.text.slice(listening.text.lastIndexOf('"type":"start"'));
		expect(afterStart).toContain('"delta":"Hello"');
		expect(afterStart).not.toContain("Hm");
	});
});
