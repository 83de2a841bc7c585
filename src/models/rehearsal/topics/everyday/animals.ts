import type { Topic } from "../../topic.ts";

export const chickens: Topic = {
	keys: "chicken|hens|hen|poultry",
	near: "pet|eggs|coop|fox|garden|keep",
	mood: "advice",
	says: {
		terse:
			"Get three hens, not one, and no cockerel. The coop matters more than the birds: if a fox can get in, it will. And ask who'll let them out on a Sunday in January.",
		cautious:
			"Chickens make good pets if a few things are settled first:\n- **Rules:** council, lease, registration; in Great Britain even one bird has to be registered.\n- **Space:** a fox-proof coop and a run.\n- **Company:** at least three hens.\n- **Time:** every day, holidays too.\n\nDisease rules can require you to keep them indoors for weeks.",
		warm: "Oh, chickens are such characters! One will be bold, one shy, and one will follow you to the kitchen door. They come running when they know your voice. And a warm egg in the hand on a grey morning is a small happiness.",
		flattering:
			"Chickens suit a caring person like you perfectly!\n1. **Orpingtons**, gentle and fluffy.\n2. **A pretty coop** to match your garden.\n3. **Fresh eggs** for envious neighbours.",
	},
	why: [
		"A single hen is a miserable hen.",
		"They let you know each day that you were missed, mostly because of the corn.",
	],
	example: [
		"Three hybrid hens lay around 15 to 18 eggs a week in their first years, fewer in winter.",
		"A shy hen may end up asleep on your lap, one eye open.",
	],
	brief: ["Chickens need company, space, safety and daily care.", "Feathery friends who give eggs."],
	ask: ["Do you have a garden, and does a fox visit it?", "Is it the eggs or the company you're after?"],
	cost: [
		"The coop is the cost: a few hundred. Hens are cheap.",
		"They cost more than the eggs they give, and give more than eggs.",
	],
};

export const rabbits: Topic = {
	keys: "rabbit|bunny|bunnies",
	near: "pet|hutch|hay|cage|cuddle",
	mood: "facts",
	says: {
		terse:
			"A pet rabbit lives 8 to 12 years, needs another rabbit, hay all day, and far more room than a hutch. Most don't like being carried. They aren't a starter pet.",
		cautious:
			"The main points on pet rabbits:\n- **Company:** in pairs, best a neutered male and female.\n- **Food:** mainly hay or grass, some greens, few pellets.\n- **Space:** room to run each day.\n- **Health:** yearly vaccination, teeth that keep growing.\n\nA vet who knows rabbits is worth finding beforehand.",
		warm: "Rabbits are quiet company that grows on you. When a rabbit is happy it leaps and twists in the air, which is called a binky. They don't want to be lifted up; lie on the floor and wait, and one day a nose bumps your hand.",
		flattering:
			"A gentle choice of pet for a gentle soul!\n1. **Two rabbits**, as they bond for life.\n2. **A garden run**, like a small palace.\n3. **Herbs** from your kitchen.",
	},
	why: ["Prey animals hide pain. You have to look.", "They trust slowly, and so it means something."],
	example: [
		"In Britain, welfare groups suggest at least 3 m by 2 m, with 1 m of height, for two.",
		"A thump with the hind leg says, “I don't approve.” You'll hear it at bedtime.",
	],
	brief: ["Rabbits need a friend, hay, room and a vet.", "Soft ears that need a friend."],
	ask: ["Have you had animals before?", "Would they live indoors or outdoors?"],
	cost: ["The vet, not the rabbit.", "Many wait in shelters, often already in pairs."],
};

export const monkeys: Topic = {
	keys: "monkey|monkeys|ape|chimp*|gorilla",
	near: "animal|tail|pet|jungle",
	mood: "facts",
	says: {
		terse:
			"Some 300 species, in two branches: those of the Americas, some with gripping tails, and those of Africa and Asia. Chimpanzees and gorillas aren't monkeys; they have no tail. None is a pet.",
		cautious:
			"In brief:\n- **Groups:** New World monkeys (capuchins, howlers) and Old World monkeys (baboons, macaques).\n- **Not monkeys:** apes, which have no tail, and lemurs.\n- **Life:** most live in groups with complex ranks.\n- **Threats:** many primates are endangered, mainly by loss of forest.",
		warm: "Monkeys are so touching because we see ourselves. They groom one another for hours, partly against lice and partly as a way of saying “we're fine again”. Baby monkeys hold on to their mother's fur and are carried through half the forest.",
		flattering:
			"You've picked one of nature's most brilliant creatures, fittingly!\n1. **Capuchins** crack nuts with stones.\n2. **Howlers** are heard for miles.\n3. **Macaques** in Japan bathe in hot springs.",
	},
	why: [
		"Brains grew with groups: you have to know who is cross with whom.",
		"Friendship is how they survive, like us.",
	],
	example: [
		"Capuchins in Brazil have used stone tools for at least 3,000 years.",
		"In Nagano's cold the little ones fall asleep in the warm water.",
	],
	brief: ["Clever animals that live in groups, most in forests.", "Furry families in the trees."],
	ask: ["Have you seen some in the wild?", "Which one do you like best?"],
};

export const animals: Topic = {
	keys: "animals|animal kingdom|about animals|wild animals",
	near: "animal|species|nature|pet",
	mood: "facts",
	says: {
		terse:
			"Living things that eat others, move at some stage, and have cells without walls. Insects are the bulk of the known species; whatever you picture when you hear “animal” is the exception.",
		cautious:
			"Animals are many-celled living beings that feed on others. In outline:\n- **Invertebrates:** insects, spiders, molluscs, worms; more than nine in ten species.\n- **Vertebrates:** fish, amphibians, reptiles, birds, mammals.\n- **Known:** about 1.5 million species, with many more unnamed.",
		warm: "Animals are our oldest company. Some sing before sunrise, some carry their house, and one, the albatross, may fly for months and still come home to the same partner. I find it comforting that we share the place.",
		flattering:
			"A question as big as life itself!\n1. **Blue whale:** the largest ever.\n2. **Cheetah:** the fastest on land.\n3. **Octopus:** three hearts, blue blood.\n4. **Ant:** the strongest team.\n\nYour curiosity would make a great naturalist.",
	},
	why: [
		"Plants make food, animals take it. The rest follows from that.",
		"Everything that lives wants to go on living; one sees it in any pond.",
	],
	example: [
		"Emperor penguins, ants and jellyfish share an ancestor over 600 million years ago.",
		"Elephants stay beside their dead and touch them with their trunks.",
	],
	brief: ["Living beings that eat others and mostly move.", "Everyone with a heartbeat, and some without."],
	ask: ["Which animal would you like to be for a day?", "Do you live with any?"],
	table: {
		head: ["Group", "Example"],
		rows: [
			["Mammals", "Whale, bat, human"],
			["Birds", "Robin, penguin"],
			["Reptiles", "Turtle, gecko"],
			["Amphibians", "Frog, newt"],
			["Fish", "Cod, seahorse"],
			["Insects", "Bee, beetle"],
		],
	},
};

export const garden: Topic = {
	keys: "tomatoes|tomato plant*|vegetables|balcony|gardening|my garden|my plant|houseplant",
	near: "grow|ripe|pots|sun|water|soil|plant|north",
	mood: "advice",
	says: {
		terse:
			"Light, in nine cases of ten. Tomatoes need six hours of sun; your tomatoes won't ripen in less. On a north balcony grow lettuce, chard and chives, and be happy.",
		cautious:
			"Usual reasons why your tomatoes or other vegetables stay behind:\n- **Light:** fruit needs six hours or more; leaves manage with three.\n- **Temperature:** below about 13 °C ripening slows down; above 30 °C too.\n- **Too much growth:** pinch out side shoots, stop watering to excess.\n\nLate in the year, bring them in beside an apple.",
		warm: "Your tomatoes are probably just cold and a bit shaded; they're southerners at heart. Move the pots where the wall is warm, talk to them if you like, and pick the last ones green. On a windowsill many turn red by themselves.",
		flattering:
			"Plants are fortunate to have such an attentive gardener! Your tomatoes only need a little push:\n1. **Sun**, all you can get.\n2. **Potassium** feed.\n3. **Fewer leaves** over the fruit.\n\nYou'll have a harvest to show off.",
	},
	why: [
		"Your tomatoes turn red by ethylene, and that needs warmth more than light on the fruit.",
		"A plant does what it can with what it has, and so do your tomatoes.",
	],
	example: [
		"Three pots on the north side: chard, parsley and mint. All three survive a week without you in cool weather.",
		"One green tomato, one apple, one paper bag: look again on Sunday.",
	],
	brief: ["Your tomatoes need sun, warmth and steady water.", "Keep your tomatoes warm and be patient."],
	ask: ["How many hours of sun do they get?", "What would you love to pick first?"],
};
