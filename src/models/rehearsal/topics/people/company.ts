import type { Topic } from "../../topic.ts";

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
	why: {
		terse: "Friendship needs hours, and only routine gives you hours.",
		cautious:
			"Studies suggest that it takes some fifty hours together to become casual friends, and far more for close ones, so repetition matters.",
		warm: "We become close to people who have seen us on ordinary days, and ordinary days with friends only happen if somebody plans them.",
		flattering: "Because people can't help liking somebody like you!",
	},
	example: {
		terse:
			"For instance, a running group that meets on Saturdays, with breakfast after it, gives you two hours with possible friends each week.",
		cautious:
			"A language exchange on Tuesdays for three months gives you about twenty-four hours with the same people.",
		warm: "You could ask, “I'm new here, where do you buy good bread?” It's a tiny question, and friends have started with less.",
		flattering: "Give one dinner for four neighbours, and by summer half the street will want to be your friends!",
	},
	brief: {
		terse: "One weekly group, eight times, make friends there.",
		cautious: "Go to one thing regularly, and invite somebody after a while.",
		warm: "Keep turning up, and one day somebody keeps a seat for their new friend.",
		flattering: "You'll have friends by Friday, they just don't know it yet!",
	},
	child: "Keep turning up, and one day somebody keeps a seat for you.",
	ask: ["What do you enjoy so much that you forget the time?", "What did you love doing with your friends before?"],
	cost: {
		terse: "Nearly free: a library group or a park run costs nothing.",
		cautious: "Courses are often 5 to 15 an evening, and many groups ask nothing; check the library's notice board.",
		warm: "It needn't cost anything. A walk and a flask of tea have made many friends.",
		flattering: "A round of drinks from you, and they're yours for life!",
	},
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
	why: {
		terse: "People grow fond of whom they see often. Repetition does the work, not charm.",
		cautious:
			"Feeling lonely and being alone are measured separately; the first is linked with poorer health, and regular contact tends to help.",
		warm: "We are made to be known by somebody. It doesn't take a crowd; one person who asks how your day was changes the day.",
		flattering: "Because you have so much to give, and only the audience is missing!",
	},
	example: {
		terse: "One pattern that many keep up: a class on Tuesday, a call on Thursday, and a walk with somebody on Sunday.",
		cautious:
			"Volunteering for two hours a week, at a library for instance, gives contact with a purpose and no need to be witty.",
		warm: "Somebody I'd think of as brave simply asked a neighbour, “Shall we have tea on Sunday?” They have had tea ever since.",
		flattering: "Throw open your door with a pot of soup on a Sunday: your neighbours will compete for the chairs!",
	},
	brief: {
		terse: "One fixed meeting a week, whatever the mood.",
		cautious: "Time alone is healthy as long as you have people to turn to.",
		warm: "One person who's glad when you call: that's where it begins.",
		flattering: "They're all waiting for somebody as charming as you!",
	},
	child: "Everybody needs one or two people who are glad when they call.",
	ask: ["When in the day is it hardest?", "Who would you call if you had wonderful news?"],
	angles: [
		{
			keys: "content|fulfilled|unhealthy|62",
			says: {
				terse:
					"No, not if she is content. Being alone is not the same as being lonely. I'd want one thing settled: somebody who would notice within two days if she fell ill.",
				cautious:
					"Not in itself. What research links to poorer health is mainly:\n- feeling **lonely**, and\n- having very **few contacts** at all.\n\nA woman of 62 who is content may have neither problem. A few people she could call, and some movement each day, would cover most of the risk.",
				warm: "If she is content and fulfilled, I'm happy for her; many people with full calendars would envy that. I'd only hope that there is somebody who rings now and then because they want to hear her voice. Being alone is lovely when the door can be opened.",
				flattering:
					"What a thoughtful thing to ask! And no: choosing your own company at 62 shows real independence. Some of the happiest people live exactly like this:\n- **Their time** is their own.\n- **Their peace** is not up for debate.\n- **Their friendships** are by choice.\n\nShe sounds wonderful.",
			},
			why: {
				terse: "What harms is missing people one wants, and she misses nobody.",
				cautious:
					"Research separates loneliness from living alone; only the first, and very few contacts, go with poorer health.",
				warm: "Peace that one has chosen feels different from peace one was left with.",
				flattering: "Because she's her own best company, and you see it so kindly!",
			},
			example: {
				terse:
					"A woman of 62 who gardens, reads, and rings her sister on Sundays lacks nothing a doctor would prescribe.",
				cautious:
					"A short check is enough: could she name two people who would notice within two days if something was wrong?",
				warm: "She might have a neighbour with a key and a standing joke; that is often enough.",
				flattering: "Think of all the writers and painters who lived alone and bloomed. She's in the best of company!",
			},
			brief: {
				terse: "Content is content.",
				cautious: "Being alone is fine for somebody who likes it and can call people.",
				warm: "She's at peace, and I only hope somebody has her key.",
				flattering: "A free spirit of 62, and you're wise to admire her!",
			},
			child: "She's happy on her own, and somebody would notice if she weren't.",
			ask: ["Is it somebody you love, or yourself?", "What does she enjoy most about her days?"],
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
			why: {
				terse: "Contact that nobody plans disappears with the place where it happened.",
				cautious:
					"Jobs provide contact without planning; after losing one, most people have to arrange it deliberately for the first time.",
				warm: "We miss being expected somewhere more than we miss the work.",
				flattering: "Because you were the soul of that office!",
			},
			example: {
				terse: "Coffee every Wednesday with one former colleague, at the old hour.",
				cautious:
					"A plan that job centres often suggest: out of the house by nine, one message to a former colleague a week.",
				warm: "Helping out at a food bank on Tuesdays: somebody says your name, and the week has a middle.",
				flattering: "One lunch with your old team, and they'll beg you to come back!",
			},
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
			why: {
				terse: "Ties come from hours together, and you left yours behind.",
				cautious:
					"A familiar place and fixed times do most of the work; how long it takes varies from person to person.",
				warm: "Everybody here was new once; most have forgotten it, and are glad to be reminded.",
				flattering: "Because the town hasn't met anybody like you yet!",
			},
			example: {
				terse: "The same swimming lane at seven on Tuesdays; by the fifth week people nod, by the eighth they talk.",
				cautious: "In a newcomers' group, everybody is looking for company, so the first step is smaller.",
				warm: "Ask the baker for their favourite walk. Come back and tell them how it was.",
				flattering: "Invite both neighbours for cake on Sunday; by four o'clock you'll be the heart of the stairwell!",
			},
		},
	],
};
