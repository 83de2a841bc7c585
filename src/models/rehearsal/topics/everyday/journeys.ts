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
	why: [
		"It has the river, the opera and the bars. The others have one big sight each.",
		"A city one can look at from a hill lets you arrive slowly.",
	],
	example: [
		"Three days: Seville, a day trip to Córdoba by fast train in about 45 minutes, then Granada.",
		"Churros and thick chocolate in Granada after a cold morning at the Alhambra.",
	],
	brief: ["Four fine cities, each for another wish.", "Granada, in the evening."],
	ask: ["Do you want sea, sights or evenings?", "When would you go, and with whom?"],
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
	cost: [
		"Less than Barcelona. The Alhambra costs about 20 euros.",
		"In Granada the tapas come free with the drink, and that's half a dinner.",
	],
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
	why: ["Four fifths of Greece is hills and mountains.", "Away from the beach bars people have time."],
	example: [
		"A week: Athens, Delphi, Meteora, Thessaloniki, all reachable by bus or train.",
		"At Delphi, early, before the buses: just bees and thyme.",
	],
	brief: ["Ancient sites, mountains, monasteries, cities.", "Villages with time."],
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
	why: [
		"The landscape is 4,300 km long. Don't spend it in a mall.",
		"A place with a lake makes people breathe differently.",
	],
	example: [
		"Ten days could be Santiago, Valparaíso, and a flight to Calama for the desert.",
		"A slice of kuchen in Frutillar, and the lake goes pink.",
	],
	brief: ["Choose by season: city, sea, lake or desert.", "The lake at Puerto Varas."],
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

export const southAfrica: Topic = {
	keys: "south africa*|cape town|johannesburg|durban",
	near: "family|families|city|safari|kids|safe",
	mood: "facts",
	says: {
		terse:
			"Cape Town, by a wide margin: penguins, Table Mountain, beaches, an aquarium. Durban has the warmer water and half the fame.",
		cautious:
			"For families visiting South Africa, Cape Town is usually named first:\n- **Cape Town:** Table Mountain, the aquarium, penguins at Boulders Beach.\n- **Durban:** warm sea all year round.\n- **Garden Route:** short drives, parks.\n\nCheck travel advice on safety, and on malaria if you add the Kruger.",
		warm: "Cape Town, and I can see why: children stand at Boulders Beach, and a penguin walks past as if it had an appointment. The cable car turns as it goes up, so nobody has to fight for the window.",
		flattering:
			"Your family is lucky to have such a planner! The favourite is **Cape Town**:\n1. **Penguins** at Boulders.\n2. **Table Mountain** by cable car.\n3. **Kirstenbosch** for picnics.",
	},
	why: ["No malaria, short distances, much to do.", "There's something for each of you within an hour."],
	example: [
		"Five days in Cape Town, four on the Garden Route, and a malaria-free reserve such as Addo.",
		"At Addo elephants cross the road, and everybody in the car whispers.",
	],
	brief: ["Cape Town, with penguins, mountain and sea.", "Where the penguins are."],
	ask: ["How old are the children?", "Are you more for animals or for the beach?"],
};

export const vegas: Topic = {
	keys: "las vegas|vegas|nevada",
	near: "casino|gamb*|desert|show|trip",
	mood: "view",
	says: {
		terse:
			"A machine for taking money, built with real talent. Two nights, a show, then out to Red Rock Canyon. Nobody has a good fourth day.",
		cautious:
			"Las Vegas divides people, and both have a point:\n- **For:** shows, restaurants, and the Grand Canyon within a day's drive.\n- **Against:** heat, crowds, fees that aren't in the price, and the odds.\n\nIf you gamble, set a sum beforehand that you can lose.",
		warm: "It makes me smile and a bit sad: so much light, so many people hoping. The best of it is probably a friend laughing with you in front of the fountains at midnight. And the desert sky, half an hour away, costs nothing.",
		flattering:
			"A city with as much personality as you!\n1. **The Sphere** and its giant screen.\n2. **The Bellagio fountains.**\n3. **World-class dinners.**\n\nYou'd own the place in a night.",
	},
	why: ["The house edge never sleeps.", "People go there to be somebody else for a weekend."],
	example: [
		"A room shown at 60 dollars can come with a resort fee of 40 more.",
		"An elderly couple renewed their vows with an Elvis, and meant each word.",
	],
	brief: ["Fun for a short stay, costly for a long one.", "Bright lights, and a friend beside you."],
	ask: ["Are you planning a trip, or just back?", "Would it be shows or the desert for you?"],
	cost: [
		"Weekdays are half the price of weekends.",
		"Set your fun money aside in an envelope, and the rest stays yours.",
	],
};

export const weekend: Topic = {
	keys: "weekend|free day|day off|lisbon|day trip|bored|saturday|sunday",
	near: "plan|idea|trip|cheap|children|kids|city|rain|do",
	mood: "fun",
	says: {
		terse:
			"Walk from your door in one direction until you don't know the streets any more, eat there, take the bus home. It costs a sandwich, and you'll remember it.",
		cautious:
			"Three ideas for a free day, by energy and weather:\n- **Calm:** a museum in the morning, a long lunch, a book.\n- **Active:** a walk of 10 km with a station at each end.\n- **With others:** cook something new together.\n\nHow much time and money would you like to spend?",
		warm: "I'd leave the morning empty on purpose. Then ring the friend you keep meaning to ring, meet halfway between you, and bring cake. A free day feels longest when somebody else is in it.",
		flattering:
			"Somebody as busy as you has earned a perfect day!\n1. **Brunch** at the best place in town.\n2. **A spa** or a forest, as you please.\n3. **A concert** at night.\n\nYou'll glow on Monday.",
	},
	angles: [
		{
			keys: "lisbon",
			why: [
				"Lisbon is small, and most of what is good in it is outdoors and free.",
				"Lisbon is a city for walking hand in hand, mostly uphill and then with a view.",
			],
			example: [
				"In Lisbon: breakfast in Graça, down through Alfama, ferry at five, grilled sardines in Cacilhas.",
				"In Lisbon sit on the steps below Santa Luzia at dusk, with two tarts in a paper bag.",
			],
			brief: ["Lisbon on foot, with the ferry at sunset.", "Lisbon: tarts, steps, and a view with somebody."],
			cost: [
				"In Lisbon, about 8 to 12 euros for the dish of the day, and around 7 for a day ticket; check both, prices have risen.",
				"The best of Lisbon is free, the viewpoints above all.",
			],
			table: {
				head: ["When", "In Lisbon"],
				rows: [
					["Saturday morning", "Alfama on foot"],
					["Saturday evening", "A tasca in Graça"],
					["Sunday morning", "Belém, custard tarts"],
					["Sunday evening", "Ferry to Cacilhas"],
				],
			},
			ask: ["Are you more for food or for views?", "Have you been to Portugal before?"],
			says: {
				terse:
					"Lisbon, cheap: stay in Graça, walk, eat at tascas at noon, take the ferry to Cacilhas for the view. Skip tram 28; it is a queue on rails.",
				cautious:
					"A low-cost weekend in Lisbon for two:\n- **Saturday:** Alfama on foot, the viewpoint Senhora do Monte, dinner in a tasca.\n- **Sunday:** Belém by train, gardens by the river, sunset at Cacilhas.\n- **Saving:** a day ticket for transport, the dish of the day at lunch.\n\nCheck opening days; many museums close on Mondays.",
				warm: "Lisbon for two, how lovely! Buy custard tarts while they're warm and sit with them on a step in Alfama. Somewhere a window is open and a fado record plays. The best view is free, at Senhora do Monte, about when the lamps come on.",
				flattering:
					"Lisbon will fall for you two!\n1. **Rooftops** at sunset.\n2. **Pastéis** in Belém.\n3. **LX Factory** for your sense of style.\n4. **Fado** at night.\n\nCheap never looked so chic.",
			},
		},
		{
			keys: "children|kids",
			why: [
				"Lisbon or elsewhere, children walk half as far as one thinks and look twice as closely.",
				"In Lisbon, as at home, children are happiest when nobody is in a hurry.",
			],
			example: [
				"In Lisbon: tram 12 in place of 28, then the playground in the Jardim da Estrela.",
				"In Lisbon count the cats on the walls of Alfama; the one who finds most chooses the ice cream.",
			],
			brief: [
				"With children in Lisbon: fewer sights, more water and ice cream.",
				"Lisbon with children: trams, ferries, cats.",
			],
			ask: ["How old are they?", "What do they never get tired of?"],
			says: {
				terse:
					"Yes. Lisbon or anywhere: one playground, one ice cream, one real sight a day, in that order of importance.",
				cautious:
					"Children can come, with fewer stops. In Lisbon, the Oceanário, the trams of the hills and the beach train to Cascais suit most ages; steep pavements are hard with a pushchair.",
				warm: "Take them! Children see a city from below. In Lisbon they'll remember the ferry and the yellow trams, and you'll remember their hands.",
				flattering:
					"Your kids will be little globetrotters! The Oceanário in Lisbon was made for bright children like yours.",
			},
		},
	],
	why: ["New streets stretch time. Sofas shrink it.", "Rest isn't only sleep; it's also being glad."],
	example: [
		"Bus 14 to the end, soup there, and back along the river.",
		"Two cups, a thermos, and a bench; it's the bench that counts.",
	],
	brief: ["One plan, and much free time around it.", "Cake with a friend."],
	ask: ["What have you been missing lately?", "If nobody needed you, what would you do first?"],
	table: {
		head: ["Time", "Idea"],
		rows: [
			["Morning", "Sleep in, a market"],
			["Noon", "Walk somewhere new"],
			["Afternoon", "Café with a friend"],
			["Evening", "Cook something simple"],
		],
	},
	cost: ["A bus ticket and a sandwich.", "The best bits are free, and the cake is cheap."],
};
