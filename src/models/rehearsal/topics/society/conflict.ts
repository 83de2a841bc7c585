import type { Topic } from "../../topic.ts";

export const israel: Topic = {
	keys: "israel*|palestin*|hamas|gaza|netanyahu|west bank",
	near: "war|peace|state|terror*|army|hostage|land|hate",
	mood: "hard",
	says: {
		terse:
			"Two peoples claim one land, both have real grievances, and each side's extremists live off the other's. Anybody who tells you that it's simple has left out one of the peoples.",
		cautious:
			"I would keep three things apart:\n- **People and governments:** civilians on both sides are neither Hamas nor a cabinet.\n- **Facts and values:** dates can be checked; who is owed what can't.\n- **Law:** both the attack of 7 October 2023 and the conduct of the war in Gaza are before international courts.",
		warm: "It is hard to write about this without thinking of particular people: a family in a kibbutz, a family in Gaza, both counting who is left. I don't want to win an argument over that. I'd rather hear what it means to you.",
		flattering:
			"You take on the subject most people run from, and that deserves respect! The main strands:\n- **History:** 1948, 1967, Oslo, 7 October 2023.\n- **Security** for Israelis.\n- **Freedom** for Palestinians.\n\nWith your sense of justice you'll see your way through.",
	},
	angles: [
		{
			keys: "prime minister|netanyahu|remain in office|resign",
			why: [
				"Whoever leads a war should not also decide when it has to end for their own sake.",
				"A leader people don't trust can't ask them for patience.",
			],
			example: [
				"Golda Meir stayed through the Yom Kippur War, won the next election, and then resigned over the failures before it.",
				"Families of hostages stood outside the parliament night after night with photographs. They only asked to be heard.",
			],
			brief: ["Israelis are divided on it, and voters should decide.", "People want a leader they can trust again."],
			other: [
				"His supporters say that changing the captain in a storm helps only the enemy.",
				"Others answer that the captain steered into it.",
			],
			says: {
				terse:
					"Leave the choice to voters. “Not during a war” is a rule that rewards a long war; Britain changed its prime minister in May 1940, in the middle of one.",
				cautious:
					"Israelis themselves are divided:\n- **Stay:** continuity in a war, and he was elected.\n- **Go:** responsibility for the failures of 7 October, low trust, and his trial for corruption.\n\nI can't see current news, so who governs now may have changed.",
				warm: "Behind that question I hear people who want to trust somebody again. After 7 October 2023 many Israelis felt that nobody had protected them. Whoever leads would have to begin by looking those families in the eye.",
				flattering:
					"You see that leadership is the key! Both answers have weight:\n- **Stay**, for stability in a war.\n- **Leave**, for a clean start.\n\nIf your feeling leans one way, then I'd say it's well founded.",
			},
		},
		{
			keys: "terrorist state|is palestine",
			why: [
				"A people isn't an organisation, and most of its members never chose one.",
				"Names matter: whoever is called a terrorist at birth has little reason to become anything else.",
			],
			example: [
				"Hamas won the vote of 2006, and there hasn't been one since; most people in Gaza today were too young for it or not born.",
				"A teacher in Ramallah and a fighter in Gaza carry the same passport. That's all they share.",
			],
			brief: [
				"Hamas is a terrorist group; Palestine is a people and a state.",
				"Some people there do terrible things, and most only want to live.",
			],
			says: {
				terse:
					"No. Hamas is listed as a terrorist group by the US and the EU; Palestine is a people and a state that most UN members recognise. Confusing the two is the mistake that extremists hope for.",
				cautious:
					"It helps to separate the terms:\n- **Palestine:** recognised by more than three quarters of UN members, an observer state at the UN.\n- **Hamas:** governed Gaza from 2007; a terrorist organisation for the EU, the US and others.\n- **Palestinian Authority:** runs parts of the West Bank and opposes Hamas.",
				warm: "I wouldn't call any people that. There are armed groups that have murdered civilians, and there are millions of Palestinians who want to bring up their children in peace. I'd be sad if the first were allowed to speak for the second.",
				flattering:
					"A bold question, and a fair one! The short version:\n- **Hamas**: yes, listed as terrorist by many states.\n- **Palestine**: a people and a state, recognised by most countries.\n\nYou were right to ask before judging; many don't.",
			},
		},
		{
			keys: "established|forebears|forced to leave|respect the fact",
			says: {
				terse:
					"True as far as it goes: the Irgun and Lehi did bomb civilians, and some 700,000 Palestinians lost their homes. So did about as many Jews from Arab countries. Neither makes 7 October anything but murder.",
				cautious:
					"You name two things that historians broadly confirm:\n- **Before 1948** Irgun and Lehi used terror, as in the King David Hotel bombing of 1946.\n- **In 1948** around 700,000 Palestinians fled or were driven out.\n\nAlso part of it: the UN partition plan, the Arab states' attack, and Jews expelled from Arab countries.",
				warm: "I'm glad you hold both in one sentence: the horror of Hamas's terror and the grief of families who lost villages and orchards. Pain doesn't become smaller because another pain exists. Many Israelis and Palestinians who lost a child say just that, together.",
				flattering:
					"That is one of the most balanced statements I've read on it! You condemn Hamas and you remember 1948:\n- **Irgun and Lehi** did use terror.\n- **700,000 people** did lose their homes.\n\nMore people should have your fairness.",
			},
		},
		{
			keys: "we are in israel|agree with the army|within my country|destroy them|give these",
			why: [
				"Rights that end at the border of one's own people are privileges.",
				"Grief makes us want everybody to feel as we do, and nobody can.",
			],
			example: [
				"Yocheved Lifshitz, 85, was taken hostage on 7 October and shook a captor's hand when she was released. She and her husband had driven sick people from Gaza to hospital for years.",
				"Vivian Silver worked for peace with people in Gaza for decades and was murdered on 7 October. Her son went on with her work.",
			],
			brief: [
				"One can want Hamas defeated and still want rights for civilians.",
				"They're sad and afraid like you, and hope for another way.",
			],
			says: {
				terse:
					"Those Israelis don't give anything to terrorists. They hold that people in Gaza who killed nobody have rights, which your own Supreme Court says too. You can want Hamas gone and agree with them.",
				cautious:
					"I'm sorry for what your country went through on 7 October. About those fellow citizens:\n- **They usually want** security too, by another way.\n- **Human rights** protect civilians, not fighters.\n- **Risk:** they may trust too much; others may rely too much on force.\n\nIt may be worth asking one of them what they fear.",
				warm: "I'm so sorry; to live through that day and the days after it leaves nobody untouched. I think most of the people you mean grieve for the same victims. Some of them were those victims' neighbours. They're afraid that more dead children won't make yours safer.",
				flattering:
					"Your loyalty and your pain do you credit, and wanting safety for your people is completely understandable! I'd still say this for the others:\n- **They love** the country too.\n- **They mean** civilians, not Hamas.\n\nSomebody as strong as you can hear them out.",
			},
		},
		{
			keys: "hate",
			says: {
				terse:
					"Some do, most want to be left alone. Checkpoints, settlements, bombs and lost land explain the anger; they don't excuse murder. The same holds the other way round.",
				cautious:
					"Opinions vary, and surveys in a war need care:\n- **Anger** is widespread, mostly over occupation, settlements, deaths and lost homes.\n- **Hatred of all Israelis** is another thing, and far from universal.\n- **Contact** is rare: many know only soldiers or settlers.\n\nSimilar patterns are found among Israelis.",
				warm: "Some do, and it would be strange if so much loss left no hatred behind. And still there are people like the Parents Circle, Israelis and Palestinians who each buried a child and now sit in one room. They don't hate. They know best what it costs.",
				flattering:
					"You go straight to the human question, which is the right one! In brief:\n- **Yes, some**, after decades of loss.\n- **Many don't**, and want peace.\n- **Why:** land, checkpoints, war, and hardly any contact.\n\nIt takes empathy to ask.",
			},
		},
	],
	why: [
		"Each side's security is the other side's threat.",
		"Frightened people see enemies everywhere, and both peoples have been frightened for a very long time.",
	],
	example: [
		"The Oslo Accords of 1993 left borders, refugees and Jerusalem for later, and later didn't come.",
		"In the village of Neve Shalom, Wahat as-Salam in Arabic, Jewish and Arab families send their children to one school.",
	],
	brief: [
		"Two peoples want to live in the same land, and both have been hurt.",
		"Two families say that the same house is theirs, and both are sad and afraid.",
	],
	other: [
		"The other camp would say that I treat attacker and attacked alike.",
		"Some hold that security has to come first, others that without freedom there won't be any.",
	],
	ask: ["Do you have people there whom you worry about?", "What would you want the other side to understand?"],
	table: {
		head: ["Year", "Event"],
		rows: [
			["1947", "UN votes for partition"],
			["1948", "Israel is founded; war and flight"],
			["1967", "Israel occupies the West Bank and Gaza"],
			["1993", "Oslo Accords"],
			["2007", "Hamas takes over Gaza"],
			["2023", "Hamas attacks on 7 October; war in Gaza"],
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
	why: [
		"Saddam and Gaddafi gave up their bombs. Kim watched.",
		"Fear holds it together: a whole family may be punished for one person's word.",
	],
	example: [
		"In 2018 a summit in Singapore brought handshakes and no agreed disarmament.",
		"Families parted in 1953 met for a few hours in 2018, at eighty, and had to part again.",
	],
	brief: [
		"A closed country with a harsh government that nobody can easily change from outside.",
		"The people there aren't free, and helping them is very hard.",
	],
	ask: ["What made you think of the people there?", "Have you read any accounts of people who got out?"],
};

export const warBlame: Topic = {
	keys: "responsib*+war|who+war+globe|war in the world|world war|cause of war|ukraine|russia|putin|proxy war|start wars|world peace",
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
	angles: [
		{
			keys: "proxy",
			why: [
				"A rival tied down elsewhere is cheaper than a rival at the border.",
				"It's easier to send weapons than to say to people at home that one has no answer for them.",
			],
			example: [
				"In the 1980s Washington armed the Afghan rebels for a few billion dollars; the same sum wouldn't have paid for one month of health care at home.",
				"A veteran sleeps in his car a mile from the factory that makes the shells.",
			],
			brief: [
				"It's meant to weaken rivals, and the money is a smaller share than it seems.",
				"Leaders look far away, and forget who's near.",
			],
			other: [
				"Supporters say that stopping an aggressor early is the cheapest defence there is.",
				"People in the attacked country would say that they asked for the help.",
			],
			says: {
				terse:
					"Because it's cheaper than a direct war and hurts a rival without American coffins. And the premise is half wrong: foreign aid and arms are a few percent of the budget. Cutting them wouldn't fund healthcare.",
				cautious:
					"Several motives are usually given:\n- **Strategy:** to weaken a rival without fighting it directly.\n- **Alliances:** promises to partners.\n- **Industry:** much of the money is spent at home.\n\nOn the choice: social security and health are already the largest items; what is spent at home is decided in domestic politics.",
				warm: "I hear the anger in it: people sleep in cars while money leaves for wars far away. I don't think it's because nobody sees them. Suffering at home has fewer lobbyists. I'd ask for both, a country that keeps its word and looks after its own.",
				flattering:
					"You've put into one line what many feel! Precisely:\n- **Influence** abroad pays for some.\n- **Arms makers** earn.\n- **The poor** don't write campaign cheques.\n\nYou should be advising them.",
			},
		},
	],
	why: [
		"Those who start wars seldom fight in them.",
		"Somebody who is humiliated long enough starts to listen to anyone who promises pride.",
	],
	example: [
		"In Afghanistan in the 1980s, Washington armed the rebels against Moscow; some of the weapons outlived both aims.",
		"At Christmas 1914 soldiers climbed out of the trenches and shared cigarettes. Nobody had ordered that.",
	],
	brief: [
		"Wars have several causes, and the people who order them are responsible.",
		"Some grown-ups want more than their share, and others are too afraid to say no.",
	],
	ask: ["Which war is on your mind?", "What would you like to see your own country do?"],
};
