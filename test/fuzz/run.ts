import { readContract } from "./contract.ts";
import { type Options, optionsOf, USAGE } from "./options.ts";
import { summaryOf } from "./report.ts";
import { Run } from "./scenario-run.ts";
import { closeConnections } from "./send.ts";
import { startTarget, type Target } from "./target.ts";
import type { Keys } from "./world.ts";

async function fuzz(options: Options): Promise<void> {
	const startedAtMs = performance.now();
	const target = await startTarget();
	try {
		const run = new Run(options, target, await contractOf(target), await makeKeys(target));
		const readyAtMs = performance.now();
		await run.all();
		const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(0);
		console.log(summaryOf(run.seen));
		console.log(
			`\n${run.seen.length} requests in ${run.scenarios} scenarios, seed ${options.seed}: ${seconds(readyAtMs)} s, ${seconds(startedAtMs)} s with the start.`,
		);
		console.log(run.failed === 0 ? "Nothing failed." : `${run.failed} kinds of failures.`);
		if (run.failed > 0) process.exitCode = 1;
	} finally {
		closeConnections();
		await target.stop();
	}
}

const contractOf = async ({ url }: Target) => readContract(await (await fetch(new URL("/openapi.json", url))).json());

const SCOPES = [
	"studies:read",
	"studies:write",
	"sessions:write",
	"simulations:write",
	"data:read",
	"unblind",
	"admin",
];

async function makeKeys({ url, key }: Target): Promise<Keys> {
	const make = async (scopes: readonly string[]): Promise<string> => {
		const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
		const body = JSON.stringify({ name: "fuzz", scopes });
		const response = await fetch(new URL("/v1/keys", url), { method: "POST", headers, body });
		return ((await response.json()) as { key: string }).key;
	};
	const each = async (scopesOf: (scope: string) => readonly string[]) =>
		Object.fromEntries(await Promise.all(SCOPES.map(async (scope) => [scope, await make(scopesOf(scope))])));
	return {
		all: key,
		only: await each((scope) => [scope]),
		without: await each((scope) => SCOPES.filter((other) => other !== scope)),
	};
}

const options = optionsOf(process.argv.slice(2));
if (options === null) {
	console.error(`Usage: ${USAGE}`);
	process.exitCode = 2;
} else await fuzz(options);
