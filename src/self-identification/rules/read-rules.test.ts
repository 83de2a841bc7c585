import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findSelfIdentification } from "../finder.ts";
import { LANGUAGES } from "./every-language.ts";
import { readRules, rules, useLanguages } from "./read-rules.ts";

const SENTENCE = "I am ChatGPT, made by OpenAI.";

/** Static assets that give one answer after the other, and the addresses that they were asked for. */
function assetsWith(...answers: readonly (() => Response)[]) {
	const asked: string[] = [];
	const fetch = async (url: string) => {
		asked.push(url);
		const answer = answers[asked.length - 1];
		if (!answer) throw new Error("unreachable assets");
		return answer();
	};
	return { fetch, asked };
}

describe("the rules that find self-identification", () => {
	beforeEach(() => useLanguages(null));
	afterEach(() => useLanguages(LANGUAGES));

	it("are read from the static assets, once, as the sources have them", async () => {
		const assets = assetsWith(() => Response.json(LANGUAGES));
		await readRules(assets);
		await readRules(assets);
		expect(assets.asked).toEqual(["https://assets.invalid/self-identification.json"]);
		const found = findSelfIdentification(SENTENCE);
		expect(found).toHaveLength(1);
		useLanguages(LANGUAGES);
		expect(findSelfIdentification(SENTENCE)).toEqual(found);
	});

	it("are read again after a failure", async () => {
		const assets = assetsWith(
			() => new Response("", { status: 404 }),
			() => Response.json(LANGUAGES),
		);
		await expect(readRules(assets)).rejects.toThrow("missing");
		await readRules(assets);
		expect(rules()).toHaveLength(LANGUAGES.length);
	});

	it.each([
		["no file", () => new Response("", { status: 404 })],
		["no language", () => Response.json([])],
		["another document", () => Response.json({ languages: LANGUAGES })],
		["a language without rules", () => Response.json([...LANGUAGES, { ...LANGUAGES[0], identity: [] }])],
		["half of the file", () => new Response(JSON.stringify(LANGUAGES).slice(0, 5000))],
	])("are not taken from %s: then nothing can be searched", async (_, answer) => {
		await expect(readRules(assetsWith(answer))).rejects.toThrow();
		await expect(readRules(assetsWith())).rejects.toThrow("unreachable assets");
		await expect(readRules(undefined)).rejects.toThrow();
		expect(() => findSelfIdentification(SENTENCE)).toThrow("not read");
	});
});
