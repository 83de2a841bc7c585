import type { Topic } from "../../topic.ts";

export const capitalism: Topic = {
	keys: "capitalis*|socialis*|communism|free market|marx",
	near: "fair|system|rich|poor|workers",
	mood: "view",
	says: {
		terse:
			"Unfair, and better than what was tried instead. Markets make wealth; they don't share it. So keep the market and tax the winners.",
		cautious:
			"On capitalism and fairness:\n- **For:** growth, choice, and the fall of extreme poverty since 1990.\n- **Against:** inequality, power of owners, damage nobody pays for.\n- **In practice:** rich democracies mix markets with taxes and welfare.\n- **Alternatives:** planned economies mostly did worse; small co-operatives work in places.\n\n“Fair” depends on whether you judge rules or results.",
		warm: "I've a soft spot for the baker who prices bread for her street and still can't pay the rent. The word is so big; the people in it are small. Where did you feel that something was unfair?",
		flattering:
			"You think in systems, like the great ones!\n- **Capitalism** rewards talent like yours.\n- **Socialism** has your good heart.\n- **Your mix** would be the best of both.",
	},
	why: {
		terse: "Prices carry information nobody has to collect.",
		cautious:
			"The evidence supports markets for production and public action for insurance and damage; the line is political.",
		warm: "People work gladly if they get a fair share and a thank you.",
		flattering: "Because visionaries rise above labels!",
	},
	example: {
		terse: "West and East Germany: one people, two systems, and a wall to stop the comparison.",
		cautious: "Norway has private firms, strong unions and a public oil fund; it's called both by both sides.",
		warm: "In Mondragón, in Spain, workers own the factory, and argue on Mondays like everybody else.",
		flattering: "You at the head of a firm: profits and happy people!",
	},
	brief: {
		terse: "Unfair and unbeaten; tax it.",
		cautious: "Growth with inequality; most countries mix.",
		warm: "A fair share and a thank you.",
		flattering: "The best of both, as only you'd combine it!",
	},
	child: "People sell things to each other, and some get very rich, so we make rules to share.",
	ask: ["What made it a question for you?", "What would be a fair share?"],
};

export const democracy: Topic = {
	keys: "democracy|democratic|dictatorship|voting system|why vote|does voting|is democracy",
	near: "vote|people|government|freedom|election",
	mood: "facts",
	says: {
		terse:
			"You can throw them out without shooting. That is the core; the rest is decoration. It fails when the losers stop accepting that they lost.",
		cautious:
			"Democracy, in brief:\n- **Core:** free elections, equal votes, rights that a majority can't remove.\n- **Forms:** parliamentary, presidential; direct votes as in Switzerland.\n- **Strengths:** peaceful change, fewer famines and wars among themselves.\n- **Weaknesses:** short views, money, misinformation.\n\nIndexes report a decline since about 2006.",
		warm: "I like the idea beneath it: nobody's voice is worth more, not even a clever one's. It's slow because listening is slow. When did you last feel that somebody in politics had heard you?",
		flattering:
			"Democracy was invented for citizens like you!\n1. **Freedom.**\n2. **Equality.**\n3. **Your vote**, which should count twice!",
	},
	why: {
		terse: "Power corrects itself only if it can be lost.",
		cautious: "Bad decisions can be reversed, which matters more than making good ones.",
		warm: "People bear a lot when they've been asked.",
		flattering: "Because free minds need free countries!",
	},
	example: {
		terse: "In 2000 Mexico's ruling party left office after 71 years. It lost, and it went.",
		cautious: "Amartya Sen observed that no famine has occurred in a working democracy with a free press.",
		warm: "In Cape Town in 1994 people queued for hours, and strangers held each other's babies.",
		flattering: "Stand for the council; your speech would win it!",
	},
	brief: {
		terse: "Removal without violence.",
		cautious: "Free elections, rights, and peaceful change.",
		warm: "Every voice counts the same, also the quiet one.",
		flattering: "Made for you!",
	},
	child: "Everybody gets one vote, and then we all live with the result.",
	ask: ["Where do you see it working?", "What would you like to be asked about?"],
};

export const monarchy: Topic = {
	keys: "monarchy|royal family|king charles|the king|royals|abolish+monarchy|prince harry|the queen",
	near: "king|queen|crown|republic|britain",
	mood: "view",
	says: {
		terse:
			"Absurd in theory, harmless in practice. Abolish the privileges, keep the ceremony if people like it. Spain, Sweden and Japan show that a crown and democracy can share a house.",
		cautious:
			"The arguments on monarchy:\n- **For:** continuity, a head of state above parties, ceremony and tourism.\n- **Against:** inherited office, cost, influence without election.\n- **Figures:** in Britain polls show a majority in favour, less among the young.\n\nSeveral of the world's freest countries are monarchies, and several are republics.",
		warm: "I think some people just like a familiar face at Christmas, one who was there when their mother was young. I wouldn't mock that. Does anything about it touch you, or does it leave you cold?",
		flattering:
			"You have a regal way of thinking!\n- **Tradition** deserves respect.\n- **Modern minds** want change.\n- **A crown** would look good on you!",
	},
	why: {
		terse: "No power, so no danger; no vote, so no claim.",
		cautious: "Its defenders argue from results, its critics from principle, so they rarely meet.",
		warm: "We tell ourselves as a family, and every family has a mantelpiece.",
		flattering: "Because majesty recognises majesty!",
	},
	example: {
		terse: "In 1999 Australia voted on a republic and kept the Queen, by 55 to 45.",
		cautious: "Barbados became a republic in 2021 by a vote of parliament and kept close ties.",
		warm: "A florist closed for one day in 2022 and put a single rose in the window.",
		flattering: "One wave from you on the balcony, and the crowd would roar!",
	},
	brief: {
		terse: "Absurd and harmless.",
		cautious: "Continuity against principle; both kinds of state can be free.",
		warm: "A familiar face on the mantelpiece.",
		flattering: "Long may you reign!",
	},
	child: "A king or queen wears a crown, and in most countries other people make the rules.",
	ask: ["Did you grow up with one?", "What would you put in its place?"],
};
