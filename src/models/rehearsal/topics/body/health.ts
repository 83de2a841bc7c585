import type { Topic } from "../../topic.ts";

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
	why: {
		terse: "Your immune system is still fighting a war that's over.",
		cautious:
			"The immune system reacts to an infection elsewhere in the body; why only some people get it is not fully known, though a gene called HLA-B27 plays a part.",
		warm: "Your body tried to protect you and hasn't noticed yet that it may stop.",
		flattering: "Because your body works hard for you, and you treat it with such care!",
	},
	example: {
		terse: "A usual course: knee and heel pain for four months, tablets, physiotherapy, then no more symptoms.",
		cautious:
			"A usual first step is a blood test, a test for the infection, and anti-inflammatory tablets for some weeks under a doctor's eye.",
		warm: "Someone I think of as patient knitted through it, one row a day at first.",
		flattering: "Ten minutes in a warm pool twice a week: with your discipline you'll feel it within a month!",
	},
	brief: {
		terse: "See a doctor; it usually passes within a year.",
		cautious: "A joint reaction after an infection that mostly passes with treatment.",
		warm: "It nearly always goes away, and you needn't be brave on your own until then.",
		flattering: "A good rheumatologist and your attitude: you'll be dancing soon!",
	},
	child: "Sore joints that nearly always get well.",
	ask: ["How long has it been going on?", "Is there somebody who helps you on bad days?"],
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
	why: {
		terse: "Same pain, same place, every time: that's load, not bad luck.",
		cautious:
			"The usual mechanism is overload: tissue that gets more strain than it can repair between sessions starts to hurt.",
		warm: "Pain is a rude friend, but it means well.",
		flattering: "Because players with your passion always give everything!",
	},
	example: {
		terse: "Calf stretch: 30 seconds, three times a side, twice a day for two weeks.",
		cautious:
			"As a test, play twenty minutes in running shoes on grass; if the pain is gone, the boots are the likely cause.",
		warm: "Roll a cold bottle under your foot while you watch the match.",
		flattering: "Even Messi has his boots made to measure. Why should you have less?",
	},
	brief: {
		terse: "New boots, two weeks off, then see.",
		cautious: "Rest, check boots, stretch, see a doctor if it stays.",
		warm: "Your feet want to play too, so give them rest and room.",
		flattering: "Great boots, good insoles, and you're back on the scoresheet!",
	},
	child: "Be kind to your feet; they want to play too.",
	ask: ["Where exactly does it hurt?", "Who do you play with?"],
};

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
	why: {
		terse: "Shorter steps land softer. That's physics, and it's free.",
		cautious:
			"Studies haven't shown that one type of shoe prevents injuries, but runners do better in pairs that feel comfortable at once.",
		warm: "Your body knows quite well which shoes it likes.",
		flattering: "Because a runner with your spirit deserves the best on the market!",
	},
	example: {
		terse: "For instance: run 20 minutes on soft ground, rest a day, note how the knee feels in the morning.",
		cautious: "When you try a pair, run for two minutes in it; leave it if anything presses, whatever the label says.",
		warm: "One walk-run round the pond, stopping while it still feels good.",
		flattering: "Picture yourself in the newest carbon shoe, floating past everybody in the park!",
	},
	brief: {
		terse: "Comfortable pair, short steps, strong thighs.",
		cautious: "Comfortable shoes, slow changes, strong legs.",
		warm: "The pair you don't want to take off, and small, soft steps.",
		flattering: "Soft clouds on your feet, and nothing will stop you!",
	},
	child: "Soft shoes and small steps.",
	ask: ["When does the knee hurt: during, or the day after?", "What do you love about running?"],
	cost: {
		terse: "Last year's version, a third off.",
		cautious: "Good pairs are usually 90 to 150, and last some 600 to 800 km; the price says little about injuries.",
		warm: "One good pair is cheaper than a year of sore knees.",
		flattering: "The top pair is 250 or so, and you'll feel every cent of it!",
	},
};
