import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer, enrol, openStudy, type Participant, plausible, see } from "../test/support/http/participant.ts";
import { bundleReadable, runBundle } from "../test/support/http/real-worker.ts";
import { cpuOf, Profiler } from "./profiler.ts";

/**
 * `node bench/step-cpu.ts [sessions]` measures the CPU of the Worker's isolate for each answered step of PRISM-X, by V8's profiler in
 * workerd. Worker and objects share the isolate, so all of our code is in it. SQLite, D1 and the network are not.
 */
/** Parts of a step, by functions. The time of a part includes the functions that it calls. */
const PARTS: readonly (readonly [part: string, functions: readonly string[]])[] = [
	["decide and apply events to the state, and append them to the log", ["apply"]],
	["project events to rows", ["#nextBatch"]],
	["build the rows' queries, with seals", ["statementsOf"]],
	["write rows to D1, with the queries", ["writeRows"]],
	["look for the next view", ["#look"]],
	["write a reply", ["writeReply"]],
	["the Worker's routes and middleware", ["#dispatch"]],
];

const KEY = "xo_bench";
const WARM_UP = 6;
const SESSIONS = Number(process.argv[2] ?? 24);

const folder = mkdtempSync(join(tmpdir(), "step-cpu-"));
const worker = await (async () => {
	await bundleReadable(folder);
	return runBundle(
		folder,
		{ BOOTSTRAP_KEY: KEY, IDENTITY_KEY: "identity-key-of-the-bench-0123456" },
		() => {},
		undefined,
		{ inspectorPort: 0 },
	);
})();
const fetchWorker = (path: string, init?: RequestInit) => fetch(new URL(path, worker.url), init);

const preset = JSON.parse(readFileSync("seeds/prism-x.json", "utf8"));
await openStudy(
	fetchWorker,
	KEY,
	{ ...preset, blinding: { ...preset.blinding, pace: "as-is" } },
	"?acceptLateReplies=true",
);

async function session(id: string): Promise<number> {
	const who: Participant = await enrol(fetchWorker, KEY, "prism-x", id);
	let steps = 0;
	for (let { step } = await see(fetchWorker, who); step; steps += 1)
		({ step } = await answer(fetchWorker, who, step.id, plausible(step)));
	return steps;
}

for (let n = 0; n < WARM_UP; n += 1) await session(`warm-${n}`);
const profiler = await Profiler.attach(await worker.inspector(), "crossover");
await profiler.start();
let steps = 0;
for (let n = 0; n < SESSIONS; n += 1) steps += await session(`measured-${n}`);
const profile = await profiler.stop();
await worker.stop();
rmSync(folder, { recursive: true });

const { busyMs, within } = cpuOf(profile);
console.log(
	`${(busyMs / steps).toFixed(1)} ms of CPU a step, over ${steps} steps of ${SESSIONS} sessions, enrolments included`,
);
for (const [part, functions] of PARTS)
	console.log(`${((100 * within(functions)) / busyMs).toFixed(1).padStart(6)} %  ${part}`);
