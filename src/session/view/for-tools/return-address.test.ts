import { describe, expect, it } from "vitest";
import { resultOf, withResult } from "./return-address.ts";

const result = resultOf({ session: "se_1", status: "completed", pool: "live" }, "crossover");
const ADDED = "crossover_session=se_1&crossover_status=completed";
const unsigned = { prefix: "crossover", sign: () => null };
const back = (address: string) => withResult(address, result, unsigned);

describe("the address to return to", () => {
	it.each([
		["without a query", "https://a.example/back", `https://a.example/back?${ADDED}`],
		["without a path", "https://a.example", `https://a.example?${ADDED}`],
		["with an empty query", "https://a.example/?", `https://a.example/?${ADDED}`],
		["with a fragment", "https://a.example/b#/page?x=1", `https://a.example/b?${ADDED}#/page?x=1`],
		[
			"with repeated, empty and bare parameters",
			"https://a.example/?r=1&r=2&r=1&e=&bare&&x",
			`https://a.example/?r=1&r=2&r=1&e=&bare&&x&${ADDED}`,
		],
		[
			"with odd encodings",
			"https://a.example/?q=a+b%20c%2fd%2Fe&q=%E4&q=%zz&n=ü&j=[1]&s='x'?y",
			`https://a.example/?q=a+b%20c%2fd%2Fe&q=%E4&q=%zz&n=ü&j=[1]&s='x'?y&${ADDED}`,
		],
		[
			"with parameters of its own that look alike",
			"https://a.example/?session=7&status=old",
			`https://a.example/?session=7&status=old&${ADDED}`,
		],
		[
			"with the result of an earlier return",
			"https://a.example/?a=1&crossover_session=se_0&crossover%5Fstatus=completed&crossover_signature=0&b=2",
			`https://a.example/?a=1&b=2&${ADDED}`,
		],
	])("keeps the survey's own query as it is: %s", (_, address, expected) => expect(back(address)).toBe(expected));

	it("takes the study's prefix", () => {
		const own = resultOf({ session: "se_1", status: "full", pool: "live" }, "chat");
		expect(withResult("https://a.example/?crossover_status=x", own, { prefix: "chat", sign: () => "5f" })).toBe(
			"https://a.example/?crossover_status=x&chat_session=se_1&chat_status=full&chat_signature=5f",
		);
	});

	it("marks a pilot, also in the signed part", () => {
		const pilot = resultOf({ session: "se_1", status: "completed", pool: "pilot" }, "crossover");
		expect(
			withResult("https://a.example", pilot, { prefix: "crossover", sign: (signed) => String(signed.length) }),
		).toBe(`https://a.example?${ADDED}&crossover_pool=pilot&crossover_signature=3`);
	});
});
