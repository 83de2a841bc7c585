import { describe, expect, it } from "vitest";
import { FOLLOW_UPS_SAID, lastReply, rehearsed } from "../../../test/support/models/rehearsed.ts";
import { CHARACTERS } from "../../protocol/schema/model.ts";
import { readThread } from "./reading/read-thread.ts";
import type { Topic } from "./topic.ts";
import { TOPICS } from "./topics.ts";
import { sentencesOf } from "./writing/memory.ts";

/** The first words that fit. */
const firstOf = ({ keys }: { readonly keys: string }): string =>
	(keys.split("|")[0] ?? "").replaceAll("+", " ").replaceAll("*", "");

/** Openers of all topics and of their more particular questions, where the first words open them. */
const opened = Object.entries(TOPICS as Record<string, Topic>)
	.filter(([, topic]) => topic.oneByOne === undefined)
	.flatMap(([id, topic]) => [
		{ id, opener: `Tell me about ${firstOf(topic)}` },
		...(topic.angles ?? []).map((angle, index) => ({
			id: `${id}/${index + 1}`,
			opener: `Tell me about ${firstOf(topic)}, ${firstOf(angle)}`,
		})),
	])
	.flatMap(({ id, opener }) => {
		const { intent } = readThread(TOPICS, [{ role: "participant", text: opener }]);
		return intent.kind === "topic" ? [{ id, opener, texts: intent.subject.texts }] : [];
	});

it("covers nearly all of them", () => expect(opened.length).toBeGreaterThan(110));

describe.each(opened)("after $id", ({ texts, opener }) => {
	it("each kind of follow-up gets a reply of its own from each character, without a shared sentence", () => {
		for (const [kind, text] of FOLLOW_UPS_SAID) {
			const replies = CHARACTERS.map((character) => lastReply(character, [opener, text], 3));
			expect([kind, new Set(replies).size]).toEqual([kind, CHARACTERS.length]);
			for (const reply of replies)
				expect(reply).not.toMatch(/\{(?:why|example|brief|child|cost|other|advice|item|quote)\}|undefined/);
			// The rows of a table are the topic's.
			if (kind === "table" || kind === "list") continue;
			const sentences = replies.flatMap((reply) => [...new Set(sentencesOf(reply))]);
			const common = sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index);
			expect([kind, common]).toEqual([kind, []]);
		}
	});

	it("says the reason, the example, the point and the table when asked for them", () => {
		for (const character of CHARACTERS) {
			expect(rehearsed(character, [opener, "Why?"], 2).join("\n")).toContain(texts.why[character]);
			expect(rehearsed(character, [opener, "Give me an example"], 2).join("\n")).toContain(texts.example[character]);
			expect(lastReply(character, [opener, "Make it shorter"], 2)).toContain(texts.brief[character]);
			expect(lastReply(character, [opener, "Put that in a table"], 2)).toMatch(
				/\n\| .+ \| .+ \|\n\| --- \| --- \|\n(?:\| .+ \| .+ \|\n?){2,}/,
			);
		}
	});
});
