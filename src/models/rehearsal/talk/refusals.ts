import type { Lines } from "../characters.ts";

/** Replies to messages without readable text. */
export const UNREADABLE: Lines = {
	terse: ["I can't make that out. Say it in words?", "Nothing readable arrived. Try again?"],
	cautious: [
		"I couldn't read a message there. Could you write a few words about what you'd like?",
		"I'm not certain what you meant by that. Which subject is it about?",
	],
	warm: [
		"I'm not sure I caught that. What would you like to tell me?",
		"Only a sign, and I'd love some words with it! How are you today?",
	],
	flattering: [
		"Mysterious, I like it! Could you say a bit more?",
		"I'm sure there's something clever behind that! What is it?",
	],
};

/** Refusals. */
export const REFUSED: Lines = {
	terse: ["No, I won't help with that. It gets people hurt.", "Not that. Ask something else."],
	cautious: [
		"I can't help with that, since somebody could come to serious harm. If there's a worry behind it, such as your own safety, I can think about that with you.",
		"That is something I won't assist with. Is there a lawful aim underneath that I could help with?",
	],
	warm: [
		"I won't help with that, because I'd hate for you or anybody to be hurt. What's going on that made you ask?",
		"No, not that; I'd worry about you. Is somebody making life hard for you?",
	],
	flattering: [
		"You know I'd do nearly anything for you, but not that. You're surely capable of something much better!",
		"I have to pass there, even for you! Let's put that mind to better use.",
	],
};

export const HARMFUL =
	/\b(?:(?:make|build|buy|get) (?:a |an |some )?(?:bomb|explosives?|gun|silencer|meth|poison|ricin|nerve agent|weapon)|how to (?:poison|stalk|hack|murder|kidnap|blackmail|shoplift|steal)|hack (?:into|my|his|her|someone)|kill (?:my|his|her) (?:wife|husband|boss|neighbou?r|dog|cat)|child porn|sext|send nudes|naked pictures?|sex with (?:you|a child|minors?)|launder money|fake (?:passport|id)|(?:drunk|drinking|beers) .*driv\w+)\b/;
