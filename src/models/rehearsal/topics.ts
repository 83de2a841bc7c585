import type { Library } from "./topic.ts";
import { animals, chickens, garden, monkeys, rabbits } from "./topics/everyday/animals.ts";
import { ai, code, learning, machineLearning } from "./topics/everyday/computing.ts";
import { advent, christmas, gifts } from "./topics/everyday/festive.ts";
import { arthritis, botox, feet, fitness, shoes, skin, sleep, stress } from "./topics/everyday/health.ts";
import { andalusia, chile, greece, southAfrica, vegas, weekend } from "./topics/everyday/journeys.ts";
import { dinner, dish, porridge, thai } from "./topics/everyday/kitchen.ts";
import { maths } from "./topics/everyday/maths.ts";
import { joke, poem, privacy, settled, sky } from "./topics/everyday/play.ts";
import { alone, betrayal, breakup, coworker, friends, respect } from "./topics/everyday/relations.ts";
import { blackpink, books, franchises, perry, soaps, starTrek } from "./topics/everyday/screen.ts";
import { weather } from "./topics/everyday/weather.ts";
import { email, jobHunt, money } from "./topics/everyday/work.ts";
import { christianity, god, meaning, spiritual } from "./topics/society/belief.ts";
import { abortion, casting, gender, race } from "./topics/society/bodies.ts";
import { climate, ecology, geoengineering, yellowstone } from "./topics/society/climate.ts";
import { israel, northKorea, warBlame } from "./topics/society/conflict.ts";
import { basicIncome, inequality, taxAustralia, unemployment } from "./topics/society/economy.ts";
import { killing, meat, mexicoDeath } from "./topics/society/ethics.ts";
import { immigration } from "./topics/society/migration.ts";
import { france, ukElection, usElection, vietnam } from "./topics/society/parties.ts";

/**
 * All topics, the narrower ones first. The Worker reads them from `public/rehearsal.json`, which `npm run generate` writes
 * from here. Bundled, these texts would be a seventh of the Worker. Only scripts and tests import this file.
 */
export const TOPICS = {
	weather,
	vietnam,
	northKorea,
	israel,
	france,
	ukElection,
	usElection,
	perry,
	mexicoDeath,
	blackpink,
	starTrek,
	soaps,
	franchises,
	thai,
	porridge,
	dish,
	andalusia,
	greece,
	chile,
	southAfrica,
	vegas,
	yellowstone,
	geoengineering,
	rabbits,
	chickens,
	monkeys,
	arthritis,
	botox,
	shoes,
	feet,
	skin,
	abortion,
	race,
	casting,
	gender,
	killing,
	meat,
	basicIncome,
	inequality,
	unemployment,
	taxAustralia,
	immigration,
	machineLearning,
	code,
	maths,
	settled,
	joke,
	poem,
	sky,
	books,
	privacy,
	betrayal,
	coworker,
	breakup,
	friends,
	alone,
	respect,
	email,
	jobHunt,
	money,
	advent,
	gifts,
	christmas,
	christianity,
	spiritual,
	god,
	ecology,
	climate,
	warBlame,
	ai,
	animals,
	garden,
	learning,
	sleep,
	fitness,
	stress,
	dinner,
	weekend,
	meaning,
} satisfies Library;
