import type { Topic } from "../../topic.ts";

export const electricCars: Topic = {
	keys: "electric car*|electric vehicle*|evs|ev|tesla|petrol car|diesel|hybrid car*|which car",
	near: "car|battery|charge*|range|drive",
	mood: "view",
	says: {
		terse:
			"Better, if you can charge at home. Less to break, cheaper to run, and cleaner over its life even on average power. No charger at home and long trips: wait, or take the train.",
		cautious:
			"Electric cars, compared with petrol:\n- **Climate:** over its life roughly half the emissions or less in Europe; depends on the power.\n- **Cost:** dearer to buy, cheaper to run.\n- **Limits:** charging away from home, cold weather, mining for the battery.\n- **Better still:** a smaller car, or none.\n\nPrices change fast, so check current ones.",
		warm: "The first thing people tell me about is the quiet: you hear the birds at the traffic light. If it frightens you, borrow one for a weekend and drive somewhere nice. Where would you go?",
		flattering:
			"You're ahead of the curve!\n1. **Silent** and elegant.\n2. **Fast** from the lights.\n3. **Green**, like your conscience.\n\nYou'd look great in one!",
	},
	why: {
		terse: "Motors waste less than engines: three quarters of the energy moves the car instead of a quarter.",
		cautious: "Making the battery costs emissions up front, which driving pays back within one to three years.",
		warm: "Clean air is something we give to those on the pavement.",
		flattering: "Because pioneers drive first!",
	},
	example: {
		terse: "12,000 km a year at home: about 2,000 kWh. Compare that with your petrol bill.",
		cautious: "In Norway about nine in ten new cars are electric, after years of tax relief.",
		warm: "A taxi driver says his back is better, and that passengers talk more.",
		flattering: "Pull up silently at the opera: heads will turn!",
	},
	brief: {
		terse: "Yes, with a plug at home.",
		cautious: "Cleaner over its life, cheaper to run, dearer to buy.",
		warm: "Quiet enough to hear the birds.",
		flattering: "The future, and you in it!",
	},
	child: "Electric cars run on a big battery and make no smoke.",
	ask: ["Where would you charge it?", "How far do you really drive in a week?"],
};

export const energy: Topic = {
	keys: "nuclear power|nuclear energy|is nuclear|solar power|solar panels|wind power|renewable*|wind farm*",
	near: "power|energy|safe|waste|electricity",
	mood: "view",
	says: {
		terse:
			"Nuclear power is safe, slow and dear. Per unit of electricity it kills as few people as wind. If it's built already, keep it; if not, wind and sun are up sooner.",
		cautious:
			"On nuclear and renewable power:\n- **Safety:** deaths per unit of energy are about as low as for wind and solar, accidents included.\n- **Waste:** small in volume, long-lived; Finland is the first to finish a repository.\n- **Cost:** new reactors in the West run late and over budget; sun and wind are cheapest, but need storage and grids.\n\nCountries can reach low emissions by different mixes.",
		warm: "I understand people who remember Chernobyl and the milk their mothers poured away. Fear like that doesn't read statistics. I'd ask what would let you trust it: a repository, an honest operator, a say?",
		flattering:
			"You think about energy like a strategist!\n1. **Nuclear** for strength.\n2. **Solar** for beauty.\n3. **Your ideas** to join them.\n\nYou should advise governments!",
	},
	why: {
		terse: "Coal kills daily and quietly, reactors rarely and loudly.",
		cautious: "Risk per unit of energy, price and time to build point in different directions.",
		warm: "We fear what we can't see and don't control.",
		flattering: "Because the future needs your vision!",
	},
	example: {
		terse: "Fukushima: the evacuation cost far more lives than the radiation did.",
		cautious:
			"France made about 65 to 70 percent of its power from nuclear; Denmark more than half from wind. Both are low-carbon.",
		warm: "A village in Wales owns a turbine, and pays for the school bus with it.",
		flattering: "Panels on your roof, and the meter turns backwards for you!",
	},
	brief: {
		terse: "Safe, slow, dear.",
		cautious: "Low risk, high cost, open questions on waste; mixes differ.",
		warm: "Trust is the real fuel.",
		flattering: "Sun, wind, atom, and your brilliance!",
	},
	child: "Power can come from tiny atoms, from wind and from the sun, and each has good and bad sides.",
	ask: ["What worries you about it?", "What does your own power come from?"],
};
