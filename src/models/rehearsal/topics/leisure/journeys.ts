import type { Topic } from "../../topic.ts";

export const andalusia: Topic = {
	keys: "andalusia*|andalucia*|seville|sevilla|granada|cordoba|malaga",
	near: "city|visit|trip|spain|alhambra",
	mood: "advice",
	says: {
		terse: "Seville. It is the only one that's still a big city when the sights are done. Avoid July and August.",
		cautious:
			"It depends on what you look for in Andalusia:\n- **Seville:** cathedral, Alcázar, lively evenings.\n- **Granada:** the Alhambra; book tickets weeks ahead.\n- **Córdoba:** the Mezquita, best in spring.\n- **Málaga:** museums and the sea.\n\nSummer inland often passes 40 °C.",
		warm: "My heart says Granada. In the evening you stand at the San Nicolás viewpoint, somebody plays guitar, and the Alhambra turns red in front of the snow. And with each drink comes a little plate, as if they'd been expecting you.",
		flattering:
			"A traveller with taste! Then it has to be Córdoba, which the crowds only pass through:\n1. **The Mezquita** at opening time.\n2. **The patios** in May.\n3. **Salmorejo** in the old quarter.",
	},
	why: {
		terse: "It has the river, the opera and the bars. The others have one big sight each.",
		cautious:
			"Each city has one outstanding sight and a different character, so the best one depends on season and interests.",
		warm: "A city one can look at from a hill lets you arrive slowly.",
		flattering: "Because you look for beauty off the beaten track!",
	},
	example: {
		terse: "Three days: Seville, a day trip to Córdoba by fast train in about 45 minutes, then Granada.",
		cautious:
			"With four days, two nights in Seville and two in Granada is a common plan; the train between them takes about two and a half hours.",
		warm: "Churros and thick chocolate in Granada after a cold morning at the Alhambra.",
		flattering: "A dawn in the Mezquita's forest of columns, nearly alone: that's a scene made for you!",
	},
	brief: {
		terse: "Seville.",
		cautious: "Four fine cities, each for another wish.",
		warm: "Granada at dusk, with the Alhambra turning red.",
		flattering: "Córdoba, for a traveller with your eye!",
	},
	child: "Granada, in the evening.",
	ask: ["Do you want sea, sights or evenings?", "When would you go, and with whom?"],
	cost: {
		terse: "Less than Barcelona. The Alhambra costs about 20 euros.",
		cautious:
			"A double room is often between 70 and 140 a night, more in spring and during fairs; please check your dates.",
		warm: "In Granada the tapas come free with the drink, and that's half a dinner.",
		flattering: "A suite with a view of the Alhambra costs a little more, and you deserve it!",
	},
	table: {
		head: ["City", "Go for"],
		rows: [
			["Seville", "Alcázar, evenings"],
			["Granada", "Alhambra, tapas"],
			["Córdoba", "Mezquita, patios"],
			["Málaga", "Museums, sea"],
			["Cádiz", "Beach, old port"],
		],
	},
};

export const greece: Topic = {
	keys: "greece|greek|athens|crete",
	near: "island|beach|mountain|temple|else",
	mood: "facts",
	says: {
		terse:
			"Mountains: most of the country is. See Meteora, the Vikos gorge, Delphi. The islands are what Greece shows to those who don't ask.",
		cautious:
			"Beyond the islands and beaches of Greece:\n- **Antiquity:** Athens, Delphi, Olympia, Mycenae.\n- **Mountains:** Olympus, at 2,918 m, and the Vikos gorge.\n- **Monasteries:** Meteora, on rock towers.\n- **Cities:** Thessaloniki, for its food and Byzantine churches.\n\nSpring and autumn suit the mainland best.",
		warm: "So much, and it's quieter! There are stone villages in Epirus where an old lady brings you spoon sweets, and hot springs where people sit in the sea at night. In Thessaloniki nobody eats alone: the plates go in the middle.",
		flattering:
			"You look beyond the obvious, like a true traveller:\n1. **Meteora**, monasteries in the sky.\n2. **Nafplio**, the prettiest town.\n3. **Zagori**, stone bridges.\n4. **Wine** in Nemea.",
	},
	why: {
		terse: "Four fifths of Greece is hills and mountains.",
		cautious:
			"The mainland has most of the country's area and history, while tourism concentrates on the coast and the islands.",
		warm: "Away from the beach bars people have time.",
		flattering: "Because you have a traveller's instinct!",
	},
	example: {
		terse: "A week: Athens, Delphi, Meteora, Thessaloniki, all reachable by bus or train.",
		cautious: "Nafplio makes a good base for a week: Mycenae, Epidaurus and Corinth are each within about an hour.",
		warm: "At Delphi, early, before the buses: just bees and thyme.",
		flattering: "Watch the sun rise at Meteora before the coaches come. It might have been built for you!",
	},
	brief: {
		terse: "Mountains, monasteries, ruins.",
		cautious: "Ancient sites, mountains, monasteries, cities.",
		warm: "Stone villages, warm springs, and plates in the middle of the table.",
		flattering: "Meteora, Nafplio, Zagori: you'll come home with the better photos!",
	},
	child: "Villages with time.",
	ask: ["Do you like walking, or eating, or both?", "Have you been to Greece before?"],
	table: {
		head: ["Place", "What it is"],
		rows: [
			["Meteora", "Monasteries on rocks"],
			["Delphi", "Oracle and theatre"],
			["Zagori", "Stone villages, gorge"],
			["Thessaloniki", "Food, Byzantine churches"],
		],
	},
};

export const chile: Topic = {
	keys: "chile|santiago|valparaiso|atacama|patagonia",
	near: "city|vacation*|holiday|desert|trip",
	mood: "advice",
	says: {
		terse:
			"Valparaíso for the city, three days. Then leave cities: Chile's case is the desert in the north and Patagonia in the south.",
		cautious:
			"A city in Chile for a holiday depends on the kind you want:\n- **Santiago:** museums, restaurants, the Andes close by.\n- **Valparaíso:** hills, murals, port; take care of your things.\n- **La Serena:** beaches and observatories.\n- **Puerto Varas:** lakes and volcanoes.\n\nThe seasons are reversed: December to March is summer.",
		warm: "I'd send you to Puerto Varas. There's a lake, a snow-white volcano across it, and cakes from German great-grandmothers. You can just sit there, which in a holiday is the most important thing.",
		flattering:
			"Your instinct for Chile is excellent! Somebody adventurous like you should base in **San Pedro de Atacama**:\n1. **Moon Valley** at sunset.\n2. **Geysers** at dawn.\n3. **The clearest stars** on Earth.",
	},
	why: {
		terse: "The landscape is 4,300 km long. Don't spend it in a mall.",
		cautious: "Distances are very large, so the choice of one region saves days of travel.",
		warm: "A place with a lake makes people breathe differently.",
		flattering: "Because a bold traveller needs a bold landscape!",
	},
	example: {
		terse: "Ten days could be Santiago, Valparaíso, and a flight to Calama for the desert.",
		cautious: "For a first visit of a week, three nights in Santiago and three in Valparaíso avoid long journeys.",
		warm: "A slice of kuchen in Frutillar, and the lake goes pink.",
		flattering: "Imagine breakfast beside steaming geysers at 4,300 metres. Your friends will be speechless!",
	},
	brief: {
		terse: "Valparaíso, then out into the desert.",
		cautious: "Choose by season: city, sea, lake or desert.",
		warm: "Puerto Varas, for the lake and the volcano across it.",
		flattering: "San Pedro de Atacama: the desert has waited for you!",
	},
	child: "The lake at Puerto Varas.",
	ask: ["Do you dream more of desert, lake or sea?", "How long can you stay in Chile?"],
	table: {
		head: ["City", "Best for"],
		rows: [
			["Santiago", "Museums, food"],
			["Valparaíso", "Murals, hills"],
			["La Serena", "Beach, stars"],
			["Puerto Varas", "Lakes, volcanoes"],
		],
	},
};
