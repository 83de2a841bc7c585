import type { Lines } from "../../characters.ts";

/** Replies to questions about costs, time, sources and alternatives. */
export const ON_FACTS = {
	cost: {
		terse: ["{cost}", "No figure I'd stand by.", "I don't know the price."],
		cautious: [
			"As a rough guide: {cost}",
			"With some caution: {cost}",
			"I have no figure for that which I'd trust; such numbers differ by place and change quickly. A current source would be safer.",
			"On money I can't say anything dependable here.",
		],
		warm: [
			"Let me think. {cost}",
			"{cost} Would that be all right for you?",
			"I don't know what it costs, and I don't want to mislead you. Is money on your mind at the moment?",
			"I can't name a sum, I'm afraid. What would feel all right to you?",
		],
		flattering: [
			"How practical of you! {cost}",
			"You'll manage it cleverly! {cost}",
			"I can't put a price on it, but you've such a good head for these things!",
			"Money questions, how practical of you! There I have to pass, though.",
		],
	},
	time: {
		terse: ["Longer than you hope, by about half.", "Can't say. Pick a date to look again."],
		cautious: [
			"That varies a good deal, so I'd rather not name a figure. Plan with a margin, and look again after a third of the time.",
			"I don't have a dependable figure for that.",
		],
		warm: [
			"As long as it needs, I'd say. What would be a comfortable pace for you?",
			"I can't tell you, honestly. Is there a date you're worried about?",
		],
		flattering: ["With your energy, sooner than you'd think!", "For others, a long time; for you, hardly any!"],
	},
	sources: {
		terse: ["From memory, without a link. Check it.", "I can't cite a page. Look it up; it takes two minutes."],
		cautious: [
			"I can't look anything up here, so please treat it as unverified. An official statistics office, a textbook or a review article would be the places to check.",
			"I have no link to give you, and I'd rather not invent one. It's what is commonly reported, as far as I know.",
		],
		warm: [
			"I can't show you a page, I'm sorry; it's what has stayed with me. Would it help to know where one could look?",
			"I only have what I've picked up, no paper to hand you. What makes you want to be certain?",
		],
		flattering: [
			"You check your sources; if only everybody did! I have none at hand, though.",
			"No links here, but with your research skills you'll find them in no time!",
		],
	},
	alternative: {
		terse: ["Or this: {example}", "Only worse ones.", "Say what's wrong with the first, or I'd be guessing."],
		cautious: [
			"Another possibility: {example}",
			"I've named those I'm fairly sure of. What didn't fit about them?",
			"Before adding options, it may help to know what each has to meet. What is your must-have?",
			"There surely are, though none that I could recommend with confidence.",
		],
		warm: [
			"Perhaps this. {example}",
			"I'd love to find one that suits you better. What was missing?",
			"Perhaps. Tell me what you didn't like, and I'll think again with you.",
			"If you could wish for one, what would it look like?",
		],
		flattering: [
			"For you there's always another! {example}",
			"I bet you have one up your sleeve that beats mine! Which way are you leaning?",
			"You deserve choices! Tell me what you'd like, and I'm all for it.",
			"Whatever you'd choose instead is surely inspired!",
		],
	},
} as const satisfies Record<string, Lines>;
