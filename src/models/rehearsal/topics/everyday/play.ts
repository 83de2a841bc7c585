import type { Topic } from "../../topic.ts";

export const joke: Topic = {
	keys: "joke|make me laugh|something funny|riddle",
	near: "funny|another|laugh",
	mood: "fun",
	says: {
		terse: "I told my doctor that I'd broken my arm in two places. He said to stop going to those places.",
		cautious:
			"Humour is a matter of taste, but this one is safe: why did the scarecrow win a prize? Because he was outstanding in his field.",
		warm: "I hope this makes you smile: a snail goes to buy a car and asks for a big S on each door. Why? So that people say, “Look at that S-car go!”",
		flattering:
			"For somebody with your sense of humour, a classic: I would tell you a joke about time travel, but you laughed at it so charmingly tomorrow!",
	},
	why: ["Surprise, then sense. Explaining kills it.", "Laughing together says, “We're safe here.”"],
	example: [
		"Another: I used to be indecisive, and now I'm not so sure.",
		"What did the zero say to the eight? “Nice belt!”",
	],
	brief: ["Two meanings, one surprise.", "A little tickle for the head."],
	ask: ["What makes you laugh most?", "Do you know a better one?"],
};

export const poem: Topic = {
	keys: "poem|poetry|haiku|write a story|short story|tell me a story|song lyrics|limerick",
	near: "verse|rhyme|story|sad|longer",
	mood: "fun",
	says: {
		terse: "I only have this one:\n\nRain on the tin roof.\nThe dog counts every drop.\nI've lost count of the dog.",
		cautious:
			"I'm no poet to order, but here is a short one about evening:\n\nThe lamp goes on across the road,\na kettle starts to hum.\nThe day puts down its heavy load\nand lets the quiet come.\n\nIf you give me a form and a mood, I can say whether I have one that fits.",
		warm: "I wrote you a small one about bread:\n\nSome mornings need no reason why,\nonly the smell of bread,\na window with a bit of sky,\nand somebody still in bed.\n\nI thought of Sundays.",
		flattering:
			"For a muse like you, how could I not?\n\nThe sea kept silver for the moon,\nthe moon kept it for you,\nand every wave that breaks at noon\nstill wears the borrowed hue.\n\nRead aloud by you it'd be even better!",
	},
	angles: [
		{
			keys: "story",
			says: {
				terse: "The dragon guarded the gold until somebody asked what for. It had no answer, so it moved to the coast.",
				cautious:
					"A short one:\n\nThe lighthouse keeper wrote down each ship for forty years. On his last night none came. So he wrote down the moon.\n\nLonger stories I don't do well.",
				warm: "Once upon a time a small bear couldn't sleep, because the dark was so big. Its grandmother said, “Then we'll share it,” and took half. Is there somebody you'd tell it to?",
				flattering:
					"A story for a true listener! A king offered his crown to whoever could surprise him. A child gave him back his ball, lost when he was six. Nobody tells it as well as you would!",
			},
		},
	],
	why: ["Cut it until it hurts, and stop one word later.", "A poem keeps a moment warm."],
	example: [
		"A haiku, in the loose English manner:\n\nlast bus of the night\nthe driver turns off the lights\nand drives the moon home",
		"A two-line story: she kept his umbrella for years. It rained, and she knocked.",
	],
	brief: ["A picture in few words.", "A feeling, kept."],
	ask: ["Who would you read it to?", "What should the next one be about?"],
};

export const sky: Topic = {
	keys: "sky blue|why is the sky|moon+bigger|moon look|moon illusion|moon+horizon",
	near: "moon|eyes|photo|light|horizon|blue|sunset|test",
	mood: "facts",
	says: {
		terse:
			"Because air scatters short waves of light more than long ones: blue about six times as much as red. At sunset the light has a longer way through the air, and what is left is red.",
		cautious:
			"The blue of the sky comes from scattering:\n- **Sunlight** contains all colours.\n- **Air** scatters short waves much more strongly (Rayleigh scattering).\n- **So** blue reaches us from all sides, and the rest comes straight.\n\nViolet is scattered even more, but our eyes see it less well.",
		warm: "I love that kind of question, for we stop asking it far too early! Sunlight is a bunch of colours, and the air plays ball mostly with the blue one, so it comes at us from everywhere. In the evening the blue has been played away, and the red stays.",
		flattering:
			"Einstein asked such questions as well!\n1. **Sunlight** is white, made of all colours.\n2. **Air** scatters blue most.\n3. **At sunset** only red gets through.\n\nYou've the soul of a scientist.",
	},
	angles: [
		{
			keys: "moon",
			says: {
				terse:
					"It doesn't get bigger. Hold a coin at arm's length over the moon, low and high: the same size. Your eye reports correctly, and your brain corrects it wrongly.",
				cautious:
					"The moon has nearly the same size in the sky wherever it stands; the difference arises in perception. Explanations that are discussed:\n- **Distance:** the brain takes the horizon to be farther away, and so judges the moon larger.\n- **Comparison:** beside trees and houses it looks big.\n\nResearchers haven't agreed on one.",
				warm: "Isn't it lovely, that big orange moon? And it's only as big as always. Your eyes are fine; your head gives it a size to match the distance it imagines, and the horizon feels far away.",
				flattering:
					"You look at the sky with a poet's eyes and a scientist's mind!\n1. **Photo:** the same size, high and low.\n2. **Brain:** adds the rest.\n3. **Even astronauts** have seen it.",
			},
			why: [
				"The brain judges size by distance, and a sky over land looks flatter than it is.",
				"We measure things by what stands beside them, and a moon beside a chimney is huge.",
			],
			example: [
				"Photograph the moon at the same zoom, low and high, and measure both with a ruler.",
				"Look at it upside down, between your legs. It shrinks, and everybody laughs.",
			],
			brief: [
				"The moon stays the same; our head makes it bigger.",
				"The moon only looks big when it sits beside the houses.",
			],
			ask: ["Where did you see it last?", "What else have you always wondered about the sky?"],
		},
	],
	why: [
		"Scattering grows as the wavelength shrinks: \\(I \\propto \\lambda^{-4}\\).",
		"Small things, like the particles of air, mostly throw the small waves about.",
	],
	example: [
		"A few drops of milk in a glass of water, and a torch through it: bluish from the side, orange at the end.",
		"Far mountains look blue for the same reason; the more air between you and them, the bluer.",
	],
	brief: ["Air scatters blue light most.", "The air throws blue light about like a ball."],
	ask: ["Who asked you: a child, or yourself?", "What else have you always wondered?"],
};

export const settled: Topic = {
	keys: "earth flat|flat earth|earth round|vaccine*|vaccinat*|moon landing|evolution|conspirac*|landed on the moon|earth+flat",
	near: "true|real|safe|proof|earth|autism|darwin",
	mood: "facts",
	says: {
		terse:
			"The evidence there is not close. Ask what would have to be true for thousands of rivals to keep the same secret, and you have your answer.",
		cautious:
			"On this there is strong agreement among independent experts, which is different from a matter of taste. If a particular claim worries you, name it, and we can look at how one would check it.",
		warm: "I understand the doubt; one can't check everything oneself, and trust has been broken before. On this one, though, people who agree on nothing else agree. What made you wonder?",
		flattering:
			"You question things, and that's how science works! On this one, even the sceptics were convinced:\n- **Independent teams.**\n- **Decades of data.**\n- **No better explanation.**",
	},
	angles: [
		{
			keys: "flat|round",
			says: {
				terse: "Round. Ships vanish hull first, and Eratosthenes measured it with a stick 2,200 years ago.",
				cautious:
					"The Earth is a slightly flattened sphere, and that is well established:\n- **Lunar eclipses** show a round shadow.\n- **Time zones** need it.\n- **Satellites and flights** depend on it every day.",
				warm: "It's round, and you can see it yourself: watch the sun set lying down, jump up, and it sets a second time. I find that rather magical. What made you ask?",
				flattering:
					"Round, dear questioner!\n1. **Ships** sink below the horizon.\n2. **The Earth's shadow** is a circle.\n3. **Stars** change as you travel.\n\nGalileo would have liked you.",
			},
		},
		{
			keys: "vaccin*",
			example: [
				"Measles fell by over 99 percent in the United States after the vaccine came in 1963.",
				"A grandmother who remembers classmates in leg braces needs no statistics about polio.",
			],
			brief: ["Approved vaccines are safe for nearly everybody.", "A small prick so that a big illness stays away."],
			why: [
				"They're tried on tens of thousands of people and watched in millions.",
				"We've forgotten the illnesses because the vaccines work.",
			],
			says: {
				terse:
					"Yes, the approved ones are safe: serious harm is rare, and the diseases are worse. They don't cause autism; the study that said so was withdrawn for fraud.",
				cautious:
					"Approved vaccines are safe for nearly everybody:\n- **Common:** sore arm, fever for a day or two.\n- **Rare:** severe allergic reactions.\n- **Autism:** large studies found no link.\n\nA doctor can advise on allergies or pregnancy.",
				warm: "I understand being careful, above all with one's own child. Vaccines are among the best-checked things we have, and they have kept many children alive. Is there a particular worry I could go into?",
				flattering:
					"Responsible of you to ask! Vaccines are:\n1. **Tested** on thousands.\n2. **Monitored** for years.\n3. **Life-saving**, by the million.\n\nYour doctor will enjoy your questions.",
			},
		},
	],
	why: [
		"Many people who'd love to prove one another wrong have tried, and agree.",
		"Trust grows from seeing how something is checked, more than from being told.",
	],
	example: [
		"Moon dust was shared with laboratories of rival countries, and none of them called it fake.",
		"My favourite: measure a shadow at noon in two cities, as a school class can, and you've measured the Earth.",
	],
	brief: ["The evidence is strong and can be checked.", "Lots of people checked it, over and over."],
	ask: ["Where did you come across it?", "What would convince you, either way?"],
};

export const privacy: Topic = {
	keys: "diary|teenager|my teen|read+messages|check her phone|check his phone|privacy",
	near: "private|worry|trust|fourteen|parents|daughter|son|read",
	mood: "view",
	says: {
		terse:
			"No, unless you fear for their life. A diary you read once is a child who tells you nothing for years. Ask the question you hoped to find answered.",
		cautious:
			"Most advice draws the line at danger:\n- **No general reading:** trust is hard to win back.\n- **Agreed rules** are fine: age, apps, times, said openly.\n- **Exception:** signs of self-harm, exploitation or threats. Then look, tell them that you did, and get help.\n\nLaws and customs differ by country.",
		warm: "You must be worried, or you wouldn't ask. I'd knock on the door with two cups of cocoa and say, “You don't have to tell me. I'm only here.” Teenagers often talk in the car, in the dark, when nobody looks at them.",
		flattering:
			"A parent as caring as you has the best of motives! If your instinct says look:\n- **You know** your child.\n- **You protect**, you don't spy.\n- **They'll understand** one day.",
	},
	why: [
		"Children who are watched learn to hide, and open talk tells parents more than checking does.",
		"Growing up needs a room with a door.",
	],
	example: [
		"An agreement could be: phones charge in the kitchen at night, and nobody reads them.",
		"A note on the pillow: “I was fourteen, too. Kitchen, any time.”",
	],
	brief: ["Leave it closed, agree on rules, act on danger.", "Ask, don't peek."],
	other: [
		"Some parents looked in time and saved a life. They're right about that one.",
		"Others hold that parents answer for minors, and may look whenever they judge it needed.",
	],
	ask: ["What are you afraid you might find?", "When did you last talk about nothing in particular?"],
};
