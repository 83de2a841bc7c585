import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";

/** Runs the test that counts a completed session of each preset, and writes its counts to `test/golden/session-costs.json`. */
const run = spawnSync(
	process.execPath,
	[
		"node_modules/vitest/vitest.mjs",
		// The file stands before the option, which would take it for its value and run all tests.
		...[
			"run",
			"test/workers/scale/presets.waiting.slow.test.ts",
			"--project",
			"workers",
			"--disable-console-intercept",
		],
	],
	{ encoding: "utf8", maxBuffer: 2 ** 28, env: { ...process.env, SLOW: "waiting" } },
);
const found = run.stdout.split("\n").flatMap((line) => /COUNTED (\{.*\})/.exec(line)?.[1] ?? []);
if (found.length === 0) {
	process.stderr.write(`${run.stdout}\n${run.stderr}\nNothing was counted.\n`);
	process.exit(1);
}
const sessions = Object.assign({}, ...found.map((text) => JSON.parse(text) as object));
writeFileSync("test/golden/session-costs.json", `${JSON.stringify(sessions, null, "\t")}\n`);
process.stdout.write(`${Object.keys(sessions).join(", ")}\n`);
