import type { ThreadMessage } from "../../../src/models/model-types.ts";
import type { Character } from "../../../src/models/rehearsal/characters.ts";
import { composeReply } from "../../../src/models/rehearsal/compose.ts";
import type { FollowUpKind } from "../../../src/models/rehearsal/talk/follow-ups.ts";
import { LIBRARY } from "../../../src/models/rehearsal/whole-library.ts";

/** A character's replies to these messages, in order. */
export function rehearsed(character: Character, messages: readonly string[], seed = 1): string[] {
	const thread: ThreadMessage[] = [];
	return messages.map((text, index) => {
		thread.push({ role: "participant", text });
		const reply = composeReply(LIBRARY, { character, thread, seed: seed + index });
		thread.push({ role: "assistant", text: reply });
		return reply;
	});
}

/** The last of them. */
export const lastReply = (character: Character, messages: readonly string[], seed = 1): string =>
	rehearsed(character, messages, seed).at(-1) ?? "";

/** What people write about a reply, by kind. */
export const FOLLOW_UPS_SAID: readonly (readonly [FollowUpKind, string])[] = [
	["shorter", "Can you make it shorter?"],
	["shorter", "in one sentence please"],
	["simpler", "explain it more simply"],
	["simpler", "I don't understand"],
	["child", "and for a child?"],
	["child", "How would you explain it to a ten year old"],
	["example", "Give me an example"],
	["why", "Why?"],
	["why", "what makes you think so"],
	["sure", "Are you sure?"],
	["disagree", "I disagree"],
	["disagree", "that's not true"],
	["table", "Can you put that in a table?"],
	["list", "as a list please"],
	["cost", "what about the cost"],
	["time", "how long does it take"],
	["more", "Please continue"],
	["more", "tell me more"],
	["other", "What would the other side say?"],
	["alternative", "Is there another option?"],
	["opinion", "What would you do yourself?"],
	["sources", "Where did you get that from?"],
	["reference", "what was the second point again"],
];
