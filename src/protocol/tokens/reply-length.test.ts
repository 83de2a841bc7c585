import { describe, expect, it } from "vitest";
import { type Changes, validStudy } from "../../../test/support/protocols/protocol.ts";
import { cutsOrdinaryReplies, mostCharacters } from "./reply-length.ts";

/** The cap on the model `base`: the study shows up to four candidates, at 90 characters a second, in sessions of three hours. */
function capOf(changes: Changes) {
	const study = validStudy(changes);
	const model = study.models.base;
	if (!model) throw new Error("the study has lost its model");
	return { most: mostCharacters(study, model), isCut: cutsOrdinaryReplies(study, model) };
}

describe("the cap on a reply's characters", () => {
	it.each([
		["eight a token", { "/models/base/maxOutputTokens": 400 }, 3200, false],
		["enough for a few long words", { "/models/base/maxOutputTokens": 1 }, 400, false],
		["what four candidates may have in one row", { "/models/base/maxOutputTokens": 32_000 }, 125_000, true],
		["the same, where ordinary replies fit", { "/models/base/maxOutputTokens": 20_000 }, 125_000, false],
		[
			"what a quarter of the session shows",
			{ "/models/base/maxOutputTokens": 8000, "/recruitment/expiresAfter": "PT20M" },
			27_000,
			true,
		],
		[
			"no matter of a pace where there is none",
			{ "/models/base/maxOutputTokens": 8000, "/recruitment/expiresAfter": "PT20M", "/blinding": { pace: "as-is" } },
			64_000,
			false,
		],
	])("is %s", (_what, changes, most, isCut) => expect(capOf(changes)).toEqual({ most, isCut }));

	it("lets rehearsed replies be as long as they are", () => {
		const study = validStudy();
		const model = study.models.warm;
		expect(model && mostCharacters(study, model)).toBe(10_000);
		expect(model && cutsOrdinaryReplies(study, model)).toBe(false);
	});
});
