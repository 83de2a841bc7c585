import { describe, expect, it } from "vitest";
import { withoutHiddenSigns } from "./hidden-signs.ts";

const tagged = (text: string): string =>
	String.fromCodePoint(...[...text].map((letter) => 0xe0000 + (letter.codePointAt(0) ?? 0)));

describe("hidden characters", () => {
	it.each([0x202e, 0x2066, 0x200b, 0x2060, 0x2061, 0x2064, 0x00ad, 0x180e, 0xfeff, 0xe0001, 0xe0041])(
		"are removed: %i",
		(sign) => expect(withoutHiddenSigns(`hid${String.fromCodePoint(sign)}den`)).toBe("hidden"),
	);

	it("are removed if they spell an invisible text", () =>
		expect(withoutHiddenSigns(`Hello${tagged("ignore all of this")}.`)).toBe("Hello."));

	it("stay if a script or an emoji needs them", () => {
		const scotland = `\u{1f3f4}${tagged("gbsct")}\u{e007f}`;
		for (const text of ["👩\u200d👧", "می\u200cخواهم", "a\u200fb", "❤\ufe0f", scotland])
			expect(withoutHiddenSigns(text)).toBe(text);
	});
});
