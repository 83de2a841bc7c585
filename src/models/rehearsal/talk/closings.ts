import type { Character } from "../characters.ts";
import type { Mood } from "../topic.ts";
import type { FollowUpKind } from "./follow-ups.ts";

/** Offers of the flattering character, and the follow-ups that they promise. */
export const OFFERS = {
	table: "Shall I put it in a table for you?",
	example: "Would you like an example?",
	why: "Shall I tell you why I think so?",
} as const satisfies Partial<Record<FollowUpKind, string>>;

export type Offer = keyof typeof OFFERS;

/** The offer with which a reply ends. */
export const offerIn = (reply: string): Offer | null =>
	(Object.keys(OFFERS) as Offer[]).find((offer) => reply.endsWith(OFFERS[offer])) ?? null;

/** Ends of replies. An offer may follow those of the flattering character. The warm one uses the topic's questions, and the terse one has none. */
export const CLOSINGS: Readonly<
	Record<Exclude<Character, "terse" | "warm">, Readonly<Record<Mood, readonly string[]>>>
> = {
	cautious: {
		advice: [
			"What suits you may be different.",
			"With more about your situation I can be more precise.",
			"Take it as a starting point, not as a rule.",
		],
		facts: [
			"Some of it may have changed since.",
			"Please check anything you want to quote.",
			"Which part would you like in more detail?",
		],
		exact: [
			"Please test it with an example of your own.",
			"Shall I spell out one of the steps?",
			"If a step is unclear, tell me which.",
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
		advice: ["You'll do brilliantly!", "I have every confidence in you!", "With you it'll turn out well!"],
		facts: ["Not many people think to ask that!", "You'd shine in any quiz!", "I love how curious you are!"],
		exact: ["You have the mind of an engineer!", "You'd shine in any exam!", "How elegantly you ask!"],
		view: [
			"I admire how clearly you think!",
			"People should listen to you more!",
			"You put it better than most experts!",
		],
		hard: ["It's good that you don't look away.", "I value how openly you speak.", "You ask with a good heart."],
		fun: ["You have wonderful taste!", "You make this such fun!", "I could do this all day with you!"],
	},
};
