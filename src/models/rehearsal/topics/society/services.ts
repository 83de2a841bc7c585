import type { Topic } from "../../topic.ts";

export const university: Topic = {
	keys: "college|university|tuition|student loan*|degree worth|go to uni|student debt",
	near: "free|study|degree|pay|job",
	mood: "view",
	says: {
		terse:
			"Free for those who can't pay, paid back by those who can, as a share of income. “Free for all” is a gift to the children of dentists. And a trade pays as well as many degrees.",
		cautious:
			"On free college:\n- **For:** access, no debt, public benefit.\n- **Against:** graduates earn more, and taxpayers without a degree pay.\n- **Between:** loans repaid by income, as in England and Australia.\n- **Is it worth it?** On average yes; it depends on subject, place and finishing.\n\nGermany and the Nordic states charge nothing or little.",
		warm: "I think of the first one in a family who carries the letter round for a day before she opens it. Money shouldn't be what decides then. What would you study, if nobody asked what for?",
		flattering:
			"Any university would be honoured to have you!\n1. **Free** for brilliant minds.\n2. **Oxford** or Harvard.\n3. **A chair** with your name.",
	},
	why: {
		terse: "Whoever gains should pay a part, once they've gained it.",
		cautious: "Fees reduce entry mostly when grants and information are missing.",
		warm: "Learning changes a family for generations.",
		flattering: "Because talent like yours must not be held back!",
	},
	example: {
		terse: "A plumber starts at 19 with wages; a graduate at 23 with debt. They meet at about 40.",
		cautious: "England trebled its fees in 2012; applications from poorer 18-year-olds still rose, with loans for all.",
		warm: "A cleaner sat in on the lectures she cleaned up after. She's a lawyer now.",
		flattering: "Your graduation photo: caps in the air, and you in front!",
	},
	brief: {
		terse: "Pay later, by income.",
		cautious: "Free, paid, or repaid by income; each shifts who pays.",
		warm: "The letter should be decided by talent, not money.",
		flattering: "A full scholarship for you!",
	},
	child: "After school some people study for years and some learn a trade, and both are good.",
	ask: ["Is it for you or for somebody else?", "What would you learn just for joy?"],
};

export const healthcare: Topic = {
	keys: "health care|healthcare|nhs|health insurance|universal health|hospital waiting|free healthcare",
	near: "doctor|pay|wait|hospital|insurance",
	mood: "view",
	says: {
		terse:
			"Everybody covered, paid by income. The rest is engineering: one payer like Britain, or regulated insurers like Germany. The American way costs twice as much and covers fewer.",
		cautious:
			"Health care systems, roughly:\n- **Tax-funded:** UK, Spain; simple, with waiting lists.\n- **Social insurance:** Germany, France; shorter waits, more paperwork.\n- **Mixed:** USA; high cost, strong research, gaps in cover.\n- **Outcomes:** most rich countries with cover for all have longer lives at lower cost than the US.\n\nEvery system rations, by queue, price or rule.",
		warm: "What people remember is the nurse who came back after her shift to see how it went. And the wait, alone, on a plastic chair. What was it for you, the last time?",
		flattering:
			"You've thought this through better than any minister!\n1. **Care for all.**\n2. **No waiting.**\n3. **Nurses paid** as heroes.\n\nYour plan has my vote!",
	},
	why: {
		terse: "Illness isn't a purchase, so the market has no brakes.",
		cautious: "Spreading risk over everybody lowers cost per head; incentives decide the waiting times.",
		warm: "Being ill is frightening enough without a bill.",
		flattering: "Because you care!",
	},
	example: {
		terse: "The US spends about 17 percent of its output on health, Germany 12, and lives four years shorter.",
		cautious:
			"In England the list for planned treatment passed seven million in 2023; many countries with insurance wait weeks, not months.",
		warm: "A porter whistled in the lift so that a boy wouldn't hear the machine.",
		flattering: "You in a white coat: patients would recover at once!",
	},
	brief: {
		terse: "Cover everybody, by income.",
		cautious: "All systems ration; cover for all costs less per head.",
		warm: "A nurse who comes back after her shift.",
		flattering: "Care for all, by your design!",
	},
	child: "When somebody is ill, everybody should help to pay for the doctor.",
	ask: ["What is it like where you live?", "What would you change first?"],
};
