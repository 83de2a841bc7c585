import { BundleError } from "./adapters/bundle.ts";
import { registerBundle } from "./adapters/register.ts";
import { parseNpmArgs } from "./npm-options.ts";
import { misuse, refuse } from "./statistics/command.ts";

const USAGE = `Registers the adapters of a bundle that training/ wrote, with their provenance.

    CROSSOVER_KEY=xo_… npm run adapters -- register <bundle> --api URL --study ID [--people FILE]

--api URL       where the Worker is, such as https://study.example.org
--study ID      the study's slug or id: a draft, or one that is open
--people FILE   a CSV with the columns participant and participant_id, where the data are of another study: its invitations
--json          the report as JSON`;

const OPTIONS = {
	api: { type: "string" },
	study: { type: "string" },
	people: { type: "string" },
	json: { type: "boolean" },
} as const;

function parsed() {
	try {
		return parseNpmArgs({ allowPositionals: true, options: OPTIONS });
	} catch (error) {
		return misuse(USAGE, error instanceof Error ? error.message : undefined);
	}
}

const { values, positionals } = parsed();
const [verb, bundle, ...more] = positionals;
const { api, study, people, json } = values;
if (verb !== "register" || bundle === undefined || more.length > 0) misuse(USAGE);
if (api === undefined || study === undefined) misuse(USAGE, "Both --api and --study are needed.");
const key = process.env.CROSSOVER_KEY;
if (!key) misuse(USAGE, "The key is read from the environment: set CROSSOVER_KEY.");

try {
	const report = await registerBundle({ bundle, api: api.replace(/\/+$/, ""), key, study, people });
	console.log(json ? JSON.stringify(report) : `Registered ${report.kept} of ${report.read} adapters.`);
	for (const { line, detail } of report.faulty) console.error(`Adapter ${line}: ${detail}`);
	if (report.kept < report.read) process.exitCode = 1;
} catch (error) {
	if (!(error instanceof BundleError)) throw error;
	refuse(error.message, json);
}
