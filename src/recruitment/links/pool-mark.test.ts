import { describe, expect, it } from "vitest";
import { undeclaredMarks } from "./pool-mark.ts";

const marked = (query: Record<string, string | string[]>, declared: string[] = []) =>
	undeclaredMarks(
		Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value].flat()])),
		declared,
		"leave it out",
	).map(({ pointer }) => pointer);

describe("a test that a link does not declare", () => {
	it.each([
		[{ pool: "pilot" }, ["/pool"]],
		[{ pool: "swimming" }, ["/pool"]],
		[{ Pool: " PILOT " }, ["/Pool"]],
		[{ preview: "true", test: "1" }, ["/preview", "/test"]],
		[{ pool: ["live", "pilot"] }, ["/pool"]],
	])("is found: %j", (query, pointers) => expect(marked(query)).toEqual(pointers));

	it.each([
		[{ rid: "a", visit: "2" }],
		[{ pool: "" }],
		[{ pool: "live" }],
		[{ preview: "0" }],
		// Tools have parameters of their own, and only `pool` means the pool whatever its value.
		[{ test: "wave-2", preview: "image.png" }],
	])("is not found where nothing says so: %j", (query) => expect(marked(query)).toEqual([]));

	it("is not found in a parameter that the study declares for something else", () =>
		expect(marked({ pool: "psych101" }, ["pool"])).toEqual([]));

	it("says what to do, in a sentence", () =>
		expect(undeclaredMarks({ pool: ["pilot"] }, [], "leave it out")).toEqual([
			{ pointer: "/pool", detail: "Leave it out." },
		]));
});
