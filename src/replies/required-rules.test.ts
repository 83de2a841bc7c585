import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RULES_FILE } from "../../scripts/self-identification-file.ts";
import { LEXICON } from "../self-identification/names/lexicon.ts";
import { useRules } from "../self-identification/rules/read-rules.ts";
import { SelfIdentificationFilter } from "./present/self-identification-filter.ts";
import { requireRules } from "./required-rules.ts";
import { REPLY_LIMITS } from "./write/reply-limits.ts";

const signal = new AbortController().signal;
const stored = { texts: { a: "I am ChatGPT. Hello." }, writing: [], reply: {} };

/** Assets that fail so many times before they answer, with the delays that were waited for. */
function flaky(failures: number) {
	const delays: number[] = [];
	let asked = 0;
	const fetch = async () => {
		asked += 1;
		if (asked <= failures) throw new Error("unreachable assets");
		return Response.json(RULES_FILE);
	};
	const wait = async (ms: number) => void delays.push(ms);
	return { assets: { fetch }, delays, trying: { limits: REPLY_LIMITS, wait, random: () => 0.5, signal } };
}

describe("the rules that a reply needs", () => {
	beforeEach(() => useRules(null));
	afterEach(() => useRules(RULES_FILE));

	it("are asked for again after a failure, and then the reply is masked", async () => {
		const { assets, delays, trying } = flaky(2);
		await requireRules(assets, trying);
		expect(delays).toEqual([500, 1000]);
		const filter = new SelfIdentificationFilter({ handling: "mask", lexicon: LEXICON });
		expect(filter.shownOf(stored).texts).toEqual({ a: "[…]. Hello." });
	});

	it.each(["mask", "regenerate"] as const)(
		"are given up after all tries, and nothing is shown under %s",
		async (handling) => {
			const { assets, delays, trying } = flaky(Number.POSITIVE_INFINITY);
			await expect(requireRules(assets, trying)).rejects.toThrow("unreachable assets");
			expect(delays).toHaveLength(REPLY_LIMITS.tries - 1);
			const filter = new SelfIdentificationFilter({ handling, lexicon: LEXICON });
			expect(() => filter.shownOf(stored)).toThrow("not read");
		},
	);

	it("are no longer asked for when the session has ended", async () => {
		const { assets, trying } = flaky(Number.POSITIVE_INFINITY);
		const ended = AbortSignal.abort(new Error("ended"));
		await expect(requireRules(assets, { ...trying, signal: ended })).rejects.toThrow("ended");
	});
});
