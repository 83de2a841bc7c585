import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer, enrol, openStudy, type Participant, plausible, see } from "../../test/support/http/participant.ts";
import { bundleReadable, runBundle } from "../../test/support/http/real-worker.ts";
import { cpuOf, Profiler } from "../profiler.ts";
import type { Section } from "../section.ts";

/** Parts of a step, by functions. The time of a part includes the functions that it calls. */
const PARTS: readonly (readonly [part: string, functions: readonly string[]])[] = [
	["decide, apply events to the state, and append them to the log", ["apply"]],
	["project events to rows", ["#nextBatch"]],
	["build the rows' queries, with seals", ["statementsOf"]],
	["write rows to D1, with the queries", ["writeRows"]],
	["make the next view", ["show", "viewOrErasure"]],
	["write a reply", ["writeReply"]],
	["the Worker's routes and middleware", ["#dispatch"]],
	["the runtime itself: calls between Worker and objects, and storage", ["(program)"]],
	["collect garbage", ["(garbage collector)"]],
];

const KEY = "xo_bench";
const WARM_UP = 6;
const SESSIONS = 24;

/**
 * CPU of the Worker's isolate for each answered step of PRISM-X, by V8's profiler in workerd. Worker and objects share the
 * isolate, so all of our code is in it.
 */
export async function profiledSteps(): Promise<Section> {
	const folder = mkdtempSync(join(tmpdir(), "profiled-steps-"));
	await bundleReadable(folder);
	const secrets = { BOOTSTRAP_KEY: KEY, IDENTITY_KEY: "identity-key-of-the-bench-0123456" };
	const worker = await runBundle(folder, secrets, () => {}, undefined, { inspectorPort: 0 });
	const fetchWorker = (path: string, init?: RequestInit) => fetch(new URL(path, worker.url), init);
	try {
		const preset = JSON.parse(readFileSync("seeds/prism-x.json", "utf8"));
		const atOnce = { ...preset, blinding: { ...preset.blinding, pace: "as-is" } };
		await openStudy(fetchWorker, KEY, atOnce, "?acceptLateReplies=true");
		const session = async (id: string): Promise<number> => {
			const who: Participant = await enrol(fetchWorker, KEY, preset.slug, id);
			let steps = 0;
			for (let { step } = await see(fetchWorker, who); step; steps += 1)
				({ step } = await answer(fetchWorker, who, step.id, plausible(step)));
			return steps;
		};
		for (let n = 0; n < WARM_UP; n += 1) await session(`warm-${n}`);
		const profiler = await Profiler.attach(await worker.inspector(), "crossover");
		await profiler.start();
		let steps = 0;
		for (let n = 0; n < SESSIONS; n += 1) steps += await session(`measured-${n}`);
		const { busyMs, within } = cpuOf(await profiler.stop());
		const row = (what: string, ms: number) => {
			// A function that was renamed would look free.
			if (ms === 0) throw new Error(`the profile has no function for: ${what}`);
			return [what, `${(ms / steps).toFixed(2)} ms`, `${((100 * ms) / busyMs).toFixed(0)} %`];
		};
		return {
			title: "A step of PRISM-X",
			about: `CPU of the Worker's isolate for each answered step, by V8's profiler in workerd: ${steps} steps of ${SESSIONS} whole sessions, one after another, with enrolments, replies of the rehearsal model without a pace, and rows for D1. All of our code is in it; SQLite, D1 and the network are not. Parts overlap, and what a part waits for is not in it.`,
			columns: ["what", "a step, here", "of the whole"],
			rows: [row("a step", busyMs), ...PARTS.map(([part, functions]) => row(part, within(functions)))],
		};
	} finally {
		await worker.stop();
		rmSync(folder, { recursive: true });
	}
}
