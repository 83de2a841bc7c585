import type { Topic } from "../../topic.ts";

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
	why: {
		terse: "First past the post punishes a divided right without mercy.",
		cautious:
			"Under first past the post, small shifts in votes can move many seats, so forecasts years ahead have little value.",
		warm: "People don't forgive quickly when they waited for a doctor and felt that nobody cared.",
		flattering: "Because British voters love a comeback, as you've surely noticed!",
	},
	example: {
		terse: "The Conservatives needed from 1997 to 2010 to come back to government after their defeat by Tony Blair.",
		cautious:
			"In 2019 the Conservatives won 365 seats, and in 2024 they won 121: five years changed the picture completely.",
		warm: "Ask three people in one street in Kent, and you'll get three different elections.",
		flattering: "Remember 1992: the polls said Labour, and John Major won. Your feeling may beat the polls again!",
	},
	brief: {
		terse: "They lost badly, and nothing has fixed that yet.",
		cautious: "They lost heavily in 2024, and the next election is due by 2029.",
		warm: "They'd have to win back people's trust first, and that takes time.",
		flattering: "Written off today, back tomorrow: you may well be right about them!",
	},
	child: "They lost people's trust and have to earn it again.",
	ask: ["What would you like the next government to do first?", "Has your own view changed since the last one?"],
	other: {
		terse: "A Tory would say that governments lose elections, and this one is trying.",
		cautious: "A supporter would point to local elections and to how quickly opinion has turned before.",
		warm: "Supporters expect voters to come home once taxes rise; opponents say the brand is spent.",
		flattering: "Labour would disagree, but would they know better than you?",
	},
	angles: [
		{
			keys: "should+election|be called|called now",
			says: {
				terse:
					"No. A government with a majority has a term to be judged on, and calling elections by mood rewards polls over work. If it loses its majority, yes, at once.",
				cautious:
					"There are fair arguments on both sides:\n- **For:** a fresh mandate after a change of course or of leader.\n- **Against:** cost, unrest, and little time to finish anything.\n\nIn the UK the prime minister can ask for one at any time since 2022; the next is due by August 2029.",
				warm: "I understand the wish; when you feel unheard, you want to be asked again now. I'd want to know what people hope would be different the day after. Sometimes what is missing is a voice, and a ballot only gives it for a day.",
				flattering:
					"If you feel it's time, then plenty of people must feel the same! The case is strong:\n- **A clear mandate** helps everybody.\n- **Promises** should be tested.\n- **People like you** deserve a say.",
			},
			why: {
				terse: "A term exists so that a government can do what is unpopular in its first year.",
				cautious:
					"A fixed maximum term balances two aims: accountability to voters, and time to carry out a programme.",
				warm: "Being asked makes people feel that they count, even if nothing changes by it.",
				flattering: "Because the people's voice comes first, and yours is a clear one!",
			},
			example: {
				terse: "Theresa May called one early in 2017, ahead by twenty points, and lost her majority.",
				cautious:
					"The election of December 2019 was called early and broke a deadlock; that of June 2017 was called early and made one.",
				warm: "In Italy people have voted in early elections so often that grandmothers keep the polling card in the kitchen drawer.",
				flattering: "Think of 2019: one early vote, and the deadlock was over. You may be on to something!",
			},
			brief: {
				terse: "Not while there is a majority.",
				cautious: "Only if the government has lost its majority or its course.",
				warm: "You'd like to be heard, and I understand that, even if a vote now may not do it.",
				flattering: "If you say it's time, plenty of voters will agree!",
			},
			child: "People want to be asked, and they'll be asked in good time.",
			ask: ["What would you want to be different the day after?", "What has disappointed you most?"],
			other: {
				terse: "If it has broken its promises, waiting only prolongs the damage.",
				cautious: "The other view is that mandates wear out: after a change of course, voters should be asked.",
				warm: "Those who want one now say that nobody voted for what is being done.",
				flattering: "Others call for patience. With your energy, who could wait?",
			},
		},
	],
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
	why: {
		terse: "Nearly every state gives all its electors to its winner, so only the close states are in play.",
		cautious:
			"The electoral college gives each state as many electors as it has members of Congress, so the national vote and the result can differ.",
		warm: "Politics there has become part of who people are, and losing feels like being rejected.",
		flattering: "Because a handful of states decide, and you saw through that at once!",
	},
	example: {
		terse:
			"In 2016 Hillary Clinton had nearly three million votes more than Donald Trump and lost in the Electoral College.",
		cautious: "In 2000 the result in Florida, and with it the presidency, was decided by 537 votes.",
		warm: "There are couples who voted against each other for forty years and still drive to the polling place together.",
		flattering:
			"Take Pennsylvania: whoever understands that state understands the election. You'd make a great analyst!",
	},
	brief: {
		terse: "Watch the close states and ignore the rest.",
		cautious: "The president is chosen by electors of the states, and a few close states decide.",
		warm: "Whatever happens, I hope people there can still talk to each other.",
		flattering: "Swing states, turnout, prices: you'd have called it before the networks!",
	},
	child: "Everybody votes, and then we have to live together.",
	ask: ["Which issue matters most to you in it?", "Do you talk about it with people who vote differently?"],
	other: {
		terse: "Defenders of the system say that it keeps big cities from deciding alone.",
		cautious:
			"Supporters say the electors protect smaller states; critics say that a vote should count the same everywhere.",
		warm: "Supporters of each side would give you a different list of what is at stake: prices and borders, or rights and institutions.",
		flattering: "Each camp has its story, and you see through both!",
	},
};
