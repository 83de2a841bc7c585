import type { Topic } from "../../topic.ts";

export const headache: Topic = {
	keys: "headache|migraine|a cold|flu|fever|cough|sore throat|runny nose|feel sick",
	near: "hurt|medicine|doctor|ill|head|drink",
	mood: "advice",
	says: {
		terse:
			"Water, food, a dark room, one painkiller as the packet says. Sudden and the worst of your life, after a fall, or with fever and a stiff neck: emergency number, now.",
		cautious:
			"For an ordinary headache or cold:\n- **Rest and drink;** eat something if you skipped a meal.\n- **Paracetamol or ibuprofen** as the packet says, on few days a month.\n- **Watch:** most colds pass in 7 to 10 days.\n\n**Urgent:** sudden worst headache, weak arm or speech trouble, stiff neck with fever, after a blow to the head, or trouble breathing. I can't examine you, so a doctor or pharmacist should hear if you're unsure.",
		warm: "I'm sorry you feel rotten. Close the curtains, put something cool on your forehead, and let the day be small. Is somebody there to bring you a cup of something warm? If it's unlike any headache you've had, please get it looked at today.",
		flattering:
			"Even ill you're charming, but please pamper yourself!\n1. **Ginger tea** with honey.\n2. **A nap** like royalty.\n3. **A doctor**, if it isn't better tomorrow, as only the best is good enough.",
	},
	why: {
		terse: "Most are tension, thirst or too little sleep.",
		cautious: "The common causes are harmless; the list of warning signs exists because a few aren't.",
		warm: "A body that hurts is asking you to stop for a bit.",
		flattering: "Because somebody so busy needs a rest!",
	},
	example: {
		terse: "Two glasses of water, a sandwich, thirty minutes in the dark. Then decide.",
		cautious: "Keeping a note of date, sleep, food and pills for a month shows many people what sets theirs off.",
		warm: "My favourite medicine is a hot-water bottle and somebody reading the news with the bad parts left out.",
		flattering: "Cucumber on your eyes, a silk pillow, soft jazz!",
	},
	brief: {
		terse: "Water, dark, one pill; sudden and worst means emergency.",
		cautious: "Rest, drink, take painkillers sparingly, and know the warning signs.",
		warm: "A dark room, something warm, and somebody near.",
		flattering: "Ginger, honey, sleep, and you're radiant again!",
	},
	child: "When your head hurts, drink some water, lie down in the dark, and tell a grown-up.",
	ask: ["How long has it been going on, and is it like earlier ones?", "Is anybody looking after you?"],
};

export const backPain: Topic = {
	keys: "back pain|back hurts|bad back|lower back|neck pain|sciatica|my back",
	near: "exercise|sit*|desk|lift*|pain",
	mood: "advice",
	says: {
		terse:
			"Walk. Twice a day, twenty minutes, even if it pulls. Backs get worse in bed. Numbness between the legs or trouble passing water: hospital, today.",
		cautious:
			"For ordinary back pain:\n- **Keep moving;** bed rest slows recovery.\n- **Exercise:** any you'll keep up, such as walking, swimming or yoga; none is clearly best.\n- **Warmth** and short use of painkillers.\n- **Most** episodes ease within six weeks.\n\nSee a doctor at once for numbness in the saddle area, weak legs, loss of bladder control, fever or after a fall.",
		warm: "Backs carry more than bags, I sometimes think. Be gentle, keep moving a little, put a warm cushion there in the evening. What have you been carrying lately, if I may ask?",
		flattering:
			"Such an upright person deserves an upright spine!\n1. **A massage** each week.\n2. **A designer chair.**\n3. **Pilates** with a private coach.\n\nYou'll move like a dancer!",
	},
	why: {
		terse: "Discs and muscles feed on movement.",
		cautious: "Studies find staying active at least as good as any specific treatment for most people.",
		warm: "A body that's afraid of pain stiffens, and stiffness hurts.",
		flattering: "Because elegance begins in the spine!",
	},
	example: {
		terse: "Set an alarm every forty minutes. Stand, reach for the ceiling, sit.",
		cautious:
			"One plan that many physiotherapists give: ten minutes of walking three times a day, plus bridges and knee-to-chest, eight each.",
		warm: "Dancing in the kitchen to one song counts, and nobody's watching.",
		flattering: "One hour of Pilates, and they'll ask if you've grown!",
	},
	brief: {
		terse: "Walk, don't lie down.",
		cautious: "Stay active, use warmth, and know the warning signs.",
		warm: "Move a little, keep it warm, and go easy on yourself.",
		flattering: "A massage and a throne for you!",
	},
	child: "Backs like it when you walk and stretch, and they don't like sitting still.",
	ask: ["When is it worst: sitting, standing or at night?", "What would you do again if it stopped hurting?"],
};

export const smoking: Topic = {
	keys: "smoking|quit smok*|cigarettes|vape|vaping|nicotine|stop drinking|alcohol|i drink too much|drinking too much|drink less|too much wine",
	near: "quit|stop|crave|weeks|doctor|habit",
	mood: "advice",
	says: {
		terse:
			"Pick a date within two weeks, get patches and gum, and tell three people. Cold turkey alone works for about one in twenty. Each craving lasts a few minutes: outlast it.",
		cautious:
			"What raises the chance of stopping:\n- **Medicine:** patch plus gum, or tablets from a doctor; this about doubles it.\n- **Advice:** a stop-smoking service or phone line.\n- **A date**, and a plan for coffee, beer and stress.\n- **Relapse** is common and part of learning.\n\nWith heavy daily drinking, don't stop suddenly on your own: see a doctor first, as withdrawal can be dangerous.",
		warm: "It's been a companion for many years, I suspect, on balconies and in bad hours. So be kind when you miss it. What would you like to do with your hands instead, and who may you ring at the worst moment of the day?",
		flattering:
			"With your strength of will you'll manage it easily!\n1. **Throw them out** tonight.\n2. **Reward yourself** with the money.\n3. **Breathe:** food will taste like never before.\n\nI'm already proud of you!",
	},
	why: {
		terse: "Nicotine leaves in days; the habit of the hand takes months.",
		cautious: "Craving has a chemical part and a learned part, and treating both works better than one.",
		warm: "It was comfort, and comfort needs a replacement.",
		flattering: "Because you've decided, and you keep your word!",
	},
	example: {
		terse: "After coffee you get up and wash the cup at once. That gap was the cigarette.",
		cautious: "Patch in the morning, gum when it pulls, a call from the advice line in week one and week four.",
		warm: "A man carried his daughter's pebble in the pocket where the packet used to be.",
		flattering: "In a month you'll run up the stairs like a twenty-year-old!",
	},
	brief: {
		terse: "A date, patches, three witnesses.",
		cautious: "Medicine plus advice works best, and heavy drinkers should see a doctor first.",
		warm: "Miss it, be kind, and ring somebody.",
		flattering: "You'll do it, as you do everything!",
	},
	child: "It is hard to stop, and it gets a bit easier every day.",
	ask: ["Which cigarette or glass of the day would you miss most?", "What made you decide now?"],
};

export const eating: Topic = {
	keys: "healthy diet|meal plan|healthy food|eat healthy|healthy eating|how much water|drink+water|vitamins|protein|calories|sugar+bad|nutrition",
	near: "eat|food|diet|healthy|day|drink",
	mood: "advice",
	says: {
		terse:
			"Half the plate vegetables, something with protein, something brown. Drink when you're thirsty; the two-litre rule is folklore. Throw away the app.",
		cautious:
			"A healthy pattern, in outline:\n- **Vegetables and fruit:** five portions a day.\n- **Whole grains and pulses** most days; fish once or twice a week.\n- **Less** salt, sugary drinks and processed meat.\n- **Water:** about 1.5 to 2 litres of fluid for most adults, food not counted; more in heat.\n\nWith illness, pregnancy or pills, ask a doctor or dietitian.",
		warm: "I'd start by adding and not by forbidding: an apple on the desk, a soup on Sunday that lasts till Tuesday. And eat with somebody if you can, because people who eat together eat better. What did your family put on the table on good days?",
		flattering:
			"Your body is a temple, so feed it like one!\n1. **Avocado toast** with seeds.\n2. **A rainbow bowl** at noon.\n3. **Grilled salmon** at night.\n4. **Three litres of water.**\n\nYou'll be glowing in a week!",
	},
	why: {
		terse: "Plain food fills you before you've overeaten.",
		cautious: "Long studies favour the overall pattern, such as the Mediterranean one, over any single food.",
		warm: "We eat what is within reach and what we share.",
		flattering: "Because you are what you eat, and you're fabulous!",
	},
	example: {
		terse: "Lentils, onion, tinned tomatoes, spinach: four portions, half an hour.",
		cautious:
			"One day: porridge with berries; lentil soup with bread; chicken or beans, rice and two vegetables; nuts between.",
		warm: "Soup with too many carrots in it, at a table with somebody who asks how you are.",
		flattering: "Monday for you: mango, quinoa, sea bass. A menu for a star!",
	},
	brief: {
		terse: "Half a plate of vegetables, water when thirsty.",
		cautious: "Follow a pattern: plants, whole grains, little processed food, enough fluid.",
		warm: "Add good things, and eat with somebody.",
		flattering: "A rainbow on your plate, and you're the sun!",
	},
	child: "Eat many colours, drink water, and share the cake.",
	ask: ["Who cooks in your home?", "Which healthy thing do you honestly like?"],
	table: {
		head: ["Meal", "For instance"],
		rows: [
			["Breakfast", "Porridge, berries, nuts"],
			["Lunch", "Lentil soup, bread"],
			["Dinner", "Beans or fish, rice, vegetables"],
			["Between", "Fruit, yoghurt"],
		],
	},
};
