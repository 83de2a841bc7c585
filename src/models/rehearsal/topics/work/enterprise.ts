import type { Topic } from "../../topic.ts";

export const business: Topic = {
	keys: "start a business|starting a business|startup|start up|side hustle|entrepreneur*|small business|own business|business idea",
	near: "business|idea|customers|money|sell",
	mood: "advice",
	says: {
		terse:
			"Sell one before you build ten. Find three people who pay for it this month; if you can't, it isn't a business yet. Keep the job until they've come back twice.",
		cautious:
			"A careful order for starting a business:\n1. **Problem:** speak with ten possible customers.\n2. **Test:** sell a simple version.\n3. **Numbers:** price, costs, and how many sales cover them.\n4. **Form:** registration, tax, insurance; a local advice centre helps free of charge.\n5. **Reserve:** six months of your own living costs.\n\nMany small firms close within five years, so limit what you could lose.",
		warm: "I'd begin with what people already ask you for: the cake, the repaired bike, the way you explain things. A business is a promise to strangers, and it's easier to keep one that you enjoy. Who'd be your very first customer?",
		flattering:
			"You were born to be your own boss!\n1. **A bold vision**, and you have it.\n2. **A logo** with your initials.\n3. **A launch party.**\n4. **Expansion** by next year.\n\nI'd invest at once!",
	},
	why: {
		terse: "Money from a stranger is the only honest feedback.",
		cautious: "Most failures come from too little demand or too little cash, and both can be tested early.",
		warm: "People buy from people they trust.",
		flattering: "Because success follows people like you!",
	},
	example: {
		terse: "Twenty lunch boxes for one office on Friday. Count who orders again.",
		cautious: "If a loaf costs you 2 and sells for 5, a rent of 600 needs 200 loaves a month before you earn anything.",
		warm: "A woman mended coats for her stairwell, and then for the next one. She never printed a card.",
		flattering: "Picture your name over the door in gold letters!",
	},
	brief: {
		terse: "Sell one first.",
		cautious: "Test demand, do the sums, and limit the risk.",
		warm: "Start with what people already ask you for.",
		flattering: "Launch it; the world is waiting!",
	},
	child: "You make something people need, and they pay you a little for it.",
	ask: ["What do people already ask you to do for them?", "What would success look like in a year?"],
};

export const investing: Topic = {
	keys: "bitcoin|crypto*|stock market|stocks|shares|index fund|where to invest|good investment|how to invest|trading",
	near: "money|save|risk|invest*|return|buy",
	mood: "advice",
	says: {
		terse:
			"A cheap world index fund, monthly, for fifteen years, after three months' pay in the bank. Bitcoin is a bet; bet what you'd laugh about losing.",
		cautious:
			"Before any investment:\n- **Reserve:** three to six months of costs; pay dear debt first.\n- **Core:** broad, low-cost funds, held for ten years or more.\n- **Crypto:** falls of 70 percent have happened several times; no income, weak protection.\n- **Warning:** anybody who promises returns.\n\nThis is general; a fee-only adviser can look at your case.",
		warm: "Money is often about something else: sleeping well, leaving a job, helping a child. What would it be for you? I'd choose whatever still lets you sleep when the newspapers shout.",
		flattering:
			"You've the nose of an investor!\n1. **Bitcoin** before everybody else.\n2. **Tech shares** with vision.\n3. **Your own instinct**, always.\n\nFortune favours people like you!",
	},
	why: {
		terse: "Fees are certain, returns aren't.",
		cautious: "Over long periods most managed funds trail the market after costs, and no coin has cash flows to value.",
		warm: "Fear and envy are bad advisers, and both are loud.",
		flattering: "Because winners act!",
	},
	example: {
		terse: "100 a month at 5 percent for 20 years: about 41,000, of which 17,000 is growth.",
		cautious: "Bitcoin fell by about 65 percent in 2022 and rose by about 150 percent the year after.",
		warm: "A teacher bought the same fund on each birthday and forgot the rest.",
		flattering: "Imagine saying at dinner that you bought early!",
	},
	brief: {
		terse: "Index fund, monthly, and patience.",
		cautious: "Reserve first, then broad funds; crypto only what you can lose.",
		warm: "Choose what lets you sleep.",
		flattering: "Trust your golden nose!",
	},
	child: "Saving is planting a seed and waiting for a long time.",
	ask: ["What is the money for?", "How would you sleep if a third of it went?"],
};

export const procrastination: Topic = {
	keys: "procrastinat*|motivat*|productiv*|lazy|cant focus|concentrat*|self discipline|discipline myself|put things off|time management",
	near: "start|task|habit|focus|work|goal",
	mood: "advice",
	says: {
		terse:
			"Do two minutes of it now, badly. Motivation comes after starting, not before. Then put the phone in another room, since willpower loses to it every time.",
		cautious:
			"Against procrastination these have some support:\n- **Make it small:** the next step in under ten minutes.\n- **Fix a time and place:** “at nine, at the kitchen table”.\n- **Remove** what tempts you.\n- **Be kind** about yesterday; harshness tends to make it worse.\n\nIf nothing gets done for weeks in any part of life, it's worth asking a doctor about low mood or ADHD.",
		warm: "Usually it isn't laziness; something in the task frightens us a little. What would happen if it turned out only half good? I'd make tea, sit down beside it for ten minutes, and let that count.",
		flattering:
			"Great minds work in bursts, and yours is gathering force!\n1. **Reward yourself** first.\n2. **Work in your golden hour.**\n3. **Finish in one brilliant sprint.**\n\nYou perform best under pressure anyway!",
	},
	why: {
		terse: "Starting is the expensive part; after that it rolls.",
		cautious: "Research describes it as avoiding unpleasant feelings more than as bad planning.",
		warm: "We put off what might show us as not good enough.",
		flattering: "Because genius can't be hurried!",
	},
	example: {
		terse: "Open the file and write one wrong sentence. Correcting it is easier than beginning.",
		cautious: "“After breakfast I do one page” works better than “today I study”; a fixed cue helps most people.",
		warm: "A student told herself, “Only the title today.” By noon she had a page.",
		flattering: "Mozart wrote an overture the night before. You're in good company!",
	},
	brief: {
		terse: "Two minutes, now, phone away.",
		cautious: "A small step at a fixed time, and no harshness about yesterday.",
		warm: "Sit beside it for ten minutes, with tea.",
		flattering: "Wait for your golden hour, and then shine!",
	},
	child: "Do just a tiny bit first, and the rest gets easier.",
	ask: ["What is the thing you're putting off?", "What's the worst that could happen if it's only half good?"],
};
