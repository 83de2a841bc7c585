import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { z } from "zod";
import { newSecret } from "../../src/access/keys/api-keys.ts";
import { type Api, apiOf } from "../demo/api.ts";
import { type Completed, namesOf, sendParticipants } from "../demo/participants.ts";
import { type Persona, personaOf } from "../demo/persona.ts";
import { usablePort } from "../demo/port.ts";
import type { Progress } from "../demo/progress.ts";
import { TALKS } from "../demo/talks.ts";
import { migrate, type Place, startWorker } from "../demo/worker.ts";
import { answerTo, armsOf, checkRequests, differingDraws, type Server } from "./proof.ts";
import { firstStudy, secondStudy } from "./protocols.ts";
import type { Python } from "./python.ts";
import { type Recorder, startRecorder } from "./recorder.ts";
import { Researcher } from "./researcher.ts";

const run = promisify(execFile);

export const FOLDER = ".wrangler/training-walk";
const PLACE: Place = { state: `${FOLDER}/state`, variables: `${FOLDER}/worker.env`, log: `${FOLDER}/worker.log` };
const DATA = `${FOLDER}/data`;
const BASE = { name: "tiny", folder: `${FOLDER}/models/tiny` };
const BUNDLES = { pooled: `${FOLDER}/bundles/pooled-1`, individual: `${FOLDER}/bundles/individual-1` };

const PEOPLE = 6;
/** Comes to the second study alone: the server does not know them. */
const STRANGER = "walker-stranger";
const UNKNOWN = `individual-1:u_${"0".repeat(32)}`;
/** Everybody comes back, so that nobody is held out. */
const QUERY = "pool=simulated&seed=1&testParticipants=0&testConversations=0.3";
/** Rates for a model of a hundred thousand weights. */
const SETTINGS = [
	"learning_rate=5e-3",
	"epochs=3",
	"pairs_per_forward=8",
	"user_tokens=4",
	"textual_information=false",
];

type Site = {
	readonly origin: string;
	readonly key: string;
	readonly api: Api;
	readonly researcher: Researcher;
	readonly python: Python;
	readonly recorder: Recorder;
	readonly progress: Progress;
};

/** From the first study to an erasure, as docs/tutorial/train-and-serve.md has it, with scripts in place of people. */
export async function walk(python: Python, progress: Progress): Promise<void> {
	await rm(FOLDER, { recursive: true, force: true });
	await mkdir(DATA, { recursive: true });
	const serveKey = randomBytes(16).toString("hex");
	const recorder = await startRecorder();
	const key = newSecret((length) => new Uint8Array(randomBytes(length)));
	const more = { ENDPOINT_GPU_URL: recorder.url, ENDPOINT_GPU_KEY: serveKey };
	const worker = await startWorker(await usablePort(0), key, { place: PLACE, more });
	try {
		await Promise.all([worker.ready, migrate(PLACE)]);
		progress.done(`The Worker answers at ${worker.api}`);
		const origin = worker.api;
		const researcher = new Researcher(origin, key);
		const site: Site = { origin, key, api: apiOf(origin, key), researcher, python, recorder, progress };
		const finished = await collect(site);
		await trainAndEvaluate(site);
		await register(site);
		await serveAndCompare(site, serveKey, finished);
	} finally {
		await worker.stop();
		await recorder.stop();
	}
}

async function collect({ api, origin, researcher, progress }: Site): Promise<readonly Completed[]> {
	const names = namesOf("walker", PEOPLE);
	await api.call("POST", "/v1/studies", await firstStudy());
	await researcher.load(
		"prism",
		names.map((participant) => ({ participant })),
	);
	await api.call("POST", "/v1/studies/prism/open");
	const finished = await sendParticipants(api, origin, { study: "prism", names }, progress);
	await api.call("POST", "/v1/studies/prism/close");
	await download(researcher);
	await researcher.download("/v1/studies/prism/invitations?format=csv", `${DATA}/people.csv`);
	progress.done(`${PEOPLE} scripted participants completed the first study, and it is exported`);
	return finished;
}

const FILES = [
	"preferences.jsonl",
	"preferences.manifest.json",
	"prism_data_user.json",
	"prism_data_dialog.json",
	"prism_split_ids.json",
];

async function download(researcher: Researcher): Promise<void> {
	for (const file of FILES) {
		const folder = file.startsWith("prism_") ? `${DATA}/p-dpo` : DATA;
		await mkdir(folder, { recursive: true });
		await researcher.download(`/v1/studies/prism/exports/${file}?${QUERY}`, `${folder}/${file}`);
	}
}

const evaluation = z.looseObject({
	pairs: z.number(),
	between_participants: z.looseObject({ total_variation: z.looseObject({ value: z.number() }) }),
});
const publicLoader = z.union([
	z.object({ skipped: z.string() }),
	z.looseObject({ equal: z.literal(true), public: z.looseObject({ train: z.number(), test: z.number() }) }),
]);

async function trainAndEvaluate({ python, progress }: Site): Promise<void> {
	const crossover = (...args: readonly string[]) => python.run("-m", "crossover_training", ...args);
	const shape = ["--width", "64", "--vocabulary", "1500"];
	await crossover("tiny-base", "--data", DATA, "--out", BASE.folder, ...shape);
	const common = ["--base", BASE.folder, "--data", DATA];
	const settings = SETTINGS.flatMap((setting) => ["--set", setting]);
	for (const method of ["pooled", "individual"] as const)
		await crossover("train", ...common, "--method", method, "--out", BUNDLES[method], ...settings);
	progress.done("A pooled and an individual bundle are trained");
	const bundles = ["--individual", BUNDLES.individual, "--pooled", BUNDLES.pooled];
	await crossover(
		"evaluate",
		...common,
		...bundles,
		"--prompts",
		"4",
		"--most-tokens",
		"16",
		"--out",
		`${FOLDER}/evaluation`,
	);
	const report = evaluation.parse(JSON.parse(await readFile(`${FOLDER}/evaluation/evaluation.json`, "utf8")));
	const apart = report.between_participants.total_variation.value;
	assert.ok(apart > 0, "two participants have one distribution");
	progress.done(
		`Evaluated on ${report.pairs} held-out pairs; two participants are ${apart.toFixed(3)} apart (total variation)`,
	);
	const loaded = publicLoader.parse(JSON.parse(await python.run("-m", "tests.public_loader", `${DATA}/p-dpo`)));
	progress.done(
		"skipped" in loaded
			? `P-DPO's own loader was not run: ${loaded.skipped}`
			: `P-DPO's own loader reads the same pairs: ${loaded.public.train} rows to train on, ${loaded.public.test} to test`,
	);
}

async function register({ api, origin, key, researcher, progress }: Site): Promise<void> {
	const study = await secondStudy(BASE.name);
	await api.call("POST", "/v1/studies", study);
	const written = await run("npm", ["run", "--silent", "profiles", "--", await profileFolder()]);
	const lines = written.stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as object]));
	const [first] = lines;
	await researcher.load(study.slug, [...lines, { ...first, participant: STRANGER }]);
	for (const bundle of [BUNDLES.pooled, BUNDLES.individual]) {
		const args = ["register", bundle, "--api", origin, "--study", study.slug];
		const people = bundle === BUNDLES.pooled ? [] : ["--people", `${DATA}/people.csv`];
		const { stdout } = await run("npm", ["run", "--silent", "adapters", "--", ...args, ...people], {
			env: { ...process.env, CROSSOVER_KEY: key },
		});
		progress.done(`${bundle.split("/").at(-1)}: ${stdout.trim()}`);
	}
	const stranger = { servedName: UNKNOWN, participant: STRANGER };
	await researcher.put(`/v1/studies/${study.slug}/adapters/strangers`, stranger);
}

/** P-DPO's files and the list of people in one folder, as the tutorial has them. */
async function profileFolder(): Promise<string> {
	await writeFile(`${DATA}/p-dpo/people.csv`, await readFile(`${DATA}/people.csv`));
	return `${DATA}/p-dpo`;
}

const person = z.looseObject({ participant: z.string(), key: z.string() });

async function serveAndCompare(site: Site, key: string, finished: readonly Completed[]): Promise<void> {
	const { python, recorder, progress } = site;
	const port = await usablePort(0);
	const bundles = ["--bundle", BUNDLES.pooled, "--bundle", BUNDLES.individual];
	const server = await python.serve(port, key, ["--base", BASE.folder, "--base-name", BASE.name, ...bundles]);
	try {
		recorder.passTo(port);
		progress.done(`The bundles are served at port ${port}`);
		const listed = (await readFile(`${BUNDLES.individual}/people.jsonl`, "utf8")).trim().split("\n");
		const people = listed.map((line) => person.parse(JSON.parse(line)));
		const own = people.map((each) => `individual-1:${each.key}`);
		const direct = { url: `http://127.0.0.1:${port}/v1`, key };
		await compare(site, own);
		await askDirectly(direct, own, progress);
		await forget(site, direct, finished, people);
	} finally {
		await server.stop();
	}
}

const opened = z.looseObject({ opened: z.looseObject({ complete: z.boolean() }) });

/** Opens every conversation with the same words: requests then differ by the arm alone. */
const withOneTalk = (persona: Persona): Persona => ({ ...persona, talks: TALKS.slice(0, 1) });

async function compare({ api, origin, researcher, recorder, progress }: Site, own: readonly string[]): Promise<void> {
	const study = "prism-x-endpoints";
	const path = `/v1/studies/${study}`;
	// A busy machine may be late, which is not the subject here.
	await api.call("POST", `${path}/open?acceptLateReplies=true`);
	const names = [...namesOf("walker", PEOPLE), STRANGER];
	const persona = (name: string) => withOneTalk(personaOf(name));
	await sendParticipants(api, origin, { study, names, persona }, progress);
	const opening = TALKS[0]?.opening ?? "";
	const served = new Set([...own, UNKNOWN]);
	const turns = checkRequests(recorder.requests, { opening, base: BASE.name, pooled: "pooled-1", own: served });
	progress.done(
		`${names.length} participants talked to all four arms: generic, pooled and individual differ in the adapter alone, ` +
			`prompted in its system prompt alone (first turns: ${Object.values(turns).join(", ")})`,
	);
	await api.call("POST", `${path}/close`);
	const act = { reason: "The walk of the tutorial has ended.", turnAway: true };
	for (let complete = false; !complete; )
		complete = opened.parse(await api.call("POST", `${path}/unblind`, act)).opened.complete;
	const arms = armsOf(await researcher.lines(`${path}/exports/model-calls.jsonl?pool=simulated`));
	assert.deepEqual([...arms.keys()].sort(), ["generic", "individual", "pooled", "prompted"]);
	assert.deepEqual([arms.get("generic"), arms.get("prompted")], [new Set([null]), new Set([null])]);
	assert.deepEqual(arms.get("pooled"), new Set(["pooled-1"]));
	assert.deepEqual([...(arms.get("individual") ?? [])].sort(), [...served].sort());
	const deviations = await researcher.lines(`${path}/exports/deviations.jsonl?pool=simulated`);
	const stoodIn = deviations.filter(({ kind }) => kind === "adapter_stood_in");
	assert.equal(new Set(stoodIn.map(({ session_id }) => session_id)).size, 1, "the stranger alone had the generic user");
	progress.done("Unblinded: each arm was served by its adapters, and the stranger's calls are a deviation");
}

async function askDirectly(server: Server, own: readonly string[], progress: Progress): Promise<void> {
	const prompt = TALKS[0]?.opening ?? "";
	const [ann = "", bob = ""] = own;
	const people = await differingDraws(server, [ann, bob], prompt);
	const arms = await differingDraws(server, [BASE.name, "pooled-1"], prompt);
	assert.equal(await differingDraws(server, [ann, ann], prompt), 0, "a seed does not decide a draw");
	assert.ok(people > 0 && arms > 0, "distributions are equal");
	assert.equal((await answerTo(server, ann, prompt)).embedding, "own");
	assert.equal((await answerTo(server, UNKNOWN, prompt)).embedding, "generic");
	progress.done(
		`Of 100 first tokens with the same seeds, ${people} differ between two participants, ${arms} between generic and pooled`,
	);
}

async function forget(
	site: Site,
	server: Server,
	finished: readonly Completed[],
	people: readonly z.output<typeof person>[],
) {
	const { origin, researcher, python, progress } = site;
	const [leaver] = finished;
	assert.ok(leaver);
	await apiOf(origin, leaver.token).call("POST", `/v1/sessions/${leaver.session}/withdraw`, { erase: true });
	const manifest = `${DATA}/erased.manifest.json`;
	await researcher.download(`/v1/studies/prism/exports/preferences.manifest.json?${QUERY}`, manifest);
	const said = await python.run("-m", "crossover_training", "erase", BUNDLES.individual, "--manifest", manifest);
	assert.match(said, /Erased 1 of 1/);
	const left = await readFile(`${BUNDLES.individual}/people.jsonl`, "utf8");
	const [gone, ...others] = people.filter(({ key }) => !left.includes(key));
	assert.ok(gone && others.length === 0);
	const statuses = [gone, ...people.filter(({ key }) => left.includes(key))].map(async ({ key }) => {
		const { status } = await answerTo(server, `individual-1:${key}`, "Hello");
		return status;
	});
	const [erased, ...kept] = await Promise.all(statuses);
	assert.equal(erased, 410);
	assert.ok(kept.every((status) => status === 200));
	progress.done("One participant was erased: their row is gone, the bundle says so, and the server refuses their key");
}
