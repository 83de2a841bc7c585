import { spawn } from "node:child_process";

/** `npm run check`. All three run at once; we assume two cores. */
const STEPS = ["lint", "types", "test:unit"] as const;

const results = await Promise.all(STEPS.map(run));
for (const { step, output, ok } of results) if (!ok) process.stdout.write(`\n== npm run ${step}\n${output}`);
for (const { step, ok, seconds } of results)
	console.log(`${ok ? "ok    " : "FAILED"} ${step} (${seconds.toFixed(1)} s)`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

type Step = (typeof STEPS)[number];

/** The output is printed at the end, because three outputs at once cannot be read. */
function run(step: Step): Promise<{ step: Step; output: string; ok: boolean; seconds: number }> {
	const startedAtMs = performance.now();
	const child = spawn("npm", ["run", "--silent", step], {
		stdio: ["ignore", "pipe", "pipe"],
		env: { ...process.env, QUICK: "1" },
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) => {
			resolve({ step, output, ok: code === 0, seconds: (performance.now() - startedAtMs) / 1000 });
		});
	});
}
