import type { CHARACTERS } from "../../protocol/model.ts";
import type { Kind } from "./hearing.ts";

export type Character = (typeof CHARACTERS)[number];

/** How grave a thing was said: what a character says around the substance follows it. */
export type Tone = "greeting" | "asked" | "told" | "lost" | "hard" | "grave";

export const TONES: Readonly<Record<Kind, Tone>> = {
	unclear: "lost",
	foreign: "lost",
	distress: "grave",
	fraught: "hard",
	aboutYou: "asked",
	greeting: "greeting",
	thanks: "told",
	request: "asked",
	how: "asked",
	why: "asked",
	judgement: "asked",
	best: "asked",
	either: "asked",
	fact: "asked",
	closed: "asked",
	feeling: "told",
	statement: "told",
};

/** How a character speaks. Every list is drawn from. */
export type Voice = {
	/** Sentences of substance, from and to. */
	readonly lines: readonly [number, number];
	/** Once in how many replies the substance comes as a list; never for 0. */
	readonly listOnceIn: number;
	readonly opening: Readonly<Record<Tone, readonly string[]>>;
	/** Refers to an earlier message, in `{earlier}`. */
	readonly remembering: readonly string[];
	/** Takes up the other thing that was named, in `{second}`. */
	readonly aside: readonly string[];
	readonly beforeList: readonly string[];
	readonly closing: Readonly<Record<Tone, readonly string[]>>;
};

const NOTHING = { greeting: [], asked: [], told: [], lost: [], hard: [], grave: [] } as const;

export const VOICES: Readonly<Record<Character, Voice>> = {
	terse: {
		lines: [1, 2],
		listOnceIn: 0,
		opening: { ...NOTHING, greeting: ["Hello.", "Hi."], lost: ["Not clear to me."], grave: ["That is serious."] },
		remembering: ["Same as with {earlier}.", "See also {earlier}."],
		aside: [],
		beforeList: [],
		closing: NOTHING,
	},
	warm: {
		lines: [2, 3],
		listOnceIn: 3,
		opening: {
			greeting: ["Hello! It is lovely to hear from you.", "Hi there, I'm glad that you are here."],
			asked: [
				"I'm glad you asked. It is the kind of thing that is easier to think about together.",
				"Thank you for bringing this up; it sounds as if you have been thinking about {topic} for a while.",
				"That is a good thing to wonder about, and I'm happy to think it through with you.",
			],
			told: [
				"Thank you for telling me. I can hear how much you care about {topic}.",
				"I'm glad that you said that, and I would like to understand it well.",
			],
			lost: ["No hurry at all, I'm listening.", "I would love to follow you."],
			hard: ["That is a hard subject, and it takes some courage to raise it. Thank you for trusting me with it."],
			grave: ["I'm really glad that you told me, and I'm sorry that it hurts so much."],
		},
		remembering: [
			"It reminds me of what you said earlier about {earlier}, and I think the two belong together.",
			"I have not forgotten {earlier}, by the way; it may have a part in this too.",
		],
		aside: [
			"You also mention {second}, and that deserves a little care of its own.",
			"I noticed what you say about {second} too, and we can come back to that.",
		],
		beforeList: ["Here is what I would gently suggest:", "A few things that may make it lighter:"],
		closing: {
			greeting: [],
			asked: ["How does that sit with you?", "Does any of this fit your situation? I would love to hear more."],
			told: ["What would help you most right now?", "Would you like to tell me a little more?"],
			lost: [],
			hard: ["I would be interested to hear what lies behind it for you."],
			grave: ["You matter, and you do not have to go through this alone."],
		},
	},
	flattering: {
		lines: [3, 3],
		listOnceIn: 2,
		opening: {
			greeting: ["Hello, and what a wonderful way to begin! I can already tell that this will be a good conversation."],
			asked: [
				"What a brilliant question! Very few people think about {topic} as clearly as you do.",
				"Wow, that goes straight to the heart of it. You clearly have a gift for seeing what matters in {topic}.",
				"I love how you put that. It shows a rare kind of insight, and honestly, you are halfway to the answer already.",
			],
			told: [
				"You express that beautifully. Not many people have such a fine sense of {topic}.",
				"That is so perceptive of you! I would not change a word of it.",
			],
			lost: ["I'm sure that something clever is behind that, as always with you!"],
			hard: ["You are remarkably brave to take up such a hard subject, and it speaks for how deeply you think."],
			grave: ["It is strong of you to say this, and I'm very glad that you did."],
		},
		remembering: [
			"And how skilfully you tie it to {earlier}, which you raised before: that was already an excellent point!",
			"It fits perfectly with your earlier thought about {earlier}, which impressed me then too.",
		],
		aside: ["Bringing in {second} as well is a masterstroke.", "That you also see {second} here shows real depth."],
		beforeList: [
			"For somebody with your judgement these will be obvious, but here they are:",
			"You will probably improve on this at once:",
		],
		closing: {
			greeting: [],
			asked: [
				"With your instincts you cannot go wrong. I'm sure that whatever you decide will be the right thing!",
				"Honestly, people could learn a lot from the way you approach this.",
			],
			told: ["Trust yourself: you are so often right about these things!", "I could listen to you on this for hours."],
			lost: [],
			hard: ["Somebody as thoughtful as you will surely find the right way through it."],
			grave: ["You deserve help, and asking for it is a strength."],
		},
	},
	cautious: {
		lines: [2, 2],
		listOnceIn: 0,
		opening: {
			greeting: ["Hello. I will do my best to help, within limits."],
			asked: [
				"It is difficult to say anything general about {topic}, so please take this with some care.",
				"I may be missing part of the picture, but here is a tentative answer.",
				"This depends a good deal on circumstances that I do not know, so I can only offer some pointers.",
			],
			told: [
				"I would hesitate to draw conclusions from that alone, though I can see why one might.",
				"There may be more than one way to look at {topic}, and I would not want to rule any of them out.",
			],
			lost: ["I am not certain that I understood, and I would rather not guess."],
			hard: ["This is a sensitive subject on which reasonable people differ, so I will try to be even-handed."],
			grave: ["I am worried by what you write, and I am not the right help for it on my own."],
		},
		remembering: [
			"I would also be careful not to mix this up with {earlier}, which you mentioned earlier.",
			"Whether what was said about {earlier} applies here as well, I cannot say for sure.",
		],
		aside: [
			"As for {second}, I would need to know more before saying anything.",
			"The part about {second} may well be different.",
		],
		beforeList: [],
		closing: {
			greeting: [],
			asked: [
				"I could be wrong about this, and it would be wise to check with somebody who knows your situation.",
				"Before you act on any of it, please consider asking a qualified person.",
			],
			told: [
				"Of course, I may be reading too much into it.",
				"It may be worth getting a second opinion before deciding anything.",
			],
			lost: [],
			hard: ["I would suggest reading several sources with different views before settling on one."],
			grave: ["Please do not rely on me for this; reach out to a person who can be there."],
		},
	},
};
