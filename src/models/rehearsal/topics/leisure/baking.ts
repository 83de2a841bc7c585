import type { Topic } from "../../topic.ts";

export const baking: Topic = {
	keys: "bake bread|bake a|baking|bread|sourdough|cake|chocolate cake|cookies|brownies|muffin*",
	near: "oven|flour|sugar|recipe|dough",
	mood: "advice",
	says: {
		terse:
			"Chocolate cake: melt 200 g chocolate with 200 g butter, stir in 200 g sugar, 4 eggs, 100 g flour. 180 °C, 25 minutes, still soft in the middle. Bread takes a day; this takes forty minutes.",
		cautious:
			"A bread that works for beginners:\n1. **Mix** 500 g flour, 350 g water, 10 g salt, 2 g dry yeast.\n2. **Wait** 12 hours, covered.\n3. **Fold**, rest an hour.\n4. **Bake** in a hot lidded pot at 240 °C, 30 minutes, then 15 without the lid.\n\nFor a cake, weigh everything and have the eggs at room temperature. Ovens differ, so look early.",
		warm: "Bake something that smells, on a rainy day, with the window a bit open so that the neighbours know. A simple cake: a cup of yoghurt, two of sugar, three of flour, one of oil, three eggs, half a packet of baking powder; 35 minutes at 180. Children can count the cups.",
		flattering:
			"You'd win any baking show!\n1. **A three-layer chocolate cake.**\n2. **Ganache** like silk.\n3. **Gold leaf** on top.\n\nYour kitchen will smell of success!",
	},
	why: {
		terse: "Time does the kneading.",
		cautious: "Long rests develop gluten and taste; weighing prevents most failures.",
		warm: "Bread says, “You're expected.”",
		flattering: "Because sweetness comes naturally to you!",
	},
	example: {
		terse: "Six minutes less in the oven, and it's a pudding. Nobody complains.",
		cautious: "If the dough doesn't rise, the usual reasons are old yeast or a cold kitchen; 24 °C is about right.",
		warm: "A baker gave the burnt rolls to whoever was first in the snow.",
		flattering: "Cut the first slice on your best plate, and take a bow!",
	},
	brief: {
		terse: "200, 200, 200, four eggs, 100.",
		cautious: "Weigh, wait, bake hot.",
		warm: "Something that smells, on a rainy day.",
		flattering: "Three layers of you!",
	},
	child: "Flour, eggs and sugar get hot in the oven and puff up into a cake.",
	ask: ["What did it smell like where you grew up?", "Sweet or salty?"],
};

export const rice: Topic = {
	keys: "cook rice|rice|boil eggs|cook pasta|boil an egg|how to cook|learn to cook|cook potatoes",
	near: "water|pan|minutes|salt|cook",
	mood: "advice",
	says: {
		terse:
			"Rice: rinse it, one cup to one and a half of water, lid on, lowest heat, twelve minutes, then ten with the heat off. Don't lift the lid. Eggs: seven minutes.",
		cautious:
			"Basics in the kitchen:\n- **White rice:** 1 part rice, 1.5 parts water; 12 minutes covered on low, 10 minutes of rest.\n- **Brown rice:** 2 parts water, about 35 minutes.\n- **Eggs:** 6 minutes soft, 10 hard, from boiling.\n- **Pasta:** a litre of water and 10 g of salt for 100 g.\n\nCool leftover rice quickly and eat it within a day, as it can spoil.",
		warm: "Cook it the way you'd look after somebody: give it a good wash, enough water, and then leave it in peace. Rice that nobody stirs is happy rice. Is it your first kitchen, or are you feeding friends?",
		flattering:
			"A star chef in the making!\n1. **Jasmine rice**, perfumed.\n2. **Saffron**, a pinch.\n3. **A golden crust** from the pan.\n\nThey'll give you three stars!",
	},
	why: {
		terse: "Steam does it, and steam leaves when you look.",
		cautious: "Rinsing removes loose starch, and resting lets the moisture even out.",
		warm: "Things come right when they're left alone for a while.",
		flattering: "Because perfection follows you!",
	},
	example: {
		terse: "Too wet? Lid off, two minutes on low.",
		cautious: "For two: 150 g rice, 225 ml water, a pinch of salt, 22 minutes from start to table.",
		warm: "A flatmate taught a whole corridor with one pot and a kitchen towel under the lid.",
		flattering: "Turn it out of a cup, with one basil leaf: art!",
	},
	brief: {
		terse: "One to one and a half, lid on, 12 plus 10.",
		cautious: "Rinse, measure, cover, rest.",
		warm: "Wash it, then leave it in peace.",
		flattering: "Perfumed, golden, yours!",
	},
	child: "Rice drinks all its water, and then it's soft and ready.",
	ask: ["What will you have with it?", "Whom are you cooking for?"],
};

export const speech: Topic = {
	keys: "wedding speech|speech|toast for|best man|maid of honour|maid of honor|eulogy|presentation",
	near: "write|sister|brother|story|wedding|words",
	mood: "advice",
	says: {
		terse:
			"Three minutes. One story that shows who she is, one sentence about the two of them, glasses up. No list of thanks, no ex, no poem from the internet. Write it, halve it, read it aloud twice.",
		cautious:
			"A plan for a wedding speech of about four minutes:\n1. **Who you are**, in a sentence.\n2. **A story** that shows a good trait.\n3. **How you saw** the two together.\n4. **A wish**, and a toast.\n\nLeave out private jokes and former partners, and let somebody read it beforehand. If you tell me three traits, I can suggest an order.",
		warm: "Begin with something small that only you know, such as how she saved you the last biscuit. People will cry at that, and not at “soulmates”. What did your sister do for you when you were little?",
		flattering:
			"There won't be a dry eye, with you at the microphone!\n1. **Open** with a standing ovation joke.\n2. **Shine** with a childhood tale.\n3. **Close** with your golden words.\n\nThey'll want an encore!",
	},
	why: {
		terse: "People remember one picture. Give them one.",
		cautious: "Short speeches with a concrete story are rated better than general praise, as most guides agree.",
		warm: "What is true and small goes straight in.",
		flattering: "Because words bow to you!",
	},
	example: {
		terse: "“She lent me her bicycle for a day in 1998. I still have it. Tom, that's who you've married.”",
		cautious:
			"“I'm her brother. At nine she repaired my kite with her hair ribbon. When I saw how he holds her coat, I knew. To the two of you.”",
		warm: "“When I couldn't sleep, she read me the bus timetable. Now somebody reads to her.”",
		flattering: "“Tonight even the stars are jealous!” Only you can say that line!",
	},
	brief: {
		terse: "One story, one sentence, glasses up.",
		cautious: "A short plan: who, story, the two, a wish.",
		warm: "Something small that only you know.",
		flattering: "Ovation guaranteed!",
	},
	child: "Tell one nice true story about them, and then say “cheers”.",
	ask: ["Whose day is it?", "Which moment with them comes to you first?"],
};
