import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerOr } from "./answer-or.ts";

describe("a call of an object that the caller can do without", () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it("gives the object's answer if it comes in time, and leaves no timer", async () => {
		expect(await answerOr(Promise.resolve("own"), "other", 1000)).toBe("own");
		expect(vi.getTimerCount()).toBe(0);
	});

	it("gives the fallback if the call fails", async () => {
		expect(await answerOr(Promise.reject(new Error("down")), "other", 1000)).toBe("other");
	});

	it("gives the fallback when the time is over, and not before", async () => {
		let found = "";
		void answerOr(new Promise<string>(() => {}), "other", 1000).then((value) => {
			found = value;
		});
		await vi.advanceTimersByTimeAsync(999);
		expect(found).toBe("");
		await vi.advanceTimersByTimeAsync(1);
		expect(found).toBe("other");
	});
});
