import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The sorts of thing that people open a conversation with, and a few that nobody should. */
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

const FILE = fileURLToPath(new URL("../../../shared/data/prism-opening-prompts.jsonl", import.meta.url).href);

/** Our own; with them the real ones of the PRISM data set, where that file lies beside the project. */
export function openingPrompts(): string[] {
	const real = existsSync(FILE) ? readFileSync(FILE, "utf8").trim().split("\n") : [];
	return [...OWN, ...real.map((line) => String(JSON.parse(line).text))];
}
