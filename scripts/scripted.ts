import { apiOf } from "./demo/api.ts";
import { DemoError } from "./demo/demo-error.ts";
import { namesOf, SCRIPTED, sendParticipants } from "./demo/participants.ts";
import { progressOn } from "./demo/progress.ts";
import { parseNpmArgs } from "./npm-options.ts";
import { countFrom, misuse, refuse } from "./statistics/command.ts";

const USAGE = `Scripted participants, for rehearsals: a run of POST /v1/studies/{study}/simulations without preferences.
They read and judge nothing, and their rows are in the pool "simulated".

    npm run --silent scripted -- ids 6 > people.jsonl                           their ids, as profiles to load
    CROSSOVER_KEY=xo_… npm run scripted -- send 6 --api URL --study ID          through an open study, to its end

--api URL      where the Worker is, such as http://localhost:8787
--study ID     the study's slug or id`;

const PREFIX = "scripted";

function parsed() {
	try {
		return parseNpmArgs({ allowPositionals: true, options: { api: { type: "string" }, study: { type: "string" } } });
	} catch (error) {
		return misuse(USAGE, error instanceof Error ? error.message : undefined);
	}
}

const { values, positionals } = parsed();
const [verb, number, ...more] = positionals;
const count = countFrom(number ?? "");
if (count === null || more.length > 0 || (verb !== "ids" && verb !== "send")) misuse(USAGE);
const names = namesOf(PREFIX, count);
const lineOf = (participant: string): string => `${JSON.stringify({ participant, source: SCRIPTED })}\n`;
if (verb === "ids") process.stdout.write(names.map(lineOf).join(""));
else await send();

async function send(): Promise<void> {
	const { api, study } = values;
	if (api === undefined || study === undefined) misuse(USAGE, "Both --api and --study are needed.");
	const key = process.env.CROSSOVER_KEY;
	if (!key) misuse(USAGE, "The key is read from the environment: set CROSSOVER_KEY.");
	const origin = api.replace(/\/+$/, "");
	const progress = progressOn(process.stdout, Date.now());
	try {
		await sendParticipants(apiOf(origin, key), { study, names }, progress);
		progress.done(`${names.length} scripted participants completed ${study}`);
		process.exit();
	} catch (error) {
		if (error instanceof DemoError) refuse(error.message, false);
		// Node's fetch says only "fetch failed".
		if (error instanceof TypeError) refuse(`Nothing answers at ${origin}.`, false);
		throw error;
	}
}
