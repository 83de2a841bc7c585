import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RULES_FILE } from "../../../scripts/self-identification-file.ts";
import { findSelfIdentification } from "../finder.ts";
import { readRules, rules, useRules } from "./read-rules.ts";

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
	beforeEach(() => useRules(null));
	afterEach(() => useRules(RULES_FILE));

	it("are read from the static assets, once, as the sources have them", async () => {
		const assets = assetsWith(() => Response.json(RULES_FILE));
		await readRules(assets);
		await readRules(assets);
		expect(assets.asked).toEqual(["https://assets.invalid/self-identification.json"]);
		const found = findSelfIdentification(SENTENCE);
		expect(found).toHaveLength(1);
		useRules(RULES_FILE);
		expect(findSelfIdentification(SENTENCE)).toEqual(found);
	});

	it("are read again after a failure", async () => {
		const assets = assetsWith(
			() => new Response("", { status: 404 }),
			() => Response.json(RULES_FILE),
		);
		await expect(readRules(assets)).rejects.toThrow("missing");
		await readRules(assets);
		expect(rules()).toHaveLength(RULES_FILE.languages.length);
	});

	it.each([
		["no file", () => new Response("", { status: 404 })],
		["no language", () => Response.json({ ...RULES_FILE, languages: [] })],
		["no entities", () => Response.json({ languages: RULES_FILE.languages })],
		["the languages alone", () => Response.json(RULES_FILE.languages)],
		[
			"a language without rules",
			() => Response.json({ ...RULES_FILE, languages: [...RULES_FILE.languages, { identity: [] }] }),
		],
		["half of the file", () => new Response(JSON.stringify(RULES_FILE).slice(0, 5000))],
	])("are not taken from %s: then nothing can be searched", async (_, answer) => {
		await expect(readRules(assetsWith(answer))).rejects.toThrow();
		await expect(readRules(assetsWith())).rejects.toThrow("unreachable assets");
		await expect(readRules(undefined)).rejects.toThrow();
		expect(() => findSelfIdentification(SENTENCE)).toThrow("not read");
	});
});
