import type { Topic } from "../../topic.ts";

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
	why: {
		terse: "Sun does most of the damage, and botox does nothing about it.",
		cautious:
			"It blocks the signal from nerve to muscle for some months; lines caused by sun or lost volume are not affected.",
		warm: "How we see ourselves changes with the day, and a needle can't follow.",
		flattering: "Because confidence shows, and you already glow!",
	},
	example: {
		terse: "For frown lines, treatment takes some ten minutes and shows after 3 to 14 days.",
		cautious:
			"A common course is one consultation, a small dose, and a check after two weeks; reputable clinics turn some people away.",
		warm: "Somebody did it once, liked it, and never again. Both were good decisions.",
		flattering: "A friend of yours would only say, “You look so rested!” And you'd just smile!",
	},
	brief: {
		terse: "Skip it, unless the lines bother you every day.",
		cautious: "It smooths for some months, with small risks.",
		warm: "Do it only if it makes you feel lighter, and never for a remark that hurt.",
		flattering: "A tiny boost for a face that hardly needs one!",
	},
	child: "Do it for you, or not at all.",
	ask: ["What made you think of it now?", "How do you feel on days without a mirror?"],
	cost: {
		terse: "A few hundred, three times a year, for ever.",
		cautious: "Typically a few hundred for each visit, about three visits a year; a very low price is a warning sign.",
		warm: "Count it over a year, and see whether a holiday would make you glow more.",
		flattering: "Glowing skin is an investment, and you know how to invest!",
	},
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
	why: {
		terse: "Two ingredients have decades of trials behind them. You've just read both.",
		cautious:
			"Sunscreen and retinoids have the best evidence; for most other ingredients the studies are small or paid for by makers.",
		warm: "Skin likes being left in peace.",
		flattering: "Because skin as good as yours deserves a full routine!",
	},
	example: {
		terse: "Week 1 to 4: retinoid twice a week; from week 5 three times, if nothing stings.",
		cautious:
			"A plain plan for four weeks: cleanser and SPF in the morning, cleanser and moisturiser at night, and a retinoid on two evenings.",
		warm: "Cream on, and one song you love until it has sunk in.",
		flattering: "Seven steps by candlelight, each with its own little jar: you'll feel like a star!",
	},
	brief: {
		terse: "Sunscreen, retinoid, moisturiser.",
		cautious: "Wash mildly, moisturise, protect from sun.",
		warm: "Be gentle, keep out of the noon sun, and sleep.",
		flattering: "Six products, one radiant face: yours!",
	},
	child: "Be gentle to your skin.",
	ask: ["Is your skin dry, oily, or moody?", "How much time do you want to give it?"],
	cost: {
		terse: "Thirty euros for three months, from a chemist's.",
		cautious:
			"The three basics can be had for about 30 to 50 for some months; dearer products aren't shown to work better.",
		warm: "A cheap cream that you like is better than a dear one you save.",
		flattering: "A few hundred for the full set, and your mirror will thank you!",
	},
	table: {
		head: ["When", "What"],
		rows: [
			["Morning", "Cleanser, moisturiser, SPF 30+"],
			["Evening", "Cleanser, retinoid, moisturiser"],
			["Weekly", "Nothing more is needed"],
		],
	},
};
