import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { TALKS } from "../../src/simulation/policy/talks.ts";
import { apiOf } from "../demo/api.ts";
import { usablePort } from "../demo/port.ts";
import type { Progress } from "../demo/progress.ts";
import { compare } from "./compare.ts";
import { answerTo, differingDraws, type Server } from "./proof.ts";
import { BASE, BUNDLES, COMPLETED, DATA, QUERY, type Site, UNKNOWN } from "./site.ts";

const person = z.looseObject({ participant: z.string(), key: z.string() });
const completed = z.array(z.object({ name: z.string(), session: z.string(), token: z.string() })).min(1);

export async function serveAndCompare(site: Site): Promise<void> {
	const { python, recorder, progress, serveKey: key } = site;
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
		await forget(site, direct, people);
	} finally {
		await server.stop();
	}
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

async function forget(site: Site, server: Server, people: readonly z.output<typeof person>[]) {
	const { origin, researcher, python, progress } = site;
	const [leaver] = completed.parse(JSON.parse(await readFile(COMPLETED, "utf8")));
	assert.ok(leaver);
	await apiOf(origin, leaver.token).call("POST", `/v1/sessions/${leaver.session}/withdraw`, { erase: true });
	const manifest = `${DATA}/erased.manifest.json`;
	await researcher.download(`/v1/studies/prism/exports/preferences.manifest.json?${QUERY}`, manifest);
	const said = await python.crossover("erase", BUNDLES.individual, "--manifest", manifest);
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
