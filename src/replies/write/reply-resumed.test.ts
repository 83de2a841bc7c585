import { describe, expect, it } from "vitest";
import { type Act, refused, unsealedCalls } from "../../../test/support/models/scripted-models.ts";
import { outcomeOf, replyScene } from "../../../test/support/replies/reply-scene.ts";

describe("when the object was evicted in the middle of a reply", () => {
	async function evicted(scripts: Record<string, Act[][]>, atMs = 150) {
		const before = replyScene(scripts);
		before.write();
		await before.time.advance(atMs);
		before.stop.abort();
		return before.sql;
	}

	it("does not request a complete candidate again", async () => {
		const sql = await evicted({ A: [[{ say: "Done" }, "end"]], B: [[{ say: "He" }, "hang"]] });
		const { time, models, write } = replyScene({ A: [], B: [[{ say: "Hello" }, "end"]] }, sql);
		const running = write();
		await time.advance(200);
		expect(models.calls.map((call) => call.label)).toEqual(["B"]);
		expect(outcomeOf(running, "a")).toMatchObject({ text: "Done", complete: true });
		expect(unsealedCalls(outcomeOf(running, "a").calls)).toHaveLength(1);
	});

	it("continues the text that was shown, and records the lost call", async () => {
		const sql = await evicted({ A: [[{ say: "Hello wo" }, "hang"]] });
		const { time, shown, write } = replyScene({ A: [[{ say: "Hel" }, { say: "lo world" }, { say: "!" }, "end"]] }, sql);
		const running = write();
		await time.advance(200);
		expect(outcomeOf(running, "a")).toMatchObject({ text: "Hello world!", complete: true, lastAttempt: 2 });
		expect(unsealedCalls(outcomeOf(running, "a").calls).map(({ attempt, failure }) => [attempt, failure])).toEqual([
			[1, "evicted"],
			[2, null],
		]);
		expect(shown.every(({ a }) => a?.startsWith("Hello wo"))).toBe(true);
	});

	it("records the text of the lost call and its times", async () => {
		const sql = await evicted(
			{ A: [[{ afterMs: 20 }, { say: "Hello" }, { afterMs: 50 }, { say: " wo" }, "hang"]] },
			250,
		);
		const { time, write, stop } = replyScene({ A: [[{ afterMs: 10 }, { say: "Hel" }, "hang"]] }, sql);
		write();
		await time.advance(200);
		stop.abort();
		const third = replyScene({ A: [[{ say: "Hello world" }, "end"]] }, sql);
		const running = third.write();
		await third.time.advance(200);
		expect(unsealedCalls(outcomeOf(running, "a").calls).slice(0, 2)).toMatchObject([
			{ attempt: 1, failure: "evicted", firstFrameMs: 20, lastFrameMs: 70, prompt: "Hello wo" },
			{ attempt: 2, failure: "evicted", firstFrameMs: 10, lastFrameMs: 10, prompt: "Hel" },
		]);
	});

	it("records a lost call without text as a call only", async () => {
		const sql = await evicted({ A: [["hang"]] });
		const { time, write } = replyScene({ A: [[{ say: "Hello" }, "end"]] }, sql);
		const running = write();
		await time.advance(200);
		expect(unsealedCalls(outcomeOf(running, "a").calls)[0]).toMatchObject({
			failure: "evicted",
			firstFrameMs: null,
			prompt: "",
		});
	});

	it.each([
		["gives another text", [{ say: "Goodbye" }, "end"]],
		["stops before the end of it", [{ say: "Hell" }, "end"]],
	] as const)("fails a candidate whose model %s", async (_case, script) => {
		const sql = await evicted({ A: [[{ say: "Hello wo" }, "hang"]] });
		const { time, models, write } = replyScene({ A: [[...script]] }, sql);
		const running = write();
		await time.advance(20_000);
		expect(models.calls).toHaveLength(1);
		expect(outcomeOf(running, "a")).toMatchObject({ text: "Hello wo", complete: false });
		expect(unsealedCalls(outcomeOf(running, "a").calls).at(-1)?.failure).toBe("contradicted");
	});

	it("leaves failed candidates failed", async () => {
		const sql = await evicted({ A: [[refused()]], B: [[{ say: "He" }, "hang"]] });
		const { time, models, write } = replyScene({ A: [], B: [[{ say: "Hey" }, "end"]] }, sql);
		const running = write();
		await time.advance(200);
		expect(models.calls.map((call) => call.label)).toEqual(["B"]);
		expect(outcomeOf(running, "a").complete).toBe(false);
	});
});
