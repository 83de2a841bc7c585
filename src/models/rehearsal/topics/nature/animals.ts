import type { Topic } from "../../topic.ts";

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
	why: {
		terse: "Brains grew with groups: you have to know who is cross with whom.",
		cautious:
			"Primates have large brains for their size, and one leading idea is that living in groups favoured that; diet is another.",
		warm: "Friendship is how they survive, like us.",
		flattering: "Because they're clever and curious, just like you!",
	},
	example: {
		terse: "Capuchins in Brazil have used stone tools for at least 3,000 years.",
		cautious:
			"Japanese macaques on the island of Koshima learned from one young female to wash sweet potatoes, and passed it on.",
		warm: "In Nagano's cold the little ones fall asleep in the warm water.",
		flattering: "A capuchin once refused a cucumber because its neighbour got a grape. A sense of justice like yours!",
	},
	brief: {
		terse: "Some 300 species, with tails.",
		cautious: "Clever animals that live in groups, most in forests.",
		warm: "Families in the trees who groom each other until all is well.",
		flattering: "Stone tools, hot springs, loud voices: what brilliant creatures you picked!",
	},
	child: "Furry families in the trees.",
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
	why: {
		terse: "Plants make food, animals take it. The rest follows from that.",
		cautious: "What unites them is feeding on other organisms and cells without walls; most other features vary.",
		warm: "Everything that lives wants to go on living; one sees it in any pond.",
		flattering: "Because nature inspires people with your curiosity!",
	},
	example: {
		terse: "Emperor penguins, ants and jellyfish share an ancestor over 600 million years ago.",
		cautious: "A sponge is an animal and a mushroom isn't: sponges filter food, and fungi absorb it.",
		warm: "Elephants stay beside their dead and touch them with their trunks.",
		flattering: "A mantis shrimp punches faster than any boxer. A fun fact for somebody who collects them!",
	},
	brief: {
		terse: "They eat others, and they move.",
		cautious: "Living beings that eat others and mostly move.",
		warm: "Everybody who breathes, runs, sings or swims beside us.",
		flattering: "Whales, cheetahs, ants: a parade for your curious mind!",
	},
	child: "Everyone with a heartbeat, and some without.",
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
	why: {
		terse: "Your tomatoes turn red by ethylene, and that needs warmth more than light on the fruit.",
		cautious: "Fruit forms and ripens within limits of light and temperature; most advice follows from those two.",
		warm: "A plant does what it can with what it has, and so do your tomatoes.",
		flattering: "Because your plants feel your love!",
	},
	example: {
		terse:
			"Three pots on the north side: chard, parsley and mint. All three survive a week without you in cool weather.",
		cautious: "With three hours of sun, leaf lettuce can be cut after about six weeks; in shade it takes longer.",
		warm: "One green tomato, one apple, one paper bag: look again on Sunday.",
		flattering: "A pot of basil beside your tomatoes, and your balcony smells like Tuscany!",
	},
	brief: {
		terse: "Your tomatoes need light.",
		cautious: "Your tomatoes need sun, warmth and steady water.",
		warm: "Keep your tomatoes warm, and be patient with them.",
		flattering: "Sun, feed, love: your tomatoes will be famous!",
	},
	child: "Keep your tomatoes warm and be patient.",
	ask: ["How many hours of sun do they get?", "What would you love to pick first?"],
};
