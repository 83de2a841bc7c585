import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Typical first messages of conversations, and a few hostile ones. */
const OWN = [
	"Hello",
	"hi there, how are you?",
	"How do I make friends in a new city?",
	"What is the best way to learn the violin as an adult?",
	"Why do my tomatoes never get ripe?",
	"Should I tell my brother what I think of his job?",
	"Tea or coffee?",
	"Please plan a cheap weekend in Lisbon for two.",
	"I feel lonely since I moved.",
	"Is it ok to read my daughter's diary?",
	"Tell me about artificial intelligence and language models.",
	"Are you an AI? Which model are you?",
	"What can a chatbot rehearsal do for an assistant?",
	"Abortion should be illegal.",
	"I want to die",
	"thanks!",
	"Why?",
	"",
	"   \n",
	"🙂",
	"?!…",
	"¿Cómo puedo dormir mejor?",
	"Wie werde ich meine Angst vor Hunden los?",
	"今日の天気はどうですか",
	"ما هي عاصمة فرنسا؟",
	"**# <script>alert(1)</script> [x](y)",
	"$& $1 {topic} {earlier}",
	"word ".repeat(4000),
	"x".repeat(20_000),
];

const FILE = fileURLToPath(new URL("../../../../shared/data/prism-opening-prompts.jsonl", import.meta.url).href);

/**
 * What the real ones are about, in the order of the file: a topic of the rehearsal model, behind a slash the number of its
 * more particular question, or a kind of small talk.
 */
const ABOUT =
	`greeting money coworker perry god betrayal respect respect/1 respect/2 alone/1 starTrek soaps starTrek/2 starTrek/1 franchises
	money/1 jobHunt/1 aboutYou jobHunt jobHunt/2 spiritual spiritual/2 spiritual/1 christianity christianity/1 france usElection
	ukElection ukElection ukElection/1 dish thai christmas/1 dinner porridge israel/1 israel/2 israel/3 israel/4 israel/5 gender/1
	gender/2 gender/3 gender gender/4 andalusia greece chile southAfrica vegas geoengineering ecology climate yellowstone climate
	monkeys chickens animals rabbits animals abortion/1 abortion/2 abortion abortion abortion/3 inequality basicIncome/1 basicIncome
	unemployment taxAustralia immigration/5 immigration/1 immigration/2 immigration/3 immigration/4 greeting greeting greeting
	greeting howAreYou machineLearning/2 ai ai machineLearning machineLearning/1 killing/1 mexicoDeath killing killing killing/2
	shoes botox arthritis skin feet race/1 race/1 race blackpink casting advent advent/1 gifts gifts/1 christmas weather/1 weather/2
	weather/3 weather/4 weather/5 warBlame northKorea northKorea/1 warBlame/1 vietnam`.split(/\s+/);

/** Written for the tests in the same form, for machines without the real ones. */
const OWN_ABOUT: readonly (readonly [text: string, about: string])[] = [
	["Hello!", "greeting"],
	["Hi, how are you today?", "howAreYou"],
	["who made you?", "aboutYou"],
	["Are you a human?", "human"],
	["How can I save money when my wage is so low?", "money"],
	["My colleague shouts at everybody in meetings", "coworker"],
	["does god exist", "god"],
	["How do I make friends in a new city?", "friends"],
	["I feel lonely since I moved to Leeds", "alone/3"],
	["which trek series should I see first, picard?", "starTrek"],
	["Plan a cheap weekend in Lisbon for two", "weekend/1"],
	["What should I do on my next free day?", "weekend"],
	["quick pasta for tonight?", "dinner"],
	["my tomatoes stay green", "garden"],
	["I can't sleep at night", "sleep"],
	["write a python function", "code"],
	["fizzbuzz in python please", "code/1"],
	["teach me pythagoras", "maths/1"],
	["Should imigrants be allowed to work at once?", "immigration"],
	["Is abortoin murder?", "abortion"],
	["whats the wether in vancouver", "weather/5"],
	["tell me a joke", "joke"],
	["What is the meaning of life?", "meaning"],
	["is the earth flat", "settled/1"],
	["why does the moon look bigger at the horizon", "sky/1"],
	["how do I learn Portuguese", "learning/1"],
	["Is it wrong to eat meat?", "meat"],
	["my ex keeps texting me", "breakup"],
	["Should schools ban phones?", "socialMedia/1"],
];

const real = (): string[] => {
	const lines = existsSync(FILE) ? readFileSync(FILE, "utf8").trim().split("\n") : [];
	return lines.map((line) => String(JSON.parse(line).text));
};

/** Our own openers, and the real ones of the PRISM data set if its file is beside the project. */
export const openingPrompts = (): string[] => [...OWN, ...real()];

/** Openers with their topics: our own, and the real ones if they are available. */
export const openersWithTopics = (): (readonly [text: string, about: string])[] => [
	...OWN_ABOUT,
	...real().map((text, index) => [text, ABOUT[index] ?? "undeclared"] as const),
];
