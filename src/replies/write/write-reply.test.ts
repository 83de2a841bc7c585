import { describe, expect, it } from "vitest";
import { type Act, broken, limited, refused, unsealedCalls } from "../../../test/support/models/scripted-models.ts";
import { candidate, outcomeOf, replyScene, T0 } from "../../../test/support/replies/reply-scene.ts";
import { ModelFailure } from "../../models/model-types.ts";
import { REPLY_LIMITS } from "./reply-limits.ts";

describe("when every model answers", () => {
	it("calls them at the same time and ends with the slowest", async () => {
		const { time, models, write } = replyScene({
			A: [[{ say: "Hi" }, { afterMs: 50 }, { say: " there" }, "end"]],
			B: [[{ afterMs: 3000 }, { say: "Yes" }, "end"]],
		});
		const running = write();
		await time.advance(0);
		expect(models.calls.map((call) => call.label)).toEqual(["A", "B"]);
		await time.advance(2999);
		expect(running.outcome).toBeNull();
		await time.advance(1);
		expect(running.outcome?.candidates.map(({ slot, text, complete }) => [slot, text, complete])).toEqual([
			["a", "Hi there", true],
			["b", "Yes", true],
		]);
		// A frame's timer outlives its reply by this much.
		await time.advance(20);
		expect(time.waiting).toBe(0);
	});

	it("records each call with its times, tokens and attempt", async () => {
		const { time, write } = replyScene({
			A: [[{ afterMs: 70 }, { say: "One" }, { afterMs: 30 }, { say: " two" }, "end"]],
		});
		const running = write({ firstAttempt: 4 });
		await time.advance(1000);
		expect(unsealedCalls(outcomeOf(running, "a").calls)).toEqual([
			{
				slot: "a",
				attempt: 4,
				provider: "scripted",
				model: "A",
				servedModel: null,
				startedAtMs: T0,
				firstFrameMs: 70,
				lastFrameMs: 100,
				inputTokens: 10,
				outputTokens: 5,
				finishReason: "stop",
				failure: null,
			},
		]);
		expect(outcomeOf(running, "a").lastAttempt).toBe(4);
	});

	it("shows the first text at once, and the rest in frames of the same interval for all", async () => {
		const word = (text: string): Act[] => [{ say: text }, { afterMs: 10 }];
		const { time, shown, write } = replyScene({
			A: [[...word("a1"), ...word("a2"), ...word("a3"), "end"]],
			B: [[{ afterMs: 5 }, ...word("b1"), ...word("b2"), { afterMs: 200 }, { say: "b3" }, "end"]],
		});
		write();
		await time.advance(300);
		expect(shown.filter((texts, index) => JSON.stringify(texts) !== JSON.stringify(shown[index - 1]))).toEqual([
			{ a: "a1", b: "" },
			{ a: "a1a2a3", b: "b1b2" },
			{ a: "a1a2a3", b: "b1b2b3" },
		]);
	});

	it("shows texts in one frame that come at the same time, give or take a few milliseconds", async () => {
		const read = (text: string, afterMs: number): Act[] => [{ afterMs }, { say: text }];
		const { time, shown, write } = replyScene({
			A: [[...read("a1", 3), ...read("a2", 253), ...read("a3", 250), ...read("a4", 245), "end"]],
			B: [[...read("b1", 0), ...read("b2", 250), ...read("b3", 260), ...read("b4", 249), "end"]],
		});
		write();
		await time.advance(740);
		expect(shown.filter((texts, index) => JSON.stringify(texts) !== JSON.stringify(shown[index - 1]))).toEqual([
			{ a: "", b: "b1" },
			{ a: "a1", b: "b1" },
			{ a: "a1a2", b: "b1b2" },
			{ a: "a1a2a3", b: "b1b2b3" },
		]);
	});

	it("writes a frame early if many characters are pending", async () => {
		const { time, shown, write } = replyScene({
			A: [
				[{ say: "." }, { afterMs: 1 }, { say: "x".repeat(400) }, { afterMs: 1 }, { say: "!" }, { afterMs: 500 }, "end"],
			],
		});
		write();
		await time.advance(1);
		expect(shown.at(-1)?.a).toHaveLength(401);
	});

	it("writes one row for a reply that comes at once", async () => {
		const { time, sql, write } = replyScene({
			A: [[{ say: "Hello there." }, "end"]],
			B: [[{ say: "Hello you." }, "end"]],
		});
		const running = write();
		await time.advance(0);
		expect(running.outcome?.candidates).toHaveLength(2);
		expect(sql.writes).toBeLessThanOrEqual(2);
	});
});

describe("when a text turns out to be thoughts", () => {
	const thinks: Act[] = [
		{ say: "Hm, they say hi." },
		{ afterMs: 200 },
		"restart",
		{ say: "Hel" },
		{ say: "lo" },
		"end",
	];

	it("restarts for readers and in storage", async () => {
		const { time, shown, store, write } = replyScene({ A: [thinks] });
		const running = write();
		await time.advance(1000);
		expect(shown.some(({ a }) => a === "Hm, they say hi.")).toBe(true);
		expect(shown.at(-1)).toEqual({ a: "Hello" });
		expect(outcomeOf(running, "a")).toMatchObject({ text: "Hello", complete: true });
		expect(store.load("st_1").a).toMatchObject({ restarts: 1, arrivals: [[T0 + 200, 5]] });
	});

	it("gives the same text after an eviction in between", async () => {
		const { time, sql, stop, write } = replyScene({ A: [[...thinks.slice(0, 4), "hang"]] });
		write();
		await time.advance(1000);
		stop.abort();
		const again = replyScene({ A: [[{ say: "Hello again" }, "end"]] }, sql);
		expect(again.store.load("st_1").a?.text).toBe("Hel");
		const running = again.write();
		await again.time.advance(1000);
		expect(outcomeOf(running, "a")).toMatchObject({ text: "Hello again", complete: true });
	});
});

describe("when a model fails before its first text", () => {
	it("calls the same model again, with growing delays", async () => {
		const { time, models, write } = replyScene({ A: [[broken()], [broken()], [{ say: "At last" }, "end"]] });
		const running = write();
		await time.advance(499);
		expect(models.calls).toHaveLength(1);
		await time.advance(1);
		expect(models.calls).toHaveLength(2);
		await time.advance(1000);
		expect(outcomeOf(running, "a")).toMatchObject({ text: "At last", complete: true, lastAttempt: 3 });
		expect(unsealedCalls(outcomeOf(running, "a").calls).map(({ attempt, failure }) => [attempt, failure])).toEqual([
			[1, "server_error"],
			[2, "server_error"],
			[3, null],
		]);
		expect(models.calls[1]).toEqual(models.calls[0]);
	});

	it("waits as long as the server asks for", async () => {
		const { time, models, write } = replyScene({ A: [[limited(7000)], [{ say: "Yes" }, "end"]] });
		const running = write();
		await time.advance(6999);
		expect(models.calls).toHaveLength(1);
		await time.advance(1);
		expect(outcomeOf(running, "a").complete).toBe(true);
	});

	it.each([
		["after six calls", Array.from({ length: 6 }, () => [broken()]), 6],
		["at once if the server asks for too long a delay", [[limited(3_600_000)]], 1],
		["at once if it refuses", [[refused()]], 1],
	])("gives up %s", async (_case, script, calls) => {
		const { time, write } = replyScene({ A: script, B: [[{ say: "Fine" }, "end"]] });
		const running = write();
		await time.advance(16_000);
		expect(outcomeOf(running, "a")).toMatchObject({ text: "", complete: false });
		expect(outcomeOf(running, "a").calls).toHaveLength(calls);
		expect(outcomeOf(running, "b")).toMatchObject({ text: "Fine", complete: true });
	});

	it.each([
		["white space", " \n"],
		["zero-width spaces", "\u200b\u200b"],
		["a Hangul filler", "\u3164"],
		["a NUL", "\u0000"],
	])("treats a reply of %s as empty", async (_what, blank) => {
		const { time, write } = replyScene({
			A: [
				[{ say: blank }, "end"],
				[{ say: blank }, { say: "Yes" }, "end"],
			],
		});
		const running = write();
		await time.advance(1000);
		expect(outcomeOf(running, "a")).toMatchObject({ text: `${blank}Yes`, complete: true });
		expect(unsealedCalls(outcomeOf(running, "a").calls)[0]?.failure).toBe("malformed");
	});

	it.each([
		["says nothing", [["hang"], ["hang"]], 2],
		["thinks for ever", [Array.from({ length: 200 }, () => ["think", { afterMs: 1000 }] as const).flat()], 1],
		[
			"writes only invisible characters",
			[Array.from({ length: 200 }, () => [{ say: " " }, { afterMs: 1000 }] as const).flat()],
			1,
		],
		[
			"writes a character now and then",
			[Array.from({ length: 20 }, () => [{ afterMs: 9000 }, { say: "." }] as const).flat()],
			1,
		],
	] as [string, Act[][], number][])("fails within 45 seconds when it %s", async (_case, script, calls) => {
		const { time, models, write } = replyScene({ A: script });
		const running = write();
		await time.advance(REPLY_LIMITS.firstTextMs - 100);
		expect(running.outcome).toBeNull();
		await time.advance(400);
		expect(outcomeOf(running, "a").complete).toBe(false);
		expect(models.calls).toHaveLength(calls);
		expect(models.aborted.at(-1)).toBe("A");
		expect(time.waiting).toBe(0);
	});

	it("does not call again if no time is left", async () => {
		const { time, models, write } = replyScene({ A: [[limited(20_000)], [{ afterMs: 24_800 }, broken()]] });
		const running = write();
		await time.advance(44_800);
		expect(outcomeOf(running, "a").complete).toBe(false);
		expect(models.calls).toHaveLength(2);
	});

	it("gives a slow reply its time once it has text", async () => {
		const slow = Array.from({ length: 160 }, () => [{ say: "0123456789 0123456789 012" }, { afterMs: 1000 }] as const);
		const { time, write } = replyScene({ A: [[...slow.flat(), "end"]] });
		const running = write();
		await time.advance(160_000);
		expect(outcomeOf(running, "a")).toMatchObject({ complete: true, text: expect.stringMatching(/^.{4000}$/) });
	});

	it("gives up the others after that too", async () => {
		const slow = Array.from({ length: 160 }, () => [{ say: "0123456789 0123456789 012" }, { afterMs: 1000 }] as const);
		const { time, write } = replyScene({ A: [[refused()]], B: [[...slow.flat(), "end"]], C: [[{ say: "Hi" }, "end"]] });
		const running = write();
		await time.advance(REPLY_LIMITS.firstTextMs - 100);
		expect(running.outcome).toBeNull();
		await time.advance(100);
		expect(running.outcome?.candidates.map(({ complete, refused: forGood }) => [complete, forGood])).toEqual([
			[false, true],
			[false, undefined],
			[true, undefined],
		]);
		expect(time.waiting).toBe(0);
	});

	it("starts counting anew after a longer interruption", async () => {
		const { time, write } = replyScene({ A: [[{ afterMs: 10_000 }, { say: "Hi" }, "end"]] });
		await time.advance(60_000);
		const running = write();
		await time.advance(10_000);
		expect(outcomeOf(running, "a").complete).toBe(true);
	});

	it("shows the kept candidate again and requests only the other one", async () => {
		const { time, models, shown, write } = replyScene({ A: [], B: [[{ say: "New" }, "end"]] });
		const running = write({ candidates: [candidate("a", { kept: "As it was" }), candidate("b")] });
		await time.advance(200);
		expect(models.calls.map((call) => call.label)).toEqual(["B"]);
		expect(outcomeOf(running, "a")).toMatchObject({ text: "As it was", complete: true, calls: [] });
		expect(shown.at(-1)).toEqual({ a: "As it was", b: "New" });
	});
});

describe("under a pace", () => {
	it("does not end before its readers have seen everything", async () => {
		const { time, write } = replyScene({ A: [[{ say: "0123456789" }, "end"]] });
		const running = write({ pace: { firstFrameMs: 900, charactersPerSecond: 9 } });
		await time.advance(2099);
		expect(running.outcome).toBeNull();
		await time.advance(1);
		expect(outcomeOf(running, "a").complete).toBe(true);
	});
});

describe("under a pace that a model does not keep", () => {
	const PACE = { firstFrameMs: 900, charactersPerSecond: 9 };
	const endOf = async (...script: Act[]) => {
		const { time, write } = replyScene({ A: [script] });
		const running = write({ pace: PACE });
		let ms = 0;
		for (; running.outcome === null && ms < 60_000; ms += 50) await time.advance(50);
		return ms;
	};

	it("ends by a whole number of steps later, whether its first or its last word is late", async () => {
		const ten = { say: "0123456789" };
		expect(await endOf(ten, "end")).toBe(2100);
		for (const lateMs of [950, 1800, 2800]) expect(await endOf({ afterMs: lateMs }, ten, "end")).toBe(4100);
		expect(await endOf({ afterMs: 2950 }, ten, "end")).toBe(6100);
		for (const lateMs of [2200, 2850]) expect(await endOf(ten, { afterMs: lateMs }, "end")).toBe(2900);
	});

	it.each([
		["refuses at once", [refused()]],
		["refuses late", [{ afterMs: 2700 }, refused()]],
		[
			"is cut off in the middle of a sentence",
			[{ say: "0123456789" }, { afterMs: 5000 }, new ModelFailure("cut", true)],
		],
		["stalls in the middle of a sentence", [{ say: "0123456789" }, "hang"]],
	] as [string, Act[]][])("shows the failure at the same time when a model %s", async (_case, script) => {
		expect(await endOf(...script)).toBe(REPLY_LIMITS.failureShownMs);
	});

	it("shows no difference between a model that thinks and one that is late", async () => {
		const thinks: Act[] = Array.from({ length: 6 }, (): Act[] => ["think", { afterMs: 500 }]).flat();
		const late: Act = { afterMs: 3000 };
		const says: Act[] = [{ say: "0123456789" }, "end"];
		expect(await endOf(...thinks, ...says)).toBe(await endOf(late, ...says));
	});

	it("shows a failure at that time even if another candidate is still being shown", async () => {
		const { time, write } = replyScene({ A: [[refused()]], B: [[{ say: "x".repeat(901) }, "end"]] });
		const running = write({ pace: PACE });
		await time.advance(REPLY_LIMITS.failureShownMs - 100);
		expect(running.outcome).toBeNull();
		await time.advance(100);
		expect(outcomeOf(running, "b").complete).toBe(true);
	});

	it("shows a later failure at whole steps of two seconds", async () => {
		const words = Array.from({ length: 50 }, () => [{ say: "0123456789 0123456789" }, { afterMs: 1000 }] as const);
		expect(await endOf(...words.flat(), { afterMs: 300 }, new ModelFailure("cut", true))).toBe(51_000);
	});

	it("shows no candidate before the other, and does not reveal which was late", async () => {
		const { time, write } = replyScene({
			A: [[{ say: "0123456789" }, "end"]],
			B: [[{ afterMs: 1500 }, { say: "Yes." }, "end"]],
		});
		const running = write({ pace: PACE });
		await time.advance(4050);
		expect(running.outcome).toBeNull();
		await time.advance(50);
		expect(running.outcome?.candidates).toHaveLength(2);
	});
});

describe("when it cannot continue", () => {
	it("rejects and stops calling when its signal aborts", async () => {
		const { time, stop, models, write } = replyScene({ A: [[{ say: "He" }, "hang"]] });
		const running = write();
		await time.advance(10);
		stop.abort(new Error("withdrawn"));
		await time.advance(0);
		expect(running.error).toEqual(new Error("withdrawn"));
		expect(models.aborted).toEqual(["A"]);
		// The timer of the next frame is not cancelled. It fires at once and writes nothing.
		await time.advance(REPLY_LIMITS.frameMs);
		expect(time.waiting).toBe(0);
	});

	it("rejects if a frame cannot be stored, at once or by the timer", async () => {
		const { time, sql, models, write } = replyScene({ A: [[{ say: "He" }, { afterMs: 10 }, { say: "y" }, "hang"]] });
		const running = write();
		await time.advance(5);
		sql.failing = true;
		await time.advance(250);
		expect(running.error).toEqual(new Error("the disk is full"));
		expect(models.aborted).toEqual(["A"]);
	});
});
