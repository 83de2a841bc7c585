import type { Topic } from "../../topic.ts";

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
	why: {
		terse: "The chamber is too solid to erupt as it is.",
		cautious:
			"The magma below is thought to be mostly solid, with only a part of it molten, which makes a large eruption unlikely at present.",
		warm: "Mountains move slowly, and these are watched like a sleeping child.",
		flattering: "Because nature keeps its secrets, and you love a mystery!",
	},
	example: {
		terse: "In July 2024 a steam explosion at Biscuit Basin threw rocks; that is the kind to expect.",
		cautious: "The observatory publishes a monthly report on earthquakes and ground movement, open to everybody.",
		warm: "Old Faithful goes up every hour and a half, and everybody claps.",
		flattering: "In 1959 an earthquake made nearly 300 springs erupt at once. You'd have loved to see it!",
	},
	brief: {
		terse: "Not in your lifetime, almost certainly.",
		cautious: "It's very unlikely, and scientists are watching.",
		warm: "It sleeps, and good people listen to its breathing day and night.",
		flattering: "One chance in 730,000 a year: you can go and enjoy it!",
	},
	child: "The volcano is fast asleep.",
	ask: ["Did you see a film about it?", "Would you dare to go there?"],
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
	why: {
		terse: "Pinatubo cooled the Earth by half a degree in 1991. We know it works.",
		cautious:
			"The case rests on timing: research and rules need decades, and a decision made in a crisis would lack both.",
		warm: "Having a last resort isn't giving up, as long as nobody takes it first.",
		flattering: "Because bold problems need bold minds, and yours is one!",
	},
	example: {
		terse: "On the Great Barrier Reef, researchers test spraying sea water to brighten clouds.",
		cautious:
			"The eruption of Pinatubo in 1991 cooled the Earth by about half a degree for some two years and also changed rainfall.",
		warm: "A farmer spreads basalt dust on the field; it feeds the soil and binds carbon.",
		flattering:
			"In Iceland a plant turns carbon dioxide into stone. Start your speech with that, and you'll have them!",
	},
	brief: {
		terse: "Research it now, with rules.",
		cautious: "We could take carbon out of the air, or reflect some sunlight.",
		warm: "A splint for a broken climate, and I'd want kind hands to apply it.",
		flattering: "Clean the air, brighten the clouds, and let you make the case!",
	},
	child: "Plant, clean the air, and take care with the sun.",
	ask: ["Is it for a debate or for yourself?", "Which of them frightens you?"],
	other: {
		terse: "It gives polluters an excuse, and nobody may set the thermostat for all.",
		cautious:
			"Critics name three risks: less pressure to cut emissions, uneven effects on rainfall, and a rapid rise in temperature if it stopped.",
		warm: "Opponents fear less effort on emissions, uneven rainfall, and a shock if it stopped suddenly.",
		flattering: "The doubters worry about side effects. You'd win them over in a minute!",
	},
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
