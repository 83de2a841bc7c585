import { execFileSync, spawn } from "node:child_process";

/**
 * `npm run check`. All three run at once; we assume two cores. Of the unit tests it runs those that import what has changed since
 * the last commit, and those of test/unit, which read the tree. `npm test` runs them all.
 */
const STEPS: Readonly<Record<string, readonly (readonly string[])[]>> = {
	lint: [["lint"]],
	types: [["types"]],
	"unit tests": onlyModulesChanged()
		? [
				["test:unit", "--changed"],
				["test:unit", "test/unit"],
			]
		: [["test:unit"]],
};

const results = await Promise.all(Object.entries(STEPS).map(([step, scripts]) => run(step, scripts)));
for (const { step, output, ok } of results) if (!ok) process.stdout.write(`\n== ${step}\n${output}`);
for (const { step, ok, seconds } of results)
	console.log(`${ok ? "ok    " : "FAILED"} ${step} (${seconds.toFixed(1)} s)`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

/** No import says which tests read another file, such as a protocol of seeds/ or a document. */
function onlyModulesChanged(): boolean {
	try {
		const status = execFileSync("git", ["status", "--porcelain", "-z", "--no-renames"], { encoding: "utf8" });
		const paths = status.split("\0").map((line) => line.slice("XY ".length));
		return paths.every((path) => path === "" || /\.tsx?$/.test(path));
	} catch {
		return false;
	}
}

/** The output is printed at the end, because three outputs at once cannot be read. */
async function run(step: string, scripts: readonly (readonly string[])[]) {
	const startedAtMs = performance.now();
	let [output, ok] = ["", true];
	for (const script of scripts) {
		const ended = await npmRun(script);
		output += ended.output;
		ok &&= ended.ok;
	}
	return { step, output, ok, seconds: (performance.now() - startedAtMs) / 1000 };
}

function npmRun([script = "", ...parameters]: readonly string[]): Promise<{ output: string; ok: boolean }> {
	const child = spawn("npm", ["run", "--silent", script, "--", ...parameters], {
		stdio: ["ignore", "pipe", "pipe"],
		env: { ...process.env, QUICK: "1" },
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) => resolve({ output, ok: code === 0 }));
	});
}
