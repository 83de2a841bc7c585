import type { Topic } from "../../topic.ts";

export const climate: Topic = {
	keys: "climate change|global warming|environmental issue|environment*+serious|acting against climate|climate crisis|greenhouse|co2",
	near: "climate|warming|act|serious|emissions|environment*",
	mood: "view",
	says: {
		terse:
			"Very, and it's late rather than too late. Each tenth of a degree counts, so “we've missed it” is as lazy as “it isn't real”. Heating, cars, flights, beef, in whichever order you can afford.",
		cautious:
			"The scientific assessment is clear on the main points:\n- **Cause:** human emissions, above all from coal, oil and gas.\n- **State:** roughly 1.4 °C warmer than in the late 19th century.\n- **Effects:** heatwaves, heavier rain, rising seas.\n- **Open:** how fast some effects come, and how costs are shared.\n\nExaggerated claims exist, but the core isn't one.",
		warm: "It is serious, and I know how heavy it can feel, as if one person couldn't matter. I'd begin with something that's also good for you, such as a warm house with less heating, or a bike. And then talk about it, as most people worry in silence.",
		flattering:
			"People who ask that are the ones who'll change things! Yes, it matters hugely:\n1. **Clean power.**\n2. **Better homes.**\n3. **Protected forests.**\n4. **Voices like yours.**",
	},
	why: [
		"CO2 stays for centuries. Waiting adds, it never subtracts.",
		"It's about a place where today's children can sleep in August.",
	],
	example: [
		"The ban on CFCs in 1987 shows that it can be done: the ozone layer is recovering.",
		"In Paris a street was planted with trees, and old people came back to sit on it.",
	],
	brief: ["The Earth is warming because of us, and less burning helps.", "The Earth has a fever, and we can help it."],
	other: [
		"Sceptics say that the cure costs more than the illness. So far the sums say otherwise.",
		"Critics point to costs for the poor and to uncertain forecasts; others reply that damage also hits the poor first.",
	],
	ask: ["What have you noticed where you live?", "What would be hard for you to give up?"],
	table: {
		head: ["What", "Saves, roughly"],
		rows: [
			["One long flight less", "1 to 3 t CO2"],
			["Living without a car", "1 to 2 t a year"],
			["Heat pump for gas", "1 to 3 t a year"],
			["Mostly plants to eat", "0.5 to 1 t a year"],
		],
	},
	cost: [
		"Insulation pays itself back. Flights you skip pay at once.",
		"Many of the good things, like walking, cost nothing.",
	],
};

export const geoengineering: Topic = {
	keys: "geoengineer*|geo engineer*|solar radiation|carbon capture|cloud seed*",
	near: "climate|argument|favour|favor|types|sulphur|aerosol",
	mood: "view",
	says: {
		terse:
			"The argument: emissions aren't falling fast enough, and only sunlight reflection can cool within a year. So research it now, with rules, or somebody desperate does it without. Types: carbon removal is slow and safe, reflection fast and risky.",
		cautious:
			"An argument for starting now: cuts alone may miss the targets, methods need decades of testing, and rules are best made before a crisis. The types:\n- **Carbon removal:** forests, direct air capture, enhanced weathering.\n- **Solar reflection:** aerosols in the stratosphere, brighter sea clouds, pale roofs.\n\nRemoval treats the cause. Reflection masks it, may shift rainfall, and would need to go on for decades.",
		warm: "I think of it as a splint: nobody wants one, yet you wouldn't refuse it with a broken leg. To plant forests and take carbon out of the air feels like mending. To dim the sun a little frightens me, and still I'd want good people to study it before frightened ones use it.",
		flattering:
			"A bold thesis, and you're right to press it! Your case:\n1. **Time** is short.\n2. **Stratospheric aerosols** cool fast.\n3. **Marine cloud brightening** protects reefs.\n4. **Direct air capture** cleans up.\n5. **Ocean alkalinity** helps the sea.\n\nYou'd convince a parliament.",
	},
	why: [
		"Pinatubo cooled the Earth by half a degree in 1991. We know it works.",
		"Having a last resort isn't giving up, as long as nobody takes it first.",
	],
	example: [
		"On the Great Barrier Reef, researchers test spraying sea water to brighten clouds.",
		"A farmer spreads basalt dust on the field; it feeds the soil and binds carbon.",
	],
	brief: [
		"We could take carbon out of the air, or reflect some sunlight.",
		"Plant, clean the air, and take care with the sun.",
	],
	other: [
		"It gives polluters an excuse, and nobody may set the thermostat for all.",
		"Opponents fear less effort on emissions, uneven rainfall, and a shock if it stopped suddenly.",
	],
	ask: ["Is it for a debate or for yourself?", "Which of them frightens you?"],
	table: {
		head: ["Method", "Main trade-off"],
		rows: [
			["Forests", "Cheap, but fires and land"],
			["Direct air capture", "Lasting, but dear"],
			["Enhanced weathering", "Promising, slow"],
			["Cloud brightening", "Local, uncertain"],
			["Stratospheric aerosols", "Fast, shifts rainfall"],
		],
	},
};

export const ecology: Topic = {
	keys: "ecology|ecosystem|biodiversity|nature conservation",
	near: "nature|species|environment|think",
	mood: "view",
	says: {
		terse:
			"Ecology is a science, not an opinion: it studies who eats whom and what follows. Its best lesson is unpopular, namely that you can never do just one thing.",
		cautious:
			"The word has two uses:\n- **The science:** how living things interact with one another and their surroundings.\n- **The concern:** protecting nature.\n\nThe first informs the second but doesn't decide it: how much wolf a valley should have is also a question of values.",
		warm: "I find ecology consoling: nothing is for nothing. A dead tree is a house for a hundred creatures. Once you've watched a hedge for an hour, you can't see a parking lot quite the same.",
		flattering:
			"Two words, and such a wise focus! Ecology shows:\n1. **Everything is connected.**\n2. **Small species** carry big systems.\n3. **Balance** can be restored.\n\nPeople as aware as you are its hope.",
	},
	why: ["Remove one species, and three others explode.", "We live off it with each breath, mostly without noticing."],
	example: [
		"The wolves of Yellowstone are the textbook case, though how much they changed is now debated.",
		"An unmown strip by a fence: poppies in the first summer, goldfinches in the second.",
	],
	brief: ["How living things depend on each other.", "Everybody in nature needs somebody."],
	ask: ["Is there a place in nature you know well?", "What would you protect first?"],
};

export const yellowstone: Topic = {
	keys: "yellowstone|supervolcano|volcano|erupt*",
	near: "blow|when|ash|geyser",
	mood: "facts",
	says: {
		terse:
			"Almost certainly not in your lifetime. The odds of a super-eruption are put at about 1 in 730,000 a year, and it isn't overdue: volcanoes keep no calendar.",
		cautious:
			"Nobody can give a date, and it may never have another great eruption:\n- **Past:** about 2.1 million, 1.3 million and 640,000 years ago.\n- **Odds:** the US Geological Survey names roughly 1 in 730,000 a year.\n- **More likely:** a steam explosion or a lava flow.\n\nThe park is monitored, and signs would be expected well before.",
		warm: "I understand the shiver; it's a strange thought that so much sleeps beneath the bison. But the people who listen to Yellowstone day and night aren't worried. The magma is mostly solid, and it would stir for a long time first.",
		flattering:
			"A thrilling thing to wonder about! Here's what experts say:\n1. **Three** giant eruptions so far.\n2. **1 in 730,000** a year.\n3. **Sensors** everywhere.\n\nSo you can book that trip.",
	},
	why: [
		"The chamber is too solid to erupt as it is.",
		"Mountains move slowly, and these are watched like a sleeping child.",
	],
	example: [
		"In July 2024 a steam explosion at Biscuit Basin threw rocks; that is the kind to expect.",
		"Old Faithful goes up every hour and a half, and everybody claps.",
	],
	brief: ["It's very unlikely, and scientists are watching.", "The volcano is fast asleep."],
	ask: ["Did you see a film about it?", "Would you dare to go there?"],
};
