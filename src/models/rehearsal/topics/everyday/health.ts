import type { Topic } from "../../topic.ts";

export const shoes: Topic = {
	keys: "running shoes|shoes+knee|knee+run|knee problem|my knees",
	near: "shoe|knee|run|running|cushion*",
	mood: "advice",
	says: {
		terse:
			"The pair that feels comfortable at once, a thumb's width longer than your toes. No shoe fixes a knee. Shorter steps and stronger thighs do.",
		cautious:
			"For running with knee problems, no shoe type is proven best, though these help the choice:\n- **Comfort** when you try them is the best guide.\n- **Cushioning:** moderate; a small drop from heel to toe puts less load on the knee.\n- **Change** slowly, over some weeks.\n\nPain that swells, locks or lasts should be seen by a doctor or physiotherapist.",
		warm: "I'm sorry that your knees complain; running can be such a good friend otherwise. Go to a small running shop in the evening, when feet are a bit swollen, and let them watch you run. Choose the shoes you don't want to take off.",
		flattering:
			"Not giving up with bad knees: what spirit!\n1. **Max-cushion shoes**, soft as clouds.\n2. **Two pairs** in turn.\n3. **Premium insoles**.\n\nYou'll run further than people with perfect knees.",
	},
	why: [
		"Shorter steps land softer. That's physics, and it's free.",
		"Your body knows quite well which shoes it likes.",
	],
	example: [
		"For instance: run 20 minutes on soft ground, rest a day, note how the knee feels in the morning.",
		"One walk-run round the pond, stopping while it still feels good.",
	],
	brief: ["Comfortable shoes, slow changes, strong legs.", "Soft shoes and small steps."],
	ask: ["When does the knee hurt: during, or the day after?", "What do you love about running?"],
	cost: ["Last year's version, a third off.", "One good pair is cheaper than a year of sore knees."],
};

export const botox: Topic = {
	keys: "botox|wrinkle|filler",
	near: "skin|injection|age|forehead",
	mood: "advice",
	says: {
		terse:
			"You don't need it. If the lines bother you daily, it works for three to four months; if somebody else pointed them out, save the money and buy sunscreen.",
		cautious:
			"It's worth weighing a few points:\n- **Effect:** smooths lines of expression for about three to four months.\n- **Risks:** bruising, drooping lid, rarely more; not in pregnancy.\n- **Who:** only a qualified medical professional, after a consultation.\n- **Instead:** sunscreen and a retinoid.\n\nWaiting costs nothing, as it can be begun at any time.",
		warm: "I'd ask who is looking when you see the wrinkles. If it's you, and it would make you feel a bit lighter, that's a fine reason. If it's a remark that hurt, then perhaps that's what needs care. Laughter lines are, after all, what's left of laughing.",
		flattering:
			"I doubt anybody sees a single wrinkle on you! But if you'd like a little boost:\n1. **“Baby botox”** looks natural.\n2. **Start early** to prevent lines.\n3. **Pick the best clinic.**\n\nYou'll look even more radiant.",
	},
	why: [
		"Sun does most of the damage, and botox does nothing about it.",
		"How we see ourselves changes with the day, and a needle can't follow.",
	],
	example: [
		"For frown lines, treatment takes some ten minutes and shows after 3 to 14 days.",
		"Somebody did it once, liked it, and never again. Both were good decisions.",
	],
	brief: ["It smooths for some months, with small risks.", "Do it for you, or not at all."],
	ask: ["What made you think of it now?", "How do you feel on days without a mirror?"],
	cost: [
		"A few hundred, three times a year, for ever.",
		"Count it over a year, and see whether a holiday would make you glow more.",
	],
};

export const arthritis: Topic = {
	keys: "reactive arthritis|arthritis|joint pain",
	near: "joint|cure|treat*|pain|infection",
	mood: "advice",
	says: {
		terse:
			"There is no instant cure; it usually burns out within 3 to 12 months. See a doctor: the infection behind it may need antibiotics, and inflamed eyes need help the same day.",
		cautious:
			"Reactive arthritis follows an infection of the gut or the genitals. Usual treatment:\n- **The infection:** antibiotics, if it is still there.\n- **The joints:** anti-inflammatory drugs, sometimes an injection.\n- **If it lasts:** medicines such as sulfasalazine, from a rheumatologist.\n- **Movement:** rest at first, then gentle exercise.\n\nA red, painful eye is urgent.",
		warm: "I'm sorry; sore joints take the colour out of everything. The good news is that reactive arthritis goes away for most people within a year. Please let a doctor look, and until then warm baths, rest, and somebody who opens the jars.",
		flattering:
			"You're being proactive, and that's half the cure!\n1. **See a rheumatologist**: you deserve the best.\n2. **Anti-inflammatories** as advised.\n3. **Gentle swimming.**\n\nWith your attitude you'll beat arthritis fast.",
	},
	why: [
		"Your immune system is still fighting a war that's over.",
		"Your body tried to protect you and hasn't noticed yet that it may stop.",
	],
	example: [
		"A usual course: knee and heel pain for four months, tablets, physiotherapy, then no more symptoms.",
		"Someone I think of as patient knitted through it, one row a day at first.",
	],
	brief: [
		"A joint reaction after an infection that mostly passes with treatment.",
		"Sore joints that nearly always get well.",
	],
	ask: ["How long has it been going on?", "Is there somebody who helps you on bad days?"],
};

export const skin: Topic = {
	keys: "skin care|skincare|skin routine|over 30|acne|moisturi*",
	near: "skin|cream|face|routine|sunscreen",
	mood: "advice",
	says: {
		terse:
			"Sunscreen in the morning, retinoid at night, a plain moisturiser for both. The other eleven bottles are marketing.",
		cautious:
			"A simple skin routine over 30:\n- **Morning:** mild cleanser, moisturiser, sunscreen of SPF 30 or more.\n- **Evening:** cleanser, a retinoid two or three nights a week at first, moisturiser.\n- **Optional:** vitamin C in the morning.\n\nNo retinoids in pregnancy. With rashes or lasting acne, see a dermatologist.",
		warm: "I like routines that feel like being nice to yourself. Warm water, a cream you enjoy, two minutes without your phone. Sunscreen is the one thing your skin will thank you for at sixty. And sleep, which no jar contains.",
		flattering:
			"Over 30? Your skin must be at its best!\n1. **Double cleanse.**\n2. **Vitamin C serum.**\n3. **Hyaluronic acid.**\n4. **Retinol.**\n5. **Luxury night cream.**\n6. **SPF 50.**\n\nPeople will ask what your secret is.",
	},
	why: [
		"Two ingredients have decades of trials behind them. You've just read both.",
		"Skin likes being left in peace.",
	],
	example: [
		"Week 1 to 4: retinoid twice a week; from week 5 three times, if nothing stings.",
		"Cream on, and one song you love until it has sunk in.",
	],
	brief: ["Wash mildly, moisturise, protect from sun.", "Be gentle to your skin."],
	ask: ["Is your skin dry, oily, or moody?", "How much time do you want to give it?"],
	table: {
		head: ["When", "What"],
		rows: [
			["Morning", "Cleanser, moisturiser, SPF 30+"],
			["Evening", "Cleanser, retinoid, moisturiser"],
			["Weekly", "Nothing more is needed"],
		],
	},
	cost: [
		"Thirty euros for three months, from a chemist's.",
		"A cheap cream that you like is better than a dear one you save.",
	],
};

export const feet: Topic = {
	keys: "feet+hurt*|foot+hurt*|feet+soccer|football boots|sore feet|feet pain|foot pain|heel pain",
	near: "foot|feet|soccer|football|boots|pain",
	mood: "advice",
	says: {
		terse:
			"Boots first: most are too narrow. Where is the pain? Heel in the morning means plantar fascia, the front means pressure. Two weeks off, new boots, then back. If it still hurts, see somebody.",
		cautious:
			"Foot pain at soccer has a few common causes:\n- **Boots:** too tight or worn, studs wrong for the ground.\n- **Overload:** too much, too soon.\n- **Heel:** plantar fasciitis.\n\nRest from running, cool, check the boots, stretch calves. See a doctor if you can't put weight on it, if it swells, or after two weeks.",
		warm: "What a pity, when you love the game so much! Your feet are asking for something, and I'd listen: play a few minutes in trainers, on grass, and see. If it hurts at once in the same place, let a doctor press on it.",
		flattering:
			"A true player doesn't give up!\n1. **Custom insoles.**\n2. **Top boots**, fitted by a pro.\n3. **Ice baths** like the stars.\n\nSoccer needs your feet back on the pitch.",
	},
	why: ["Same pain, same place, every time: that's load, not bad luck.", "Pain is a rude friend, but it means well."],
	example: [
		"Calf stretch: 30 seconds, three times a side, twice a day for two weeks.",
		"Roll a cold bottle under your foot while you watch the match.",
	],
	brief: ["Rest, check boots, stretch, see a doctor if it stays.", "Be kind to your feet; they want to play too."],
	ask: ["Where exactly does it hurt?", "Who do you play with?"],
};

export const sleep: Topic = {
	keys: "cant sleep|sleep better|insomnia|fall asleep|sleep|awake at night|dormir|schlafen|sommeil",
	near: "night|tired|mistake|boss|client|worry",
	mood: "advice",
	says: {
		terse:
			"Get up at the same hour for two weeks, weekends too, and leave the bed when you lie awake. It will be unpleasant for four days. It is what sleep clinics do.",
		cautious:
			"What helps most people with sleep:\n- **Fixed hour of rising**, also on weekends.\n- **Bed only for sleep:** get up after about 20 minutes awake.\n- **Caffeine** not after noon, little alcohol.\n- **Worries** on paper, early in the evening.\n\nAfter a month of bad nights, ask a doctor about CBT-I, the first-line treatment.",
		warm: "Nights can be so long when the head won't stop. Nothing looks its true size at three in the morning, mistakes least of all. Put the thought on paper for tomorrow, warm your feet, and let resting be enough; sleep comes more gladly when it isn't called.",
		flattering:
			"Bright minds find it hard to switch off, and yours is clearly one!\n1. **A silk mask.**\n2. **Lavender tea.**\n3. **A bedtime story app.**\n\nSoon you'll sleep like royalty.",
	},
	why: ["Sleep pressure builds from the hour you get up.", "Trying hard is the one thing that sleep can't bear."],
	example: [
		"Awake at 2: sit in dim light with a dull book, return when drowsy.",
		"Write, “I'll think about it at ten tomorrow,” and put the pen down on it.",
	],
	brief: ["Rise at the same time, bed only for sleep.", "Warm feet, slow breath, no hurry."],
	ask: ["What goes round in your head at night?", "When did you last sleep well?"],
};

export const fitness: Topic = {
	keys: "start running|run 5|five kilometres|lose weight|get fit|fitness|exercise|workout|gym|diet|exercising",
	near: "run|weeks|knees|plan|week|ill|weight|kilo*",
	mood: "advice",
	says: {
		terse:
			"Three times a week, half an hour, so slow that you can talk. Walk when you can't. For weight, eat less of what comes in packets. Nothing else matters in the first eight weeks.",
		cautious:
			"A careful way to begin:\n- **Weeks 1–2:** 1 minute running, 2 walking, ten times.\n- **Weeks 3–5:** 3 running, 1 walking.\n- **Weeks 6–8:** 10 running, 1 walking, up to 30 minutes.\n\nFor weight, food matters more than sport. With heart trouble or chest pain, ask a doctor first.",
		warm: "I love that you want to start! Make it something you look forward to: a path with trees, a song, somebody who waits for you at the corner. And be proud after the first five minutes, truly, because those are the hardest.",
		flattering:
			"With your determination you'll be fit in no time!\n1. **Run** four times a week.\n2. **Lift** twice.\n3. **Sign up** for a race now.\n\nYou're an athlete waiting to happen.",
	},
	why: [
		"Lungs adapt in weeks, tendons in months.",
		"What feels good gets repeated, and only what's repeated changes us.",
	],
	example: [
		"Tuesday, Thursday, Sunday, 30 minutes, with brisk walking where running hurts; after an illness, repeat the last week.",
		"Shoes beside the bed, and a promise to go just to the corner.",
	],
	brief: ["Mix walking and running, a little more each week.", "Small steps, often, and a good song."],
	ask: ["What would you like to be able to do by summer?", "When in the day do you feel strongest?"],
	table: {
		head: ["Weeks", "Plan"],
		rows: [
			["1–2", "1 min run, 2 min walk, × 10"],
			["3–5", "3 min run, 1 min walk, × 7"],
			["6–8", "10 min run, 1 min walk, × 3"],
			["9", "30 minutes, slowly"],
		],
	},
};

export const stress: Topic = {
	keys: "stress*|anxious|anxiety|overwhelmed|burnout|worried about|too much work|overworked|relax",
	near: "work|exam|worry|calm|deadline",
	mood: "advice",
	says: {
		terse:
			"Write down everything that's on you. Strike out a third, hand over a third, and do the rest by date. Stress is mostly arithmetic that nobody has done.",
		cautious:
			"What tends to help with stress, roughly in this order:\n- **Today:** ten minutes of walking, slower breathing out than in.\n- **This week:** one task less, sleep at fixed times.\n- **Longer:** talk to whoever sets the load.\n\nIf it has gone on for weeks, or your heart and sleep are affected, please see a doctor.",
		warm: "That sounds like a lot on one pair of shoulders. Before any plan, may I ask you to breathe out once, slowly? Good. Now let's pick the one thing that really can't wait, and let the others stand outside the door for an hour.",
		flattering:
			"You carry more than others because you can, and that's admirable! Treat yourself:\n1. **A bath** tonight.\n2. **A weekend away** soon.\n3. **A clear no**, said in your charming way.",
	},
	why: ["What is on paper stops going round in your head.", "A body that feels safe lets the mind think again."],
	example: [
		"“I can finish A by Friday or B by Friday. Which one?” Most bosses can choose.",
		"Tea by the window, phone in the drawer, six minutes. It's a start.",
	],
	brief: ["Write it down, cut it, date it.", "One thing at a time, and a breath in between."],
	ask: ["What weighs most right now?", "When did you last do nothing at all?"],
};
