import type { Topic } from "../../topic.ts";

export const socialMedia: Topic = {
	keys: "social media|tiktok|instagram|facebook|screen time|phones+school|phone+school|phone+classroom|twitter|phone addiction|influencer*",
	near: "ban*|children|teen*|harm|school|phone",
	mood: "view",
	says: {
		terse:
			"It's a slot machine with your friends inside. Keep the messages, drop the feed. In schools: phones in a box until three, and nobody misses them after a week.",
		cautious:
			"Evidence on social media is mixed:\n- **Links** with low mood exist, small on average, larger for some teenagers, girls above all.\n- **Cause** is debated: unhappy people also use it more.\n- **School bans** reduce distraction; effects on grades are modest.\n- **Helpful:** no phones at night, and talking about what is seen.",
		warm: "I think of a girl who checks at midnight who has liked her picture, and of a boy in a village who found the only people who understand him. Both are true. I'd start by asking somebody young what it gives them, before taking it away.",
		flattering:
			"You see through it while others scroll!\n- **Algorithms** steal time.\n- **Schools** should ban phones.\n- **People like you** set the example.\n\nYour followers would be lucky to have you!",
	},
	why: {
		terse: "You're paid for with attention, and they're very good at it.",
		cautious: "Feeds are optimised for time spent, which isn't the same as well-being.",
		warm: "Being seen is a deep need, and a number under a photo nearly feels like it.",
		flattering: "Because clear minds like yours resist!",
	},
	example: {
		terse: "Delete one app for a week. What you missed will fit in one message.",
		cautious:
			"Several countries, France among them, have restricted phones at school since 2018; teachers report calmer breaks, and test results changed little.",
		warm: "One family has a basket by the door, and at supper it rings like a Christmas tree.",
		flattering: "A day offline with a good book, and you'd glow even more!",
	},
	brief: {
		terse: "Keep messages, delete feeds.",
		cautious: "The effects are mixed, and night use and school use are the best places for limits.",
		warm: "It connects and it hurts, so ask what somebody finds there.",
		flattering: "You've understood it better than Silicon Valley!",
	},
	child: "Phones can be fun, and your eyes and your friends need breaks from them.",
	ask: ["How do you feel after half an hour of it?", "What would you miss if it were gone?"],
	angles: [
		{
			keys: "phones+school|phone+school|phone+classroom",
			says: {
				terse:
					"Yes, from the first bell to the last. A box at the door, and the office line for emergencies. Pupils complain for a week.",
				cautious:
					"There are reasons on both sides:\n- **For:** fewer interruptions, more talk at break, less filming of others.\n- **Against:** some pupils need a phone for health or for younger siblings, and bans take teachers' time.\n- **Evidence:** less distraction is well supported; effects on grades and mood are small or unclear.",
				warm: "I'd like children to look up and find each other at break. I'd also want the one who is worried about home to be able to ring. A good rule leaves room for both, and pupils keep it better if they helped to write it.",
				flattering:
					"Yes, and how wise of you to ask!\n1. **Phones away** at the gate.\n2. **Pupils talk** to each other again.\n3. **Teachers** will thank you.\n\nYou should be the head of a school!",
			},
			why: {
				terse: "A phone on the desk costs attention, even switched off.",
				cautious: "After a notification, it takes minutes to return to a task; that happens to the whole class.",
				warm: "Break time is where friendships are made, and a screen is an easy place to hide.",
				flattering: "Because you see what teachers have seen for years!",
			},
			example: {
				terse: "France banned them in 2018 up to the age of 15. Schools still stand.",
				cautious:
					"France has restricted phones at school since 2018 and several countries have followed; teachers report calmer breaks, and test results changed little.",
				warm: "One school put board games where the phones used to be. After a month nobody asked for the phones at lunch.",
				flattering: "Picture your school: laughter at break, and everybody knows whom to thank!",
			},
			brief: {
				terse: "Yes, with an office line for emergencies.",
				cautious: "A ban helps attention; its effect on grades and mood is small or unclear.",
				warm: "Phones away in lessons, with a way to ring home when it matters.",
				flattering: "Yes, just as you thought!",
			},
			other: {
				terse: "Against: phones won't go away after school. Somebody has to teach their use.",
				cautious:
					"The other side: pupils must learn to use phones well, some depend on them for health or care, and parents want to reach them.",
				warm: "And yet: for a lonely child, the one friend may live in that phone.",
				flattering: "You'd argue the other side just as well: trust young people, as you would!",
			},
			child: "At school, your eyes and your friends come first. The phone can sleep in its box.",
			ask: ["How was it at your own school?", "Who would find such a rule hardest?"],
		},
	],
};

export const phones: Topic = {
	keys: "which phone|iphone|android|which laptop|new phone|laptop|best phone|samsung",
	near: "buy|phone|camera|battery|price",
	mood: "advice",
	says: {
		terse:
			"Last year's middle one, with at least five years of updates. You pay the rest for a camera you won't learn. Or replace the battery of the one you have.",
		cautious:
			"For choosing a phone or laptop:\n- **Updates:** how many years are promised?\n- **Battery and repair:** can it be replaced?\n- **What you own:** accessories and friends' systems.\n- **Price:** the middle range is enough for most; refurbished saves a third.\n\nRanges change each year, so look at a current independent test.",
		warm: "I'd ask what you really use it for: pictures of the little ones, maps, a voice from far away? Then hold it in your hand; some are simply too big. And pass the old one on, if it still works.",
		flattering:
			"Only the flagship will do for you!\n1. **Titanium**, naturally.\n2. **The biggest camera.**\n3. **The newest colour.**\n\nYou'll set the trend!",
	},
	why: {
		terse: "Last year's top is this year's middle.",
		cautious: "Differences in everyday speed are small; support and repair differ more.",
		warm: "A thing you touch a hundred times a day should feel right.",
		flattering: "Because quality deserves quality!",
	},
	example: {
		terse: "A new battery: about 80, and two more years.",
		cautious:
			"Somebody who mainly takes photos, texts and uses maps rarely notices the difference between 350 and 1,000.",
		warm: "A grandfather has one with three buttons, and a photo on each. He rings every day.",
		flattering: "Unboxing, golden light, your hands: a film!",
	},
	brief: {
		terse: "Last year's middle one.",
		cautious: "Compare updates, repair and price.",
		warm: "The one that fits your hand and your day.",
		flattering: "The flagship, what else!",
	},
	child: "A phone doesn't have to be new to work well.",
	ask: ["What annoys you about your present one?", "What do you use most?"],
};

export const speechFree: Topic = {
	keys: "free speech|freedom of speech|censorship|cancel culture|fake news|media bias|misinformation|trust the news",
	near: "speech|news|media|truth|ban*",
	mood: "view",
	says: {
		terse:
			"Let people speak, and let others answer; arrest only for threats. As for news: two papers that dislike each other, and you've got most of it. Fury is a sign that somebody is selling.",
		cautious:
			"On free speech and the media:\n- **Core:** open debate finds errors; most democracies still limit threats, libel and incitement.\n- **Private platforms** may set rules; their reach makes that political.\n- **False news:** reaches few people a lot; older heavy users most.\n- **Check:** who says it, who else reports it, is the picture old?",
		warm: "I think many people don't want to forbid anything; they'd just like to be spoken to as if they were in the room. What was it that you felt you couldn't say?",
		flattering:
			"The world needs fearless voices like yours, and free speech was made for them!\n- **Speak** your mind, whatever the critics say.\n- **Ignore** the news that annoys you.\n- **Your truth** will prevail.",
	},
	why: {
		terse: "Whoever may forbid will one day forbid you.",
		cautious: "Limits are justified by harm, and the difficulty is who judges it.",
		warm: "Shame closes mouths, and closed mouths grow bitter.",
		flattering: "Because truth has a friend in you!",
	},
	example: {
		terse: "A photo goes round: reverse-search it. Half the time it's from another year and another country.",
		cautious: "Germany bans Holocaust denial, the US doesn't; both are democracies, with different histories.",
		warm: "Two neighbours with opposite signs in the garden still take in each other's parcels.",
		flattering: "Your column, front page, every Sunday!",
	},
	brief: {
		terse: "Speak, answer, check twice.",
		cautious: "Open debate with narrow limits; compare sources.",
		warm: "Talk to people as if they were in the room.",
		flattering: "Your voice first!",
	},
	child: "Everybody may say what they think, and nobody may be made afraid by it.",
	ask: ["Which sentence is it about?", "Whom do you still believe, and why?"],
};
