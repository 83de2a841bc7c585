import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SessionView } from "../../../session/view/view-schema.ts";
import { liveReply } from "./live-reply.ts";
import type { Model } from "./model.ts";
import { createStore } from "./store.ts";

/** Under a pace. The page shows a frame in four steps. */
const EVERY_MS = 400;
const STEP_MS = 100;
const conversation = {
	index: 1,
	of: 1,
	title: "Talk",
	instructions: "Talk.",
	layout: "best-of",
	messages: [],
} as const;

/** A sink, and the lengths on the page by candidate. */
function scene({ textEveryMs = EVERY_MS, isStill = false }: { textEveryMs?: number | null; isStill?: boolean } = {}) {
	const view = {
		conversation: { ...conversation, ...(textEveryMs !== null && { textEveryMs }) },
	} as unknown as SessionView;
	const model = createStore<Model>({
		...{ view, trouble: null, reach: "fine", busy: true, unsaved: false, pending: null, live: [] },
	});
	const sink = liveReply(model, { clock: () => Date.now(), isStill: () => isStill });
	const lengths = () => model.get().live?.map(({ text }) => text.length);
	return { sink, model, lengths };
}

/** The beginning of a stream, of which the first frame has one sign of each candidate. */
function begin({ sink }: ReturnType<typeof scene>, candidates = ["a", "b"]): void {
	sink.connected();
	sink.restart();
	for (const candidate of candidates) sink.open(candidate);
	for (const candidate of candidates) sink.add(candidate, "x");
}

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => void vi.useRealTimers());

describe("a reply under a pace", () => {
	it("grows between two frames, all candidates alike, and none beyond its own text", () => {
		const on = scene();
		begin(on);
		expect(on.lengths()).toEqual([1, 1]);
		vi.advanceTimersByTime(EVERY_MS);
		on.sink.add("a", "x".repeat(40));
		on.sink.add("b", "x".repeat(12));
		const seen = [on.lengths()];
		for (let step = 0; step < 4; step++) {
			vi.advanceTimersByTime(STEP_MS);
			seen.push(on.lengths());
		}
		expect(seen).toEqual([
			[11, 11],
			[21, 13],
			[31, 13],
			[41, 13],
			[41, 13],
		]);
		expect(vi.getTimerCount()).toBe(0);
	});

	it("never shows a part of a grapheme", () => {
		const on = scene();
		begin(on, ["a"]);
		on.sink.add("a", "👩‍👩‍👧".repeat(4));
		const seen = [on.model.get().live?.[0]?.text];
		for (let step = 0; step < 3; step++) {
			vi.advanceTimersByTime(STEP_MS);
			seen.push(on.model.get().live?.[0]?.text);
		}
		expect(seen).toEqual([1, 2, 3, 4].map((whole) => `x${"👩‍👩‍👧".repeat(whole)}`));
	});

	it("shows at once what was shown before the page came, or while it was cut off", () => {
		const on = scene();
		on.sink.connected();
		on.sink.restart();
		on.sink.open("a");
		on.sink.open("b");
		on.sink.add("a", "x".repeat(40));
		on.sink.add("b", "x".repeat(500));
		expect(on.lengths()).toEqual([40, 500]);
		on.sink.connected();
		on.sink.add("b", "x".repeat(100));
		expect(on.lengths()).toEqual([40, 600]);
		on.sink.add("b", "x".repeat(40));
		expect(on.lengths()).toEqual([40, 610]);
	});

	it("begins again if the server starts it anew", () => {
		const on = scene();
		begin(on, ["a"]);
		on.sink.add("a", "x".repeat(30));
		begin(on, ["a"]);
		expect(on.lengths()).toEqual([1]);
		vi.advanceTimersByTime(EVERY_MS);
		expect(on.lengths()).toEqual([1]);
	});

	it("shows everything at its end, and nothing after it", () => {
		const on = scene();
		begin(on, ["a"]);
		on.sink.add("a", "x".repeat(30));
		on.sink.end();
		expect([on.lengths(), vi.getTimerCount()]).toEqual([[31], 0]);
	});

	it("does not come back to a page that was left", () => {
		const on = scene();
		begin(on, ["a"]);
		on.sink.add("a", "x".repeat(30));
		on.model.set({ live: null });
		vi.advanceTimersByTime(10 * EVERY_MS);
		expect(on.model.get().live).toBeNull();
		on.sink.end();
		expect(on.model.get().live).toBeNull();
	});
});

describe("frames are shown when they come", () => {
	it.each([
		["if the server does not say how often they come", { textEveryMs: null }],
		["if the participant prefers that nothing moves", { isStill: true }],
	])("%s", (_case, how) => {
		const on = scene(how);
		begin(on, ["a"]);
		on.sink.add("a", "x".repeat(30));
		expect([on.lengths(), vi.getTimerCount()]).toEqual([[31], 0]);
	});
});
