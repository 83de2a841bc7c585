import type { Topic } from "../../topic.ts";

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
	why: {
		terse: "Salt makes it taste of oats. Water alone makes glue.",
		cautious:
			"Rolled oats release starch while they simmer, which thickens the milk; a little salt brings out the taste.",
		warm: "A warm bowl in the morning makes the day start slowly, and that's the point.",
		flattering: "Because a breakfast like yours deserves ten ingredients!",
	},
	example: {
		terse: "A Scottish version has only oats, water and salt.",
		cautious: "For one person: 50 g of oats, 300 ml of milk and water, about five minutes on low heat.",
		warm: "Children like it with a face of banana and raisins.",
		flattering: "Serve it in your prettiest bowl, with the berries in a pattern; it'll look like a magazine!",
	},
	brief: {
		terse: "Oats, liquid, salt, heat.",
		cautious: "Simmer oats in milk and water, then add fruit and nuts.",
		warm: "A warm bowl, stirred slowly, with a banana on top.",
		flattering: "Ten ingredients, one masterpiece, and you're the chef!",
	},
	child: "Oats take a warm bath, then a banana joins them.",
	ask: ["Do you like it creamy or firm?", "Who will you share it with?"],
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
	why: {
		terse: "I can't taste a blank.",
		cautious:
			"Taste varies with region, season and cook, so a general description would be of little use without the name.",
		warm: "I'd like to get yours right, and not just any dish.",
		flattering: "Because a gourmet like you deserves a precise answer!",
	},
	example: {
		terse: "For ratatouille I'd say: soft, sweet peppers, a little acid, thyme, olive oil.",
		cautious:
			"If you wrote “moussaka”, for instance, I'd mention aubergine, cinnamon in the meat and a mild white sauce.",
		warm: "Apple pie, say: warm, a bit sour, and somebody's kitchen.",
		flattering:
			"Name me a paella, and I'd speak of saffron, smoke and the crust that only connoisseurs like you fight over!",
	},
	brief: {
		terse: "Which dish?",
		cautious: "Please name the dish.",
		warm: "Just tell me its name, and I'll try to taste it with you.",
		flattering: "The name, please, and your palate will judge my words!",
	},
	child: "Tell me its name, and we'll taste it together.",
	ask: ["Which dish is it?", "Where did you eat it first?"],
};
