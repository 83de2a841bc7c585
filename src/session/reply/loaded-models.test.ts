import { describe, expect, it } from "vitest";
import { VirtualTime } from "../../../test/support/replies/virtual-time.ts";
import { LoadedModels } from "./loaded-models.ts";

const MINUTE = 60_000;

function scene(tookMs = 0) {
	const time = new VirtualTime(0);
	const warmedAtMs: number[] = [];
	const warm = async () => {
		warmedAtMs.push(time.clock());
		await time.wait(tookMs);
	};
	const warmth = new LoadedModels({ warm, clock: time.clock, wait: time.wait });
	const told: number[] = [];
	const ready = (signal = new AbortController().signal) => {
		void warmth.ready(signal).then(() => told.push(time.clock()));
	};
	return { time, warmth, warmedAtMs, told, ready };
}

describe("the models of a study", () => {
	it("are warmed once for several views, and again for a conversation that starts minutes later", async () => {
		const { time, warmth, warmedAtMs } = scene();
		warmth.keep();
		await time.advance(MINUTE);
		warmth.keep();
		await time.advance(4 * MINUTE - 1);
		warmth.keep();
		expect(warmedAtMs).toEqual([0]);
		await time.advance(1);
		warmth.keep();
		await time.advance(30 * MINUTE);
		warmth.keep();
		expect(warmedAtMs).toEqual([0, 5 * MINUTE, 35 * MINUTE]);
	});

	it("are not warmed twice at the same time", async () => {
		const { time, warmth, warmedAtMs } = scene(6 * MINUTE);
		warmth.keep();
		await time.advance(5 * MINUTE);
		warmth.keep();
		expect(warmedAtMs).toEqual([0]);
	});
});

describe("a first reply", () => {
	it("waits for a warm-up that is running, and for nothing if all are warm", async () => {
		const { time, warmth, told, ready } = scene(3000);
		warmth.keep();
		await time.advance(1000);
		ready();
		await time.advance(1999);
		expect(told).toEqual([]);
		await time.advance(1);
		expect(told).toEqual([3000]);
		ready();
		await time.advance(0);
		expect(told).toEqual([3000, 3000]);
		expect(time.waiting).toBe(0);
	});

	it("waits ten seconds at most", async () => {
		const { time, warmth, told, ready } = scene(MINUTE);
		warmth.keep();
		ready();
		await time.advance(9_999);
		expect(told).toEqual([]);
		await time.advance(1);
		expect(told).toEqual([10_000]);
	});

	it("stops waiting when it is stopped", async () => {
		const { time, warmth, told, ready } = scene(MINUTE);
		const stop = new AbortController();
		warmth.keep();
		ready(stop.signal);
		stop.abort();
		await time.advance(0);
		expect(told).toEqual([0]);
	});
});
