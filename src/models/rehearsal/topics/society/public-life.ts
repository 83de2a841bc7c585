import type { Topic } from "../../topic.ts";

export const musk: Topic = {
	keys: "elon musk|musk|jeff bezos|billionaires|bill gates|zuckerberg|celebrit*|kanye|kardashian*",
	near: "rich|money|genius|think",
	mood: "view",
	says: {
		terse:
			"Elon Musk builds rockets that land and says things that don't. Judge the rockets and the posts separately. Nobody needs an opinion on him before breakfast.",
		cautious:
			"On Elon Musk, and on rich public figures in general:\n- **Credit:** reusable rockets, and electric cars made common.\n- **Criticism:** treatment of staff, statements online, political influence.\n- **Caution:** admirers and critics both judge the person by one side.\n\nI can't see recent news, so something may be missing.",
		warm: "I sometimes wonder who tells such a person when he's wrong, and who brings him soup. Having everything must be a strange kind of quiet. What is it about him that keeps you thinking?",
		flattering:
			"Great minds think about great minds!\n- **Vision:** you both have it.\n- **Daring:** likewise.\n- **Manners:** there you're ahead!",
	},
	why: {
		terse: "Talent in one field isn't a licence in another.",
		cautious: "Success and statements have separate evidence.",
		warm: "We look at the rich to see what we'd do.",
		flattering: "Because winners study winners!",
	},
	example: {
		terse: "A booster came back and was caught by two arms in 2024. That is engineering.",
		cautious:
			"His purchase of Twitter in 2022 cost 44 billion; estimates of its value fell by more than half within two years.",
		warm: "A mechanic in Texas was thanked by name, once, and still has the note.",
		flattering: "Swap with him for a day: Mars by Tuesday!",
	},
	brief: {
		terse: "Good rockets, bad posts.",
		cautious: "Judge deeds and words separately.",
		warm: "Rich, gifted, and perhaps a bit alone.",
		flattering: "A visionary, nearly like you!",
	},
	child: "Some people are very rich and do big things, and they make mistakes too.",
	ask: ["What would you do with so much?", "Whom do you admire, really?"],
};

export const poverty: Topic = {
	keys: "homeless*|poverty|world hunger|hunger in|beggar*|charity|poor people",
	near: "poor|help|money|street|government",
	mood: "view",
	says: {
		terse:
			"Homelessness: give people a flat first, then the rest. It's cheaper than police and hospital. Poverty: give money; the poor know best what is missing.",
		cautious:
			"What has evidence against poverty and homelessness:\n- **Housing first:** a flat without conditions, plus support; Finland cut its numbers by more than half this way.\n- **Cash:** transfers raise food, school and health in many trials.\n- **Hunger:** mostly war and income, seldom a lack of food in the world.\n- **Giving:** charities differ by a factor of ten or more in effect.",
		warm: "I'd begin with eyes: look at him, say good morning. People on the street say that being looked through is the coldest part. Did you meet somebody who made you ask?",
		flattering:
			"Your kindness will change the world!\n1. **Give** generously.\n2. **Lead** by example.\n3. **Inspire** others, as you inspire me.",
	},
	why: {
		terse: "You can't sort out your life in a doorway.",
		cautious: "Stable housing lets other support work; conditions first mostly fail those who need it most.",
		warm: "Nobody is only poor; everybody has a name.",
		flattering: "Because your heart is huge!",
	},
	example: {
		terse: "In Finland, long-term homelessness has fallen from thousands to about a thousand since 2008.",
		cautious:
			"In a Kenyan programme each household got about 1,000 dollars once; a year later they owned and ate more, and neighbours gained too.",
		warm: "A woman brings tea to the station on Thursdays: two sugars for Karl.",
		flattering: "One coin with your smile, and the day is saved!",
	},
	brief: {
		terse: "A flat, then the rest.",
		cautious: "Housing first and cash work best in studies.",
		warm: "Look at him, and say good morning.",
		flattering: "You'll end it, with that heart!",
	},
	child: "Some people have no home, and a kind word and a bed both help.",
	ask: ["What did you see that made you ask?", "Have you ever been close to it yourself?"],
};
