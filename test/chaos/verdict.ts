import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { violationsIn } from "./checks/checks.ts";
import { REBUILT, tablesDiffer } from "./checks/tables.ts";
import type { Crowd } from "./crowd.ts";
import { deleteRowsOnDisk, logsOnDisk, sessionsAtWork, slotsOnDisk, tablesOnDisk } from "./disk.ts";
import type { Violation } from "./ledger.ts";
import type { RestartingServer } from "./server.ts";
import { LAYOUTS, slugOf } from "./studies.ts";

type Deps = {
	readonly crowd: Crowd;
	readonly server: RestartingServer;
	readonly key: string;
	readonly over: AbortSignal;
};

/** Checks everything that has to hold at the end of a run. The server runs afterwards. */
export async function violationsAfter({ crowd, server, key, over }: Deps): Promise<Violation[]> {
	await delivered(server, over);
	const { folder } = server;
	let [found, rebuilt]: (ReturnType<typeof foundIn> | null)[] = [null, null];
	await server.killAndRestart(() => {
		found = foundIn(folder);
		deleteRowsOnDisk(folder, REBUILT);
	});
	for (const layout of LAYOUTS) await rebuild(server, slugOf(layout), key);
	// Kills the server again in the middle of the rebuild.
	await server.killAndRestart();
	await delivered(server, over);
	await server.killAndRestart(() => {
		rebuilt = foundIn(folder);
	});
	if (!found || !rebuilt) throw new Error("nothing was read");
	const allocations = await Promise.all(LAYOUTS.map((layout) => allocationFaults(server, slugOf(layout), key)));
	return [
		...crowd.ledger.violations,
		...violationsIn(crowd.ledger, found),
		...tablesDiffer((found as Found).tables, (rebuilt as Found).tables),
		...allocations.flat(),
	];
}

type Found = ReturnType<typeof foundIn>;

const foundIn = (folder: string) => ({
	logs: logsOnDisk(folder),
	tables: tablesOnDisk(folder),
	slots: slotsOnDisk(folder),
});

const POLL_MS = 500;

/** Until every session has delivered its rows. */
async function delivered(server: RestartingServer, over: AbortSignal): Promise<void> {
	while (sessionsAtWork(server.folder) > 0) {
		over.throwIfAborted();
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
}

/** Rebuilds by the command line, as a researcher does. */
async function rebuild(server: RestartingServer, slug: string, key: string): Promise<void> {
	const env = { ...process.env, CROSSOVER_API: await server.origin(), CROSSOVER_KEY: key };
	const { status, stderr } = spawnSync(process.execPath, ["scripts/crossover.mjs", "rebuild", slug], {
		encoding: "utf8",
		env,
	});
	if (status !== 0) throw new Error(`the rebuild of ${slug} failed: ${stderr}`);
}

/** Closes and unblinds the study, and draws every allocation again from the seed. */
async function allocationFaults(server: RestartingServer, slug: string, key: string): Promise<Violation[]> {
	const origin = await server.origin();
	const call = async (path: string, body?: object) => {
		const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
		const init = body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers };
		const response = await fetch(`${origin}/v1/studies/${slug}${path}`, init);
		if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
		return response.text();
	};
	const { seedCommitment } = JSON.parse(await call("")) as { seedCommitment: string };
	await call("/close", {});
	await call("/unblind", { reason: "The run is over, and its allocations are verified." });
	const path = join(server.folder, `${slug}.jsonl`);
	writeFileSync(path, await call("/exports/allocations.jsonl"));
	const args = ["scripts/verify-allocations.ts", path, "--commitment", seedCommitment];
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
	return status === 0 ? [] : [{ rule: "allocations verify", who: slug, detail: stdout + stderr }];
}
