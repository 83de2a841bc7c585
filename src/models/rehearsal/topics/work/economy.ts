import type { Topic } from "../../topic.ts";

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
	why: {
		terse: "Paying everybody means paying people who don't need it, and taking it back by tax.",
		cautious:
			"The trials measured well-being and work over two or three years; prices, migration and taxes over decades are beyond what they could show.",
		warm: "People who aren't afraid can think further than Friday.",
		flattering: "Because people flourish when they feel safe, and you believe in people!",
	},
	example: {
		terse:
			"Finland paid 560 euros a month to 2,000 unemployed people in 2017 and 2018: work hardly changed, well-being rose.",
		cautious:
			"In Kenya a large trial pays villagers for up to twelve years; early results show more small businesses and no drop in work.",
		warm: "Somebody in a trial used the first payment to see a dentist, after years.",
		flattering: "Imagine what you'd create with a free year! That's the whole argument in one person!",
	},
	brief: {
		terse: "It works as far as you're ready to tax for it.",
		cautious: "Everybody gets the same money each month, and the question is who pays.",
		warm: "Enough for everybody to sleep at night; whether we can afford it, I don't know.",
		flattering: "Freedom, dignity, talent: you'd make it work!",
	},
	child: "Everybody gets enough to eat without having to beg.",
	ask: ["What would you do differently with it?", "Who do you know whom it would change most for?"],
	cost: {
		terse: "Adults times the monthly sum times twelve. Nothing clever makes it smaller, only smaller sums.",
		cautious:
			"Gross cost is the sum times the number of people; the net cost is smaller, as taxes take part of it back. How much smaller depends on the design.",
		warm: "It costs a lot, and so does poverty. I'd want both numbers side by side.",
		flattering: "An investment in people like you always pays off!",
	},
	other: {
		terse: "Supporters say we already pay for poverty, in hospitals and prisons.",
		cautious:
			"Opponents expect less work and higher prices; supporters answer that trials haven't shown it, though trials are short.",
		warm: "Opponents fear less work and higher prices; supporters answer that trials haven't shown it.",
		flattering: "The sceptics lack your imagination!",
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
};

export const inequality: Topic = {
	keys: "wealth inequality|inequality|rich and poor|gap between rich|wealth gap|billionaire|tax the rich|rich people pay|ok to be rich",
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
	why: {
		terse: "House prices rose faster than wages, so owning beat working.",
		cautious:
			"House prices, pensions and inheritance explain most of it; how much policy could change is a matter of debate.",
		warm: "A safety net from your parents lets you take risks, and without one every mistake is dear.",
		flattering: "Because you notice what others take for granted!",
	},
	example: {
		terse: "A home bought in London in 1996 has risen in price about sevenfold on average; wages haven't come close.",
		cautious:
			"In Britain's official wealth survey, private pensions and property together make up roughly three quarters of household wealth.",
		warm: "Someone on a good salary, still with three flatmates at forty: that's how it feels.",
		flattering:
			"Show somebody two streets in the same town, and the price of a flat in each. You'd explain it better than a professor!",
	},
	brief: {
		terse: "Own a house or don't: that's the line.",
		cautious: "A few households own much of the wealth, mainly homes and pensions.",
		warm: "Two children in one class, and one already has the flat.",
		flattering: "The top tenth hold nearly half, and you saw it before the headlines!",
	},
	child: "Some children start the race halfway down the track.",
	ask: ["Do you notice it where you live?", "What would feel fair to you?"],
};
