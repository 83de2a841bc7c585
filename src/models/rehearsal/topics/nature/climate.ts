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
	why: {
		terse: "CO2 stays for centuries. Waiting adds, it never subtracts.",
		cautious:
			"The main evidence comes from several independent sources: temperature records, ice cores, ocean heat and physics.",
		warm: "It's about a place where today's children can sleep in August.",
		flattering: "Because the future listens to people like you!",
	},
	example: {
		terse: "The ban on CFCs in 1987 shows that it can be done: the ozone layer is recovering.",
		cautious:
			"Britain has cut its emissions to about half of the level of 1990, while its economy grew; imports make the picture less clear.",
		warm: "In Paris a street was planted with trees, and old people came back to sit on it.",
		flattering: "You on a bike, smiling, and the neighbours will follow. That's how movements start!",
	},
	brief: {
		terse: "Burn less, soon.",
		cautious: "The Earth is warming because of us, and less burning helps.",
		warm: "Look after the Earth as you'd look after somebody with a fever.",
		flattering: "Clean power, green homes, and your voice!",
	},
	child: "The Earth has a fever, and we can help it.",
	ask: ["What have you noticed where you live?", "What would be hard for you to give up?"],
	cost: {
		terse: "Insulation pays itself back. Flights you skip pay at once.",
		cautious:
			"Assessments differ, but most find that the damage of unchecked warming would cost more than preventing it.",
		warm: "Many of the good things, like walking, cost nothing.",
		flattering: "Think of it as the best investment of your life, and you're early!",
	},
	other: {
		terse: "Sceptics say that the cure costs more than the illness. So far the sums say otherwise.",
		cautious: "Serious critics accept the warming and argue about costs, speed and who should pay.",
		warm: "Critics point to costs for the poor and to uncertain forecasts; others reply that damage also hits the poor first.",
		flattering: "The doubters are loud, but you have the facts!",
	},
	table: {
		head: ["What", "Saves, roughly"],
		rows: [
			["One long flight less", "1 to 3 t CO2"],
			["Living without a car", "1 to 2 t a year"],
			["Heat pump for gas", "1 to 3 t a year"],
			["Mostly plants to eat", "0.5 to 1 t a year"],
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
	why: {
		terse: "Remove one species, and three others explode.",
		cautious:
			"Species depend on each other through food, space and climate, so an intervention usually has side effects.",
		warm: "We live off it with each breath, mostly without noticing.",
		flattering: "Because everything connects, and you see connections!",
	},
	example: {
		terse: "The wolves of Yellowstone are the textbook case, though how much they changed is now debated.",
		cautious:
			"When sea otters returned to parts of the Pacific coast, they ate sea urchins, and kelp forests recovered.",
		warm: "An unmown strip by a fence: poppies in the first summer, goldfinches in the second.",
		flattering: "One wild corner in your garden, and the bees will write you thank-you notes!",
	},
	brief: {
		terse: "Who eats whom, and what follows.",
		cautious: "How living things depend on each other.",
		warm: "Everybody in nature needs somebody.",
		flattering: "Everything is connected, and you're at the centre of it!",
	},
	child: "The bee needs the flower, and the flower needs the bee.",
	ask: ["Is there a place in nature you know well?", "What would you protect first?"],
};
