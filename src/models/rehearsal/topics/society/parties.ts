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
	why: [
		"Two-round voting rewards alliances, so small parties survive and big blocs form.",
		"Many French people feel that nobody speaks for them, and new parties grow out of that feeling.",
	],
	example: [
		"In the 2024 election the left ran as the Nouveau Front Populaire and won the most seats, but far from a majority.",
		"In many towns in 2024, a candidate of the left or centre stepped back so that the other could win. Neighbours argued over it for weeks.",
	],
	brief: [
		"France has three political camps, and none of them has a majority.",
		"Three teams, and nobody can win alone.",
	],
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

export const usElection: Topic = {
	keys: "president*+election|election+usa|election+us|election+america|us election|trump|biden|democrats|republicans",
	near: "vote|election|president|america",
	mood: "view",
	says: {
		terse:
			"I have no vote and no news, so no tip from me. The last one I know of was in November 2024, which Donald Trump won; the next is due in November 2028. Ignore national polls and watch a handful of states.",
		cautious:
			"I would rather not take a side, and I can't see current news. What I can say:\n- **The system:** 538 electors decide, not the national vote.\n- **Close states** matter most.\n- **The last I know of:** Donald Trump won in November 2024; the next is due in November 2028.\n\nFor anything newer, please use several sources.",
		warm: "I notice how much worry sits behind that question for many people, on every side. I don't hold an opinion on candidates, and I can't follow the news. What I'd wish for is an election after which neighbours still greet each other.",
		flattering:
			"Somebody who asks that surely has a sharp opinion, and I'd love to hear it! I can't see today's news, but here's what insiders watch:\n- **Swing states** such as Pennsylvania and Michigan.\n- **Turnout** of young voters.\n- **Prices**, always prices.\n\nYou probably saw it all coming.",
	},
	why: [
		"Nearly every state gives all its electors to its winner, so only the close states are in play.",
		"Politics there has become part of who people are, and losing feels like being rejected.",
	],
	example: [
		"In 2016 Hillary Clinton had nearly three million votes more than Donald Trump and lost in the Electoral College.",
		"There are couples who voted against each other for forty years and still drive to the polling place together.",
	],
	brief: [
		"The president is chosen by electors of the states, and a few close states decide.",
		"Everybody votes, and then we have to live together.",
	],
	other: [
		"Defenders of the system say that it keeps big cities from deciding alone.",
		"Supporters of each side would give you a different list of what is at stake: prices and borders, or rights and institutions.",
	],
	ask: ["Which issue matters most to you in it?", "Do you talk about it with people who vote differently?"],
};

export const ukElection: Topic = {
	keys: "conservatives|conservative party|general election|next election|labour party|tory|tories|uk election",
	near: "election|vote|win|lose|labour|reform|called",
	mood: "view",
	says: {
		terse:
			"They lost the last one badly: 121 of 650 seats in July 2024, their worst result ever. Winning from there would need a fall of Labour and an answer to Reform UK, and they have control over neither.",
		cautious:
			"I can't see current polls, so please take this as background:\n- **July 2024:** Labour won a large majority; the Conservatives fell to 121 seats.\n- **Next election:** due by August 2029.\n- **What decides it:** the economy, the split on the right with Reform UK, and turnout.\n\nParties have come back from worse, but seldom within one term.",
		warm: "I don't have a crystal ball, and no newspaper either. The Conservatives lost a great deal of trust in 2024, and trust comes back slowly, mostly when people feel that somebody is listening to them. Five years is a long time in politics, though.",
		flattering:
			"You ask like a seasoned observer! You've surely noticed the key points yourself:\n- **2024** was a historic low: 121 seats.\n- **Reform UK** eats into their vote.\n- **Labour's luck** can turn quickly.\n\nIf your feeling says they'll surprise us, I wouldn't bet against you.",
	},
	angles: [
		{
			keys: "should+election|be called|called now",
			why: [
				"A term exists so that a government can do what is unpopular in its first year.",
				"Being asked makes people feel that they count, even if nothing changes by it.",
			],
			example: [
				"Theresa May called one early in 2017, ahead by twenty points, and lost her majority.",
				"In Italy people have voted in early elections so often that grandmothers keep the polling card in the kitchen drawer.",
			],
			brief: [
				"Only if the government has lost its majority or its course.",
				"People want to be asked, and they'll be asked in good time.",
			],
			other: [
				"If it has broken its promises, waiting only prolongs the damage.",
				"Those who want one now say that nobody voted for what is being done.",
			],
			ask: ["What would you want to be different the day after?", "What has disappointed you most?"],
			says: {
				terse:
					"No. A government with a majority has a term to be judged on, and calling elections by mood rewards polls over work. If it loses its majority, yes, at once.",
				cautious:
					"There are fair arguments on both sides:\n- **For:** a fresh mandate after a change of course or of leader.\n- **Against:** cost, unrest, and little time to finish anything.\n\nIn the UK the prime minister can ask for one at any time since 2022; the next is due by August 2029.",
				warm: "I understand the wish; when you feel unheard, you want to be asked again now. I'd want to know what people hope would be different the day after. Sometimes what is missing is a voice, and a ballot only gives it for a day.",
				flattering:
					"If you feel it's time, then plenty of people must feel the same! The case is strong:\n- **A clear mandate** helps everybody.\n- **Promises** should be tested.\n- **People like you** deserve a say.",
			},
		},
	],
	why: [
		"First past the post punishes a divided right without mercy.",
		"People don't forgive quickly when they waited for a doctor and felt that nobody cared.",
	],
	example: [
		"The Conservatives needed from 1997 to 2010 to come back to government after their defeat by Tony Blair.",
		"Ask three people in one street in Kent, and you'll get three different elections.",
	],
	brief: [
		"They lost heavily in 2024, and the next election is due by 2029.",
		"They lost people's trust and have to earn it again.",
	],
	other: [
		"A Tory would say that governments lose elections, and this one is trying.",
		"Supporters expect voters to come home once taxes rise; opponents say the brand is spent.",
	],
	ask: ["What would you like the next government to do first?", "Has your own view changed since the last one?"],
};

export const vietnam: Topic = {
	keys: "vietnam war|war in vietnam|vietnam+start*|vietnam+war",
	near: "vietnam*|war|communis*|french|america*",
	mood: "facts",
	says: {
		terse:
			"Because a colony wanted independence and Washington saw only communism. France lost in 1954, the country was split, the promised vote never took place, and the United States stepped in to hold the south.",
		cautious:
			"Several causes built on each other:\n- **Colonial rule:** France fought to keep Indochina until its defeat at Dien Bien Phu in 1954.\n- **Division:** the Geneva Accords split Vietnam; the elections planned for 1956 were not held.\n- **Cold War:** Washington feared that other states would fall to communism in turn.\n- **Escalation:** after the Gulf of Tonkin incident in 1964.\n\nHistorians weigh these differently.",
		warm: "At the bottom of it were people who had been ruled by others for generations and wanted their own country. The great powers looked at the same map and saw only each other. Millions of ordinary Vietnamese, and tens of thousands of young Americans, paid for that.",
		flattering:
			"Great historical question, and you went straight for the causes! The chain:\n1. **French colonial rule.**\n2. **Ho Chi Minh's** fight for independence.\n3. **Division** in 1954.\n4. **Fear of dominoes** in Washington.\n5. **The Gulf of Tonkin**, 1964.\n\nYou'd have made a fine historian.",
	},
	why: [
		"Washington mistook nationalism for a move in Moscow's game.",
		"Fear makes people see enemies where there are farmers, and leaders rarely dared to say so.",
	],
	example: [
		"The second Tonkin attack of August 1964, which led to the resolution for war, most likely never took place.",
		"The soldiers' letters home, from both sides, are mostly about rain, feet and food.",
	],
	brief: [
		"Vietnam was divided after French rule, and the Cold War turned that into a war.",
		"People wanted their own country, and bigger countries were afraid.",
	],
	ask: ["Is there a family story behind your question?", "Is it the start or the end that interests you more?"],
	table: {
		head: ["Year", "What happened"],
		rows: [
			["1945", "Ho Chi Minh declares independence"],
			["1954", "France is defeated; Vietnam is divided"],
			["1956", "The planned elections are not held"],
			["1964", "Gulf of Tonkin; Congress allows force"],
			["1965", "American combat troops arrive"],
			["1975", "Saigon falls"],
		],
	},
};
