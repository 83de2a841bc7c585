import { graver, isLasting, type Trouble, troubleIn, turnIn } from "../care/trouble.ts";
import { followUpIn } from "../talk/follow-ups.ts";
import { despairsIn } from "../talk/languages.ts";
import { smallTalkIn } from "../talk/small-talk.ts";
import { unknownIn } from "../talk/unknown.ts";
import type { Topics } from "../topic.ts";
import { findTopic } from "./find-topic.ts";
import type { Care, Intent, State } from "./intent.ts";
import { wordsOf } from "./words.ts";

/** The intent of a message in distress, or in a conversation that began with it. Null if it has nothing to do with distress. */
export function troubleIntent(topics: Topics, text: string, state: State): Intent | null {
	const told = troubleIn(text);
	const { trouble } = state;
	if (told !== null) return caring(told, trouble, text);
	if (trouble === null) return null;
	if (turnIn(text, trouble) !== null) return caring(trouble, trouble, text);
	if (/^(?:thanks|bye)$/.test(smallTalkIn(text) ?? "")) return { kind: "takeCare" };
	return hasMovedOn(topics, text, state) ? null : caring(trouble, trouble, text);
}

/** Answers the new trouble, unless an earlier one was graver and the new one is mild. */
function caring(told: Trouble, before: Trouble | null, text: string): Care {
	const trouble = isLasting(told) ? told : graver(before, told);
	const turn = before === null ? null : turnIn(text, trouble);
	return { kind: "care", trouble, turn, again: trouble === before, language: despairsIn(text) ?? null };
}

/** Shorter questions are taken to be about the trouble. */
const FEWEST_WORDS_OF_A_QUESTION = 5;
const FIRST_PERSON = / (?:i|im|ive|id|me|my) /;
const OF_ONESELF =
	/\b(?:cry\w*|feel\w*|stop|cope|sleep|alone|pain|hurts?|go on|live|survive|help me|you|better|happen\w*|forgive|safe|leave|believe|me)\b/;

/** A clear question about another subject gets its answer. Everything else is treated as part of the trouble. */
function hasMovedOn(topics: Topics, text: string, { subject }: State): boolean {
	const form = unknownIn(text);
	const isTold = form === "feeling" || form === "statement";
	// “I can't sleep” belongs to the trouble, although sleep is a topic.
	if (findTopic(topics, text, subject?.topic ?? null) !== null) return !(isTold && FIRST_PERSON.test(text));
	if (subject !== null && followUpIn(text) !== null) return true;
	const isQuestion = /^(?:live|write|recommend|fact|how)$/.test(form);
	return wordsOf(text).length >= FEWEST_WORDS_OF_A_QUESTION && isQuestion && !OF_ONESELF.test(text);
}
