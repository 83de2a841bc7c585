import type { ThreadMessage } from "../model-types.ts";
import { type Character, TRAITS } from "./characters.ts";
import { Chooser } from "./chooser.ts";
import type { Library } from "./library.ts";
import { readThread } from "./reading/read-thread.ts";
import { draftsOf } from "./writing/drafts.ts";
import { repeatsOf, sentencesUsedIn } from "./writing/memory.ts";

/** Everything a reply depends on, apart from the library. */
export type ReplyRequest = {
	readonly character: Character;
	readonly thread: readonly ThreadMessage[];
	readonly seed: number;
};

/**
 * A reply in Markdown to the last message of a thread. The same seed, character and thread give the same reply; another
 * seed mostly gives another one. No sentence is used twice in a conversation while unused ones are left. The reply never
 * says what writes it.
 */
export function composeReply({ topics, lines }: Library, { character, thread, seed }: ReplyRequest): string {
	const chooser = new Chooser(JSON.stringify([seed, character, thread.map(({ role, text }) => [role, text])]));
	const { intent, inDanger } = readThread(topics, thread);
	const said = sentencesUsedIn(thread);
	const reply = firstFresh(draftsOf(intent, { character, lines, chooser, thread, said }), said, chooser);
	const still = lines.stillWithYou[character].filter((line) => repeatsOf(line, said) === 0);
	return inDanger && still.length > 0 ? [chooser.one(still), reply].join(TRAITS[character].join) : reply;
}

/** If every draft has been used, takes the one with the fewest repeats. */
function firstFresh(groups: readonly (readonly string[])[], said: ReadonlySet<string>, chooser: Chooser): string {
	for (const group of groups) {
		const fresh = group.filter((draft) => repeatsOf(draft, said) === 0);
		if (fresh.length > 0) return chooser.one(fresh);
	}
	const all = groups.flat().toSorted((one, other) => repeatsOf(one, said) - repeatsOf(other, said));
	return all[0] ?? "";
}
