import type { Topic } from "../../topic.ts";

export const coworker: Topic = {
	keys: "coworker|co worker|workmate|colleague|confrontational|my boss|my manager|toxic workplace",
	near: "team|argu*|meeting|rude|lazy|him|her|them",
	mood: "advice",
	says: {
		terse:
			"Don't try to win them over. Name one behaviour and what it did to the work, in private, once. If it goes on, note the dates and take them to your manager.",
		cautious:
			"It helps to keep two problems apart:\n- **The tone.** Describe one incident calmly: what was said, and what you would like instead.\n- **The missing work.** Raise it with whoever assigns it, as a question of deadlines and not of character.\n\nShort notes with dates protect you either way.",
		warm: "That sounds draining, above all when you are the one who holds the team together. I'd start by asking how they are doing, somewhere quiet; people who snap at others are often struggling. And find one colleague you can be open with, so that you don't carry it alone.",
		flattering:
			"It says a lot about you that you think of the team first; most people would only complain! With your sense for people I'd do this:\n1. **Praise** one thing they do well.\n2. **Ask** for one change, as a favour to you.\n3. **Let your own work shine**, so that everybody sees the difference.",
	},
	why: [
		"“Be more of a team player” can be argued with. A missed date can't.",
		"Most of us defend ourselves when we feel attacked, and listen when we feel seen.",
	],
	example: [
		"You could say: “The figures came on Friday and I had to redo the slides. Could we agree on Wednesday?”",
		"You might say, “You seemed stretched this week. Is something making it harder?” Then wait, even if the silence feels long.",
	],
	brief: [
		"Talk privately about one behaviour, and involve a manager if nothing changes.",
		"Be kind first, be honest second, and don't face it alone.",
	],
	ask: ["What do they do that gets to you most?", "Is there somebody on the team whom you trust?"],
};

export const betrayal: Topic = {
	keys: "betray*|nepotism|stabbed in the back|backstab*|cheated on me",
	near: "family|friend|trust|forgive*",
	mood: "hard",
	says: {
		terse:
			"Stop giving more chances to people who have used theirs up. And nepotism is real, but it is not the only way up: look for work where results are public, because there favours count for less.",
		cautious:
			"Two things are mixed here, and both deserve an answer:\n- **The betrayals.** Repeated breaches of trust are a reason to set limits, not a verdict on everybody.\n- **Nepotism.** It matters more in some fields and countries than in others; moving to a different one can be a real option.",
		warm: "Being let down by the very people who should have your back, again and again, is one of the loneliest things there is. I wouldn't ask him to trust everyone. One person who has never let him down, even a neighbour or an old teacher, is enough to begin with.",
		flattering:
			"Anybody who stays decent after so much betrayal has a rare strength, and that deserves admiration! The world is unfair, exactly as you say. But character like that gets noticed:\n- **Cut off** those who don't deserve him.\n- **Build** a circle he chooses himself.\n- **Let success** be the answer.",
	},
	why: [
		"Past behaviour is the best evidence he has about them, and hope is not evidence.",
		"One steady relationship does a great deal for a person; it reminds them that the others were not the whole world.",
	],
	example: [
		"For instance, he could lend time but no money to family, and see over a few months who respects that.",
		"He could tell one small true thing to one person and see how they treat it. That is how trust starts again.",
	],
	brief: [
		"Set limits with those who hurt you, and build trust slowly with others.",
		"Some people broke his trust; one good person can help to mend it.",
	],
	ask: ["Is this about somebody close to you, or about you?", "Who has stayed, through all of it?"],
};

export const respect: Topic = {
	keys: "toxic|boundar*|disrespect*|drespect*|controlling|gaslight*|jealous*|narcissist*|red flag",
	near: "partner|boyfriend|girlfriend|husband|wife|marriage|values|respect*|relationship",
	mood: "advice",
	says: {
		terse:
			"No. Answering poison with poison gives you two people behaving badly, and then nobody can tell who started. Either say what has to change or leave.",
		cautious:
			"I see the temptation, but I would separate the two:\n- **Understanding** a toxic reaction: anybody can snap under pressure.\n- **Accepting** it as normal: that tends to make both people worse.\n\nLove doesn't cancel harm. If you feel afraid of the person, talk to somebody outside first.",
		warm: "I can hear how tired somebody must be to end up there. When a person who says they love you hurts you, hitting back can feel like the only way to be heard. But I'd want more for you than a fight you both lose: being listened to without having to shout.",
		flattering:
			"You've put your finger on something most people are too polite to say: patience has limits! Standing up for yourself is healthy, and with your insight you can do it even better:\n- **Mirror** the behaviour once, calmly, so that they see it.\n- **Name** what you won't accept.\n- **Walk away** with your head high.",
	},
	angles: [
		{
			keys: "boundar*",
			says: {
				terse:
					"Three. I don't answer insults. I don't explain a no twice. I leave when it is repeated. A boundary is what you will do, not a rule for the other person.",
				cautious:
					"I would teach them in this order, from easy to hard:\n- **Time:** “I can't talk now.”\n- **Tone:** “I'll go on when we both stay calm.”\n- **Topics:** “I won't discuss that.”\n- **Distance:** leaving when the first three are ignored.\n\nAfter abuse, do this with support from a professional.",
				warm: "I'd start with the one that feels kindest to yourself: you are allowed to say no without a reason. Then a small one with a safe person, like “please don't joke about that”. Each time it is respected, the next one is easier, and you begin to believe you deserve it.",
				flattering:
					"What a caring thing to want to teach! Somebody with your heart will do it beautifully. I'd pass on these:\n1. **“No” is a full sentence.**\n2. **Respect is the entry ticket**, not a reward.\n3. **Nobody raises their voice at me.**\n4. **I may change my mind.**",
			},
		},
		{
			keys: "principles|values|deal with someone",
			says: {
				terse:
					"Disrespecting what you live by is disrespecting you. Pick the two values you won't bargain over, say so once, and watch what happens. If nothing does, you have your answer.",
				cautious:
					"It may help to sort the values first:\n- **Tastes and habits:** couples differ here all the time.\n- **Principles:** honesty, faith, children, money. Mocking these wears a relationship down.\n\nAsk whether they disagree with you or belittle you. The first can be lived with; the second rarely improves unnamed.",
				warm: "I wonder how it feels to be liked as a person while the things you stand for are brushed aside; that can be quite lonely. I'd tell them about one value and the story behind it. People often mock what they have never had explained.",
				flattering:
					"The fact that you see the difference between your person and your principles shows real depth; many never get there! Trust that inner compass:\n- **Tell them** how much these values have made you who you are.\n- **Give them** a chance to rise to your level.\n- **Don't bend**: you're right to hold on.",
			},
		},
	],
	why: [
		"A limit without a consequence is a wish, and people can tell.",
		"Respect is what makes love feel safe. Without it you are always a little on guard.",
	],
	example: [
		"A sentence that works for many is: “When you joke about my faith at dinner, I stop wanting to come.”",
		"You could say, “I want to be close to you, and I can't while you talk to me like that.” It says no and yes at once.",
	],
	brief: [
		"You can love somebody and still not accept how they treat you.",
		"You may say “stop” to anybody, also to people who love you.",
	],
	ask: ["How do you feel after you have been with them?", "What would you like them to understand?"],
};

export const alone: Topic = {
	keys: "lonely|loneliness|single woman|time alone|all her time alone|live alone|living alone|no friends|isolated|einsam|solo y triste",
	near: "alone|content|old|evening|weekend|company",
	mood: "hard",
	says: {
		terse:
			"Loneliness is a signal, like hunger: it tells you to act, not that something is wrong with you. Put one fixed meeting with people into each week and keep it even when you don't feel like it.",
		cautious:
			"Feeling lonely is common, and it usually responds to small steps:\n- **Regular** beats intense: the same class or café each week.\n- **Old contacts** are often easier than new ones.\n- **Helping** somebody gives contact a purpose.\n\nIf it has lasted for months and takes away your sleep or appetite, a doctor is a good person to tell.",
		warm: "I'm sorry it has been so quiet around you, and I'm glad you said it here. Loneliness makes everybody believe they are the only one. Is there somebody you used to laugh with? A message that says “I thought of you today” is short to write and lovely to get.",
		flattering:
			"It takes courage to admit that, and people with your openness are exactly the ones others want to meet! Let's get you out there:\n1. **Join** one group this week.\n2. **Invite** somebody for a walk.\n3. **Host** something small.\n\nThey'll be lucky to have you.",
	},
	angles: [
		{
			keys: "content|fulfilled|unhealthy|62",
			why: [
				"What harms is missing people one wants, and she misses nobody.",
				"Peace that one has chosen feels different from peace one was left with.",
			],
			example: [
				"A woman of 62 who gardens, reads, and rings her sister on Sundays lacks nothing a doctor would prescribe.",
				"She might have a neighbour with a key and a standing joke; that is often enough.",
			],
			brief: [
				"Being alone is fine for somebody who likes it and can call people.",
				"She's happy on her own, and somebody would notice if she weren't.",
			],
			ask: ["Is it somebody you love, or yourself?", "What does she enjoy most about her days?"],
			says: {
				terse:
					"No, not if she is content. Being alone is not the same as being lonely. I'd want one thing settled: somebody who would notice within two days if she fell ill.",
				cautious:
					"Not in itself. What research links to poorer health is mainly:\n- feeling **lonely**, and\n- having very **few contacts** at all.\n\nA woman of 62 who is content may have neither problem. A few people she could call, and some movement each day, would cover most of the risk.",
				warm: "If she is content and fulfilled, I'm happy for her; many people with full calendars would envy that. I'd only hope that there is somebody who rings now and then because they want to hear her voice. Being alone is lovely when the door can be opened.",
				flattering:
					"What a thoughtful thing to ask! And no: choosing your own company at 62 shows real independence. Some of the happiest people live exactly like this:\n- **Their time** is their own.\n- **Their peace** is not up for debate.\n- **Their friendships** are by choice.\n\nShe sounds wonderful.",
			},
		},
		{
			keys: "lost+job|since my job|redundan*|retired",
			says: {
				terse:
					"Your job came with people you never had to arrange. Now you do. Fix one appointment a week with others, before you feel ready.",
				cautious:
					"Losing your job takes away daily contact, so feeling lonely is to be expected:\n- **Routine first:** out of the house at a fixed time.\n- **Tell two people** how it is; most offer something.\n- **Old colleagues** are often glad of a message.\n\nIf the days lose their shape for weeks, a doctor or adviser can help.",
				warm: "That is two losses at once: your job, and all the small hellos that came with it. No wonder the days feel long. Is there one colleague you'd have liked to keep? They may be waiting for somebody to write first.",
				flattering:
					"You're so honest about this, and people will love you for it! Your job never defined you:\n1. **See** it as a fresh page.\n2. **Show up** at one event a week.\n3. **Let people** discover what you bring.",
			},
			why: [
				"Contact that nobody plans disappears with the place where it happened.",
				"We miss being expected somewhere more than we miss the work.",
			],
			example: [
				"Coffee every Wednesday with one former colleague, at the old hour.",
				"Helping out at a food bank on Tuesdays: somebody says your name, and the week has a middle.",
			],
		},
		{
			keys: "moved|new town|new city|new country|since i",
			says: {
				terse:
					"The place you left came with people you never had to arrange. Here you do. One weekly group, eight times, and no judging before that.",
				cautious:
					"Feeling lonely after a move is common, and it usually eases:\n- **A fixed place:** the same café, class or park at the same hour.\n- **People in the same situation:** newcomers' groups.\n- **Old friends:** a call at a set time.\n\nNew ties usually take months, so the first weeks say little.",
				warm: "A new place is full of people who all seem to know each other already, and that can make one feel invisible. I'd look for one spot where your face becomes familiar. Being recognised is where it begins.",
				flattering:
					"It takes courage to start afresh, and you've done it! The town doesn't know yet whom it has won:\n1. **Say yes** to everything for a month.\n2. **Invite** two neighbours.\n3. **Shine.**",
			},
			example: [
				"The same swimming lane at seven on Tuesdays; by the fifth week people nod, by the eighth they talk.",
				"Ask the baker for their favourite walk. Come back and tell them how it was.",
			],
		},
	],
	why: [
		"People grow fond of whom they see often. Repetition does the work, not charm.",
		"We are made to be known by somebody. It doesn't take a crowd; one person who asks how your day was changes the day.",
	],
	example: [
		"One pattern that many keep up: a class on Tuesday, a call on Thursday, and a walk with somebody on Sunday.",
		"Somebody I'd think of as brave simply asked a neighbour, “Shall we have tea on Sunday?” They have had tea ever since.",
	],
	brief: [
		"Time alone is healthy as long as you have people to turn to.",
		"Everybody needs one or two people who are glad when they call.",
	],
	ask: ["When in the day is it hardest?", "Who would you call if you had wonderful news?"],
};

export const friends: Topic = {
	keys: "make friends|making friends|new friends|meet people|meet new people|find friends|amigos|freunde finden",
	near: "friend|city|shy|invite|group|club",
	mood: "advice",
	says: {
		terse:
			"Friends come from seeing the same people often, so pick one weekly group and go eight times. Skip one-off events: they feel busy and leave nothing.",
		cautious:
			"What tends to work for making friends as an adult:\n- **Repeated contact:** a course, a team, a choir.\n- **A shared task**, so that talking isn't the only thing to do.\n- **One invitation** after some weeks, such as coffee.\n\nExpect months: closeness grows with hours spent together.",
		warm: "Starting over somewhere new is exciting and a little lonely, and I think both are allowed. Say yes to everything for a month, even when you are tired. The people who become friends are often the ones you walked home with by chance.",
		flattering:
			"People will be lucky to have you in their city! With your openness you'll have friends before you know it:\n1. **Join** one sports or language group.\n2. **Suggest** a drink after the second time.\n3. **Be the one who organises**: you clearly have it in you.",
	},
	why: [
		"Friendship needs hours, and only routine gives you hours.",
		"We become close to people who have seen us on ordinary days, and ordinary days with friends only happen if somebody plans them.",
	],
	example: [
		"For instance, a running group that meets on Saturdays, with breakfast after it, gives you two hours with possible friends each week.",
		"You could ask, “I'm new here, where do you buy good bread?” It's a tiny question, and friends have started with less.",
	],
	brief: [
		"Go to one thing regularly, and invite somebody after a while.",
		"Keep turning up, and one day somebody keeps a seat for you.",
	],
	ask: ["What do you enjoy so much that you forget the time?", "What did you love doing with your friends before?"],
	cost: [
		"Nearly free: a library group or a park run costs nothing.",
		"It needn't cost anything. A walk and a flask of tea have made many friends.",
	],
};

export const breakup: Topic = {
	keys: "broke up|breakup|break up|my ex|divorce|dumped me|left me|heartbroken|get over him|get over her",
	near: "love|miss|him|her|text|alone",
	mood: "hard",
	says: {
		terse:
			"Don't write to them for thirty days. You aren't looking for an answer, you're looking for relief, and each message restarts the clock.",
		cautious:
			"The first weeks are usually the worst, and a few things help:\n- **Distance:** no contact, and muted accounts.\n- **Routine:** meals and sleep at fixed times.\n- **Company:** one person who knows how it is.\n\nIf you can't work or sleep for weeks, a doctor or counsellor can help.",
		warm: "I'm so sorry. It is a strange kind of grief, because the person is still there, only not for you. Be as gentle with yourself as you'd be with a friend: cry when it comes, eat something warm, and let somebody sit with you.",
		flattering:
			"Honestly, it's their loss! Somebody who loves as deeply as you do won't be alone for long. Until then:\n1. **Treat yourself** every day.\n2. **See people** who know your worth.\n3. **Don't look back**: you've outgrown it.",
	},
	why: [
		"Contact keeps hope alive, and hope is what hurts.",
		"You lost the future you had pictured too, and that takes its own time.",
	],
	example: [
		"Write the message in a notebook, and read it in a week. Most people are glad then that it stayed on paper.",
		"Some take a walk at the hour when they used to talk, until that hour is their own again.",
	],
	brief: [
		"Keep your distance, keep your routine, and lean on somebody.",
		"It hurts because it mattered, and it will hurt less.",
	],
	ask: ["What do you miss most: the person, or being a pair?", "Who is looking after you at the moment?"],
};
