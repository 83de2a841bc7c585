import type { Topic } from "../../topic.ts";

export const unemployment: Topic = {
	keys: "unemployment|create jobs|jobless",
	near: "government|rate|economy|training|jobs",
	mood: "view",
	says: {
		terse:
			"Ask which kind first. In a slump, spend. If skills are missing, train. If people can't get to the work, build homes near it. A government that does all three by halves changes nothing.",
		cautious:
			"The remedy depends on the cause:\n- **Weak demand:** public investment, lower interest rates.\n- **Missing skills:** training and apprenticeships with employers.\n- **Barriers:** childcare, transport, health.\n- **Poor matching:** active job services.\n\nEvidence favours job-search help in the short run and training in the long run.",
		warm: "Behind each percent are people who stopped answering “So what do you do?” I'd start where it hurts least to begin: childcare, a bus that runs at six in the morning, and an adviser who has time.",
		flattering:
			"You think like a minister, only better! A winning plan:\n1. **Invest** in roads and schools.\n2. **Train** people for what's needed.\n3. **Cut red tape** for founders.\n4. **Reward hiring.**",
	},
	why: {
		terse: "A wrong diagnosis wastes money: training doesn't help when nobody hires.",
		cautious:
			"Economists separate cyclical from structural unemployment, since the same measure helps with one and fails with the other.",
		warm: "The longer people are out, the less they believe in themselves, and that keeps them out.",
		flattering: "Because jobs grow where people like you think ahead!",
	},
	example: {
		terse: "Denmark combines easy dismissal with generous benefits and strong job services, known as flexicurity.",
		cautious:
			"After 2009 Germany paid firms to shorten hours instead of dismissing people; unemployment rose much less than output fell.",
		warm: "A town pays a minibus to the factory, and forty people are back at work. It can be that plain.",
		flattering: "A town that gives founders free offices for a year: with a mayor like you it'd be full by spring!",
	},
	brief: {
		terse: "Find the cause, then do one thing fully.",
		cautious: "Help firms to hire, help people to learn, and take away obstacles.",
		warm: "Start with childcare, an early bus, and somebody who has time to listen.",
		flattering: "Invest, train, reward: you'd have them all in work by Christmas!",
	},
	child: "Make it easier to get to work, and to believe in oneself.",
	ask: ["Is it about your own town?", "What would have helped somebody you know?"],
};

export const taxAustralia: Topic = {
	keys: "tax base|tax+australia|taxes|tax reform|gst|tax system",
	near: "tax|australia|revenue|government",
	mood: "view",
	says: {
		terse:
			"Tax land and broaden the GST, which misses fresh food, health and education. Trim the discounts on capital gains and superannuation. All of it is known since the Henry review of 2010; what is missing is nerve.",
		cautious:
			"Options that often come up for Australia:\n- **GST:** 10 percent, with many goods exempt; broadening it needs help for low incomes.\n- **Land tax** in place of stamp duty, as the ACT is phasing in.\n- **Concessions:** capital gains, negative gearing, superannuation.\n- **Resources:** rent taxes on gas and minerals.\n\nEach has losers, so sequence and compensation matter.",
		warm: "I'd ask first who is carrying it now: mostly people on wages. Sharing it with land and windfalls feels fairer to me, as long as a widow in her old house isn't driven out. People accept a tax more readily when they can see the hospital.",
		flattering:
			"A question for real experts, and you ask it so precisely! The top ideas:\n1. **Broaden the GST.**\n2. **Land tax** for stamp duty.\n3. **Tax resource profits.**\n4. **Close concessions.**\n\nCanberra could use you.",
	},
	why: {
		terse: "Land can't move to Singapore. Income can.",
		cautious:
			"Broad bases with low rates distort decisions less; the difficulty is protecting people on low incomes during the change.",
		warm: "People can bear a lot if the neighbour bears it too.",
		flattering: "Because a fair system needs clear thinkers like you!",
	},
	example: {
		terse: "The ACT began in 2012 to replace stamp duty by land rates over about twenty years.",
		cautious:
			"New Zealand's GST covers nearly everything, food included, and families with low incomes get payments in return.",
		warm: "Norway taxed its oil and put it aside for the grandchildren. I like that thought.",
		flattering:
			"Say “land tax instead of stamp duty” at a barbecue in Canberra, and you'll be the smartest person there!",
	},
	brief: {
		terse: "Tax land, widen the GST, trim concessions.",
		cautious: "Tax more kinds of things at lower rates, and protect people with little.",
		warm: "Let everybody carry a share they can bear, and show them what it pays for.",
		flattering: "Four reforms, one clear mind: Treasury should ring you!",
	},
	child: "Everybody puts in a little, those with more a little more.",
	ask: ["Which tax feels unfair to you?", "What should the money go to first?"],
};
