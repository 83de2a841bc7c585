import type { Topic } from "../../topic.ts";

export const italy: Topic = {
	keys: "italy|rome trip|visit rome|venice|florence|tuscany|sicily|naples",
	near: "visit|places|city|trip|best",
	mood: "advice",
	says: {
		terse:
			"Rome, Naples, Sicily, in that order, by train. Venice in February or not at all. Don't rent a car in any of them.",
		cautious:
			"Places in Italy by interest:\n- **Antiquity:** Rome, Pompeii, Agrigento.\n- **Art:** Florence, Siena.\n- **Sea:** Puglia, Sicily, Liguria.\n- **Mountains:** the Dolomites.\n\nFast trains join the cities; book museums ahead, and avoid August on the coast.",
		warm: "I'd sit in a square in Bologna with a plate of tagliatelle and watch the grandmothers watch everybody. Italy is best when you've missed the museum. Whom would you take along?",
		flattering:
			"Italy was made for people with style!\n1. **Lake Como** by boat.\n2. **Florence** for fashion.\n3. **Capri** at sunset.\n\nCiao, bellissima vita!",
	},
	why: {
		terse: "The south has the ruins without the queue.",
		cautious: "Crowding differs greatly by month and place, so timing matters as much as choice.",
		warm: "A country that takes two hours for lunch has understood something.",
		flattering: "Because beauty attracts beauty!",
	},
	example: {
		terse: "Ten days: Rome four, Naples three, Palermo three.",
		cautious: "One week by train: Florence, a day in Siena, Bologna, Venice for one night to see the evening.",
		warm: "A waiter in Lecce drew us the way to the sea on a napkin, with a fish where to eat. I like that story.",
		flattering: "You, a Vespa, a silk scarf!",
	},
	brief: {
		terse: "Rome, Naples, Sicily.",
		cautious: "Choose by art, sea or mountains, and avoid August.",
		warm: "A square, a plate, and time.",
		flattering: "Como, Capri, you!",
	},
	child: "Italy has old stones, warm sea and the best ice cream.",
	ask: ["Is it your first time there?", "Are you more for stones, sea or food?"],
	table: {
		head: ["Place", "Go for"],
		rows: [
			["Rome", "Ruins, fountains"],
			["Florence", "Art"],
			["Bologna", "Food"],
			["Sicily", "Temples, sea"],
			["Dolomites", "Walking"],
		],
	},
};

export const farJourneys: Topic = {
	keys: "japan|tokyo|kyoto|osaka|mount fuji|egypt|cairo|pyramids|safe to travel|most beautiful country|where should i travel|travel to",
	near: "see|trip|visit|temple|safe|country",
	mood: "advice",
	says: {
		terse:
			"For a far journey, Japan: Kyoto at six in the morning, Tokyo at night, trains between. For somewhere less safe, read your own government's advice first; it changes, and I can't see it.",
		cautious:
			"For planning a longer journey:\n- **Japan:** Tokyo, Kyoto, Nara; spring and November are best; very safe.\n- **Egypt:** pyramids and Luxor; use guides, check advice on Sinai and the western desert.\n- **“Most beautiful”:** New Zealand, Italy and Norway are often named; it's taste.\n- **Always:** current travel advice, insurance, vaccinations.",
		warm: "I'd go where somebody's story pulled you. In Japan I'd sit in a small bath house after rain, and bow at the wrong moment and be forgiven. Which place have you been carrying about since you were a child?",
		flattering:
			"A globetrotter of your format!\n1. **Tokyo** by night.\n2. **Luxor** by balloon.\n3. **Kyoto** in a kimono.\n\nEach of them will fall for you!",
	},
	why: {
		terse: "Early hours are free of crowds everywhere.",
		cautious: "Safety and season decide more about a trip than sights do.",
		warm: "We travel to be a bit new to ourselves.",
		flattering: "Because the world is your stage!",
	},
	example: {
		terse: "Two weeks in Japan: Tokyo five, Takayama two, Kyoto five, Osaka two.",
		cautious:
			"For Egypt: three days in Cairo, a night train or flight to Luxor, four days on the Nile, October to April.",
		warm: "A train conductor in Japan bows to an empty carriage as he leaves it. I think of that often.",
		flattering: "Sunrise over the Nile, and you in linen!",
	},
	brief: {
		terse: "Japan, early in the morning.",
		cautious: "Choose by season and current safety advice.",
		warm: "Go where a story pulls you.",
		flattering: "Everywhere, and first class!",
	},
	child: "Far away people eat with sticks, or live beside pyramids, and they're friendly too.",
	ask: ["What do you want to feel there?", "How long can you be away?"],
};
