import { describe, expect, it } from "vitest";
import { cpuTimeMs } from "../../test/support/cpu-time.ts";
import { findSelfIdentification } from "./finder.ts";

/** Well above the tens of milliseconds of processor time that it takes, and far below what backtracking would take. */
const BOUND_MS = 3000;

describe("over 20,000 characters", () => {
	it.each([
		"I am a an the large model of by ",
		"I am ",
		"a",
		"ChatGPT ",
		"我是一个由",
		"я языковая ",
		"私は大規模言語モデルの",
		"e\u0301\u0302",
		"'\"((",
		"your profile ",
		"My name is, is, is ",
		"*_`",
		"\u200b",
	])("of %j it takes no longer than the bound", (piece) => {
		const text = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000);
		const beforeMs = cpuTimeMs();
		findSelfIdentification(text);
		expect(cpuTimeMs() - beforeMs).toBeLessThan(BOUND_MS);
	});
	it("it takes no longer for 100,000 empty lines", () => {
		const beforeMs = cpuTimeMs();
		findSelfIdentification("\n".repeat(100_000));
		expect(cpuTimeMs() - beforeMs).toBeLessThan(BOUND_MS);
	});
});
