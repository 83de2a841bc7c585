// Starts the demo as the README says, and does what a newcomer would: opens the participant's link, asks D1, stops it.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const READY_MS = 120_000;
const run = promisify(execFile);
const RANKS = "SELECT label, avg(rank) AS mean, count(*) AS n FROM v_rankings WHERE study = 'prism-x' GROUP BY label";

const demo = spawn("npm", ["run", "demo", "--", "--json", "--fresh", "--port", "0"], {
	stdio: ["ignore", "pipe", "inherit"],
});
const gone = new Promise((resolve) => demo.once("exit", resolve));
const late = AbortSignal.timeout(READY_MS);
late.addEventListener("abort", () => demo.kill());

try {
	const startedAtMs = Date.now();
	const ready = await firstObject(demo.stdout);
	console.log(`ready after ${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`);
	assert.deepEqual(Object.keys(ready).sort(), ["api", "dashboard", "participantLink", "researcherKey", "study"]);
	await participantGetsIn(ready);
	await researcherGetsIn(ready);
	await rowsAreThere();
} finally {
	demo.kill();
	await gone;
}

async function firstObject(stdout) {
	for await (const line of createInterface({ input: stdout })) if (line.startsWith("{")) return JSON.parse(line);
	throw new Error("The demo ended before it was ready.");
}

async function participantGetsIn({ api, participantLink }) {
	const landed = await fetch(participantLink, { redirect: "manual" });
	assert.equal(landed.status, 303);
	const cookie = landed.headers
		.getSetCookie()
		.map((set) => set.split(";")[0])
		.join("; ");
	const page = await fetch(new URL(landed.headers.get("location"), api), { headers: { cookie } });
	assert.equal(page.status, 200);
	const session = new URL(page.url).pathname.replace("/s/", "/v1/sessions/");
	const view = await (await fetch(api + session, { headers: { cookie } })).json();
	assert.equal(view.step.kind, "consent");
}

async function researcherGetsIn({ api, researcherKey, study, dashboard }) {
	const headers = { Authorization: `Bearer ${researcherKey}` };
	const flow = await (await fetch(`${api}/v1/studies/${study}/flow?pool=simulated`, { headers })).json();
	assert.equal(flow.randomised.completed, 12);
	assert.equal((await fetch(dashboard)).status, 200);
}

async function rowsAreThere() {
	const { stdout } = await run("npm", ["run", "--silent", "d1", "--", "--json", "--command", RANKS]);
	const [{ results }] = JSON.parse(stdout);
	assert.equal(results.length, 4);
	for (const { n } of results) assert.equal(n, 12);
}
