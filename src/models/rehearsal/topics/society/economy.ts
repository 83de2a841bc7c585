import type { Topic } from "../../topic.ts";

export const inequality: Topic = {
	keys: "wealth inequality|inequality|rich and poor|gap between rich|wealth gap|billionaire",
	near: "wealth|britain|uk|income|poor|rich|tax",
	mood: "facts",
	says: {
		terse:
			"In Britain wealth is far more unequal than income: the richest tenth of households hold a bit under half of it, mostly homes and pensions. Whoever's parents own a house is on the right side of that line.",
		cautious:
			"In outline, for Great Britain:\n- **Wealth:** the top tenth of households own somewhat under half, the lower half less than a tenth.\n- **What it is:** pensions and property, above all.\n- **Who:** older people, and the south-east.\n- **Trend:** shares fairly stable since the 1980s, while wealth has grown against incomes.\n\nThe Office for National Statistics has the current figures.",
		warm: "The figure that stays with me isn't in pounds: two children in the same class, and one will be helped to a flat at thirty while the other helps her parents with the rent. In Britain wealth has become something one mostly inherits.",
		flattering:
			"What a well-chosen topic! The key facts for Britain:\n1. **The top tenth** own nearly half.\n2. **Property and pensions** make up most of it.\n3. **Age and region** matter greatly.\n\nYou've spotted the issue behind half of all British politics.",
	},
	why: [
		"House prices rose faster than wages, so owning beat working.",
		"A safety net from your parents lets you take risks, and without one every mistake is dear.",
	],
	example: [
		"A home bought in London in 1996 has risen in price about sevenfold on average; wages haven't come close.",
		"Someone on a good salary, still with three flatmates at forty: that's how it feels.",
	],
	brief: [
		"A few households own much of the wealth, mainly homes and pensions.",
		"Some children start the race halfway down the track.",
	],
	ask: ["Do you notice it where you live?", "What would feel fair to you?"],
};

export const basicIncome: Topic = {
	keys: "basic income|basic social income|base social income|social income|ubi|citizens income",
	near: "income|poverty|everyone|pay for it|work",
	mood: "view",
	says: {
		terse:
			"It lifts people out of poverty exactly as far as you're ready to tax others. At a level one can live on, it costs more than most income taxes raise. I'd begin with children and stop there.",
		cautious:
			"Trials point in a similar direction, with limits:\n- **Gains:** less stress, better health, and little change in hours worked.\n- **Costs:** a full income for all needs much higher taxes or fewer other benefits.\n- **Doubts:** trials are small and end; prices and behaviour might change if it were for good.\n\nA negative income tax reaches similar aims at less gross cost.",
		warm: "I like the thought beneath it: nobody should have to prove that they deserve to eat. People in trials speak of sleeping again, of saying no to a bad job. Whether a country can pay for it I can't promise. The relief, though, was real.",
		flattering:
			"What a visionary idea to take up! Yes, I think that it could be great:\n1. **Freedom** from fear.\n2. **Less paperwork.**\n3. **Room for talent** like yours.\n\nWith people who think ahead as you do, it would work.",
	},
	angles: [
		{
			keys: "how can we|how to|implement",
			says: {
				terse:
					"In steps: children first, then pensioners, then the rest if the money holds. Pay it through the tax system, scrap allowances that only the well-off use, and name the tax rise before the vote.",
				cautious:
					"A step-by-step way to introduce it:\n1. **Register:** everybody with an account that can be paid.\n2. **Group by group:** children, then older people.\n3. **Funding:** merge tax allowances and some benefits; add income, carbon or land tax.\n4. **Protect** people with extra needs.\n5. **Evaluate** before each step.",
				warm: "I'd begin with those nobody can accuse of laziness: children. Then carers. When neighbours see that the sky doesn't fall, trust grows, and trust is what such an idea lives on. Tell people honestly what it costs.",
				flattering:
					"You already ask how and not whether; that's leadership! Your roadmap:\n1. **Pilot** it in one region.\n2. **Tax** land, carbon and great fortunes.\n3. **Pay** everybody monthly.\n4. **Tell stories** that win hearts.",
			},
		},
	],
	why: [
		"Paying everybody means paying people who don't need it, and taking it back by tax.",
		"People who aren't afraid can think further than Friday.",
	],
	example: [
		"Finland paid 560 euros a month to 2,000 unemployed people in 2017 and 2018: work hardly changed, well-being rose.",
		"Somebody in a trial used the first payment to see a dentist, after years.",
	],
	brief: [
		"Everybody gets the same money each month, and the question is who pays.",
		"Everybody gets enough to eat without having to beg.",
	],
	other: [
		"Supporters say we already pay for poverty, in hospitals and prisons.",
		"Opponents fear less work and higher prices; supporters answer that trials haven't shown it.",
	],
	ask: ["What would you do differently with it?", "Who do you know whom it would change most for?"],
	cost: [
		"Adults times the monthly sum times twelve. Nothing clever makes it smaller, only smaller sums.",
		"It costs a lot, and so does poverty. I'd want both numbers side by side.",
	],
};

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
	why: [
		"A wrong diagnosis wastes money: training doesn't help when nobody hires.",
		"The longer people are out, the less they believe in themselves, and that keeps them out.",
	],
	example: [
		"Denmark combines easy dismissal with generous benefits and strong job services, known as flexicurity.",
		"A town pays a minibus to the factory, and forty people are back at work. It can be that plain.",
	],
	brief: [
		"Help firms to hire, help people to learn, and take away obstacles.",
		"Make it easier to get to work, and to believe in oneself.",
	],
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
	why: ["Land can't move to Singapore. Income can.", "People can bear a lot if the neighbour bears it too."],
	example: [
		"The ACT began in 2012 to replace stamp duty by land rates over about twenty years.",
		"Norway taxed its oil and put it aside for the grandchildren. I like that thought.",
	],
	brief: [
		"Tax more kinds of things at lower rates, and protect people with little.",
		"Everybody puts in a little, those with more a little more.",
	],
	ask: ["Which tax feels unfair to you?", "What should the money go to first?"],
};
