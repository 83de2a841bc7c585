import { describe, expect, it } from "vitest";
import { namedElsewhere } from "./named-elsewhere.ts";

const study = {
	models: { small: {}, large: {} },
	forms: { about: { items: [{ id: "age" }, { id: "device" }] }, rating: {} },
	eligibility: [{ form: "about" }],
};

describe("names from another part of the protocol", () => {
	it.each([
		[
			["arms", 1, "model"],
			["small", "large"],
		],
		[
			["flow", 0],
			["consent", "conversations", "about", "rating"],
		],
		[
			["conversations", 0, "after", 2],
			["about", "rating"],
		],
		[
			["eligibility", 0, "form"],
			["about", "rating"],
		],
		[
			["eligibility", 0, "item"],
			["age", "device"],
		],
		[["title"], []],
	])("at %j are %j", (path, names) => {
		expect(namedElsewhere(path, study)).toEqual(names);
	});

	it("are none while the document is not an object", () => {
		expect(namedElsewhere(["flow", 0], null)).toEqual([]);
	});
});
