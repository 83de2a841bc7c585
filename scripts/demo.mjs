// Plain JavaScript, so that an old Node can print the sentence below. The rest is TypeScript, which Node 24 runs
// directly.
const NEEDED = 24;
const running = Number(process.versions.node.split(".")[0]);

if (running < NEEDED) {
	console.error(
		`This is Node ${process.versions.node}, and the demo needs ${NEEDED}. Start it with "npm run demo": npm install has brought a Node of its own.`,
	);
	process.exitCode = 1;
} else {
	const { main } = await import("./demo/main.ts");
	await main(process.argv.slice(2));
}
