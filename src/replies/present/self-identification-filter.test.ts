import { describe, expect, it } from "vitest";
import { type Act, broken, unsealedCalls } from "../../../test/support/models/scripted-models.ts";
import { candidate, outcomeOf, replyScene, T0 } from "../../../test/support/replies/reply-scene.ts";
import { MASK } from "../../blinding/masking.ts";
import { LEXICON } from "../../self-identification/names/lexicon.ts";
import { type Screening, SelfIdentificationFilter } from "./self-identification-filter.ts";

const MASKING: Screening = { handling: "mask", lexicon: LEXICON };
const REGENERATING: Screening = { handling: "regenerate", lexicon: LEXICON };
const NAMES_ITSELF = "Hello! I am ChatGPT. How are you?";
const says = (text: string): Act[] => [{ say: text }, "end"];
const later = [11, 12];

function screened(scripts: Record<string, Act[][]>, screening: Screening, sql?: Parameters<typeof replyScene>[1]) {
	const scene = replyScene(scripts, sql);
	const slots = Object.keys(scripts).map((each) => each.toLowerCase());
	const screen = new SelfIdentificationFilter(screening);
	const candidates = slots.map((slot) => candidate(slot, { laterSeeds: later }));
	return {
		...scene,
		run: (more: Parameters<typeof scene.write>[0] = {}) => scene.write({ screening, candidates, ...more }),
		seen: () => screen.shownOf(scene.store.progress("st_1", slots)).texts,
	};
}

describe("a reply that is masked", () => {
	it("shows each sentence once it is complete, for all candidates alike, and keeps the original", async () => {
		const word = (text: string): Act[] => [{ say: text }, { afterMs: 200 }];
		const { time, run, seen } = screened(
			{
				A: [[...word("Hello!"), ...word(" I am Chat"), ...word("GPT."), ...word(" And you"), "end"]],
				B: [[...word("Good"), ...word(" day. It"), ...word(" is fine."), ...word(" Yes"), "end"]],
			},
			MASKING,
		);
		const running = run();
		await time.advance(150);
		expect(seen()).toEqual({ a: "", b: "" });
		await time.advance(230);
		expect(seen()).toEqual({ a: "Hello!", b: "Good day." });
		await time.advance(1000);
		expect(seen()).toEqual({ a: `Hello! ${MASK}. And you`, b: "Good day. It is fine. Yes" });
		expect(outcomeOf(running, "a").text).toBe("Hello! I am ChatGPT. And you");
	});

	it("ends when the visible text has been shown, so that its time does not reveal the length of the name", async () => {
		const shownIn = async (name: string) => {
			const { time, run } = screened({ A: [says(`My name is ${name}.`)] }, MASKING);
			const running = run({ pace: { firstFrameMs: 900, charactersPerSecond: 10 } });
			let ms = 0;
			for (; running.outcome === null; ms += 100) await time.advance(100);
			return ms;
		};
		expect(await shownIn("ChatGPT")).toBe(await shownIn("Qwen2.5-72B-Instruct"));
	});

	it("continues after an eviction with the text that was seen", async () => {
		const before = screened({ A: [[{ say: "I am ChatGPT. So" }, "hang"]] }, MASKING);
		before.run();
		await before.time.advance(150);
		expect(before.seen()).toEqual({ a: `${MASK}.` });
		before.stop.abort();
		const after = screened({ A: [says("I am ChatGPT. So it is")] }, MASKING, before.sql);
		const running = after.run();
		await after.time.advance(200);
		expect(after.seen()).toEqual({ a: `${MASK}. So it is` });
		expect(outcomeOf(running, "a").text).toBe("I am ChatGPT. So it is");
	});
});

describe("a reply that is regenerated", () => {
	it("shows nothing until all candidates are complete, and then only the final texts", async () => {
		const { time, models, run, seen } = screened(
			{
				A: [says(NAMES_ITSELF), [{ afterMs: 300 }, ...says("Hello! How are you?")]],
				B: [says("Good day.")],
			},
			REGENERATING,
		);
		const running = run();
		await time.advance(250);
		expect(seen()).toEqual({ a: "", b: "" });
		await time.advance(300);
		expect(seen()).toEqual({ a: "Hello! How are you?", b: "Good day." });
		expect(models.calls.map(({ label, seed }) => [label, seed])).toEqual([
			["A", 7],
			["B", 7],
			["A", 11],
		]);
		expect(outcomeOf(running, "a")).toMatchObject({
			text: "Hello! How are you?",
			lastAttempt: 2,
			discarded: [[{ start: 7, end: 19, kind: "name" }]],
		});
		expect(unsealedCalls(outcomeOf(running, "a").calls).map(({ attempt, failure }) => [attempt, failure])).toEqual([
			[1, "self_identified"],
			[2, null],
		]);
		expect(outcomeOf(running, "b")).not.toHaveProperty("discarded");
	});

	it("masks the last text, and asks no further", async () => {
		const { time, models, run, seen } = screened({ A: [1, 2, 3].map(() => says(NAMES_ITSELF)) }, REGENERATING);
		const running = run();
		await time.advance(500);
		expect(seen()).toEqual({ a: `Hello! ${MASK}. How are you?` });
		expect(models.calls.map(({ label, seed }) => [label, seed])).toEqual([
			["A", 7],
			["A", 11],
			["A", 12],
		]);
		expect(outcomeOf(running, "a")).toMatchObject({ text: NAMES_ITSELF, complete: true });
		expect(outcomeOf(running, "a").discarded).toHaveLength(2);
	});

	it("shows no time that reveals a discarded text, apart from whole steps of all replies", async () => {
		const endOf = async (script: Act[][]) => {
			const { time, run } = screened({ A: script }, REGENERATING);
			const running = run({ pace: { firstFrameMs: 900, charactersPerSecond: 90 } });
			let ms = 0;
			for (; running.outcome === null; ms += 50) await time.advance(50);
			return ms;
		};
		const fine = (afterMs: number): Act[] => [{ afterMs }, ...says("Hello! How are you?")];
		expect(await endOf([says(NAMES_ITSELF), fine(300)])).toBe(await endOf([fine(0)]));
		expect(await endOf([says(NAMES_ITSELF), fine(1500)])).toBe(await endOf([fine(2500)]));
	});

	it("counts discarded texts apart from failures", async () => {
		const script = [says(NAMES_ITSELF), [broken()], says(NAMES_ITSELF), says(NAMES_ITSELF)];
		const { time, models, run } = screened({ A: script }, REGENERATING);
		const running = run();
		await time.advance(3000);
		expect(models.calls).toHaveLength(4);
		expect(outcomeOf(running, "a")).toMatchObject({ complete: true, text: NAMES_ITSELF });
		expect(outcomeOf(running, "a").discarded).toHaveLength(2);
	});

	it("masks a text if no time is left for another", async () => {
		const { time, models, run } = screened({ A: [[{ afterMs: 25_000 }, ...says(NAMES_ITSELF)]] }, REGENERATING);
		const running = run();
		await time.advance(26_000);
		expect(models.calls).toHaveLength(1);
		expect(outcomeOf(running, "a")).toMatchObject({ complete: true, text: NAMES_ITSELF });
	});

	it("retries after a reply that was cut off, because none of it was shown", async () => {
		const { time, run } = screened({ A: [[{ say: "Well, " }, broken()], says("Fine.")] }, REGENERATING);
		const running = run();
		await time.advance(3000);
		expect(outcomeOf(running, "a")).toMatchObject({ complete: true, text: "Fine." });
	});

	it("continues counting after an eviction", async () => {
		const before = screened({ A: [says(NAMES_ITSELF), [{ say: "He" }, "hang"]] }, REGENERATING);
		before.run();
		await before.time.advance(150);
		before.stop.abort();
		const after = screened({ A: [says(NAMES_ITSELF), says(NAMES_ITSELF)] }, REGENERATING, before.sql);
		const running = after.run();
		await after.time.advance(500);
		expect(after.models.calls.map(({ seed }) => seed)).toEqual([11, 12]);
		expect(outcomeOf(running, "a").discarded).toHaveLength(2);
		expect(unsealedCalls(outcomeOf(running, "a").calls).map(({ failure }) => failure)).toEqual([
			"self_identified",
			"evicted",
			"self_identified",
			null,
		]);
		expect(unsealedCalls(outcomeOf(running, "a").calls)[1]).toMatchObject({ firstFrameMs: 0, prompt: "He" });
		expect(T0).toBeLessThan(after.time.clock());
	});
});
