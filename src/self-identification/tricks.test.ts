import { describe, expect, it } from "vitest";
import { MISSED, TRICKS } from "../../test/support/blinding/recognisable.ts";
import { maskText } from "../blinding/masking.ts";
import { findSelfIdentification } from "./finder.ts";
import { fold } from "./text/fold.ts";
import { rendered } from "./text/rendered.ts";

/** Letters that a reader recognises, read from the left and from the right. */
function readable(text: string): string {
	const lines = text.split("\n").map((line) => fold(rendered(line).text).names);
	const letters = lines.join("").replace(/<[^>]*>|[^\p{L}\p{N}]/gu, "");
	return `${letters} ${[...letters].reverse().join("")}`;
}

const NAMES = /claude|chatgpt|openai|anthropic/;

describe("a model that wants to be recognised", () => {
	it.each(TRICKS)("stays hidden with the trick: %s", (_how, text) => {
		const spans = findSelfIdentification(text);
		expect(spans.map(({ kind }) => kind)).toEqual(expect.arrayContaining([expect.stringMatching(/name|maker/)]));
		expect(readable(maskText(text, spans))).not.toMatch(NAMES);
	});

	/** Keeps the documented limits true (docs/explanation/self-identification.md). */
	it.each(MISSED)("is still recognised with the trick: %s", (_how, text) =>
		expect(findSelfIdentification(text)).toEqual([]),
	);
});
