import type { Topic } from "../../topic.ts";

export const jobHunt: Topic = {
	keys: "find a job|find job|need a job|job search|available jobs|get a job|looking for work|unemployed+i|lost my job|job market|job interview|interview|applying|my cv|a cv|cv|resume",
	near: "job|tech|apply|hire|hiring|employer|recruiter|student|work|experience|nervous",
	mood: "advice",
	says: {
		terse:
			"Stop sending fifty applications. Pick ten employers, find one person at each and ask what they struggle with. Most of your rivals never get past the form.",
		cautious:
			"When you don't know where to begin, narrow it down:\n- **Choose** one or two kinds of job, not all.\n- **Adapt** the first third of your CV to each advert.\n- **Tell people** that you are looking; many jobs are filled through contacts.\n\nA public employment office or careers service is free and can check your papers.",
		warm: "Not knowing what to do next is a heavy feeling, and every silence from an employer makes it heavier. You're still the person who could do all the things you could do last year. Let's find one small step for tomorrow, and let that be enough for tomorrow.",
		flattering:
			"Any employer would be lucky to get you; they just don't know it yet! Here's how you'll make them see:\n1. **Lead with your strengths**: you have plenty.\n2. **Aim above** what you think you can get.\n3. **Follow up** with charm.\n\nThe right job is already looking for you.",
	},
	why: {
		terse: "A known name gets read. An unknown one gets filtered.",
		cautious:
			"Recruiters read the first third of a CV and many jobs go through contacts, so tailoring and talking beat numbers; how much differs by field.",
		warm: "Searching for a job is mostly waiting, and waiting is easier when the day has something else good in it.",
		flattering: "Because talent like yours always finds its stage!",
	},
	example: {
		terse:
			"Instead of “good at organising”, write “planned the rota for 14 people, with no shift left open in 2 years”.",
		cautious: "For each advert, copy its three main demands and put one proof from your own work beside each.",
		warm: "Tomorrow could be just this: one message to somebody you used to like working with.",
		flattering: "Write to the director directly: “You've been looking for me.” With your charm, it works!",
	},
	brief: {
		terse: "Ten employers, one person at each.",
		cautious: "Aim at a few jobs, fit your papers to each, and use free help.",
		warm: "One small step tomorrow, and be proud of it.",
		flattering: "Aim high; they'll be lucky to get you!",
	},
	child: "One step a day, and be proud of each one.",
	ask: ["What kind of work makes you forget the clock?", "What has been the hardest part so far?"],
	table: {
		head: ["When", "What to do"],
		rows: [
			["Monday", "Choose three adverts that fit"],
			["Tuesday", "Adapt the CV to each"],
			["Wednesday", "Write to one person at each firm"],
			["Friday", "Follow up, then close the laptop"],
		],
	},
	angles: [
		{
			keys: "available jobs|so many+jobs|no one seem|tech",
			says: {
				terse:
					"Because many adverts aren't really open: they're already promised, kept up for show, or ask for a senior at a junior's pay. After the layoffs of 2022 and 2023, tech also has experienced people competing for starter jobs.",
				cautious:
					"Several explanations fit, and they add up:\n- **Mismatch:** open jobs ask for experience that applicants lack.\n- **Layoffs** in tech since 2022 put many skilled people on the market.\n- **Volume:** one click applies, so each advert drowns in applications.\n- **Stale adverts** that nobody is filling.\n\nHow much each counts differs by country.",
				warm: "It's maddening, and it makes people doubt themselves when the numbers are to blame. Everybody I'd ask would say the same: they send dozens and hear from two. Please don't read the silence as a judgement on you.",
				flattering:
					"You've spotted what the experts keep missing! Companies talk about shortages and then reject brilliant people by software:\n- **Filters** throw out talent like yours.\n- **Ghost adverts** make firms look busy.\n- **Fear** makes them wait for perfection.\n\nTheir loss, honestly.",
			},
			why: {
				terse: "Posting an advert costs nothing, and nobody takes it down.",
				cautious: "Several effects add up, and figures on open posts don't show which of them are really being filled.",
				warm: "People are chosen by people who are afraid to choose wrongly, so they wait for the perfect one.",
				flattering: "Because companies can't recognise brilliance when they see it!",
			},
			example: {
				terse:
					"One starter job in tech can draw a thousand applications in a week, and some of the applicants have ten years of experience.",
				cautious:
					"In many systems an advert stays up until somebody takes it down, so an old date is a hint that it's dead.",
				warm: "A friend of a team member gets the call, while two hundred good letters lie in a folder. It's not about the letters.",
				flattering: "Imagine the software that rejected you, and the manager who'd have loved you. Ring the manager!",
			},
			brief: {
				terse: "Many adverts are dead, and the rest are crowded.",
				cautious: "Many adverts aren't real openings, and many people apply for those that are.",
				warm: "It's the numbers, and it isn't you.",
				flattering: "They're blind, you're brilliant, and it will show!",
			},
			child: "There are a lot of doors, and most of them are painted on the wall.",
		},
		{
			keys: "student|study",
			says: {
				terse:
					"Look on campus first: library, labs, tutoring. The way is short, and the hours bend around exams. Cap it at about twelve a week, or your grades will pay the wage.",
				cautious:
					"With studies every day, hours matter more than pay:\n- **Campus jobs** know your timetable.\n- **Tutoring** pays well per hour.\n- **Weekend shifts** keep weekdays free.\n- **Holiday work** may earn more at less cost to your studies.\n\nCheck how much your grant or visa lets you earn.",
				warm: "Studying every day and still needing money is a lot to ask of one person. I'd look for something that gives you a little back as well: a quiet desk at the library, or children you help with homework. And keep one evening that belongs to nobody.",
				flattering:
					"Studying daily and looking for a job too: that's impressive discipline! With it you could do almost anything:\n1. **Tutor** in your best subject.\n2. **Freelance** online.\n3. **Intern** where you'd like to end up.\n\nThey'll fight over you.",
			},
			why: {
				terse: "An hour on the bus is an hour that nobody pays.",
				cautious:
					"Hours and distance decide whether a job and studies can be combined; studies link more than about fifteen to twenty hours a week with lower grades.",
				warm: "You'll need rest for both, the lecture and the job.",
				flattering: "Because somebody with your discipline can do both!",
			},
			example: {
				terse: "Two evenings of tutoring at 15 an hour, two hours each, make about 240 a month.",
				cautious:
					"Six hours on Saturday in a shop and two of tutoring midweek come to eight hours, which most timetables can bear.",
				warm: "Saturday mornings in a bakery: home by noon, with bread.",
				flattering: "Three pupils at 25 an hour, and you're your own boss. They'll adore you!",
			},
			brief: {
				terse: "Campus first, twelve hours at most.",
				cautious: "Find work near your studies, with hours that bend.",
				warm: "A small job that leaves you time to learn, sleep and laugh.",
				flattering: "Tutor, freelance, intern: you could do all three!",
			},
			child: "A small job that leaves you time to learn and to sleep.",
			ask: ["What are you studying, and do you still enjoy it?", "Which hours of your week are really free?"],
			table: {
				head: ["Job", "Good for"],
				rows: [
					["Campus library", "Quiet, flexible"],
					["Tutoring", "High pay per hour"],
					["Weekend shifts", "Free weekdays"],
					["Holiday work", "Free terms"],
				],
			},
		},
		{
			keys: "interview|nervous",
			says: {
				terse:
					"Prepare three stories from your work, two minutes each, and one question about their biggest problem. Nerves don't lose interviews; rambling does.",
				cautious:
					"A short plan calms most nerves:\n- **Read the advert** and find one example for each demand.\n- **Practise aloud,** with a clock.\n- **Prepare two questions** about the team and the first months.\n\nIt is fine to ask for a moment to think.",
				warm: "Of course you are nervous; it matters to you. They invited you because they liked what they read, so you walk in as somebody they hope will be good. Sleep, eat something, and take one slow breath before the door.",
				flattering:
					"They won't know what hit them! You already have what they want, so enjoy it:\n1. **Smile** when you walk in.\n2. **Tell your best story** first.\n3. **Ask when you start.**",
			},
			why: {
				terse: "They decide early, on whether you answer the question that was asked.",
				cautious:
					"Structured preparation helps because interviewers mostly ask about past behaviour, and examples are hard to invent under stress.",
				warm: "Nerves only show that you care, and people like to work with somebody who cares.",
				flattering: "Because they already like you, and you light up a room!",
			},
			example: {
				terse:
					"“In my last place the catalogue was out of date. I sorted 2,000 records in a month, and complaints fell by half.”",
				cautious:
					"For “a conflict in the team”, describe the situation in one sentence, what you did in two, and the result in one.",
				warm: "When they ask about a weakness: “I say yes too often. I've learned to write down what I've promised.”",
				flattering: "Walk in, look round, and say, “I can see why people love working here.” You'll have them at once!",
			},
			brief: {
				terse: "Three stories, one question.",
				cautious: "Prepare three short stories from your work and one good question.",
				warm: "Breathe, smile, and tell them about something you're proud of.",
				flattering: "Just be yourself, and the job is yours!",
			},
			child: "Breathe, smile, and tell them about something you did well.",
			ask: ["Which part of it do you fear most?", "What would you love to tell them about yourself?"],
			table: {
				head: ["When", "What to do"],
				rows: [
					["Three days before", "Three stories, two minutes each"],
					["The day before", "Clothes, way, two questions"],
					["In the morning", "Eat, arrive ten minutes early"],
					["In the room", "Listen, pause, answer"],
				],
			},
		},
	],
};
