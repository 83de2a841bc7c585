import { spawnSync } from "node:child_process";
import { DEPLOYS_BOTH } from "./bare-deployment.ts";

/**
 * The Workers as `npm run deploy` uploads them, with limits in kB, minified and compressed. The main one is first: it is what a
 * participant's first request may wait for. A limit only goes down, or a decision record says why not: docs/decisions/a-second-worker.md.
 */
const WORKERS = [
	{ name: "The Worker", options: ["--env", "production"], limitKb: 385 },
	{ name: "The research Worker", options: ["--config", "wrangler.research.toml"], limitKb: 201 },
] as const;

/** Builds what is uploaded, without uploading it. */
function sizeOf(options: readonly string[]): number {
	const command = ["scripts/wrangler.ts", "deploy", ...options, "--dry-run"];
	const built = spawnSync(process.execPath, command, { encoding: "utf8", env: { ...process.env, ...DEPLOYS_BOTH } });
	const size = /gzip: ([\d.]+) KiB/.exec(built.stdout)?.[1];
	if (built.status !== 0 || size === undefined) {
		process.stderr.write(`${built.stdout}${built.stderr}The Worker could not be built.\n`);
		process.exit(1);
	}
	return Math.round((Number(size) * 1024) / 1000);
}

// The first one's build makes both.
for (const { name, options, limitKb } of WORKERS) {
	const kb = sizeOf(options);
	process.stdout.write(`${name} has ${kb} kB, minified and compressed. The limit is ${limitKb} kB.\n`);
	if (kb > limitKb) process.exitCode = 1;
}
