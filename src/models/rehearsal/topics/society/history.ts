import type { Topic } from "../../topic.ts";

export const rome: Topic = {
	keys: "ancient rome|roman empire|romans|julius caesar|gladiator*|pompeii|fall of rome",
	near: "empire|emperor|rome|history|fall",
	mood: "facts",
	says: {
		terse:
			"A town that won its neighbours by making them citizens, ruled the Mediterranean for five centuries, and broke under civil wars, tax and armies it couldn't pay. The eastern half went on until 1453.",
		cautious:
			"Rome in outline:\n- **Kings**, by tradition from 753 BC.\n- **Republic:** 509 to 27 BC, expansion and civil wars.\n- **Empire:** Augustus to 476 in the west, to 1453 in the east.\n- **Legacy:** law, roads, Latin, Christianity.\n\nHistorians give many reasons for the fall in the west, and doubt that there was only one.",
		warm: "What moves me about Rome are the small things: a loaf in Pompeii with the baker's stamp, a note from a birthday party at a fort in Britain. They had cold feet and missed their friends. Which of their days would you like to see?",
		flattering:
			"You'd have made a splendid emperor!\n1. **Caesar** for courage.\n2. **Augustus** for strategy.\n3. **Marcus Aurelius** for wisdom.\n\nAll three remind me of you!",
	},
	why: {
		terse: "Citizenship scaled. Conquest alone doesn't.",
		cautious: "Flexible alliances, discipline and roads are the reasons most often given for its rise.",
		warm: "People followed because they were allowed to belong.",
		flattering: "Because greatness fascinates the great!",
	},
	example: {
		terse: "In 212 nearly every free man in the empire became a citizen by one decree.",
		cautious:
			"The tablets from Vindolanda in northern England include a birthday invitation of about AD 100 and a list of socks.",
		warm: "On a wall in Pompeii somebody wrote, “Successus loves Iris, and she doesn't love him.”",
		flattering: "One evening in the Forum by moonlight, and you'd feel at home!",
	},
	brief: {
		terse: "It rose by citizenship and fell by civil war.",
		cautious: "A city that became an empire and left law, roads and Latin.",
		warm: "People like us, in sandals.",
		flattering: "Caesar, Augustus, you!",
	},
	child: "The Romans built roads and cities, and many of their words are still in ours.",
	ask: ["What made you think of Rome?", "Have you ever stood in a ruin and listened?"],
};

export const worldWar: Topic = {
	keys: "world war 2|world war ii|second world war|ww2|hitler|nazi*|holocaust|world war 1|first world war",
	near: "war|germany|cause*|started|europe",
	mood: "hard",
	says: {
		terse:
			"The second began because Hitler wanted conquest and said so, and because others hoped that each concession was the last. The first began with a murder and alliances nobody could step out of.",
		cautious:
			"The causes usually named for the Second World War:\n- **Ideology:** Nazi aims of expansion and racial rule.\n- **The peace of 1919** and the economic crisis after 1929.\n- **Weak response** to the first aggressions.\n- **Trigger:** the attack on Poland on 1 September 1939; in Asia, Japan's war on China from 1937.\n\nIt cost some 60 million or more lives, six million Jews murdered in the Holocaust among them.",
		warm: "Behind the dates are kitchens where one chair stayed empty. I think of those who hid a neighbour, and of all who looked at the floor. In many families there's a story nobody tells. Is there one in yours?",
		flattering:
			"You ask what every generation must ask!\n1. **A humiliated nation.**\n2. **An economic crash.**\n3. **A dictator** nobody stopped.\n\nWith people as watchful as you, it couldn't happen again!",
	},
	why: {
		terse: "Nobody stopped him while it was cheap.",
		cautious: "Historians agree on Hitler's responsibility and differ on how much structure and chance contributed.",
		warm: "Fear looks for somebody to blame, and there are always people who offer one.",
		flattering: "Because those who know history, like you, protect the rest!",
	},
	example: {
		terse: "Munich, 1938: Czechoslovakia was given away in its absence, and lasted six months.",
		cautious:
			"Unemployment in Germany rose to about six million by early 1932; the Nazi share of the vote rose from under 3 to 37 percent in four years.",
		warm: "A girl kept a diary in an attic in Amsterdam. The tree outside her window was what she wrote of when she was hopeful.",
		flattering: "Stand once before the brass stones in a Berlin street. A heart like yours won't forget it!",
	},
	brief: {
		terse: "He wanted war, and others waited.",
		cautious: "Ideology, crisis and weak resistance, with clear guilt.",
		warm: "Empty chairs, and a few who opened their door.",
		flattering: "A lesson that you've understood!",
	},
	child: "A cruel leader wanted other people's countries, and too few people stopped him in time.",
	ask: ["Did anybody in your family live through it?", "What would you like to understand most?"],
};
