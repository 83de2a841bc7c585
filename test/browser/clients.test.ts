import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { sharedWorker } from "../support/browser/scene.ts";
import { openStudy } from "../support/http/participant.ts";
import { smallStudy } from "../support/protocols/small-study.ts";

/** Opens no page. Runs the clients that researchers copy as processes against the served Worker. */
const STUDY = "copied-clients";
const LINES_TO_COPY = 150;
const served = sharedWorker();

const CLIENTS = [
	{ name: "Python", command: "python3", check: ["--version"], walk: "clients/python/walk.py", file: "crossover.py" },
	{
		name: "R",
		command: "Rscript",
		check: ["-e", "library(httr2); library(jsonlite)"],
		walk: "clients/r/walk.R",
		file: "crossover.R",
	},
] as const;

beforeAll(() => openStudy(served.fetch, served.key, smallStudy({ slug: STUDY })));

type Client = (typeof CLIENTS)[number];

/** Not `spawnSync`: this process serves the Worker. */
function walk({ command, walk: script }: Client, key: string, participant: string) {
	const child = spawn(command, [script, served.origin, key, STUDY, participant]);
	let said = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
	return new Promise<{ code: number | null; said: string }>((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) => resolve({ code, said }));
	});
}

describe.each(CLIENTS)("the client for $name", (client) => {
	const isInstalled = spawnSync(client.command, client.check).status === 0;

	it("is short enough to copy", () => {
		const text = readFileSync(client.walk.replace(/[^/]+$/, client.file), "utf8");
		expect(text.split("\n").length).toBeLessThan(LINES_TO_COPY);
	});

	it.runIf(isInstalled)("leads a participant through a study, and finds the finished session again", async () => {
		const first = await walk(client, served.key, `of-${client.name}`);
		expect(first).toMatchObject({ code: 0, said: expect.stringContaining('"status"') });
		expect(JSON.parse(first.said)).toMatchObject({ study: STUDY, status: "completed", exitReason: "completed" });
		expect(await walk(client, served.key, `of-${client.name}`)).toEqual(first);
	});

	it.runIf(isInstalled)("reports the reason of a refusal", async () => {
		const refused = await walk(client, "xo_wrong", "nobody");
		expect(refused.code).not.toBe(0);
		expect(refused.said).toContain("No valid credentials");
	});
});
