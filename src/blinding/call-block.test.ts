import { expect, it } from "vitest";
import { validStudy } from "../../test/support/protocol.ts";
import { callBlock } from "./call-block.ts";

it("is the same for every arm of a study, and has room for the longest prompt that any of them can have", () => {
	expect(callBlock(validStudy())).toBe(2048);
	expect(callBlock(validStudy({ "/system": "x".repeat(3000) }))).toBe(4 * 1024);
	const prompted = { kind: "prompt", template: "{{history}}", maxTokens: 1500 };
	const block = callBlock(validStudy({ "/arms/0/personalisation": prompted }));
	expect(block).toBeGreaterThanOrEqual(1024 + 2 * 4 * 1500);
	expect(block % 1024).toBe(0);
});
