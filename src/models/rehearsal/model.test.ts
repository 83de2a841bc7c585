import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rehearsalModel } from "./model.ts";
import { LIBRARY } from "./whole-library.ts";

const OPTIONS = {
	prompt: [
		{ role: "system" as const, content: "You are kind." },
		{ role: "user" as const, content: [{ type: "text" as const, text: "How do I learn the violin?" }] },
	],
	seed: 7,
};

async function partsOf(stream: ReadableStream<LanguageModelV4StreamPart>): Promise<LanguageModelV4StreamPart[]> {
	const parts: LanguageModelV4StreamPart[] = [];
	for await (const part of stream) parts.push(part);
	return parts;
}

const textOf = (parts: readonly LanguageModelV4StreamPart[]): string =>
	parts.map((part) => (part.type === "text-delta" ? part.delta : "")).join("");

const modelOf = (atOnce: boolean) => rehearsalModel("warm", { atOnce, library: async () => LIBRARY });

describe("the rehearsal model", () => {
	beforeEach(() => {
		vi.useFakeTimers();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	it("says the same at once, at a human pace, and whole", async () => {
		const whole = await modelOf(true).doGenerate(OPTIONS);
		const atOnce = await partsOf((await modelOf(true).doStream(OPTIONS)).stream);
		const slowly = partsOf((await modelOf(false).doStream(OPTIONS)).stream);
		await vi.runAllTimersAsync();
		expect(whole.content).toEqual([{ type: "text", text: textOf(atOnce) }]);
		expect(textOf(await slowly)).toBe(textOf(atOnce));
		expect(atOnce.filter(({ type }) => type === "text-delta")).toHaveLength(1);
		expect(atOnce.at(-1)).toMatchObject({ type: "finish", finishReason: { unified: "stop" } });
	});

	it("writes about 60 characters a second", async () => {
		const startedAtMs = Date.now();
		const slowly = partsOf((await modelOf(false).doStream(OPTIONS)).stream);
		await vi.runAllTimersAsync();
		const rate = (textOf(await slowly).length / (Date.now() - startedAtMs)) * 1000;
		expect(rate).toBeGreaterThan(45);
		expect(rate).toBeLessThan(65);
	});

	it("stops on abort", async () => {
		const stop = new AbortController();
		const { stream } = await modelOf(false).doStream({
			...OPTIONS,
			abortSignal: stop.signal,
		});
		const read = partsOf(stream);
		const failed = expect(read).rejects.toThrow("enough");
		await vi.advanceTimersByTimeAsync(1000);
		stop.abort(new Error("enough"));
		await failed;
		expect(vi.getTimerCount()).toBe(0);
	});
});
