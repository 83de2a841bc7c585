import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { secondStudy } from "./protocols.ts";
import { BASE, BUNDLES, DATA, type Site, STRANGER, UNKNOWN } from "./site.ts";

const run = promisify(execFile);

export async function register({ api, origin, key, researcher, progress }: Site): Promise<void> {
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

/** P-DPO's files and the list of people in one folder, as in the tutorial. */
async function profileFolder(): Promise<string> {
	await writeFile(`${DATA}/p-dpo/people.csv`, await readFile(`${DATA}/people.csv`));
	return `${DATA}/p-dpo`;
}
