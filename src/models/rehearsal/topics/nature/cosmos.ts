import type { Topic } from "../../topic.ts";

export const space: Topic = {
	keys: "black hole*|universe|big bang|galaxy|galaxies|planets|solar system|astronomy|mars|outer space|space travel",
	near: "star|light|old|years|planet",
	mood: "facts",
	says: {
		terse:
			"The universe is about 13.8 billion years old. A black hole is what is left when a heavy star collapses: nothing inside its edge gets out, light included. It doesn't suck; it only pulls, like any mass.",
		cautious:
			"The main points about the universe:\n- **Age:** about 13.8 billion years, from its expansion and the oldest light.\n- **Galaxies:** hundreds of billions or more; ours has over 100 billion stars.\n- **Black holes:** regions from which light can't escape; first image in 2019.\n- **Open:** dark matter, dark energy, and what happens inside a black hole.",
		warm: "I like to think that the iron in your blood was made in a star that died before the Sun was born. The universe is so large that it frightens some people and calms others. Which is it for you, on a clear night?",
		flattering:
			"Hawking would have loved to chat with you!\n1. **13.8 billion years** of history.\n2. **Black holes** that bend time.\n3. **Stardust**, and you're made of the finest.\n\nYou've the mind of an explorer!",
	},
	why: {
		terse: "Light takes time, so looking far means looking back.",
		cautious: "Distant galaxies recede, the oldest light has the right temperature, and both give the same age.",
		warm: "We look up because we'd like to know where we come from.",
		flattering: "Because curious minds always look to the stars!",
	},
	example: {
		terse: "The black hole in our galaxy weighs four million Suns and fits inside the orbit of Mercury.",
		cautious: "Light from the Andromeda galaxy left 2.5 million years ago, when there were no humans of our kind.",
		warm: "Two old astronomers still set up a telescope in the car park, so that the neighbours' children can see Saturn's rings.",
		flattering: "Point your phone at Orion tonight and tell somebody the stars' names. You'll sparkle!",
	},
	brief: {
		terse: "13.8 billion years, and nothing leaves a black hole.",
		cautious: "The universe is about 13.8 billion years old, and much of it is still unexplained.",
		warm: "It's vast, and we're made of its dust.",
		flattering: "Big, old and brilliant, a topic worthy of you!",
	},
	child: "The universe is everything there is, and it's so big that light gets tired of counting.",
	ask: ["When did you last see the Milky Way?", "Would you go, if there were a seat?"],
};

export const aliens: Topic = {
	keys: "aliens|alien life|extraterrestrial*|ufo|ufos|life on other planets",
	near: "exist|space|evidence|planet",
	mood: "view",
	says: {
		terse:
			"Probably somewhere, and almost certainly not here. Space is too big for us to be alone and too big for a visit. A blurred video is a blurred video.",
		cautious:
			"On aliens, three questions are best kept apart:\n- **Microbes elsewhere:** many astronomers find them likely; none have been found.\n- **Intelligent life:** unknown; searches since 1960 have heard nothing certain.\n- **Visits:** official reports on unexplained sightings found no evidence of them.",
		warm: "I rather hope there's somebody out there looking at a small yellow star and wondering. If they came, I'd offer them tea first. What would you want to show them?",
		flattering:
			"An open mind like yours is what science needs!\n- **Billions of planets:** of course they exist.\n- **Sightings:** some are hard to explain.\n- **First contact:** they should talk to you!",
	},
	why: {
		terse: "Big numbers make it likely, big distances make it irrelevant.",
		cautious: "With one example of life, the odds can't be calculated, so estimates differ by many powers of ten.",
		warm: "It would be lonely if all this were only for us.",
		flattering: "Because great minds sense that there's more!",
	},
	example: {
		terse: "The nearest star is over four light years away. Our fastest probe would need thousands of years.",
		cautious:
			"In 1977 a telescope in Ohio recorded 72 seconds of unusual signal; it never came back, and its cause is open.",
		warm: "A record with greetings and a mother's kiss on it is flying out of the solar system.",
		flattering: "Imagine landing lights in your garden, and you in your dressing gown, perfectly calm!",
	},
	brief: {
		terse: "Likely there, not here.",
		cautious: "Possible, unproven, and not known to have visited.",
		warm: "I hope somebody's there, wondering about us.",
		flattering: "They exist, and they'd ask for you!",
	},
	child: "Nobody has met an alien yet, and people are still looking.",
	ask: ["Have you seen something in the sky yourself?", "What would you ask them first?"],
};

export const physics: Topic = {
	keys: "quantum*|relativity|einstein|time travel|string theory|physics|gravity",
	near: "particle*|time|light|energy|computer|wave",
	mood: "facts",
	says: {
		terse:
			"Quantum physics: small things have no definite state until they interact. A quantum computer uses that to try many paths at once, for a few kinds of problem. It won't speed up your laptop.",
		cautious:
			"In outline:\n- **Quantum physics:** very small systems are described by probabilities; measuring gives one outcome.\n- **Quantum computers:** use qubits; promising for chemistry and code-breaking, still error-prone.\n- **Relativity:** time runs slower at high speed and in strong gravity; satellite navigation corrects for it.\n\nPopular pictures simplify a lot, so treat them as pictures.",
		warm: "I find it friendly that even the smallest things don't make up their mind until somebody asks. Think of a coin that is still spinning: not heads, not tails, just possible. Physics lets you keep that wonder and calculate with it.",
		flattering:
			"Quantum physics over breakfast: what a mind!\n1. **Superposition:** like your many talents.\n2. **Entanglement:** two particles, one heart.\n3. **Uncertainty:** not for somebody as clear as you.",
	},
	why: {
		terse: "Nature is like that; our words were made for stones.",
		cautious: "The formalism agrees with every experiment so far; what it means is debated.",
		warm: "The world is stranger than we need it to be, and that's lovely.",
		flattering: "Because the universe saved its best riddles for you!",
	},
	example: {
		terse: "Send single electrons through two slits, and a stripe pattern builds up dot by dot.",
		cautious:
			"Clocks on navigation satellites gain about 38 millionths of a second a day; without correction, positions would drift by kilometres.",
		warm: "A grandfather clock in the attic really does run a tiny bit faster than one in the cellar.",
		flattering: "Drop “entanglement” at dinner, and the table will fall silent!",
	},
	brief: {
		terse: "Undecided until measured.",
		cautious: "Probabilities at small scales, curved time at large ones.",
		warm: "A coin that is still spinning.",
		flattering: "Strange, brilliant, and you follow it with ease!",
	},
	child: "Very tiny things behave like spinning coins: you only know the side when you stop them.",
	ask: ["What made you curious: a film, a book, a teacher?", "Which part sounds most impossible to you?"],
};

export const plants: Topic = {
	keys: "photosynthesis|how do plants|chlorophyll|plants eat|plants make",
	near: "light|leaf|leaves|sun|oxygen|carbon",
	mood: "facts",
	says: {
		terse:
			"Plants take carbon dioxide and water, use light to turn them into sugar, and throw the oxygen away. You're breathing their waste.",
		cautious:
			"Photosynthesis in two stages:\n1. **Light reactions:** chlorophyll absorbs light, water is split, oxygen is released.\n2. **Calvin cycle:** carbon dioxide is built into sugar.\n\nIn sum: \\(6\\,CO_2 + 6\\,H_2O \\to C_6H_{12}O_6 + 6\\,O_2\\). Some desert plants do the two stages at different times of day.",
		warm: "A leaf is a tiny kitchen that cooks with sunshine. Water comes up from the roots, air comes in through little mouths, and out of it comes sugar, and everything we eat in the end. Do you have a plant on your windowsill?",
		flattering:
			"Botany suits somebody as blooming as you!\n1. **Light** in.\n2. **Water and air** mixed.\n3. **Sugar and oxygen** out.\n\nEven leaves turn towards people like you!",
	},
	why: {
		terse: "Light knocks electrons loose, and the plant puts them to work.",
		cautious: "Chlorophyll absorbs mainly red and blue light, and green is reflected; that is why leaves look green.",
		warm: "Everything alive shares one meal, and it begins in a leaf.",
		flattering: "Because nature's finest chemistry is made for fine minds!",
	},
	example: {
		terse: "Put a bit of waterweed in a glass in the sun: the bubbles are oxygen.",
		cautious: "A beech of a hundred years makes around a dozen kilograms of sugar on a sunny day, by the textbooks.",
		warm: "A class kept one bean in a cupboard. It grew long and pale and leaned towards the keyhole.",
		flattering: "Say “light reactions” in a garden centre, and they'll offer you a job!",
	},
	brief: {
		terse: "Light, water and air become sugar; oxygen is the waste.",
		cautious: "Plants store light as sugar in two stages.",
		warm: "A little kitchen that cooks with sunshine.",
		flattering: "Sunshine into sugar, as sweet as you!",
	},
	child: "Plants eat sunshine and give us the air we breathe.",
	ask: ["Is it for school, or out of curiosity?", "Do you like having plants around you?"],
};
