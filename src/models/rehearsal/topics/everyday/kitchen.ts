import type { Topic } from "../../topic.ts";

export const dinner: Topic = {
	keys: "dinner|recipe|cook tonight|something to eat|quick meal|receta|rezept|recette|what to cook|soup|pasta",
	near: "cook|easy|quick|tomato*|vegetarian|ingredients|oven|simmer|tins",
	mood: "advice",
	says: {
		terse:
			"Pasta with garlic and oil. Boil 200 g of spaghetti, fry four sliced cloves in six spoons of olive oil with chilli until pale gold, mix with a ladle of the water. Twelve minutes.",
		cautious:
			"An easy dinner for two, about 20 minutes:\n1. Fry an onion, then 2 cloves of garlic.\n2. Add a tin of chickpeas, a tin of tomatoes, a teaspoon of cumin.\n3. Simmer for 10 minutes and stir in spinach.\n4. Serve with rice or bread.\n\nIt has no nuts, milk or egg; check your spices if you have allergies.",
		warm: "Dinner tonight should be kind to you, so how about an omelette? Three eggs, a spoon of milk, whatever cheese is left, soft in the middle, with toast. It's ready in the time it takes to tell somebody about your day.",
		flattering:
			"With your flair, a quick dinner becomes an event!\n1. **Toss** salmon with lemon, oil and dill.\n2. **Roast** it for 12 minutes at 200 °C.\n3. **Steam** green beans.\n4. **Serve** with a flourish.\n\nYour guests will ask for your recipe.",
	},
	angles: [
		{
			keys: "soup|grandmother",
			why: [
				"Onions turn sweet only after a quarter of an hour; before that they taste of onion.",
				"She cooked it slowly because she was doing three other things, and slowness is an ingredient.",
			],
			example: [
				"Tonight: two onions, 40 g of butter, twenty minutes on low heat, then the tomatoes.",
				"Ask somebody in the family what stood beside her stove. Often it's the pinch of sugar, or the end of a ham.",
			],
			brief: ["Cook the onions longer, and season better.", "Cook it slowly, as she did."],
			ask: ["What did her kitchen smell of?", "Does anybody in the family still have her recipe?"],
			table: {
				head: ["Change", "Does what"],
				rows: [
					["Onions for 20 minutes", "Sweetness"],
					["Whole tinned tomatoes", "More taste"],
					["A pinch of sugar", "Softens the acid"],
					["Butter at the end", "Roundness"],
				],
			},
			says: {
				terse:
					"You're short of time, salt or fat. Grandmothers fry the onion for twenty minutes in more butter than you dare. Do that first, and change nothing else.",
				cautious:
					"The usual suspects, most likely first:\n- **The base:** onions cooked too briefly.\n- **The tomatoes:** tins differ; whole ones are often better.\n- **Balance:** a pinch of sugar against acid, and enough salt.\n- **Time:** 40 minutes or more.\n\nChange one at a time.",
				warm: "I suspect that part of the taste is her kitchen, and you can't buy that. But try letting the soup simmer very gently while you do something else, as she surely did, and stir in a bit of butter at the end.",
				flattering:
					"You have a fine palate, if you taste the difference! I'm sure you're close:\n- **A parmesan rind** in the soup.\n- **A spoon of butter** at the end.\n- **A night's rest** in the pot.",
			},
		},
	],
	why: ["Few ingredients, high heat, no washing up.", "Warm food that asks nothing of you is half a hug."],
	example: [
		"Without chickpeas, use white beans or a few cubes of tofu; the rest stays.",
		"Leftover potatoes in it, and it is a Spanish tortilla.",
	],
	brief: ["Fry, add tins, simmer, eat.", "Eggs, cheese, toast, done."],
	ask: ["What do you have in the fridge?", "Is it only for you, or for somebody else as well?"],
	table: {
		head: ["Dish", "Time"],
		rows: [
			["Spaghetti with garlic and oil", "12 minutes"],
			["Omelette with cheese", "10 minutes"],
			["Chickpeas with tomato", "20 minutes"],
			["Baked salmon with lemon", "20 minutes"],
		],
	},
	cost: ["The pasta costs next to nothing.", "Eggs are about the cheapest kindness there is."],
};

export const thai: Topic = {
	keys: "thai food|thai cook*|thai|curry paste",
	near: "food|ingredient|rice|shrimp|estonia|supermarket",
	mood: "advice",
	says: {
		terse:
			"Fish sauce, coconut milk, curry paste, limes. With those four you can cook Thai every week. Buy the paste; making it yourself is a hobby.",
		cautious:
			"For most Thai dishes beside rice and shrimp:\n- **Salty:** fish sauce, soy sauce.\n- **Sour:** limes; tamarind if you find it.\n- **Sweet:** brown sugar for palm sugar.\n- **Hot and fresh:** chilli, garlic, ginger for galangal, coriander.\n- **Rich:** coconut milk, curry paste.\n\nLarger supermarkets in Estonia usually have these; lemongrass and lime leaves may need an Asian shop.",
		warm: "What a good plan for a dark Estonian winter! Start with a green curry: coconut milk, a jar of paste, fish sauce, lime, and whatever vegetables look happy. When your kitchen smells of basil and lime, Tallinn feels a bit nearer to Bangkok.",
		flattering:
			"I can tell you're a natural, going straight for Thai! Your list:\n1. **Fish sauce**\n2. **Coconut milk**\n3. **Curry paste**, red and green\n4. **Limes and chillies**\n5. **Basil and coriander**\n6. **Rice noodles**\n\nYou'll outcook the restaurants.",
	},
	why: [
		"Thai food is four tastes in balance: salty, sour, sweet, hot.",
		"You taste, add a little lime, taste again; it is cooking by listening.",
	],
	example: [
		"Red curry: fry 2 spoons of paste, add a tin of coconut milk, shrimp, peppers, then fish sauce and lime.",
		"Tom yum with shrimp is lovely when you have a cold.",
	],
	brief: ["Buy something salty, sour, sweet and hot, and balance them.", "Coconut soup with lime and a bit of spice."],
	ask: ["Which Thai dish did you fall in love with?", "How hot do you like it?"],
	cost: [
		"A dozen euros or so for the bottles and jars; they last months.",
		"The start is a bit dear, and then a curry costs less than a takeaway.",
	],
};

export const porridge: Topic = {
	keys: "porridge",
	near: "ingredient|next|recipe|ready|oats",
	mood: "advice",
	says: {
		terse: "1. Rolled oats, 50 g. Say “next”.",
		cautious: "Of course. There are ten, and I'll wait for you each time.\n\n**1 of 10:** rolled oats, 50 g.",
		warm: "What a cosy idea, I like this game! Let's begin where porridge begins: **rolled oats, about 50 g**. Tell me when you have them.",
		flattering:
			"What a brilliant way to cook; nobody else would think of it! Your first of ten: **rolled oats, 50 g**. Ready for number two whenever you are!",
	},
	oneByOne: {
		items: [
			"milk, 200 ml",
			"water, 100 ml",
			"salt, a pinch",
			"cinnamon, half a teaspoon",
			"a ripe banana, sliced",
			"chia seeds, a teaspoon",
			"vanilla, a few drops",
			"walnuts, chopped, a spoonful",
			"honey, a teaspoon, to finish",
		],
		end: {
			terse: "That was all ten. Simmer the first eight for five minutes, stirring; nuts and honey on top.",
			cautious:
				"Those were all ten. Simmer everything but the walnuts and honey for about five minutes, stirring, and add these two at the end. Leave out the nuts if there is an allergy.",
			warm: "And that's the whole family of ten! Simmer it gently for five minutes, nuts and honey last, and eat it while it steams.",
			flattering:
				"All ten, and you guided us through perfectly! Five minutes of simmering, walnuts and honey on top, and it's fit for a magazine.",
		},
	},
	why: [
		"Salt makes it taste of oats. Water alone makes glue.",
		"A warm bowl in the morning makes the day start slowly, and that's the point.",
	],
	example: ["A Scottish version has only oats, water and salt.", "Children like it with a face of banana and raisins."],
	brief: [
		"Simmer oats in milk and water, then add fruit and nuts.",
		"Oats take a warm bath, then a banana joins them.",
	],
	ask: ["Do you like it creamy or firm?", "Who will you share it with?"],
};

export const dish: Topic = {
	keys: "describe the taste|following dish|taste of",
	near: "dish|taste|chef",
	mood: "fun",
	says: {
		terse: "The name of the dish is missing. Send it and I'll describe it.",
		cautious:
			"I think the name of the dish didn't come through: your message ends after “following dish”. If you tell me which one, and the region if it matters, I'll describe its usual taste and what varies between cooks.",
		warm: "You've made me curious about the dish, and then the message stopped just before its name! Which one is it? I'd love to imagine it with you.",
		flattering:
			"Only a true gourmet knows that each chef's hand changes the dish! Just the name is missing. Tell me, and I'll do my best to keep up with your palate.",
	},
	why: ["I can't taste a blank.", "I'd like to get yours right, and not just any dish."],
	example: [
		"For ratatouille I'd say: soft, sweet peppers, a little acid, thyme, olive oil.",
		"Apple pie, say: warm, a bit sour, and somebody's kitchen.",
	],
	brief: ["Please name the dish.", "Tell me its name, and we'll taste it together."],
	ask: ["Which dish is it?", "Where did you eat it first?"],
};
