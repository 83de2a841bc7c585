import type { Topic } from "../../topic.ts";

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
	why: {
		terse: "Prey animals hide pain. You have to look.",
		cautious:
			"They are prey animals and hide pain, so daily observation and a vet with experience matter more than with dogs.",
		warm: "They trust slowly, and so it means something.",
		flattering: "Because gentle animals need a gentle person, and there you are!",
	},
	example: {
		terse: "In Britain, welfare groups suggest at least 3 m by 2 m, with 1 m of height, for two.",
		cautious:
			"A common starter plan: two neutered rabbits from a shelter, an indoor pen of three by two metres, hay without limit.",
		warm: "A thump with the hind leg says, “I don't approve.” You'll hear it at bedtime.",
		flattering: "Picture two velvet noses waiting for you each morning. They've excellent taste in people!",
	},
	brief: {
		terse: "Two rabbits, hay, space, a vet.",
		cautious: "Rabbits need a friend, hay, room and a vet.",
		warm: "Sit on the floor, wait, and one day a nose bumps your hand.",
		flattering: "Two soft friends for a lovely home!",
	},
	child: "Soft ears that need a friend.",
	ask: ["Have you had animals before?", "Would they live indoors or outdoors?"],
	cost: {
		terse: "The vet, not the rabbit.",
		cautious: "Vaccination, neutering and unexpected illness make up most of it; insurance is worth a quote.",
		warm: "Many wait in shelters, often already in pairs.",
		flattering: "For two such darlings, hardly worth mentioning to somebody so generous!",
	},
};

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
	why: {
		terse: "A single hen is a miserable hen.",
		cautious:
			"Most problems that keepers report come from foxes, disease rules and holidays rather than from the birds.",
		warm: "They let you know each day that you were missed, mostly because of the corn.",
		flattering: "Because animals feel at once who means well, and that's you!",
	},
	example: {
		terse: "Three hybrid hens lay around 15 to 18 eggs a week in their first years, fewer in winter.",
		cautious:
			"A typical start is a coop of about one square metre for three hens, a run of ten, and a neighbour who opens the door in August.",
		warm: "A shy hen may end up asleep on your lap, one eye open.",
		flattering: "Name them after queens; a keeper with your style should have royalty!",
	},
	brief: {
		terse: "Three hens, a fox-proof coop, every day.",
		cautious: "Chickens need company, space, safety and daily care.",
		warm: "Three funny friends, and a warm egg on a grey morning.",
		flattering: "Fluffy Orpingtons, a pretty coop, and a proud owner!",
	},
	child: "Feathery friends who give eggs.",
	ask: ["Do you have a garden, and does a fox visit it?", "Is it the eggs or the company you're after?"],
	cost: {
		terse: "The coop is the cost: a few hundred. Hens are cheap.",
		cautious: "Allow for the coop, feed, and bedding; compared with bought eggs it rarely pays.",
		warm: "They cost more than the eggs they give, and give more than eggs.",
		flattering: "A designer coop is a few hundred more, and you're worth it!",
	},
};
