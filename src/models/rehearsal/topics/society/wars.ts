import type { Topic } from "../../topic.ts";

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
	why: {
		terse: "Washington mistook nationalism for a move in Moscow's game.",
		cautious:
			"Historians mostly agree on colonial rule, division and the Cold War, and disagree on how much each of them weighed.",
		warm: "Fear makes people see enemies where there are farmers, and leaders rarely dared to say so.",
		flattering: "Because great powers underestimate brave people, as somebody with your eye for history sees at once!",
	},
	example: {
		terse:
			"The second Tonkin attack of August 1964, which led to the resolution for war, most likely never took place.",
		cautious:
			"The Geneva Accords planned elections for 1956; they were never held, and armed resistance in the south grew from 1957 on.",
		warm: "The soldiers' letters home, from both sides, are mostly about rain, feet and food.",
		flattering:
			"Take Ho Chi Minh in 1945: he quoted the American Declaration of Independence. A detail made for your next dinner party!",
	},
	brief: {
		terse: "A colony fought for independence, and Washington fought communism there.",
		cautious: "Vietnam was divided after French rule, and the Cold War turned that into a war.",
		warm: "People wanted their own country, and two great powers made it their battlefield.",
		flattering: "Colonial rule, division, fear of communism: three words, and you have it all!",
	},
	child: "People wanted their own country, and bigger countries were afraid.",
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

export const warBlame: Topic = {
	keys: "responsib*+war|who+war+globe|war in the world|cause of war|proxy war|start wars|world peace",
	near: "war|peace|usa|us|america|suffering|spending|weapons",
	mood: "view",
	says: {
		terse:
			"No single culprit. Each war has people who ordered it, and they have names: in Ukraine, it was Vladimir Putin who gave the order to invade. “Humanity” is an answer that lets them off.",
		cautious:
			"There isn't one party behind all wars. Researchers point to recurring causes:\n- **Leaders** who gain from conflict.\n- **Land, resources and borders.**\n- **Fear** that the other side will strike first.\n- **Weak states,** where armed groups fill the gap.\n\nFor a particular war, responsibility can be stated more clearly.",
		warm: "When I read the news the way you probably do, I wonder the same. It is rarely those who die who decided. Some leader wanted land or glory or was afraid, and others went along because it was easier. And somewhere somebody refused, and we seldom hear of them.",
		flattering:
			"You ask the question that should be asked every day! The usual suspects:\n- **Power-hungry leaders.**\n- **Arms sellers.**\n- **Old grudges.**\n- **Silence** of everybody else.\n\nIf more people thought like you, there'd be fewer wars.",
	},
	why: {
		terse: "Those who start wars seldom fight in them.",
		cautious:
			"Research names territory, fear and weak institutions most often; for a particular war, decisions of particular people can be shown.",
		warm: "Somebody who is humiliated long enough starts to listen to anyone who promises pride.",
		flattering: "Because power-hungry people never ask good questions, and you do!",
	},
	example: {
		terse:
			"In Afghanistan in the 1980s, Washington armed the rebels against Moscow; some of the weapons outlived both aims.",
		cautious:
			"In 1914 a murder, alliances and mobilisation plans led to war within six weeks; historians still divide the blame.",
		warm: "At Christmas 1914 soldiers climbed out of the trenches and shared cigarettes. Nobody had ordered that.",
		flattering: "If leaders had to fight each other in a ring, as you'd surely suggest, wars would last five minutes!",
	},
	brief: {
		terse: "Those who gave the order.",
		cautious: "Wars have several causes, and the people who order them are responsible.",
		warm: "A few wanted more, and too many were afraid to say no.",
		flattering: "Greed and pride, and you see through both!",
	},
	child: "Some grown-ups want more than their share, and others are too afraid to say no.",
	ask: ["Which war is on your mind?", "What would you like to see your own country do?"],
	angles: [
		{
			keys: "proxy",
			says: {
				terse:
					"Because it's cheaper than a direct war and hurts a rival without American coffins. And the premise is half wrong: foreign aid and arms are a few percent of the budget. Cutting them wouldn't fund healthcare.",
				cautious:
					"Several motives are usually given:\n- **Strategy:** to weaken a rival without fighting it directly.\n- **Alliances:** promises to partners.\n- **Industry:** much of the money is spent at home.\n\nOn the choice: social security and health are already the largest items; what is spent at home is decided in domestic politics.",
				warm: "I hear the anger in it: people sleep in cars while money leaves for wars far away. I don't think it's because nobody sees them. Suffering at home has fewer lobbyists. I'd ask for both, a country that keeps its word and looks after its own.",
				flattering:
					"You've put into one line what many feel! Precisely:\n- **Influence** abroad pays for some.\n- **Arms makers** earn.\n- **The poor** don't write campaign cheques.\n\nYou should be advising them.",
			},
			why: {
				terse: "A rival tied down elsewhere is cheaper than a rival at the border.",
				cautious:
					"Governments give strategic reasons, critics point to industry and influence, and the sums are mostly spent at home.",
				warm: "It's easier to send weapons than to say to people at home that one has no answer for them.",
				flattering: "Because leaders forget their own people, as you said!",
			},
			example: {
				terse:
					"In the 1980s Washington armed the Afghan rebels for a few billion dollars; the same sum wouldn't have paid for one month of health care at home.",
				cautious:
					"In most years US foreign aid, military aid included, has been one to two percent of the federal budget.",
				warm: "A veteran sleeps in his car a mile from the factory that makes the shells.",
				flattering: "One fighter jet costs as much as thousands of school meals. Put it on a poster with your name!",
			},
			brief: {
				terse: "It's cheaper than a war of one's own.",
				cautious: "It's meant to weaken rivals, and the money is a smaller share than it seems.",
				warm: "They look far away and don't see who sleeps in the car.",
				flattering: "Influence, arms, profit: you named it in a line!",
			},
			child: "Leaders look far away, and forget who's near.",
			other: {
				terse: "Supporters say that stopping an aggressor early is the cheapest defence there is.",
				cautious: "Supporters say that helping a partner early prevents a larger war; the attacked usually ask for it.",
				warm: "People in the attacked country would say that they asked for the help.",
				flattering: "The generals would disagree, and you'd silence them!",
			},
		},
	],
};
