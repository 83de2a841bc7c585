import { describe, expect, it } from "vitest";
import { type Catalogue, placeholdersIn, textsByPath, textsOf, writerFor } from "./template.ts";

const english = {
	send: "Send",
	left: { one: "one left", other: "{count} left" },
	go: { to: "On to {host}" },
} as const satisfies Catalogue;

describe("a catalogue", () => {
	it("given its language, gives plain texts and functions of the placeholders", () => {
		const texts = textsOf<typeof english>(english, writerFor("en"), {});
		expect(texts.send).toBe("Send");
		expect(texts.left({ count: 1 })).toBe("one left");
		expect(texts.left({ count: 2 })).toBe("2 left");
		expect(texts.go.to({ host: "example.org" })).toBe("On to example.org");
	});

	it("given a language with more plural forms, takes each by its number", () => {
		const polish = {
			send: "Wyślij",
			left: { one: "została 1", few: "zostały {count}", many: "zostało {count}", other: "zostało {count}" },
			go: { to: "Do {host}" },
		};
		const { left } = textsOf<typeof english>(polish, writerFor("pl"), {});
		expect([1, 2, 5, 22].map((count) => left({ count }))).toEqual([
			"została 1",
			"zostały 2",
			"zostało 5",
			"zostały 22",
		]);
	});

	it("given a form that is missing, takes the other one", () => {
		const { left } = textsOf<typeof english>(english, writerFor("ar"), {});
		expect(left({ count: 2 })).toBe("٢ left".replace("٢", writerFor("ar").number(2)));
	});

	it("given a study's own texts, takes these", () => {
		const texts = textsOf<typeof english>(english, writerFor("en"), {
			send: "Off it goes",
			"go.to": "Visit {host} now",
		});
		expect(texts.send).toBe("Off it goes");
		expect(texts.go.to({ host: "example.org" })).toBe("Visit example.org now");
	});

	it("names the paths of its texts, and their placeholders", () => {
		expect(textsByPath(english).map(([path]) => path)).toEqual(["send", "left", "go.to"]);
		expect(placeholdersIn(english.left)).toEqual(["count"]);
	});
});

describe("a placeholder", () => {
	it("is written in the digits of the language, without grouping", () => {
		expect(writerFor("de").number(50_000.5)).toBe("50000,5");
		expect(writerFor("ar-EG").number(42)).toBe("٤٢");
	});

	it("keeps its own direction in a language that is written from the right", () => {
		expect(writerFor("ar").fill("{label}: {place}", { label: "A", place: 1 })).toBe("\u2068A\u2069: 1");
		expect(writerFor("en").fill("{label}: {place}", { label: "A", place: 1 })).toBe("A: 1");
	});
});
