import { spawnSync } from "node:child_process";

/** In kB, minified and compressed. It only goes down, or a decision record says why not: docs/decisions/worker-built-by-vite.md. */
const LIMIT_KB = 578;

/** Builds what `npm run deploy` uploads, without uploading it, and compares its size with the limit. */
const command = ["scripts/wrangler.ts", "deploy", "--env", "production", "--dry-run"];
const built = spawnSync(process.execPath, command, { encoding: "utf8" });
const size = /gzip: ([\d.]+) KiB/.exec(built.stdout)?.[1];
if (built.status !== 0 || size === undefined) {
	process.stderr.write(`${built.stdout}${built.stderr}The Worker could not be built.\n`);
	process.exit(1);
}
const kb = Math.round((Number(size) * 1024) / 1000);
process.stdout.write(`The Worker has ${kb} kB, minified and compressed. The limit is ${LIMIT_KB} kB.\n`);
process.exitCode = kb > LIMIT_KB ? 1 : 0;
