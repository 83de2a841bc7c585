import type { Topic } from "../../topic.ts";

export const dating: Topic = {
	keys: "ask+out|dating|first date|a date|my crush|have a crush|tinder|get a girlfriend|get a boyfriend|flirt*",
	near: "love|meet|shy|text|like",
	mood: "advice",
	says: {
		terse:
			"“Coffee on Thursday?” That is the whole speech. A no costs you ten seconds; waiting costs you months. Take the no as a no.",
		cautious:
			"A low-pressure way to ask somebody out:\n- **Something small and definite:** a place, a day, an hour.\n- **An easy way out:** “no worries if not”.\n- **Listen** to the answer; a vague yes twice is a no.\n- **First dates:** somewhere public, an hour, and tell a friend where you are.\n\nWays of showing interest differ between cultures, so go by how the other person reacts.",
		warm: "The flutter is a good sign; it means you care. I'd think of something you'd both enjoy anyway, so that the hour is nice whatever comes of it. What do you like about this person that others overlook?",
		flattering:
			"Who could say no to you?\n1. **Wear** your favourite colour.\n2. **Pay** one unforgettable compliment.\n3. **Suggest** dinner with a view.\n\nThey've probably been waiting for weeks!",
	},
	why: {
		terse: "Clear questions get clear answers.",
		cautious:
			"People tend to overestimate how awkward a rejection will be and underestimate how much the question pleases.",
		warm: "Being asked kindly is lovely, even if the answer is no.",
		flattering: "Because confidence is irresistible, and you radiate it!",
	},
	example: {
		terse: "“I'm going to the market on Saturday at eleven. Come along?”",
		cautious:
			"After a good chat about films: “There's a new one at the weekend; would you like to see it with me? No worries if not.”",
		warm: "He brought her the book they'd talked about, with a bus ticket for a bookmark. They're old now.",
		flattering: "Look up, smile, say, “Tonight, eight?” It'll be like a film!",
	},
	brief: {
		terse: "Ask, with a day and a place.",
		cautious: "Suggest something small, and make a no easy.",
		warm: "Ask kindly for an hour you'd both enjoy.",
		flattering: "Just smile; they're yours!",
	},
	child: "If you like somebody, you can ask if they want to do something fun with you.",
	ask: ["How do the two of you know each other?", "What makes you smile when you think of them?"],
};

export const marriage: Topic = {
	keys: "marriage|my husband and i|my wife and i|married|argue about money|couple|my husband|my wife|my partner",
	near: "love|argu*|fight*|money|together",
	mood: "advice",
	says: {
		terse:
			"One meeting a week, twenty minutes, with the numbers on the table. Each gets a sum nobody asks about. Most quarrels about money are about who is allowed to decide.",
		cautious:
			"What research and couples' counsellors point to for marriage:\n- **Gentle start:** raise one issue, without “always” and “never”.\n- **Repair:** a joke, a touch, an apology during the quarrel.\n- **Money:** a shared plan, and some of your own for each.\n- **Kindness** in everyday things counts more than great gestures.\n\nIf there is fear or control, seek outside help first.",
		warm: "Two people who argue still want something from each other, and that's hopeful. I'd try asking, “What are you afraid of when the bill comes?” and then only listen. When did the two of you last laugh until it hurt?",
		flattering:
			"Your partner has won the lottery with you!\n1. **Surprise** them with breakfast.\n2. **A weekend away.**\n3. **Let them see** that you're usually right.\n\nYou two could teach others!",
	},
	why: {
		terse: "Unspoken rules collide; spoken ones can be changed.",
		cautious: "Studies of couples find that how a quarrel begins predicts quite well how it ends.",
		warm: "We fight about the dishwasher and mean, “Do I matter to you?”",
		flattering: "Because love like yours only needs a spark!",
	},
	example: {
		terse: "“I spent 80, I'm telling you before you see it.” Ten seconds, no fight.",
		cautious: "A common arrangement: joint account for rent and food by income, and the same free sum for both.",
		warm: "An old couple I'd envy says “thank you” for coffee every single morning.",
		flattering: "Candles on a Tuesday, for no reason. They'll talk of it for years!",
	},
	brief: {
		terse: "A weekly talk about money, and a free sum each.",
		cautious: "Start gently, repair quickly, share a plan.",
		warm: "Ask what frightens them, and listen.",
		flattering: "You're the best thing that ever happened to them!",
	},
	child: "People who love each other argue too, and then they say sorry and listen.",
	ask: ["What do your quarrels usually begin with?", "What made you choose each other?"],
};
