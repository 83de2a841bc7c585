import { describe, expect, it } from "vitest";
import { judgeRequest, requestHash } from "../../../src/judging/judges/prompt.ts";
import { measureText } from "../../../src/judging/measures/catalogue.ts";
import { rubricNamed } from "../../../src/judging/rubrics/rubrics.ts";

/** Segments and emoji depend on the runtime's ICU, so workerd must give the same counts as Node. */
describe("measures inside the Workers runtime", () => {
	it("counts words, sentences, characters and emoji as Node does", () => {
		const text = "Hello there! I don't know 👍🏽.\n\n- **One** [link](https://example.com)\n- Two: naïve?";
		expect(measureText(text, { format: "markdown", language: "en" })).toMatchObject({
			characters: 82,
			graphemes: 81,
			words: 9,
			sentences: 4,
			questions: 1,
			emoji: 1,
			list_items: 2,
		});
	});

	it("splits words of scripts without spaces by a dictionary", () => {
		const options = { format: "plain", language: "ja" } as const;
		expect(measureText("今日はいい天気ですね。明日は雨です。", options)).toMatchObject({ words: 10, sentences: 2 });
	});

	it("reads the rubrics with the same hash as Node", () => {
		const rubric = rubricNamed("topics/1");
		expect(rubric && requestHash(judgeRequest(rubric, { kind: "opening", text: "" }))).toBe(
			"sha256:1e6fa1199033b0d83b39b1a403b4ed93f9e12ba1d5b062a131c30d0f54cb36e4",
		);
	});
});
