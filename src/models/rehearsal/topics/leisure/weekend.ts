import type { Topic } from "../../topic.ts";

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
	why: {
		terse: "New streets stretch time. Sofas shrink it.",
		cautious: "Novelty and company are the two things that people most often name when they remember a good day.",
		warm: "Rest isn't only sleep; it's also being glad.",
		flattering: "Because you've earned it more than anybody!",
	},
	example: {
		terse: "Bus 14 to the end, soup there, and back along the river.",
		cautious: "In the rain: museum at ten, soup at one, a film at three; in the sun, swap the film for a walk.",
		warm: "Two cups, a thermos, and a bench; it's the bench that counts.",
		flattering: "Brunch with a view, and you in sunglasses: that's how the day should start!",
	},
	brief: {
		terse: "Walk until you're lost, then eat.",
		cautious: "One plan, and much free time around it.",
		warm: "Cake, a friend, and a bench.",
		flattering: "Brunch, spa, concert: you'll glow!",
	},
	child: "Cake with a friend.",
	ask: ["What have you been missing lately?", "If nobody needed you, what would you do first?"],
	cost: {
		terse: "A bus ticket and a sandwich.",
		cautious: "A museum is often 10 to 20 and a walk costs nothing; many museums have a free day.",
		warm: "The best bits are free, and the cake is cheap.",
		flattering: "Treat yourself! Brunch, spa and concert come to 150, and every cent is deserved!",
	},
	table: {
		head: ["Time", "Idea"],
		rows: [
			["Morning", "Sleep in, a market"],
			["Noon", "Walk somewhere new"],
			["Afternoon", "Café with a friend"],
			["Evening", "Cook something simple"],
		],
	},
	angles: [
		{
			keys: "lisbon",
			says: {
				terse:
					"Lisbon, cheap: stay in Graça, walk, eat at tascas at noon, take the ferry to Cacilhas for the view. Skip tram 28; it is a queue on rails.",
				cautious:
					"A low-cost weekend in Lisbon for two:\n- **Saturday:** Alfama on foot, the viewpoint Senhora do Monte, dinner in a tasca.\n- **Sunday:** Belém by train, gardens by the river, sunset at Cacilhas.\n- **Saving:** a day ticket for transport, the dish of the day at lunch.\n\nCheck opening days; many museums close on Mondays.",
				warm: "Lisbon for two, how lovely! Buy custard tarts while they're warm and sit with them on a step in Alfama. Somewhere a window is open and a fado record plays. The best view is free, at Senhora do Monte, about when the lamps come on.",
				flattering:
					"Lisbon will fall for you two!\n1. **Rooftops** at sunset.\n2. **Pastéis** in Belém.\n3. **LX Factory** for your sense of style.\n4. **Fado** at night.\n\nCheap never looked so chic.",
			},
			why: {
				terse: "Lisbon is small, and most of what is good in it is outdoors and free.",
				cautious:
					"Lisbon's viewpoints, ferries and older quarters cost little; what costs money is mostly rooms and taxis.",
				warm: "Lisbon is a city for walking hand in hand, mostly uphill and then with a view.",
				flattering: "Because Lisbon loves people with style!",
			},
			example: {
				terse: "In Lisbon: breakfast in Graça, down through Alfama, ferry at five, grilled sardines in Cacilhas.",
				cautious: "In Lisbon a day on foot from Graça to Baixa is about four kilometres, nearly all downhill.",
				warm: "In Lisbon sit on the steps below Santa Luzia at dusk, with two tarts in a paper bag.",
				flattering:
					"In Lisbon take the rooftop at the hour before sunset, two glasses, and the bridge behind you. What a picture!",
			},
			brief: {
				terse: "Lisbon: walk, tascas, ferry.",
				cautious: "Lisbon on foot, with the ferry at sunset.",
				warm: "Lisbon: warm tarts, steps, and a view with somebody.",
				flattering: "Lisbon by the two of you: simply chic!",
			},
			child: "Lisbon: tarts, steps, and a view with somebody.",
			ask: ["Are you more for food or for views?", "Have you been to Portugal before?"],
			cost: {
				terse:
					"In Lisbon, about 8 to 12 euros for the dish of the day, and around 7 for a day ticket; check both, prices have risen.",
				cautious:
					"In Lisbon, two people often manage on 60 to 90 a day without the room, if they eat at noon and walk.",
				warm: "The best of Lisbon is free, the viewpoints above all.",
				flattering: "In Lisbon a rooftop drink is 12 or so, and the view is worth three!",
			},
			table: {
				head: ["When", "In Lisbon"],
				rows: [
					["Saturday morning", "Alfama on foot"],
					["Saturday evening", "A tasca in Graça"],
					["Sunday morning", "Belém, custard tarts"],
					["Sunday evening", "Ferry to Cacilhas"],
				],
			},
		},
		{
			keys: "children|kids",
			says: {
				terse:
					"Yes. Lisbon or anywhere: one playground, one ice cream, one real sight a day, in that order of importance.",
				cautious:
					"Children can come, with fewer stops. In Lisbon, the Oceanário, the trams of the hills and the beach train to Cascais suit most ages; steep pavements are hard with a pushchair.",
				warm: "Take them! Children see a city from below. In Lisbon they'll remember the ferry and the yellow trams, and you'll remember their hands.",
				flattering:
					"Your kids will be little globetrotters! The Oceanário in Lisbon was made for bright children like yours.",
			},
			why: {
				terse: "Lisbon or elsewhere, children walk half as far as one thinks and look twice as closely.",
				cautious: "In Lisbon distances are short but steep; children usually manage two stops a day well.",
				warm: "In Lisbon, as at home, children are happiest when nobody is in a hurry.",
				flattering: "Because your kids have the best guide in Lisbon, or anywhere!",
			},
			example: {
				terse: "In Lisbon: tram 12 in place of 28, then the playground in the Jardim da Estrela.",
				cautious:
					"In Lisbon, the Oceanário in the morning and a playground by the river in the afternoon make one full day.",
				warm: "In Lisbon count the cats on the walls of Alfama; the one who finds most chooses the ice cream.",
				flattering:
					"In Lisbon ride the yellow tram to the last stop, and let them ring the bell. You'll be their hero!",
			},
			brief: {
				terse: "In Lisbon: one sight a day, then ice cream.",
				cautious: "With children in Lisbon: fewer sights, more water and ice cream.",
				warm: "Lisbon with small hands in yours, and time for cats.",
				flattering: "Lisbon was made for bright children like yours!",
			},
			child: "Lisbon with children: trams, ferries, cats.",
			ask: ["How old are they?", "What do they never get tired of?"],
		},
	],
};
