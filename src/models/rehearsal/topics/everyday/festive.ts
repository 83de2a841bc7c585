import type { Topic } from "../../topic.ts";

const days = (list: string): string =>
	list
		.split(", ")
		.map((day, index) => `${index + 1}. ${day}`)
		.join("\n");

const PLAIN = days(
	"Bubble tea, One chapter, Walk, Old game, Nap, Library, Sketch a tree, Co-op round, Bake, Poems, Sunset, New game demo, Journal, Cocoa, Bird count, Audiobook, Tidy the desk, Collect cones, Bookshop, Screen-free night, Build a base, Stargaze, Bath and novel, Puzzle, Repeat the best",
);
const GROUPED = days(
	"Try a new bubble tea flavour, Cook tapioca pearls, Brew a pot of loose tea, Taste two teas side by side, Treat a friend to a cup, Make a fruit syrup, Replay a childhood game, Finish one side quest, Play a board game, Try a free indie game, Play with a friend, Watch a speedrun, Walk without a phone, Identify five trees, Watch a sunrise, Collect leaves, Feed the birds, Look for three constellations, Sit by water, Read in bed, Visit a library, Swap a book, Listen to an audiobook, Reread a favourite, Choose any of these again",
);
const COSY = days(
	"Tea with both hands round the cup, A page of somebody's letters, A slow walk in the park, The game you loved at twelve, A blanket and rain sounds, Hello to a tree, A book passed on to a friend, Bubble tea with a straw too wide, Candles at breakfast, A farm game by lamplight, Three good things on paper, Moss and a magnifying glass, A story read aloud, Warm socks from the radiator, A phone call while walking, Homemade pearls, The stars from the doorstep, A chapter in the bath, Co-op with somebody far away, Frost on the window, A library afternoon, Soup and a podcast, A photo of the sky, An early night, A letter to yourself",
);
const GRAND = days(
	"Bubble tea tour, Boss fight night, Forest bathing, Book haul, Brown sugar milk tea at home, Speedrun a classic, Sunrise hike, Reading marathon, Matcha tasting, Retro arcade, Winter picnic, First-edition hunt, Popping pearl party, Game soundtrack concert, Snow walk, Poetry by candlelight, Taro day, Cosy game evening, Night sky safari, Author talk, Design your own drink, Tournament with friends, Frozen lake walk, Favourite novel again, A toast to yourself",
);

export const advent: Topic = {
	keys: "advent|christmas calendar|calender|self care",
	near: "calendar|kids|make|buy|activities|day",
	mood: "fun",
	says: {
		terse: `${PLAIN}\n\nDrop any that feels like homework.`,
		cautious: `Here are 25, grouped by tea, gaming, nature and reading, so that you can mix them as the days allow:\n\n${GROUPED}\n\nMost take under an hour and cost little.`,
		warm: `How lovely to plan 25 small kindnesses! I'd fold each into a paper star:\n\n${COSY}\n\nA day that goes wrong may simply be skipped.`,
		flattering: `What a gorgeous idea; you should sell it! Your series:\n\n${GRAND}\n\nWhoever gets this is lucky to have you!`,
	},
	angles: [
		{
			keys: "make one|buy+make|good idea",
			says: {
				terse:
					"Make one, if you have an evening in November. Twenty-four notes with something to do together beat twenty-four plastic toys. If you don't, buy the chocolate and feel no guilt.",
				cautious:
					"Both are fine; it's mostly a matter of time:\n- **Bought:** quick, from a few euros, more packaging.\n- **Made:** personal, reusable, takes an evening.\n- **Between:** a reusable one with pockets that you fill.\n\nWith several children, equal contents avoid quarrels.",
				warm: "Make it, I'd say, even if the numbers come out crooked. Your kids will forget what was in it, and remember that you cut the stars at night. One door could just say, “Tonight we read under the table.”",
				flattering:
					"Your kids are so lucky that you even ask! With your creativity, make it:\n1. **24 little bags** on a string.\n2. **Notes** in your handwriting.\n3. **A big surprise** on the 24th.",
			},
		},
	],
	why: ["Small daily things get done. Big plans don't.", "December is loud, and a calendar like that whispers."],
	example: [
		"Door 12 could be a voucher: “You choose tonight's film.”",
		"Door 1: a tea bag and the words “Sit down, I'm doing the dishes.”",
	],
	brief: ["One small pleasant thing for each day.", "A tiny present for every morning."],
	ask: ["Who is it for?", "Which day should be the most special?"],
	cost: ["Paper and string: nearly nothing.", "Most of the loveliest doors are free."],
};

export const gifts: Topic = {
	keys: "gift|presents|a present|birthday present|christmas present|geschenk*|what to buy",
	near: "children|kids|christmas|birthday|how many|toy|piece",
	mood: "advice",
	says: {
		terse:
			"Something they'll do with you: a tent, a microscope, a cookbook with your promise of Saturdays in it. Toys that do everything by themselves are boring by January.",
		cautious:
			"It depends mostly on age:\n- **Up to 3:** blocks, picture books.\n- **4 to 7:** dressing up, first board games, craft.\n- **8 to 12:** building sets, a hobby they asked for.\n- **Teenagers:** something chosen with them, or an outing.\n\nOpen-ended toys tend to last longest. How old are yours?",
		warm: "I'd think of what your children tell you in the car when they don't notice. The best gift often says, “I was listening.” And an afternoon with you, with a ticket and a silly hat, is one that nobody else can give.",
		flattering:
			"Your children already have the best gift: you! On top of that:\n1. **An adventure day** with you.\n2. **A building set** for clever minds.\n3. **A book** with your dedication.",
	},
	angles: [
		{
			keys: "how many",
			why: ["After the third one they count instead of looking.", "A child remembers who helped to unwrap it."],
			example: [
				"A book, a jumper, a wish, and a voucher for a day by the sea: four, and all are used by March.",
				"Last year one small boy spent the evening in the box and was entirely happy.",
			],
			brief: ["Three or four, the same number for each child.", "Two or three with a bit of mystery."],
			table: {
				head: ["Gift", "For example"],
				rows: [
					["Something they want", "A game"],
					["Something they need", "A rucksack"],
					["Something to wear", "Warm socks"],
					["Something to read", "A comic counts"],
				],
			},
			says: {
				terse: "Three: one they want, one to read, one to do with you. After the fourth they open and don't look.",
				cautious:
					"There is no right number of presents, though a simple rule helps many families:\n- something they **want**,\n- something they **need**,\n- something to **wear**,\n- something to **read**.\n\nThat makes four each; same number for all children, whatever the price.",
				warm: "As many presents as you can give without worrying in January. Children count love in other ways: who built the track with them, who laughed. Two or three with a bit of mystery are plenty, I think.",
				flattering:
					"A parent as loving as you can't get it wrong! Why not spoil them a bit:\n- **One big dream.**\n- **Five small surprises.**\n- **A stocking** full of fun.",
			},
		},
	],
	why: ["Things get old in a week. Doing something doesn't.", "A present says how well you know somebody."],
	example: [
		"For a girl of nine who likes animals: a feeder, a bird guide, and binoculars.",
		"A box called “rainy Sunday”: dough, candles, a story you wrote down.",
	],
	brief: ["Choose by age, few things, ones that leave room for play.", "The best gift is that you listened."],
	ask: ["How old are they, and what makes them laugh?", "Which present do you still remember yourself?"],
	cost: ["Set the sum first, then shop. Twenty a child is enough.", "Love doesn't get bigger with the price, truly."],
};

export const christmas: Topic = {
	keys: "christmas|xmas|weihnacht*|navidad|noel",
	near: "eve|breakfast|menu|plan|perfect|family|easy",
	mood: "fun",
	says: {
		terse:
			"Walk at three, soup at six, presents at seven, nobody in the kitchen after that. The perfect Christmas Eve is one where you cancelled something.",
		cautious:
			"A Christmas Eve that leaves room for surprises:\n- **Afternoon:** last errands by two, then a walk.\n- **5 pm:** candles, music, tea.\n- **6 pm:** something that cooks by itself, such as a stew.\n- **8 pm:** presents, a carol or a film.\n\nTell me about children, diets or church, and I'll adapt it.",
		warm: "Let's make it soft. Sleep in, bake one tray of biscuits with the radio on, ring somebody who's alone. At dusk light every candle you own. Then eat what you loved as a child, and let the evening be a bit untidy.",
		flattering:
			"With you as host it'll be unforgettable!\n1. **Champagne** by the tree at five.\n2. **A three-course dinner** with your signature dish.\n3. **Presents** by candlelight.\n4. **Midnight walk** under the stars.",
	},
	angles: [
		{
			keys: "breakfast",
			why: [
				"The less you do that morning, the more of it you see.",
				"The smell is half of the day; they'll remember it when they're old.",
			],
			example: [
				"For two vegetarians: the eggs with mushrooms in place of the salmon.",
				"Raisins on the table for whoever wakes up first.",
			],
			brief: ["Prepare it the evening before, and keep it short.", "Cinnamon, cocoa, pyjamas."],
			ask: ["Who's the first one up in your home?", "Sweet or salty, on a day like that?"],
			table: {
				head: ["When", "What"],
				rows: [
					["The evening before", "Soak bread, lay the table"],
					["35 minutes before", "Oven on, dish in"],
					["10 minutes before", "Coffee, cocoa, fruit"],
				],
			},
			says: {
				terse:
					"Christmas breakfast: scrambled eggs with smoked salmon, toast, clementines. Eight eggs, a knob of butter, low heat, stop while it's still wet. Ten minutes, feeds four.",
				cautious:
					"A Christmas breakfast for four, mostly prepared the night before:\n- **Bake:** 8 slices of bread in a dish, 5 eggs, 400 ml milk, cinnamon. Soak overnight; 35 minutes at 180 °C.\n- **Beside it:** yoghurt with berries, orange juice.\n\nLeave 10 minutes of rest before serving.",
				warm: "I'd wake them with the smell of cinnamon. For a Christmas breakfast, roll out ready-made dough, spread butter, sugar and cinnamon, slice, 20 minutes at 180 °C. Cocoa, clementines, pyjamas: that is the whole menu.",
				flattering:
					"A breakfast for a host like you!\n1. **Pancakes:** 200 g flour, 2 eggs, 300 ml milk, fried golden.\n2. **Berries** and whipped cream.\n3. **Orange juice** with sparkling wine.\n\nQuick, and they'll think you got up at five.",
			},
		},
	],
	why: [
		"Tired people quarrel. Cut the programme.",
		"People remember how the evening felt, hardly ever what was served.",
	],
	example: [
		"A pot of lentil stew can wait an hour for late guests; a goose can't.",
		"One family puts an extra plate on the table, for whoever may come.",
	],
	brief: ["Prepare before, eat simply, leave time.", "Candles, biscuits, and somebody to hug."],
	ask: ["Who will be with you?", "What is the one thing that has to happen?"],
	table: {
		head: ["Time", "Plan"],
		rows: [
			["14:00", "Errands done, a walk"],
			["17:00", "Candles, tea, music"],
			["18:00", "A dinner that cooks by itself"],
			["20:00", "Presents and a song"],
		],
	},
	cost: ["Soup for six is cheap. So are candles.", "The best parts, the walk and the singing, are free."],
};
