import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CHARACTERS } from "../../protocol/schema/model.ts";
import { findSelfIdentification } from "../../self-identification/finder.ts";
import { type Topic, topicsSchema } from "./topic.ts";
import { TOPICS } from "./topics.ts";
import { LIBRARY } from "./whole-library.ts";

const topics: readonly [string, Topic][] = Object.entries(TOPICS);

const textsOf = (topic: Topic): string[] => [
	...[topic.says, ...(topic.angles ?? []).map(({ says }) => says)].flatMap((says) => Object.values(says)),
	...[topic, ...(topic.angles ?? [])].flatMap(({ why, example, brief, cost, other }) =>
		[why, example, brief, cost, other].flatMap((texts) => Object.values(texts ?? {})),
	),
	...[topic, ...(topic.angles ?? [])].flatMap(({ child, ask }) => [child ?? [], ask ?? []].flat()),
	...Object.values(topic.oneByOne?.end ?? {}),
];

describe("the topics", () => {
	it("are those that the Worker reads, as are the other lines: `npm run generate:rehearsal` writes them", () => {
		const written = JSON.parse(readFileSync("public/rehearsal.json", "utf8"));
		expect(written).toEqual(LIBRARY);
		expect(topicsSchema.parse(written.topics)).toEqual(TOPICS);
	});

	it("are more than a hundred", () => expect(topics.length).toBeGreaterThan(100));

	it("have no text twice, nor one character's words for another's", () => {
		const texts = topics.flatMap(([, topic]) => textsOf(topic));
		expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
	});
});

const ABOUT_COMPUTERS = ["ai", "machineLearning"];

describe.each(topics)("%s", (id, topic) => {
	it("is written cleanly: no gap, no lone blank, no straight quotation mark, no name of what writes it", () => {
		for (const text of textsOf(topic).filter((each) => !/`|\\\(|\\\[/.test(each))) {
			expect(text).not.toMatch(/[{}<>]|[^\n ] {2}|^\s|\s$|undefined/);
			expect(text).not.toMatch(/"|\s'|'\s(?!\w)/);
			expect(text).not.toMatch(/terse|cautious|flattering|rehears|provider/i);
			expect(findSelfIdentification(text)).toEqual([]);
		}
	});

	it("has no word for a model, which could be taken for a clue, unless it is about computers", () => {
		if (ABOUT_COMPUTERS.includes(id)) return;
		for (const text of textsOf(topic)) {
			expect(text).not.toMatch(/\b(?:ai|a\.i\.|artificial|models?|chat-?bots?|bots?|assistants?)\b/i);
		}
	});

	it("has keys in the form in which messages are compared", () => {
		const keys = [topic.keys, topic.near ?? "", ...(topic.angles ?? []).map((angle) => angle.keys)];
		for (const key of keys.flatMap((each) => each.split(/[|+]/)).filter(Boolean)) {
			expect(key).toMatch(/^[\p{Ll}\p{Lo}\p{N}]+(?: [\p{Ll}\p{Lo}\p{N}]+)*\*?$/u);
		}
	});

	it("has the terse one in prose and shortest, and asks for the warm one", () => {
		for (const says of [topic.says, ...(topic.angles ?? []).map((angle) => angle.says)]) {
			if (says.terse.includes("```") || says.terse.includes("25. ")) continue;
			expect(says.terse).not.toMatch(/\n- /);
			for (const other of CHARACTERS.filter((name) => name !== "terse")) {
				expect([other, says.terse.length < says[other].length * 1.35]).toEqual([other, true]);
			}
		}
		expect(topic.ask.filter((ask) => !ask.endsWith("?"))).toEqual([]);
	});
});
