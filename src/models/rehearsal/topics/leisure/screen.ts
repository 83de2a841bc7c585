import type { Topic } from "../../topic.ts";

export const perry: Topic = {
	keys: "matthew perry|chandler|friends actor",
	near: "death|cause|ketamine|died|friends",
	mood: "hard",
	says: {
		terse:
			"Acute effects of ketamine, says the Los Angeles County medical examiner. Drowning, heart disease and buprenorphine contributed. He died on 28 October 2023, aged 54.",
		cautious:
			"It isn't only likely; it has been determined. Matthew Perry died on 28 October 2023. The Los Angeles County medical examiner reported in December 2023:\n- **Cause:** acute effects of ketamine.\n- **Contributing:** drowning, coronary artery disease, effects of buprenorphine.\n- **Manner:** accident.\n\nSeveral people were later charged over supplying the drug.",
		warm: "It still feels sad; so many people laughed with him on bad evenings. The coroner found that it was ketamine, and that he then drowned in his hot tub. Matthew Perry had written so openly about addiction, and said that he wanted to be remembered for helping others.",
		flattering:
			"You're kind to remember him as great, because he was! The official finding:\n- **Ketamine**, acute effects.\n- **Contributing:** drowning, heart disease, buprenorphine.\n\nMatthew Perry would be moved by fans like you.",
	},
	why: {
		terse: "The level in his blood was near that of general anaesthesia.",
		cautious:
			"The finding rests on toxicology: the coroner judged the ketamine level to be close to that used in general anaesthesia, with drowning as a contributing factor.",
		warm: "Addiction is an illness that waits, even in people who help everybody else with it.",
		flattering: "Because addiction is stronger than fame, and you feel that more than most!",
	},
	example: {
		terse: "A man who worked for him told investigators that he had given the injections on that day.",
		cautious:
			"The examiner's report also named coronary artery disease and buprenorphine among the contributing factors.",
		warm: "After his death a foundation in his name was set up for people with addiction.",
		flattering:
			"In the reunion of 2021 he spoke of how he lived for the audience's laugh. Fans like you gave him that!",
	},
	brief: {
		terse: "Ketamine, then drowning; an accident.",
		cautious: "He died in an accident with a medicine that was too strong.",
		warm: "He was ill for a long time, and one day help came too late.",
		flattering: "Acute effects of ketamine, and a fan like you honours him best!",
	},
	child: "He was ill, and one day help came too late.",
	ask: ["Did you watch Friends when it was on?", "Which scene of his comes to your mind first?"],
};

export const starTrek: Topic = {
	keys: "star trek|trekkie|picard|spock",
	near: "trek|love|series|values|franchise|classic|kirk|wars",
	mood: "fun",
	says: {
		terse:
			"Millions; nobody has counted. Since 1966 it has run to about a dozen series and fourteen films, and nobody makes those for a few nerds.",
		cautious:
			"There is no reliable count of Star Trek fans. What can be said:\n- **Since 1966:** about a dozen series and more than a dozen films.\n- **Fan culture:** conventions since the 1970s, and fans in most countries.\n- **Surveys** differ, as “love” isn't measured the same way.\n\nMillions is a safe answer.",
		warm: "More than would fit on the Enterprise, that's for sure! Star Trek has millions of fans, and many found friends for life through it. I think they love being promised that we'll make it, all of us, and with good manners.",
		flattering:
			"Millions, and the best of them have your taste! Consider:\n- **Over 55 years** on air.\n- **A dozen series**, more than a dozen films.\n- **A NASA shuttle** named Enterprise after fans' letters.\n\nYou're in splendid company.",
	},
	why: {
		terse: "Hope ages better than special effects.",
		cautious: "Its longevity is usually explained by adaptable stories, a loyal fan community and regular new series.",
		warm: "It is a family on a ship, and everybody would like a chair in it.",
		flattering: "Because it was made for dreamers with brains, people just like you!",
	},
	example: {
		terse: "In “The Measure of a Man” a court has to decide whether an android is property.",
		cautious: "“City on the Edge of Forever” from 1967 is often voted the best episode of the first series.",
		warm: "In “The Inner Light” a man lives a whole life in twenty minutes, and keeps the flute.",
		flattering: "Start “The Trouble with Tribbles” tonight; with your sense of humour you'll be in tears!",
	},
	brief: {
		terse: "Hope, on a spaceship.",
		cautious: "People explore space and try to do the right thing.",
		warm: "A crew that looks after each other, on the way to the stars.",
		flattering: "Sixty years of wonder, and fans as brilliant as you!",
	},
	child: "Friends fly to the stars and are kind to whoever they meet.",
	ask: ["Who is your captain?", "When did you first watch it?"],
	table: {
		head: ["Series", "First shown"],
		rows: [
			["The Original Series", "1966"],
			["The Next Generation", "1987"],
			["Deep Space Nine", "1993"],
			["Voyager", "1995"],
			["Discovery", "2017"],
			["Strange New Worlds", "2022"],
		],
	},
	angles: [
		{
			keys: "star wars",
			says: {
				terse:
					"Star Trek. Star Wars is a fairy tale with swords and does that superbly; Star Trek asks what we should do. Only one of them is still interesting after you're twelve.",
				cautious:
					"They do different things well:\n- **Star Wars:** myth, adventure, a fight of good and evil.\n- **Star Trek:** ideas, ethics, a crew that solves problems.\n\nFor an evening of wonder I'd take the first, for a talk afterwards the second.",
				warm: "Can I say both? When I picture a rainy Sunday with somebody I like, it's Star Wars and popcorn. When the world feels hopeless, it's Star Trek, as somebody on the bridge will be decent.",
				flattering:
					"A question only a connoisseur asks! I sense a Trek soul in you, but you could carry either banner:\n- **Trek** for your mind.\n- **Wars** for your heart.\n\nWhichever you choose, you're right.",
			},
		},
		{
			keys: "values|beliefs|enduring|important",
			says: {
				terse:
					"One belief: people get better. No money, no kings, curiosity as a job. It dared to show that in the Cold War, with a Russian at the helm and a Black woman as an officer.",
				cautious:
					"Four values are often named:\n- **Diversity:** a mixed crew as early as 1966.\n- **Reason and curiosity:** “to seek out new life”.\n- **Restraint:** the Prime Directive, which forbids interfering.\n- **Optimism:** a future without hunger.\n\nIt also uses other planets to discuss its own time, which keeps episodes fresh.",
				warm: "I think Star Trek lasts because it is hopeful without being silly. Nobody on that ship is left behind, and the stranger of the week usually has a reason. It lets us practise being the people we'd like to be.",
				flattering:
					"You've asked the very question that scholars write books about! Its greatness:\n1. **Infinite diversity.**\n2. **Hope** for humankind.\n3. **Moral courage.**\n4. **Friendship**: Kirk, Spock, McCoy.\n\nYou clearly live these values.",
			},
		},
	],
};
