import { describe, expect, it } from "vitest";
import {
	coverageOf,
	everydayOpeners,
	sharedSentences,
	studyOpeners,
} from "../../../test/support/models/rehearsal-coverage.ts";

describe("the openers that people write", () => {
	it("mostly get a real answer: nearly all of those in a study, 8 in 10 of those of any day", () => {
		expect(coverageOf(studyOpeners()).answered).toBeGreaterThan(0.95);
		expect(coverageOf(everydayOpeners()).answered).toBeGreaterThan(0.8);
	});

	it("get no sentence from two characters, over six follow-ups", () => {
		expect(sharedSentences(everydayOpeners().slice(0, 40))).toBeLessThan(0.005);
	});
});
