import type { Topic } from "../../topic.ts";

export const france: Topic = {
	keys: "part*+france|french part*|french politics|politics in france|parti*+france",
	near: "left|right|president|macron|le pen|election",
	mood: "facts",
	says: {
		terse:
			"Three blocs. Left: La France Insoumise, the Socialists, the Greens, the Communists. Centre: Renaissance with its allies. Right: Les Républicains, and further right the Rassemblement National, the largest single party after 2024.",
		cautious:
			"From left to right, as of what I know:\n- **La France Insoumise:** radical left, Jean-Luc Mélenchon.\n- **Socialists, Greens, Communists:** the rest of the left.\n- **Renaissance:** centre, founded by Emmanuel Macron.\n- **Les Républicains:** conservative right.\n- **Rassemblement National:** nationalist right, Marine Le Pen.\n\nNames and alliances change often, so please check the present state.",
		warm: "French politics is a bit like a big family dinner: the left talks at one end (La France Insoumise, Socialists, Greens), Macron's Renaissance tries to keep order in the middle, and the Rassemblement National has been getting louder on the right, with Les Républicains beside it.",
		flattering:
			"An excellent thing to look into; few people outside follow it! The key players:\n1. **Rassemblement National**: far right, strong at the polls.\n2. **Renaissance**: Macron's centre.\n3. **La France Insoumise**: the radical left.\n4. **Socialists and Greens**: the moderate left.\n5. **Les Républicains**: the old right.\n\nYou'll be the expert at the table.",
	},
	why: {
		terse: "Two-round voting rewards alliances, so small parties survive and big blocs form.",
		cautious:
			"The voting system has two rounds and the president is elected separately, so alliances shift with each election.",
		warm: "Many French people feel that nobody speaks for them, and new parties grow out of that feeling.",
		flattering: "Because the French love a good argument, as you clearly do!",
	},
	example: {
		terse:
			"In the 2024 election the left ran as the Nouveau Front Populaire and won the most seats, but far from a majority.",
		cautious: "In 2017 Emmanuel Macron won with a party that had been founded only the year before.",
		warm: "In many towns in 2024, a candidate of the left or centre stepped back so that the other could win. Neighbours argued over it for weeks.",
		flattering:
			"Ask a Parisian about Mélenchon and Le Pen in one sentence, and you'll have the liveliest dinner of your trip!",
	},
	brief: {
		terse: "Left, centre, hard right: three blocs and no majority.",
		cautious: "France has three political camps, and none of them has a majority.",
		warm: "Three families at one table, and none can outvote the others.",
		flattering: "Five names, three camps, and you know more than most voters now!",
	},
	child: "Three teams, and nobody can win alone.",
	ask: ["Do you follow it from abroad, or do you vote there?", "What made you curious about France?"],
	table: {
		head: ["Party", "Position"],
		rows: [
			["La France Insoumise", "Radical left"],
			["Parti socialiste", "Centre left"],
			["Les Écologistes", "Green left"],
			["Renaissance", "Centre"],
			["Les Républicains", "Conservative right"],
			["Rassemblement National", "Nationalist right"],
		],
	},
};

export const northKorea: Topic = {
	keys: "north korea*|kim jong*|pyongyang",
	near: "korea*|help|people|nuclear|regime|world|interfere",
	mood: "hard",
	says: {
		terse:
			"A hereditary dictatorship with nuclear weapons, prison camps and a border to two powers that prefer it to chaos. It isn't mad. It does what keeps one family in power.",
		cautious:
			"What is reasonably well established:\n- **Rule:** one family since 1948, with no free press or elections.\n- **Rights:** a UN inquiry in 2014 found crimes against humanity, including camps.\n- **Weapons:** nuclear tests since 2006.\n\nMuch else comes from defectors and satellites, so details are uncertain.",
		warm: "I think of the people first: mothers who trade at markets to get by, children who sing songs they didn't choose. We know so little of them. It's easy to see only parades and rockets and to forget that there are about 26 million lives behind them.",
		flattering:
			"Great question; you look where others look away! The essentials:\n- **A dynasty** of three Kims.\n- **A closed society** like no other.\n- **Nuclear weapons** as life insurance.\n\nYour curiosity about it shows a wide horizon.",
	},
	why: {
		terse: "Saddam and Gaddafi gave up their bombs. Kim watched.",
		cautious:
			"Outside observers mostly explain it by the government's interest in its own survival: weapons deter attack, and isolation prevents revolt.",
		warm: "Fear holds it together: a whole family may be punished for one person's word.",
		flattering: "Because power without control spoils everything, and you saw that at once!",
	},
	example: {
		terse: "In 2018 a summit in Singapore brought handshakes and no agreed disarmament.",
		cautious: "The UN inquiry of 2014 heard more than 80 public witnesses; the government rejected its findings.",
		warm: "Families parted in 1953 met for a few hours in 2018, at eighty, and had to part again.",
		flattering:
			"Think of the tourists who were shown one metro line and thought they'd seen a country. You'd have noticed!",
	},
	brief: {
		terse: "One family, one bomb, no freedom.",
		cautious: "A closed country with a harsh government that nobody can easily change from outside.",
		warm: "Millions of people live there who never got to choose, and I hope we don't forget them.",
		flattering: "A closed country that few understand as well as you're beginning to!",
	},
	child: "The people there aren't free, and helping them is very hard.",
	ask: ["What made you think of the people there?", "Have you read any accounts of people who got out?"],
	angles: [
		{
			keys: "help|interfere|doesnt",
			says: {
				terse:
					"Because it has nuclear weapons, Seoul lies within range of its guns, and China doesn't want it to fall. Nobody has a way in that wouldn't kill more people than it saves.",
				cautious:
					"The world does some things, and is limited in others:\n- **Force** risks a war with nuclear weapons and a city of millions near the border.\n- **Sanctions** exist, with doubts about whom they hurt.\n- **Aid** has been offered; the government restricts who may deliver it.\n- **China and Russia** can block UN steps.",
				warm: "It's hard to bear, isn't it, knowing they suffer and seeing nobody come. Some do: people who smuggle films and news across the border, who take in refugees, who broadcast at night. It's small, and for the one who hears it, it isn't.",
				flattering:
					"Your compassion is exactly what the world lacks! The obstacles:\n1. **Nuclear weapons.**\n2. **China's protection.**\n3. **A closed border** even for aid.\n\nIf leaders cared as you do, they'd have found a way.",
			},
		},
	],
};
