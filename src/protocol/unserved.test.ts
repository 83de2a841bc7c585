import { describe, expect, it } from "vitest";
import { type Changes, validStudy } from "../../test/support/protocol.ts";
import { unservedParts } from "./unserved.ts";

/** A study that uses nothing but what is served. */
const SERVED: Changes = { "/design": { kind: "crossover" } };
describe("a part that nothing serves yet", () => {
	it("is not among what is served", () => expect(unservedParts(validStudy(SERVED))).toEqual([]));

	it.each<[Changes, ...string[]]>([[{ "/limits": { tokensPerSession: 9000 } }, "/limits/tokensPerSession"]])(
		"is named: %j",
		(changes, ...pointers) => {
			const faults = unservedParts(validStudy({ ...SERVED, ...changes }));
			expect(faults.map(({ pointer }) => pointer).sort()).toEqual(pointers.sort());
		},
	);

	it("says which, and what to do", () => {
		expect(unservedParts(validStudy({ ...SERVED, "/limits": { tokensPerSession: 9000 } }))).toEqual([
			{
				pointer: "/limits/tokensPerSession",
				detail: "Nothing serves a limit of tokens yet: take it out, or leave the study a draft.",
			},
		]);
	});
});
