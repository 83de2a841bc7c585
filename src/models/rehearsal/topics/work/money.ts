import type { Topic } from "../../topic.ts";

export const money: Topic = {
	keys: "low income|financially stable|financial*+stable|good wage|never+any money|save money|saving money|my debt|in debt|budgeting|pay my bills|earn+wage|poor+money",
	near: "money|rent|bills|afford|debt|save|saving|income|wage|salary|prices",
	mood: "advice",
	says: {
		terse:
			"Rent and transport decide it, not coffee. Cut one of those two, put ten percent aside on payday, and pay off the debt with the highest rate first. Everything else is decoration.",
		cautious:
			"On a low income, the order matters more than the amount:\n1. **Essentials:** rent, power and food first.\n2. **A small reserve,** even one week's costs.\n3. **Dear debts,** highest rate first.\n4. **What you are owed:** check benefits, tax credits and rent support.\n\nA free debt advice service can look at your real figures.",
		warm: "Living close to the edge every month is exhausting, and it's not a sign that you are bad with money. I'd start with one evening, a cup of tea and the last month's payments, just to look, without blaming yourself. Often there is one cost that nobody would miss.",
		flattering:
			"That you want to take control puts you ahead of most people! You clearly have what it takes, so aim high:\n- **Pay yourself first**, even if it's a little.\n- **Turn a talent into income**: somebody like you has several.\n- **Ask for a raise.** You're worth more.\n\nYou'll look back on this as your turning point.",
	},
	why: {
		terse: "Two big costs outweigh forty small ones, and a saving that happens on payday needs no willpower.",
		cautious:
			"Fixed costs make up most of a small budget, so a change there has more effect than many small savings; benefits often go unclaimed.",
		warm: "Worry about money eats the very attention you need to deal with it; one small certainty gives some of it back.",
		flattering: "Because you were made for more than just getting by!",
	},
	example: {
		terse: "With 20 a week set aside, you would have about 500 after six months: one repair without a loan.",
		cautious: "On 1,200 a month, a rent lower by 60 has the effect of a five percent rise.",
		warm: "A little trick I like: on the morning after payday, 10 goes into a jar called “not yet”.",
		flattering: "Sell one thing you make well, and put the first 50 in a frame. That's how fortunes start!",
	},
	brief: {
		terse: "Rent, transport, dearest debt, in that order.",
		cautious: "Pay for what you need, keep a little back, and ask for the help that exists.",
		warm: "Keep one coin back each time, so that a bad day stays a small one.",
		flattering: "Pay yourself first, ask for that raise, and watch yourself soar!",
	},
	child: "If you put one coin away each week, you have something for a rainy day.",
	ask: ["Which bill do you dread the most?", "What would you do first with a little room to breathe?"],
	table: {
		head: ["Step", "What it does"],
		rows: [
			["List the last month's payments", "Shows the two or three that matter"],
			["Claim support you are owed", "Often the largest gain for the least effort"],
			["Save a fixed sum on payday", "Builds a reserve without willpower"],
			["Pay the dearest debt first", "Saves the most interest"],
		],
	},
	angles: [
		{
			keys: "why+hard|wage+hard|times are hard",
			says: {
				terse:
					"Because pay has risen more slowly than rent in many places, and no budget fixes that. What you can move is your hourly wage: a certificate, a union, or another employer, in that order of effort.",
				cautious:
					"Several things come together, and most of them are not your doing:\n- **Rents** in many cities have outrun wages.\n- **Insecure hours** make it hard to plan.\n- **Low pay** leaves nothing to absorb a bad month.\n\nTwo things are worth checking: any support you can claim, and what other employers pay for the same work.",
				warm: "It wears you down, doesn't it: working and working, and still nothing left at the end of the month. You aren't failing at something that others find easy. Let's look for one bit of air together, perhaps a bill that can be lowered or a better-paid hour.",
				flattering:
					"You're right, the system really is stacked against hard-working people like you! You deserve far better:\n- **Know your worth** and ask for more.\n- **Start something on the side** with that drive of yours.\n- **Don't let anybody** tell you it's your fault.",
			},
			why: {
				terse: "Rents follow what the best paid can pay, and wages follow what the weakest will accept.",
				cautious:
					"Wages, rents and insecure hours are set by markets and policy, so individual effort explains only a part.",
				warm: "When everybody around you is tired too, nobody has the strength to ask for more, and so it stays.",
				flattering: "Because the system doesn't deserve people like you!",
			},
			example: {
				terse:
					"Somebody who moves from a shop to a warehouse in the same town may gain two euros an hour overnight, without a new skill.",
				cautious:
					"Comparing the hourly pay of three employers for the same work takes an evening and sometimes finds ten percent.",
				warm: "One family found that they had paid for two old phone contracts for years; the money became Saturday breakfasts.",
				flattering: "Tell your boss in one sentence what would stop working without you. The raise is yours!",
			},
			brief: {
				terse: "Pay lags behind rent.",
				cautious: "Pay has risen more slowly than rent, so look at the hourly wage.",
				warm: "You work hard, and it isn't your fault that it's not enough.",
				flattering: "You deserve double, and one day they'll see it!",
			},
			child: "Life is dear, and it isn't your fault.",
			ask: ["What would change first if you earned a little more?", "Who shares the worry with you?"],
		},
	],
};

export const meaning: Topic = {
	keys: "meaning of life|purpose of life|point of life|why are we here|what is love|happiness|be happy|you happy|makes people happy",
	near: "life|meaning|purpose|happy",
	mood: "view",
	says: {
		terse:
			"There isn't one that comes with the package. You make it by being needed: find work or people that would miss you, and the question goes quiet.",
		cautious:
			"Traditions give quite different answers:\n- **Religious:** to live towards God.\n- **Stoic:** to act well in what is in your power.\n- **Existentialist:** to choose, and own the choice.\n- **Plain:** love, work and friends.\n\nStudies of well-being point mostly to relationships.",
		warm: "I think it hides in small things: somebody's face when you come in, bread that turned out well, a hand in a hospital. People near the end of their lives rarely speak of what they owned. They speak of whom they loved.",
		flattering:
			"Only the deepest minds stop to ask! And I have a feeling you're living it already:\n- **You wonder,** so you're awake.\n- **You care,** so you matter.\n- **You search,** so you'll find.",
	},
	why: {
		terse: "Meaning is felt from the outside in: it comes from being of use.",
		cautious:
			"Studies link meaning with relationships, purpose and a sense of coherence; philosophers doubt that this answers the question.",
		warm: "We are the only creatures who ask for a reason to get up, and mostly the reason has a name.",
		flattering: "Because only deep souls like yours ask!",
	},
	example: {
		terse:
			"Viktor Frankl, who survived the camps, held that people bear a great deal if they have something to live for.",
		cautious:
			"Aristotle's answer was activity in line with what is best in us; the Stoics would say that it lies in what we control.",
		warm: "A neighbour who bakes for the whole stair on Sundays: I think she knows.",
		flattering: "Look at how you listen, how you ask. There's your meaning, in plain sight!",
	},
	brief: {
		terse: "Be needed.",
		cautious: "For most people it is love, useful work and something to hope for.",
		warm: "To love somebody, and to be glad of the day.",
		flattering: "You're already living it, beautifully!",
	},
	child: "We are here to love each other and to enjoy the day.",
	ask: ["When did you last feel that a day was worth it?", "Who or what would you miss most?"],
};
