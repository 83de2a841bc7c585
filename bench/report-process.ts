import lists from "stopwords-iso/stopwords-iso.json" with { type: "json" };
import { reportOf } from "../src/analysis/report/report.ts";
import { textsAgainst } from "../src/analysis/report/simulators/text-part.ts";
import { stopWordsOf } from "../src/judging/text-topics/stop-words.ts";
import { plantedStudy } from "../test/support/report/planted-study.ts";

/** `node report-process.ts <participants> <draws>`: CPU of the whole report, and memory beyond the rows that it reads. */
const [participants, draws] = process.argv.slice(2).map(Number);
const tables = plantedStudy({ participants: participants ?? 0 });
globalThis.gc?.();
const before = { cpu: process.cpuUsage(), bytes: process.memoryUsage.rss() };
reportOf(tables, {
	...{ pool: "live", draws: draws ?? 0, seed: "1" },
	stopWords: stopWordsOf(lists, ["en"]),
	compareTexts: textsAgainst,
});
const { user, system } = process.cpuUsage(before.cpu);
const megabytes = (process.resourceUsage().maxRSS * 1024 - before.bytes) / 1e6;
console.log(JSON.stringify({ cpuSeconds: (user + system) / 1e6, megabytes }));
