import type { Topic } from "../../topic.ts";

export const learning: Topic = {
	keys: "learn the violin|violin|piano|guitar|learn a language|learn spanish|learn french|learn english|learn portuguese|learn german|learn to|language should i|language to learn|study better|way to study|how to study|exam|portuguese",
	near: "learn|practice|practise|adult|teacher|lesson|words",
	mood: "advice",
	says: {
		terse:
			"Twenty minutes a day, with a teacher once a week for the first three months, because bad habits cost more to unlearn than lessons do. Skip whatever hands out stars.",
		cautious:
			"What learning something new as an adult mostly depends on:\n- **Little and often:** 20 minutes a day beat two hours on Sunday.\n- **Feedback:** a teacher early on.\n- **Recall:** test yourself instead of rereading.\n- **A goal** in about three months.\n\nProgress is uneven; plateaus are normal.",
		warm: "I think it's wonderful to be a beginner again, even if it sounds like a cat at first. Choose one piece you love, learn its first line, and play it to somebody who'll clap whatever happens.",
		flattering:
			"You'll pick it up in no time, I can tell!\n1. **Start with what you love.**\n2. **Skip the boring drills.**\n3. **Perform** after a month.\n\nTalent like yours just needs a stage.",
	},
	why: {
		terse: "Sleep between sessions does half of the learning.",
		cautious:
			"Spaced practice and self-testing are among the best-supported methods; talent explains less than is often believed.",
		warm: "We keep doing what makes us feel a bit more alive.",
		flattering: "Because you're a natural!",
	},
	example: {
		terse: "Eight bars at half speed for seven days, then the next eight.",
		cautious: "Four sessions of 20 minutes on different days usually beat one of 80 minutes, measured a week later.",
		warm: "One song by heart for a birthday, wrong notes and all.",
		flattering: "Learn three songs and play them at your birthday; there won't be a dry eye!",
	},
	brief: {
		terse: "Twenty minutes a day and a teacher.",
		cautious: "Practise a little each day, and test yourself.",
		warm: "A bit every day, and somebody who claps.",
		flattering: "Start with the fun part; talent does the rest!",
	},
	child: "Play a bit every day, and enjoy it.",
	ask: ["What made you fall for it?", "Who would you like to surprise with it?"],
	cost: {
		terse: "A rented instrument and four lessons a month: about 120 to 200.",
		cautious:
			"Lessons are usually 25 to 50 an hour, and renting an instrument 15 to 40 a month, depending on the place.",
		warm: "Music schools and libraries lend instruments more often than one thinks.",
		flattering: "Get the good instrument at once; talent deserves it!",
	},
	table: {
		head: ["Day", "20 minutes of"],
		rows: [
			["Monday to Thursday", "New piece, slowly"],
			["Friday", "Repeat the week"],
			["Saturday", "Play for somebody"],
			["Sunday", "Rest"],
		],
	},
	angles: [
		{
			keys: "language|spanish|french|english|portuguese|german|italian|words",
			says: {
				terse:
					"Five hundred words first, by cards, ten a day. Then speak, badly, with a person, from week three on. Grammar explains what you already half know.",
				cautious:
					"For a language as an adult, these have good support:\n- **Words** by spaced repetition, a few each day.\n- **Listening** at a level where you follow most of it.\n- **Speaking** early, with somebody who corrects you.\n- **Grammar** in small doses.\n\nTo hold simple conversations takes most people some hundred hours.",
				warm: "A language is a door to people, so I'd begin with one: somebody to say good morning to. Learn the ten sentences you'd say to them, and their ten answers. Everything else grows from there.",
				flattering:
					"With your ear you'll be taken for a native!\n1. **Films** in the original.\n2. **Songs** in the shower.\n3. **A trip** as soon as you can.\n\nThey'll be charmed.",
			},
			why: {
				terse: "We forget on a curve, and a word seen again at the right moment stays.",
				cautious:
					"Vocabulary limits understanding more than grammar does at the start, and spacing repetitions saves time.",
				warm: "A word you've needed once in front of a person is yours.",
				flattering: "Because languages love people with your ear!",
			},
			example: {
				terse: "Ten new words a day on cards, seen again after 1, 3 and 7 days.",
				cautious:
					"With ten words a day you'd know about nine hundred after three months, if you repeat them; half of any text then looks familiar.",
				warm: "“Bom dia”, said to the baker each morning, is a whole lesson with bread in it.",
				flattering: "Order your coffee in it tomorrow, with a smile. They'll think you grew up there!",
			},
			brief: {
				terse: "Five hundred words, then talk.",
				cautious: "Learn some words each day, and speak early.",
				warm: "Say good morning to somebody in it, every day.",
				flattering: "Songs, films, a trip, and they'll take you for a local!",
			},
			child: "Say good morning to somebody, every day.",
			ask: ["Whom would you like to talk to in it?", "Which sound of it do you like best?"],
			cost: {
				terse: "Cards and an exchange partner cost nothing; a private lesson is often 15 to 40 an hour.",
				cautious:
					"An app or cards can be free, group courses are often 150 to 300 a term, and private lessons cost most.",
				warm: "Libraries and language cafés are mostly free, and you meet people.",
				flattering: "A summer in the country itself: dear, and made for you!",
			},
			table: {
				head: ["Day", "20 minutes of"],
				rows: [
					["Monday to Friday", "Ten new words, old cards"],
					["Tuesday, Thursday", "Listening, a short story"],
					["Saturday", "Half an hour of talking"],
					["Sunday", "A film or a song"],
				],
			},
		},
	],
};
