import { mkdir } from "node:fs/promises";
import { DemoError } from "./demo/demo-error.ts";
import { progressOn } from "./demo/progress.ts";
import { parseNpmArgs } from "./npm-options.ts";
import { countFrom, misuse } from "./statistics/command.ts";
import { environment, Python } from "./training-walk/python.ts";
import { FOLDER } from "./training-walk/site.ts";
import { isPart, PARTS, walk } from "./training-walk/walk.ts";

const USAGE = `docs/tutorial/train-and-serve.md from end to end on this machine, with scripted participants and a small model of random weights.
Checks what each part promises, and ends with 1 where one does not keep it.

    npm run walk:training

--from PART     goes on with what an earlier walk left in ${FOLDER}: ${PARTS.join(", ")}
--minutes N     how long it may take, 15 if left out`;

const INTERRUPTED = 130;
const LOG = `${FOLDER}.python.log`;

function parsed() {
	try {
		return parseNpmArgs({
			options: { from: { type: "string", default: "collect" }, minutes: { type: "string", default: "15" } },
		}).values;
	} catch (error) {
		return misuse(USAGE, error instanceof Error ? error.message : undefined);
	}
}

const { from, minutes } = parsed();
const limit = countFrom(minutes);
if (!isPart(from)) misuse(USAGE, `There is no part ${from}.`);
if (limit === null) misuse(USAGE, "--minutes needs a whole number.");

const progress = progressOn(process.stdout, Date.now());
const late = setTimeout(() => {
	console.error(`The walk did not end within ${limit} minutes. See ${LOG} and ${FOLDER}/worker.log.`);
	process.exit(1);
}, limit * 60_000);

// Exits properly, which also ends the Worker and the server.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(INTERRUPTED));

try {
	await mkdir(".wrangler", { recursive: true });
	const found = await environment();
	if ("missing" in found) console.log(`== The walk of training was not run: ${found.missing}`);
	else {
		await walk(new Python(found.folder, LOG), progress, from);
		progress.done("The walk has ended, and everything held");
	}
} catch (error) {
	console.error(error instanceof DemoError ? error.message : error);
	process.exitCode = 1;
} finally {
	clearTimeout(late);
}
// Abandoned sessions would keep the process alive.
process.exit();
