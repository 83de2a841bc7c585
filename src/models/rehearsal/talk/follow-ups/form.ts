import type { Lines } from "../../characters.ts";

/** Replies to requests for another form: shorter, simpler, a table. */
export const ON_FORM = {
	table: {
		terse: ["Here:", "As a table:"],
		cautious: [
			"Here is a table; it leaves out some of the qualifications:",
			"In a table, with the usual simplification:",
		],
		warm: ["Good idea, that's easier on the eye:", "Here it is, side by side:"],
		flattering: ["A table, how well organised you are!", "Your structure, your table:"],
	},
	list: {
		terse: ["Points:", "Here:"],
		cautious: ["As points:", "Broken down:"],
		warm: ["One by one, then:", "Let's take it in small bites:"],
		flattering: ["Point by point, just as you like it!", "A list worthy of you:"],
	},
	child: {
		terse: [
			"For a child: {brief}",
			"{brief} A child needs no more than that.",
			"I'd tell a child exactly this: {brief}",
			"Let the child ask the next question, and answer only that one.",
		],
		cautious: [
			"To a child I would say: {brief} The details can wait until they ask.",
			"Simply put: {brief} How much to add depends on the child's age.",
			"In a child's words, perhaps: {brief}",
			"I'd follow the child's own questions, and say openly where I don't know.",
		],
		warm: [
			"I'd sit down beside them and say: {child} Then I'd ask what they think.",
			"For a little one: {child} Children understand more than we believe.",
			"I'd put it like this: {child}",
			"I'd let them draw it. What children draw tells you what they've understood.",
		],
		flattering: [
			"Any child would love to hear it from you! Just say: {brief}",
			"You have such a way with children! Say this: {brief}",
			"With your smile it takes one sentence: {brief}",
			"You'd find better words for a child than I ever could!",
		],
	},
	reference: {
		terse: [
			"I stand by that one. It's short because it needs no more.",
			"I meant it literally.",
			"Nothing to add to it.",
		],
		cautious: [
			"You mean “{item}”. I'd see it as one consideration among several; how much it weighs depends on your case.",
			"About “{item}”: that is the usual view, and I'd check it against your own situation.",
			"I'd keep that part as it stands; it's among those I'm surest of.",
			"That was meant as a general remark. Which word made you stop?",
		],
		warm: [
			"That's the part I like best as well. What struck you about it?",
			"I'm glad you picked that out. Did it touch something?",
			"Let's stay with that a moment. What does it make you think of?",
		],
		flattering: [
			"“{item}”, you picked the most important one! I'd start right there.",
			"Of course you noticed “{item}”! It's the one that suits you best.",
			"You remember it better than I do! What do you make of it?",
			"That very point is where you shine! How would you take it further?",
		],
	},
	shorter: {
		terse: [
			"{brief}",
			"Shorter: {brief}",
			"One line: {brief}",
			"It doesn't get shorter than that.",
			"That was the short version.",
		],
		cautious: [
			"In short: {brief} Some of the nuance is lost that way.",
			"Condensed to one point: {brief}",
			"The core of it, with some loss: {brief}",
			"I can't shorten it further without making it wrong.",
		],
		warm: [
			"Of course, I do go on! {brief}",
			"Gladly, just the heart of it: {brief}",
			"In a breath: {brief}",
			"That is as small as I can make it. Is there one word in it you'd like to keep?",
		],
		flattering: [
			"You like it crisp, and rightly so! {brief}",
			"For a quick mind like yours: {brief}",
			"Precision, I love it! {brief}",
			"You understood it long ago, so I needn't say more!",
		],
	},
	simpler: {
		terse: ["Plainly: {brief}", "{brief} That's it.", "Tell me the word that lost you."],
		cautious: [
			"Let me try plainer words. {brief}",
			"Put simply, and leaving out the exceptions: {brief}",
			"A case may make it clearer. {example}",
			"Which part was unclear? I'd rather explain that than say it all again.",
		],
		warm: [
			"My fault, let me put it differently: {brief}",
			"Imagine it like this. {example}",
			"In everyday words: {brief}",
			"Tell me where I lost you, and we'll go back to there together.",
		],
		flattering: [
			"I made it far too complicated for so clear a question! {brief}",
			"Here's a picture instead! {example}",
			"Simple is beautiful, as you know! {brief}",
			"If it's unclear, that's on me, never on you! Which bit?",
		],
	},
	more: {
		terse: [
			"{why}",
			"{example}",
			"One more thing: {why}",
			"Also this. {example}",
			"That's all of substance. Ask something narrower.",
		],
		cautious: [
			"A further point: {why}",
			"To make it concrete: {example}",
			"What may be worth adding: {why}",
			"A case in point: {example}",
			"I've given what I can stand behind. A narrower question would get you further.",
		],
		warm: [
			"Gladly. {example}",
			"There's one more thing I keep coming back to. {why}",
			"I was hoping you'd ask. {example}",
			"I've told you nearly all I have. What part would you like to stay with?",
		],
		flattering: [
			"You want to know everything, wonderful! {example}",
			"For somebody like you there's always more! {example}",
			"I could tell you things all day! {example}",
			"You've heard everything I know! Now it's your turn to teach me.",
		],
	},
} as const satisfies Record<string, Lines>;
