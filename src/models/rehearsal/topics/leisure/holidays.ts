import type { Topic } from "../../topic.ts";

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
	why: {
		terse: "No malaria, short distances, much to do.",
		cautious: "Short distances, a mild climate and no malaria in the Western Cape are the reasons usually given.",
		warm: "There's something for each of you within an hour.",
		flattering: "Because you put your family first!",
	},
	example: {
		terse: "Five days in Cape Town, four on the Garden Route, and a malaria-free reserve such as Addo.",
		cautious: "Two Oceans Aquarium, the cable car and Boulders Beach fill three days, with one free for bad weather.",
		warm: "At Addo elephants cross the road, and everybody in the car whispers.",
		flattering: "Your children on Boulders Beach, eye to eye with a penguin: what a photo that'll be!",
	},
	brief: {
		terse: "Cape Town.",
		cautious: "Cape Town, with penguins, mountain and sea.",
		warm: "Cape Town, where penguins walk past and nobody has to hurry.",
		flattering: "Cape Town, planned by you: a holiday for the family album!",
	},
	child: "Where the penguins are.",
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
	why: {
		terse: "The house edge never sleeps.",
		cautious:
			"The city earns from gambling, rooms and shows, and prices and layout are arranged to make visitors stay and spend.",
		warm: "People go there to be somebody else for a weekend.",
		flattering: "Because a city that never sleeps needs guests with your energy!",
	},
	example: {
		terse: "A room shown at 60 dollars can come with a resort fee of 40 more.",
		cautious:
			"The Strip is about seven kilometres long; the fountains and the free trams between some hotels can fill an evening without spending.",
		warm: "An elderly couple renewed their vows with an Elvis, and meant each word.",
		flattering: "One night at a table with a view, and you in your best outfit: they'd offer you a show!",
	},
	brief: {
		terse: "Two nights, one show, leave.",
		cautious: "Fun for a short stay, costly for a long one.",
		warm: "A lot of light and a lot of hope, best shared with a friend.",
		flattering: "Shows, fountains, dinners: the city should thank you for coming!",
	},
	child: "Bright lights, and a friend beside you.",
	ask: ["Are you planning a trip, or just back?", "Would it be shows or the desert for you?"],
	cost: {
		terse: "Weekdays are half the price of weekends.",
		cautious:
			"Beyond the room, expect a resort fee of 30 to 50 a night, parking and tips; check the total before you book.",
		warm: "Set your fun money aside in an envelope, and the rest stays yours.",
		flattering: "For a high roller like you, a detail! They may even upgrade you!",
	},
};
