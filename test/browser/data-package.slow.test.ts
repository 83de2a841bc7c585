import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/browser/axe.ts";
import { openScene, useScene, withPage } from "../support/browser/scene.ts";
import { enrol, walk } from "../support/http/participant.ts";

const STUDY = "data-package";
const scene = useScene();
let folder: string;
let zip: string;

const STARTERS = [
	{ name: "Python", command: "python3", script: "analysis/load_package.py" },
	{ name: "R", command: "Rscript", script: "analysis/load_package.R" },
] as const;
const isInstalled = (command: string): boolean => spawnSync(command, ["--version"]).status === 0;
const unzip = (into: string) => spawnSync("python3", ["-m", "zipfile", "-e", zip, into], { encoding: "utf8" });

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "package-"));
	zip = join(folder, "package.zip");
	const { served } = scene;
	await openScene(scene, STUDY, "single");
	await walk(served.fetch, await enrol(served.fetch, served.key, STUDY, "somebody"));
	const response = await served.fetch(`/v1/studies/${STUDY}/exports/all.zip`, {
		headers: { Authorization: `Bearer ${served.key}` },
	});
	await writeFile(zip, new Uint8Array(await response.arrayBuffer()));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(STARTERS)("the starter script in $name", ({ command, script }) => {
	const runs = isInstalled(command) && isInstalled("python3");

	it.runIf(runs)("loads an unpacked package and prints the first table", () => {
		const into = join(folder, command);
		expect(unzip(into)).toMatchObject({ status: 0, stderr: "" });
		const { status, stdout, stderr } = spawnSync(command, [join(into, script), into], { encoding: "utf8" });
		expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
		expect(stdout).toMatch(/sessions: 1 rows/);
		expect(stdout).toMatch(/\nsessions\n[\s\S]*completed/);
	});

	it.runIf(command === "python3" && runs)("refuses a changed file", async () => {
		const into = join(folder, "changed");
		unzip(into);
		await writeFile(join(into, "data", "study-datapackage_description-sessions_data.csv"), "changed");
		const { status, stderr } = spawnSync(command, [join(into, script)], { encoding: "utf8" });
		expect(status).not.toBe(0);
		expect(stderr).toContain("was changed: its SHA-256 differs");
	});
});

describe("the codebook's page", () => {
	it.each(["light", "dark"] as const)("fits a phone and is accessible: %s", (colorScheme) =>
		withPage(scene, async ({ page }) => {
			const { served } = scene;
			await page.setExtraHTTPHeaders({ Authorization: `Bearer ${served.key}` });
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width: 320, height: 640 });
			await page.goto(`${served.origin}/v1/studies/${STUDY}/exports/codebook.html`);
			await expect.poll(() => page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
			await expect.poll(() => violations(page)).toEqual([]);
		}),
	);
});
