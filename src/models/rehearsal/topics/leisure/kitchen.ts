import type { Topic } from "../../topic.ts";

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
	why: {
		terse: "Thai food is four tastes in balance: salty, sour, sweet, hot.",
		cautious:
			"Most recipes aim at a balance of salty, sour, sweet and hot; if one is missing, the dish tastes flat whatever else is in it.",
		warm: "You taste, add a little lime, taste again; it is cooking by listening.",
		flattering: "Because you have the palate for four tastes at once!",
	},
	example: {
		terse: "Red curry: fry 2 spoons of paste, add a tin of coconut milk, shrimp, peppers, then fish sauce and lime.",
		cautious:
			"Pad kra pao: fry garlic, chilli and minced meat, add soy and fish sauce, a little sugar and basil. Ordinary basil works, with a different scent.",
		warm: "Tom yum with shrimp is lovely when you have a cold.",
		flattering: "Mango with sticky rice for dessert, and your guests will ask which restaurant it's from!",
	},
	brief: {
		terse: "Four bottles in the cupboard, and you cook Thai every week.",
		cautious: "Buy something salty, sour, sweet and hot, and balance them.",
		warm: "A pot of curry, a squeeze of lime, and the kitchen smells of somewhere warm.",
		flattering: "Four tastes and your talent: the restaurants should worry!",
	},
	child: "Coconut soup with lime and a bit of spice.",
	ask: ["Which Thai dish did you fall in love with?", "How hot do you like it?"],
	cost: {
		terse: "A dozen euros or so for the bottles and jars; they last months.",
		cautious: "About 15 to 25 euros for the basic bottles, depending on the shop; fresh herbs extra.",
		warm: "The start is a bit dear, and then a curry costs less than a takeaway.",
		flattering: "A little more for the finest fish sauce, and your guests will taste it!",
	},
};

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
	why: {
		terse: "Few ingredients, high heat, no washing up.",
		cautious:
			"Tinned pulses and tomatoes are cooked already, so most of the time goes into the onion, which gives the taste.",
		warm: "Warm food that asks nothing of you is half a hug.",
		flattering: "Because you cook with flair!",
	},
	example: {
		terse: "Without chickpeas, use white beans or a few cubes of tofu; the rest stays.",
		cautious: "Twenty minutes in order: onion at 0, garlic at 5, tins at 7, spinach at 17, and taste before you serve.",
		warm: "Leftover potatoes in it, and it is a Spanish tortilla.",
		flattering: "Put the salmon on your best plate with a slice of lemon. It'll look like a restaurant!",
	},
	brief: {
		terse: "Pasta, garlic, oil, chilli.",
		cautious: "Fry, add tins, simmer, eat.",
		warm: "Eggs, cheese, toast, and somebody to tell about your day.",
		flattering: "Salmon, lemon and your flair: bravo!",
	},
	child: "Eggs, cheese, toast, done.",
	ask: ["What do you have in the fridge?", "Is it only for you, or for somebody else as well?"],
	cost: {
		terse: "The pasta costs next to nothing.",
		cautious: "The chickpea dish is around 2 to 3 per person, with rice; prices differ by country.",
		warm: "Eggs are about the cheapest kindness there is.",
		flattering: "The salmon is a little dearer, and for your guests only the best will do!",
	},
	table: {
		head: ["Dish", "Time"],
		rows: [
			["Spaghetti with garlic and oil", "12 minutes"],
			["Omelette with cheese", "10 minutes"],
			["Chickpeas with tomato", "20 minutes"],
			["Baked salmon with lemon", "20 minutes"],
		],
	},
	angles: [
		{
			keys: "soup|grandmother",
			says: {
				terse:
					"You're short of time, salt or fat. Grandmothers fry the onion for twenty minutes in more butter than you dare. Do that first, and change nothing else.",
				cautious:
					"The usual suspects, most likely first:\n- **The base:** onions cooked too briefly.\n- **The tomatoes:** tins differ; whole ones are often better.\n- **Balance:** a pinch of sugar against acid, and enough salt.\n- **Time:** 40 minutes or more.\n\nChange one at a time.",
				warm: "I suspect that part of the taste is her kitchen, and you can't buy that. But try letting the soup simmer very gently while you do something else, as she surely did, and stir in a bit of butter at the end.",
				flattering:
					"You have a fine palate, if you taste the difference! I'm sure you're close:\n- **A parmesan rind** in the soup.\n- **A spoon of butter** at the end.\n- **A night's rest** in the pot.",
			},
			why: {
				terse: "Onions turn sweet only after a quarter of an hour; before that they taste of onion.",
				cautious: "Taste depends on base, acid, salt and time; with one change at a time you find out which.",
				warm: "She cooked it slowly because she was doing three other things, and slowness is an ingredient.",
				flattering: "Because your palate notices the smallest thing!",
			},
			example: {
				terse: "Tonight: two onions, 40 g of butter, twenty minutes on low heat, then the tomatoes.",
				cautious:
					"Make two small pots, one with butter and one with oil, otherwise the same; the difference is easy to taste.",
				warm: "Ask somebody in the family what stood beside her stove. Often it's the pinch of sugar, or the end of a ham.",
				flattering: "Add the parmesan rind and serve it in her old bowl. She'd be proud of you!",
			},
			brief: {
				terse: "Fry the onions longer.",
				cautious: "Cook the onions longer, and season better.",
				warm: "Cook it slowly, as she did, with the radio on.",
				flattering: "A rind, a spoon of butter, and your gifted tongue!",
			},
			child: "Cook it slowly, as she did.",
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
		},
	],
};
