import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharedWorker } from "../support/browser/scene.ts";
import { enrol, openStudy, walk } from "../support/http/participant.ts";
import { smallStudy } from "../support/protocols/small-study.ts";

/** Opens no page. Another process reads the served Worker's export from a file. */
const slug = "verified";
const PEOPLE = 7;
const served = sharedWorker();
let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "verified-"));
	await openStudy(served.fetch, served.key, smallStudy({ slug }));
	for (let number = 0; number < PEOPLE; number += 1)
		await walk(served.fetch, await enrol(served.fetch, served.key, slug, `p${number}`));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const call = (path: string, init: RequestInit = {}) =>
	served.fetch(`/v1/studies/${slug}${path}`, {
		...init,
		headers: { Authorization: `Bearer ${served.key}`, "Content-Type": "application/json" },
	});

async function exported(name: string): Promise<{ path: string; text: string }> {
	const text = await (await call("/exports/allocations.jsonl")).text();
	const path = join(folder, name);
	await writeFile(path, text);
	return { path, text };
}

function verify(path: string, ...options: string[]) {
	const script = ["scripts/verify-allocations.ts", path, ...options];
	const { status, stdout, stderr } = spawnSync(process.execPath, script, { encoding: "utf8" });
	return { status, said: stdout + stderr };
}

describe("the allocations of a served study", () => {
	it("are reproduced by anybody from the export once the seed is published", async () => {
		const { seedCommitment } = await (await call("")).json<{ seedCommitment: string }>();
		const blinded = await exported("blinded.jsonl");
		expect(verify(blinded.path)).toMatchObject({ status: 2, said: expect.stringContaining("Unblind the study") });
		const noted: { hash: string } = JSON.parse(blinded.text.trim().split("\n").at(-1) ?? "{}");

		await call("/close", { method: "POST" });
		const reason = "The last participant has finished, and the plan is registered.";
		const { warnings } = await (await call("/unblind", { method: "POST", body: JSON.stringify({ reason }) })).json<{
			warnings: string[];
		}>();
		expect(warnings).toEqual([]);

		const { path, text } = await exported("unblinded.jsonl");
		expect(verify(path, "--commitment", seedCommitment, "--head", noted.hash)).toEqual({
			status: 0,
			said: expect.stringContaining(`${PEOPLE} allocations were drawn again from the seed`),
		});

		const changed = join(folder, "changed.jsonl");
		await writeFile(changed, text.replace('"draw":3', '"draw":4'));
		expect(verify(changed)).toMatchObject({ status: 1, said: expect.stringContaining("the seed draws 3") });
	});
});
