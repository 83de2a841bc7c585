#!/usr/bin/env node
// Plain JavaScript, so that an old Node can print the sentence below. The rest is TypeScript, which Node 24 runs
// directly.
const NEEDED = 24;
const running = Number(process.versions.node.split(".")[0]);

if (running < NEEDED) {
	console.error(
		`This is Node ${process.versions.node}, and crossover needs ${NEEDED}. Use "npm run -s crossover --": npm install has brought a Node of its own.`,
	);
	process.exitCode = 3;
} else {
	const { world } = await import("./crossover/world.ts");
	const { main } = await import("./crossover/main.ts");
	process.exitCode = await main(process.argv.slice(2), world);
}
