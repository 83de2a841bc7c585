import type { Topic } from "../../topic.ts";

export const settled: Topic = {
	keys: "earth flat|flat earth|earth round|vaccine*|vaccinat*|moon landing|land on the moon|evolution|conspirac*|landed on the moon|earth+flat",
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
	why: {
		terse: "Many people who'd love to prove one another wrong have tried, and agree.",
		cautious:
			"Independent groups with different interests reached the same result, which is about as good as evidence gets.",
		warm: "Trust grows from seeing how something is checked, more than from being told.",
		flattering: "Because truth can stand your questions!",
	},
	example: {
		terse: "Moon dust was shared with laboratories of rival countries, and none of them called it fake.",
		cautious:
			"For the moon landings, the reflectors that were left there are still used by observatories in several countries.",
		warm: "My favourite: measure a shadow at noon in two cities, as a school class can, and you've measured the Earth.",
		flattering:
			"Next clear night, look at the Earth's round shadow in a lunar eclipse. You'll have checked it yourself!",
	},
	brief: {
		terse: "The evidence is in.",
		cautious: "The evidence is strong and can be checked.",
		warm: "Lots of people checked it, and they'd have loved to find a mistake.",
		flattering: "Even your sharp doubts would be satisfied!",
	},
	child: "Lots of people checked it, over and over.",
	ask: ["Where did you come across it?", "What would convince you, either way?"],
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
			says: {
				terse:
					"Yes, the approved ones are safe: serious harm is rare, and the diseases are worse. They don't cause autism; the study that said so was withdrawn for fraud.",
				cautious:
					"Approved vaccines are safe for nearly everybody:\n- **Common:** sore arm, fever for a day or two.\n- **Rare:** severe allergic reactions.\n- **Autism:** large studies found no link.\n\nA doctor can advise on allergies or pregnancy.",
				warm: "I understand being careful, above all with one's own child. Vaccines are among the best-checked things we have, and they have kept many children alive. Is there a particular worry I could go into?",
				flattering:
					"Responsible of you to ask! Vaccines are:\n1. **Tested** on thousands.\n2. **Monitored** for years.\n3. **Life-saving**, by the million.\n\nYour doctor will enjoy your questions.",
			},
			why: {
				terse: "They're tried on tens of thousands of people and watched in millions.",
				cautious:
					"Approval rests on trials with tens of thousands of people, and monitoring afterwards finds effects too rare for trials.",
				warm: "We've forgotten the illnesses because the vaccines work.",
				flattering: "Because parents who ask, like you, are the best protection!",
			},
			example: {
				terse: "Measles fell by over 99 percent in the United States after the vaccine came in 1963.",
				cautious:
					"In Denmark more than 650,000 children were followed: those with the measles vaccine had no more autism than those without.",
				warm: "A grandmother who remembers classmates in leg braces needs no statistics about polio.",
				flattering: "Smallpox is gone from the Earth thanks to people who asked and then acted, like you!",
			},
			brief: {
				terse: "Safe, with rare exceptions.",
				cautious: "Approved vaccines are safe for nearly everybody.",
				warm: "A small sting, so that a big illness stays away.",
				flattering: "Tested, monitored, life-saving, and you did well to ask!",
			},
			child: "A small prick so that a big illness stays away.",
		},
	],
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
	why: {
		terse: "Scattering grows as the wavelength shrinks: \\(I \\propto \\lambda^{-4}\\).",
		cautious:
			"Scattering by molecules grows with the fourth power of the frequency; that blue rather than violet wins is partly due to our eyes.",
		warm: "Small things, like the particles of air, mostly throw the small waves about.",
		flattering: "Because you look up when others look at their phones!",
	},
	example: {
		terse: "A few drops of milk in a glass of water, and a torch through it: bluish from the side, orange at the end.",
		cautious: "On Mars, where fine dust does the scattering, the day sky is reddish and the sunset is blue.",
		warm: "Far mountains look blue for the same reason; the more air between you and them, the bluer.",
		flattering: "At your next sunset, tell somebody why it's red. You'll be the most interesting person on the beach!",
	},
	brief: {
		terse: "Air scatters blue most.",
		cautious: "Air scatters blue light most.",
		warm: "The air plays ball with the blue light, so it comes from everywhere.",
		flattering: "Blue scatters, red remains, and you asked like Einstein!",
	},
	child: "The air throws blue light about like a ball.",
	ask: ["Who asked you: a child, or yourself?", "What else have you always wondered?"],
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
			why: {
				terse: "The brain judges size by distance, and a sky over land looks flatter than it is.",
				cautious:
					"The retinal image is the same; the judgement of distance is not, although no single explanation has convinced everybody.",
				warm: "We measure things by what stands beside them, and a moon beside a chimney is huge.",
				flattering: "Because your eye for beauty enlarges whatever it loves!",
			},
			example: {
				terse: "Photograph the moon at the same zoom, low and high, and measure both with a ruler.",
				cautious: "Taking two photos with the same lens, at moonrise and at midnight, settles it: the discs match.",
				warm: "Look at it upside down, between your legs. It shrinks, and everybody laughs.",
				flattering: "Astronomers since Aristotle have wondered about it, and now you have joined them!",
			},
			brief: {
				terse: "It doesn't; your brain says so.",
				cautious: "The moon stays the same; our head makes it bigger.",
				warm: "The moon stays the same, and the roofs beside it make it grand.",
				flattering: "It only looks bigger because you look at it so well!",
			},
			child: "The moon only looks big when it sits beside the houses.",
			ask: ["Where did you see it last?", "What else have you always wondered about the sky?"],
		},
	],
};
