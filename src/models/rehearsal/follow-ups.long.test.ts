import { describe, expect, it } from "vitest";
import { FOLLOW_UPS_SAID } from "../../../test/support/models/rehearsed.ts";
import { CHARACTERS } from "../../protocol/schema/model.ts";
import type { Character } from "./characters.ts";
import { composeReply } from "./compose.ts";
import { readThread } from "./reading/read-thread.ts";
import type { FollowUpKind } from "./talk/follow-ups.ts";
import type { Topic } from "./topic.ts";
import { TOPICS } from "./topics.ts";
import { LIBRARY } from "./whole-library.ts";
import { sentencesOf } from "./writing/memory.ts";

/** The first key of the topic, without its marks. */
const firstOf = ({ keys }: { readonly keys: string }): string =>
	(keys.split("|")[0] ?? "").replaceAll("+", " ").replaceAll("*", "");

/** Openers of all topics and their angles, if their first key opens them. */
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

it("covers nearly all of them", () => expect(opened.length).toBeGreaterThan(170));

/** One message of each kind: `follow-ups.test.ts` covers the others. */
const SAID = FOLLOW_UPS_SAID.filter(
	([kind], index) => FOLLOW_UPS_SAID.findIndex(([other]) => other === kind) === index,
);

/** The first reply, and the replies to each kind of follow-up on it. */
function talkOf(character: Character, opener: string) {
	const asked = { role: "participant", text: opener } as const;
	const first = composeReply(LIBRARY, { character, thread: [asked], seed: 3 });
	const thread = [asked, { role: "assistant", text: first } as const];
	const replies = SAID.map(([kind, text]) => {
		const next = [...thread, { role: "participant", text } as const];
		return [kind, composeReply(LIBRARY, { character, thread: next, seed: 4 })] as const;
	});
	return { first, replies: new Map<FollowUpKind, string>(replies) };
}

describe.each(opened)("after $id", ({ texts, opener }) => {
	const talks = new Map(CHARACTERS.map((character) => [character, talkOf(character, opener)]));

	it("each kind of follow-up gets a reply of its own from each character, without a shared sentence", () => {
		for (const [kind] of SAID) {
			const replies = [...talks.values()].map((talk) => talk.replies.get(kind) ?? "");
			expect([kind, new Set(replies).size]).toEqual([kind, CHARACTERS.length]);
			for (const reply of replies)
				expect(reply).not.toMatch(/\{(?:why|example|brief|child|cost|other|advice|item|quote)\}|undefined/);
			// The rows of a table belong to the topic.
			if (kind === "table" || kind === "list") continue;
			const sentences = replies.flatMap((reply) => [...new Set(sentencesOf(reply))]);
			const common = sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index);
			expect([kind, common]).toEqual([kind, []]);
		}
	});

	it("says the reason, the example, the point and the table when asked for them", () => {
		for (const [character, { first, replies }] of talks) {
			const all = (kind: FollowUpKind) => `${first}\n${replies.get(kind)}`;
			expect(all("why")).toContain(texts.why[character]);
			expect(all("example")).toContain(texts.example[character]);
			expect(replies.get("shorter")).toContain(texts.brief[character]);
			expect(replies.get("table")).toMatch(/\n\| .+ \| .+ \|\n\| --- \| --- \|\n(?:\| .+ \| .+ \|\n?){2,}/);
		}
	});
});
