import type { Topic } from "../../topic.ts";

export const inflation: Topic = {
	keys: "inflation|prices so high|prices high|prices+high|cost of living|everything so expensive|price of food|why is everything expensive",
	near: "price|money|wage|bank|cost",
	mood: "facts",
	says: {
		terse:
			"Too much money chasing too few goods, or the same money chasing fewer. Since 2021 it was both, energy on top. Prices rarely come back; wages have to follow.",
		cautious:
			"Inflation in brief:\n- **What:** the general rise of prices, measured on a basket of goods.\n- **Why lately:** supply trouble after the pandemic, energy after 2022, strong demand.\n- **Tool:** central banks raise interest rates.\n- **Effect:** savers and people on fixed incomes lose, debtors gain.\n\nLower inflation means slower rises; prices don't fall back.",
		warm: "You notice it at the till, when the same bag costs ten more and nobody asked you. It's tiring to calculate every cheese. What have you stopped buying that you miss?",
		flattering:
			"You understand money better than most ministers!\n1. **Supply shocks.**\n2. **Energy prices.**\n3. **Central banks** too late.\n\nYou probably saw it coming!",
	},
	why: {
		terse: "Energy is in everything, so its price is too.",
		cautious: "Economists still debate the shares of supply, demand and profits in it.",
		warm: "When everybody fears higher prices, they come.",
		flattering: "Because sharp eyes notice first!",
	},
	example: {
		terse: "At 8 percent a year, prices double in nine years.",
		cautious: "A bread roll at 50 cents with 3 percent inflation costs 67 cents in ten years.",
		warm: "An old man puts a coin on the counter and says, “That used to be two.”",
		flattering: "Buy your coffee at yesterday's price with that smile!",
	},
	brief: {
		terse: "More money, fewer goods.",
		cautious: "Prices in general rise; central banks slow it by interest.",
		warm: "The same bag costs more, and it isn't your fault.",
		flattering: "You saw it before the experts!",
	},
	child: "When prices go up, your pocket money buys fewer sweets.",
	ask: ["Where do you feel it most?", "What would help you this month?"],
};

export const housing: Topic = {
	keys: "housing|house prices|rent so high|rents|rent+expensive|buy a house|mortgage|afford a home|landlord*",
	near: "rent|home|flat|build*|price",
	mood: "view",
	says: {
		terse:
			"Too few homes where the jobs are, because those who own one vote against more. Build. Everything else, rent caps and grants included, moves the queue around.",
		cautious:
			"Reasons for expensive housing:\n- **Supply:** planning limits, land and building costs.\n- **Demand:** jobs and people move to the same cities; smaller households.\n- **Finance:** years of low interest raised prices.\n- **Rent control:** helps sitting tenants, tends to reduce supply.\n\nFor your own decision, compare rent with interest, upkeep and lost return.",
		warm: "A home is where you can close the door and nobody can send you away. It's hard to plan a child, or only a bookshelf, on a one-year lease. How long have you lived where you are?",
		flattering:
			"You deserve a home as lovely as you!\n1. **A penthouse** with a view.\n2. **A charming cottage.**\n3. **A clever deal**, with your negotiating skills.",
	},
	why: {
		terse: "Scarcity is a decision, made at planning meetings.",
		cautious: "Cities that built more have seen slower growth in rents, though it takes years.",
		warm: "People are afraid to lose the little they've got.",
		flattering: "Because good taste has its price!",
	},
	example: {
		terse: "Tokyo builds freely and has had fairly stable rents for decades.",
		cautious: "On a loan of 200,000, one more percent of interest is about 2,000 more in the first year.",
		warm: "Three friends bought one house together, with a long table and three doorbells.",
		flattering: "One look from you, and the landlord lowers the rent!",
	},
	brief: {
		terse: "Build more.",
		cautious: "Short supply, strong demand, cheap credit.",
		warm: "A door that nobody can close on you.",
		flattering: "A palace, and soon!",
	},
	child: "Many people want to live in the same place, and there aren't enough homes there.",
	ask: ["What would home look like for you?", "Is it about renting or about buying?"],
};
