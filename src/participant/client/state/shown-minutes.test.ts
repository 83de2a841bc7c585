import { describe, expect, it } from "vitest";
import { nextShown, readShown, type Shown } from "./shown-minutes.ts";

const MINUTE = 60_000;
const told = (step: string, minutesLeft: number, minutesAfterStep = 1) => ({ step, minutesLeft, minutesAfterStep });
const shown = (step: string, minutes: number, sinceMs = 0): Shown => ({ step, minutes, sinceMs });

describe("the minutes in the header", () => {
	it("start at the server's figure", () => expect(nextShown(null, told("a", 25), 0).minutes).toBe(25));
	it("decrease while a step takes time", () =>
		expect(nextShown(shown("a", 25), told("a", 25), 3 * MINUTE).minutes).toBe(22));
	it("do not fall below the time after the step", () =>
		expect(nextShown(shown("a", 25), told("a", 25, 23), 9 * MINUTE).minutes).toBe(23));
	it("are at least 1", () => expect(nextShown(shown("a", 1), told("a", 1), 9 * MINUTE).minutes).toBe(1));
	it("rise by at most 1 from step to step", () =>
		expect(nextShown(shown("a", 10), told("b", 18), MINUTE).minutes).toBe(11));
	it("do not rise within a step", () => expect(nextShown(shown("a", 10), told("a", 18), 0).minutes).toBe(10));
	it("fall as far as the server says", () => expect(nextShown(shown("a", 20), told("b", 8), MINUTE).minutes).toBe(8));
	it("are kept across a reload", () => {
		const before = nextShown(shown("a", 25), told("a", 25), 2 * MINUTE);
		expect(nextShown(readShown(JSON.parse(JSON.stringify(before))), told("a", 25), 2 * MINUTE)).toEqual(before);
	});
	it.each([[null], ["ignore an invalid draft: %j"], [{ step: "a" }]])("forget a draft that is none: %j", (draft) =>
		expect(readShown(draft)).toBeNull(),
	);
});
