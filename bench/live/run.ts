import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleReadable, bundleWorker } from "../../test/support/http/real-worker.ts";
import type { Section } from "../section.ts";
import { coldStart } from "./cold-start.ts";
import { oursAt, peersAt } from "./contestants.ts";
import { exports } from "./exports.ts";
import { manySessions } from "./many-sessions.ts";
import { type Running, startProcess } from "./process.ts";
import { steps } from "./steps.ts";
import { streams } from "./streams.ts";

const KEY = "xo_key_of_the_bench_and_of_nothing_else_here";
/** Starts are counted as in production, but a quick machine makes more of them than the limit allows. */
const SECRETS = {
	BOOTSTRAP_KEY: KEY,
	IDENTITY_KEY: "identity-key-of-the-bench-only-32",
	LIMIT_STARTS: "1000000/PT2M",
};
const PEERS = "bench/peers";
const WORKER = "test/support/http/worker-process.ts";

/** The peers' packages are installed only here, because nothing else needs them. */
function installPeers(): void {
	const args = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--legacy-peer-deps"];
	const { status, stderr } = spawnSync("npm", args, { cwd: PEERS, encoding: "utf8" });
	if (status !== 0) throw new Error(`The packages of the peers could not be installed:\n${stderr}`);
}

export async function peerVersions(): Promise<string> {
	const { dependencies } = JSON.parse(await readFile(`${PEERS}/package.json`, "utf8"));
	return ["ai", "agents", "@cloudflare/ai-chat"].map((name) => `${name} ${dependencies[name]}`).join(", ");
}

async function started(folder: string, bindings: object, config: string): Promise<Running> {
	await mkdir(folder);
	await bundleReadable(folder, config);
	return startProcess(WORKER, folder, JSON.stringify(bindings), config);
}

/** The sections that need our Worker alone. Each has a process of its own, because each fills its database. */
export async function alone(part: "many" | "exports" | "start"): Promise<Section[]> {
	const folder = await mkdtemp(join(tmpdir(), "crossover-bench-"));
	try {
		if (part === "start") {
			await bundleWorker(join(folder, "ours"));
			// Cloudflare starts it with its first call, and not with the main Worker.
			await rm(join(folder, "ours", "research"), { recursive: true });
			return [await coldStart(folder, join(folder, "ours"), SECRETS)];
		}
		const ours = await started(join(folder, "ours"), SECRETS, "wrangler.toml");
		try {
			return [await (part === "many" ? manySessions : exports)(ours, KEY)];
		} finally {
			await ours.stop();
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** The sections that need running Workers beside peers. Ours and the peers' have a process each, and share one model server. */
export async function live(part: "streams" | "steps"): Promise<Section[]> {
	const folder = await mkdtemp(join(tmpdir(), "crossover-bench-"));
	const running: Running[] = [];
	try {
		installPeers();
		const models = await startProcess("bench/live/token-server.ts");
		running.push(models);
		const peers = await started(join(folder, "peers"), { MODELS_URL: models.url }, `${PEERS}/wrangler.toml`);
		running.push(peers);
		const endpoint = { ENDPOINT_BENCH_URL: models.url, ENDPOINT_BENCH_KEY: "any" };
		const ours = await started(join(folder, "ours"), { ...SECRETS, ...endpoint }, "wrangler.toml");
		running.push(ours);
		if (part === "steps") return [await steps(peers, ours, KEY)];
		const entrants = [
			...peersAt(peers.url).map((contestant) => ({ contestant, worker: peers })),
			...oursAt(ours.url, KEY).map((contestant) => ({ contestant, worker: ours })),
		];
		return [await streams(entrants)];
	} finally {
		await Promise.all(running.map(({ stop }) => stop()));
		await rm(folder, { recursive: true, force: true });
	}
}
