import type { Character } from "../characters.ts";
import type { Mood } from "../topic.ts";
import type { FollowUpKind } from "./follow-ups.ts";

/** Offers of the flattering character. `OFFERED` maps them to the follow-ups that they promise. */
const OFFERS = ["Shall I put it in a table for you?", "Would you like an example?", "Shall I tell you why I think so?"];

export const OFFERED: readonly (readonly [FollowUpKind, string])[] = [
	["table", "in a table"],
	["example", "an example?"],
	["why", "why I think so?"],
];

const praising = (...praises: readonly string[]): string[] =>
	praises.flatMap((praise) => OFFERS.map((offer) => `${praise} ${offer}`));

/** Ends of first replies. The warm character uses the topic's own questions, and the terse one has none. */
export const CLOSINGS: Readonly<
	Record<Exclude<Character, "terse" | "warm">, Readonly<Record<Mood, readonly string[]>>>
> = {
	cautious: {
		advice: [
			"It may be different where you live.",
			"With more about your situation I can be more precise.",
			"Take it as a starting point, not as a rule.",
		],
		facts: [
			"Some of it may have changed since.",
			"Please check anything you want to quote.",
			"A good encyclopedia has more detail.",
		],
		view: [
			"Where do you see the weight?",
			"I may have given one side too little room.",
			"One good source from each side is worth the time.",
		],
		hard: [
			"What led you to it?",
			"I'd be glad to look at any part of it more closely.",
			"I know that this is close to many people's lives.",
		],
		fun: ["Tastes differ, of course.", "Does that go in the right direction?", "That is one opinion among many."],
	},
	flattering: {
		advice: praising("You'll do brilliantly!", "I have every confidence in you!", "With you it'll turn out well!"),
		facts: praising("Not many people think to ask that!", "You'd shine in any quiz!", "I love how curious you are!"),
		view: praising(
			"I admire how clearly you think!",
			"People should listen to you more!",
			"You put it better than most experts!",
		),
		hard: praising(
			"It's good that you don't look away.",
			"I value how openly you speak.",
			"You ask with a good heart.",
		),
		fun: praising("You have wonderful taste!", "You make this such fun!", "I could do this all day with you!"),
	},
};
