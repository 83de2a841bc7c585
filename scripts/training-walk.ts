import { mkdir } from "node:fs/promises";
import { DemoError } from "./demo/demo-error.ts";
import { progressOn } from "./demo/progress.ts";
import { environment, Python } from "./training-walk/python.ts";
import { FOLDER } from "./training-walk/site.ts";
import { walk } from "./training-walk/walk.ts";

/**
 * `npm run walk:training`: docs/tutorial/train-and-serve.md from end to end on this machine, with scripted participants and a
 * small model of random weights. It checks what each step promises, and ends with 1 where one does not keep it. An argument is
 * the number of minutes that it may take.
 */
const LIMIT_MS = Number(process.argv[2] ?? 15) * 60_000;
const INTERRUPTED = 130;
const LOG = `${FOLDER}.python.log`;

const progress = progressOn(process.stdout, Date.now());
const late = setTimeout(() => {
	console.error(`The walk did not end within ${LIMIT_MS / 60_000} minutes. ${LOG} has what Python said.`);
	process.exit(1);
}, LIMIT_MS);

// Leaving by `exit` ends the Worker and the server too.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(INTERRUPTED));

try {
	await mkdir(".wrangler", { recursive: true });
	const found = await environment();
	if ("missing" in found) console.log(`== The walk of training was not run: ${found.missing}`);
	else {
		await walk(new Python(found.folder, LOG), progress);
		progress.done("The walk has ended, and everything held");
	}
} catch (error) {
	console.error(error instanceof DemoError ? error.message : error);
	process.exitCode = 1;
} finally {
	clearTimeout(late);
}
// Sessions that were abandoned half-way would keep the process.
process.exit();
