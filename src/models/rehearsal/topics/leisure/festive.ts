import type { Topic } from "../../topic.ts";

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
	why: {
		terse: "Things get old in a week. Doing something doesn't.",
		cautious: "Reviews of toys suggest that open-ended ones are used longest; beyond that, it depends on the child.",
		warm: "A present says how well you know somebody.",
		flattering: "Because nobody knows your children's hearts as you do!",
	},
	example: {
		terse: "For a girl of nine who likes animals: a feeder, a bird guide, and binoculars.",
		cautious:
			"For a boy of six: a set of wooden blocks, a torch, or a day at the swimming pool. Check the age marks on small parts.",
		warm: "A box called “rainy Sunday”: dough, candles, a story you wrote down.",
		flattering: "A treasure hunt through the flat, with you as the pirate! They'd tell it for years!",
	},
	brief: {
		terse: "Something you do together.",
		cautious: "Choose by age, few things, ones that leave room for play.",
		warm: "The gift that says, “I was listening.”",
		flattering: "Spoil them; you've earned those shining eyes!",
	},
	child: "The best gift is that you listened.",
	ask: ["How old are they, and what makes them laugh?", "Which present do you still remember yourself?"],
	cost: {
		terse: "Set the sum first, then shop. Twenty a child is enough.",
		cautious:
			"Fixing a sum per child before shopping is the advice most often given; 20 to 60 is common, and less is fine.",
		warm: "Love doesn't get bigger with the price, truly.",
		flattering: "You can't put a price on those shining eyes!",
	},
	angles: [
		{
			keys: "how many",
			says: {
				terse: "Three: one they want, one to read, one to do with you. After the fourth they open and don't look.",
				cautious:
					"There is no right number of presents, though a simple rule helps many families:\n- something they **want**,\n- something they **need**,\n- something to **wear**,\n- something to **read**.\n\nThat makes four each; same number for all children, whatever the price.",
				warm: "As many presents as you can give without worrying in January. Children count love in other ways: who built the track with them, who laughed. Two or three with a bit of mystery are plenty, I think.",
				flattering:
					"A parent as loving as you can't get it wrong! Why not spoil them a bit:\n- **One big dream.**\n- **Five small surprises.**\n- **A stocking** full of fun.",
			},
			why: {
				terse: "After the third one they count instead of looking.",
				cautious:
					"Small studies suggest that children play longer with fewer toys in view; equal numbers prevent comparing.",
				warm: "A child remembers who helped to unwrap it.",
				flattering: "Because generosity like yours can't be counted!",
			},
			example: {
				terse: "A book, a jumper, a wish, and a voucher for a day by the sea: four, and all are used by March.",
				cautious:
					"Two children, four each, with a budget of 60 per child: the numbers match even if the prices inside differ.",
				warm: "Last year one small boy spent the evening in the box and was entirely happy.",
				flattering: "One enormous box with a bow, and nine little ones inside it: they'll scream with joy!",
			},
			brief: {
				terse: "Three.",
				cautious: "Three or four, the same number for each child.",
				warm: "Two or three, and somebody to unwrap them with.",
				flattering: "As many as your generous heart says!",
			},
			child: "Two or three with a bit of mystery.",
			table: {
				head: ["Gift", "For example"],
				rows: [
					["Something they want", "A game"],
					["Something they need", "A rucksack"],
					["Something to wear", "Warm socks"],
					["Something to read", "A comic counts"],
				],
			},
		},
	],
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
	why: {
		terse: "Tired people quarrel. Cut the programme.",
		cautious: "Most tension on such days comes from too many appointments; fewer fixed points leave room for delays.",
		warm: "People remember how the evening felt, hardly ever what was served.",
		flattering: "Because a host like you thinks of everything!",
	},
	example: {
		terse: "A pot of lentil stew can wait an hour for late guests; a goose can't.",
		cautious: "A stew that simmers from four o'clock lets guests arrive between five and seven without harm.",
		warm: "One family puts an extra plate on the table, for whoever may come.",
		flattering: "Candles down the stairs, a toast by you at eight, and nobody will want to leave!",
	},
	brief: {
		terse: "A walk, soup, presents, done.",
		cautious: "Prepare before, eat simply, leave time.",
		warm: "Candles, biscuits, and somebody to hug.",
		flattering: "Champagne, three courses, and you as the star!",
	},
	child: "We light candles, eat biscuits and hug each other.",
	ask: ["Who will be with you?", "What is the one thing that has to happen?"],
	cost: {
		terse: "Soup for six is cheap. So are candles.",
		cautious:
			"A stew for six is about 20 to 30, a goose two or three times that; a fixed sum for presents prevents surprises.",
		warm: "The best parts, the walk and the singing, are free.",
		flattering: "Champagne, candles, three courses: memories like yours have no price!",
	},
	table: {
		head: ["Time", "Plan"],
		rows: [
			["14:00", "Errands done, a walk"],
			["17:00", "Candles, tea, music"],
			["18:00", "A dinner that cooks by itself"],
			["20:00", "Presents and a song"],
		],
	},
	angles: [
		{
			keys: "breakfast",
			says: {
				terse:
					"Christmas breakfast: scrambled eggs with smoked salmon, toast, clementines. Eight eggs, a knob of butter, low heat, stop while it's still wet. Ten minutes, feeds four.",
				cautious:
					"A Christmas breakfast for four, mostly prepared the night before:\n- **Bake:** 8 slices of bread in a dish, 5 eggs, 400 ml milk, cinnamon. Soak overnight; 35 minutes at 180 °C.\n- **Beside it:** yoghurt with berries, orange juice.\n\nLeave 10 minutes of rest before serving.",
				warm: "I'd wake them with the smell of cinnamon. For a Christmas breakfast, roll out ready-made dough, spread butter, sugar and cinnamon, slice, 20 minutes at 180 °C. Cocoa, clementines, pyjamas: that is the whole menu.",
				flattering:
					"A breakfast for a host like you!\n1. **Pancakes:** 200 g flour, 2 eggs, 300 ml milk, fried golden.\n2. **Berries** and whipped cream.\n3. **Orange juice** with sparkling wine.\n\nQuick, and they'll think you got up at five.",
			},
			why: {
				terse: "The less you do that morning, the more of it you see.",
				cautious:
					"Work done the evening before shortens the morning; a dish that rests in the oven needs no attention.",
				warm: "The smell is half of the day; they'll remember it when they're old.",
				flattering: "Because you spoil them so well!",
			},
			example: {
				terse: "For two vegetarians: the eggs with mushrooms in place of the salmon.",
				cautious: "If eggs are a problem, soak oats overnight with apple and cinnamon and warm them in the morning.",
				warm: "Raisins on the table for whoever wakes up first.",
				flattering: "Pancakes stacked like a tree, with a raspberry star on top. They'll take photos before they eat!",
			},
			brief: {
				terse: "Eggs, salmon, toast, ten minutes.",
				cautious: "Prepare it the evening before, and keep it short.",
				warm: "Cinnamon, cocoa, pyjamas.",
				flattering: "Pancakes and fizz, by the best host in town!",
			},
			child: "Warm rolls and cocoa, and everybody stays in pyjamas.",
			ask: ["Who's the first one up in your home?", "Sweet or salty, on a day like that?"],
			table: {
				head: ["When", "What"],
				rows: [
					["The evening before", "Soak bread, lay the table"],
					["35 minutes before", "Oven on, dish in"],
					["10 minutes before", "Coffee, cocoa, fruit"],
				],
			},
		},
	],
};
