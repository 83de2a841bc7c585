import { describe, expect, it } from "vitest";
import { CASES } from "../../test/support/blinding/self-identifications.ts";
import { findSelfIdentification } from "./finder.ts";
import { lexiconOf } from "./names/lexicon.ts";

const partsOf = (text: string) =>
	findSelfIdentification(text).map(({ start, end, kind }) => [kind, text.slice(start, end)]);

describe.each(Object.entries(CASES))("in %s", (_language, { names, mentions }) => {
	it.each(names)("finds it (%s): %s", (kind, text) => {
		expect(findSelfIdentification(text).map((span) => span.kind)).toContain(kind);
	});

	it.each(mentions)("finds nothing: %s", (text) => {
		expect(partsOf(text)).toEqual([]);
	});
});

describe("the span", () => {
	it.each([
		["Well: I am ChatGPT, and you?", [["name", "I am ChatGPT"]]],
		["I'm Claude, made by Anthropic. Shall we begin?", [["name", "I'm Claude, made by Anthropic"]]],
		["Sure. **I am GPT-4o**.", [["name", "I am GPT-4o"]]],
		["I am **GPT-4o**.", [["name", "I am **GPT-4o**"]]],
		["My instructions say: be kind. Anyway!", [["instructions", "My instructions say: be kind"]]],
		[
			"I am Llama. My name is Meta AI.",
			[
				["name", "I am Llama"],
				["name", "My name is Meta AI"],
			],
		],
		["Ich bin ein von OpenAI entwickeltes Sprachmodell.", [["maker", "Ich bin ein von OpenAI entwickeltes"]]],
	])("of %j is the self-identification", (text, parts) => expect(partsOf(text)).toEqual(parts));
});

describe("a disguised name", () => {
	it.each([
		["zero-width characters", "I am Chat\u200bG\u200dP\u2060T."],
		["soft hyphens", "I am Chat\u00adGPT."],
		["full-width letters", "Ｉ ａｍ ＣｈａｔＧＰＴ．"],
		["Cyrillic letters that look the same", "I am ChаtGРT."],
		["Greek letters that look the same", "I am ChαtGPT."],
		["a Cyrillic pronoun", "І аm ChatGPT."],
		["other case", "i AM chatgpt."],
		["emphasis inside", "I am Chat**GPT**."],
		["a hyphen", "I am Chat-GPT."],
		["mathematical bold letters", "I am 𝐂𝐡𝐚𝐭𝐆𝐏𝐓."],
		["bidi marks", "\u202bأنا \u2066ChatGPT\u2069.\u202c"],
	])("is found behind %s", (_how, text) => {
		const [span] = findSelfIdentification(text);
		expect(span?.kind).toBe("name");
		expect(text.slice(span?.end).replace(/[\p{Cf}*]/gu, "")).toMatch(/^[.．]$/);
	});

	it("has its position in the original text, after astral characters", () => {
		const text = "🙂🙂 I am C\u200bhatGPT. Bye 🙂";
		const [span] = findSelfIdentification(text);
		expect(text.slice(span?.start, span?.end)).toBe("I am C\u200bhatGPT");
	});

	it("is not a private-use character of the patterns", () => expect(partsOf("I am \ue000 by \ue001.")).toEqual([]));
});

describe("the names of a study's models", () => {
	const models = {
		one: { provider: "openai-compatible", endpoint: "GPU", model: "acme/quartzite-7b-instruct", maxOutputTokens: 400 },
		two: { provider: "openai-compatible", endpoint: "GPU", model: "{{adapter}}", maxOutputTokens: 400 },
		three: { provider: "rehearsal", character: "warm", stream: "at-once" },
	} as never;
	const found = (text: string) => findSelfIdentification(text, lexiconOf({ models })).map(({ kind }) => kind);

	it("are found, completely and in parts", () => {
		expect(found("I am quartzite-7b-instruct.")).toEqual(["name"]);
		expect(found("I am Quartzite.")).toEqual(["name"]);
		expect(found("I am a Quartzite model.")).toEqual(["name"]);
		expect(found("I am ChatGPT.")).toEqual(["name"]);
	});

	it("do not turn common words into names", () => {
		expect(found("I am an instruct model, and I am warm.")).toEqual([]);
		expect(found("I am quartzite to the bone.")).toEqual([]);
		expect(findSelfIdentification("I am Quartzite.")).toEqual([]);
	});
});
