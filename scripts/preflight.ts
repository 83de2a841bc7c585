import { spawnSync } from "node:child_process";
import { unstable_readConfig as readConfig } from "wrangler";
import { parseNpmArgs } from "./npm-options.ts";
import {
	accountFinding,
	databaseFinding,
	healthFindings,
	migrationFinding,
	type Ran,
	researchWorkerFinding,
	secretFindings,
} from "./preflight/checks.ts";
import { configurationFindings, copyFinding, researchService } from "./preflight/configuration.ts";
import type { Configuration, Finding } from "./preflight/finding.ts";
import { unreadable } from "./preflight/unreadable.ts";
import { misuse } from "./statistics/command.ts";

const USAGE = `Checks a deployment before and after it, and changes nothing.

    npm run preflight                                       before: configuration, account, secrets, migrations
    npm run preflight -- --url https://study.example.org    after, and before each later one: what is deployed, too

--url URL    where the Worker is
--env NAME   the environment of wrangler.toml: production by default
--json       one JSON object

Exit codes: 0 all is well, 1 something is to be fixed, 2 the command was called wrongly.`;

const WAIT_MS = 10_000;

const { url, env, json } = options();
const findings = await allFindings();
const wrong = findings.filter(({ fix }) => fix !== undefined);
process.stdout.write(json ? `${JSON.stringify({ ok: wrong.length === 0, findings })}\n` : inWords());
process.exitCode = wrong.length === 0 ? 0 : 1;

async function allFindings(): Promise<Finding[]> {
	try {
		const config = readConfig({ config: "wrangler.toml", env }, { hideWarnings: true });
		/** A deployed Worker needs the bindings of the local one. */
		const local = readConfig({ config: "wrangler.toml" }, { hideWarnings: true });
		const objects = local.durable_objects.bindings.map((bound: { readonly name: string }) => bound.name);
		const account = accountFinding(wrangler("whoami", "--json"));
		return [
			...configurationFindings(config, objects),
			...(env === "production" ? [] : [copyFinding(config, production())]),
			account,
			...(account.fix === undefined ? ofTheAccount(config) : []),
			...(url === undefined ? [] : healthFindings(await healthAt(url), config, env)),
		];
	} catch (error) {
		const finding = unreadable(error, env);
		if (finding) return [finding];
		throw error;
	}
}

function production(): Configuration {
	return readConfig({ config: "wrangler.toml", env: "production" }, { hideWarnings: true });
}

function options() {
	try {
		const { values } = parseNpmArgs({
			options: {
				url: { type: "string" },
				env: { type: "string", default: "production" },
				json: { type: "boolean", default: false },
				help: { type: "boolean", default: false },
			},
		});
		if (values.help) {
			process.stdout.write(`${USAGE}\n`);
			process.exit(0);
		}
		if (values.url !== undefined && !URL.canParse(values.url)) misuse(USAGE, `${values.url} is no address.`);
		return values;
	} catch (error) {
		return misuse(USAGE, error instanceof Error ? error.message : undefined);
	}
}

function ofTheAccount(config: Configuration): Finding[] {
	const service = researchService(config);
	return [
		...(service ? [researchWorkerFinding(wrangler("deployments", "list", "--name", service), service, env)] : []),
		...secretFindings(wrangler("secret", "list", "--format", "json", "--env", env), env),
		migrationFinding(wrangler("d1", "migrations", "list", "DB", "--remote", "--env", env), env),
		databaseFinding(wrangler("d1", "info", "DB", "--json", "--env", env), config),
	];
}

function wrangler(...command: readonly string[]): Ran {
	const { status, stdout } = spawnSync(process.execPath, ["scripts/wrangler.ts", ...command], { encoding: "utf8" });
	return { ok: status === 0, output: stdout };
}

async function healthAt(address: string): Promise<Record<string, unknown> | null> {
	try {
		const response = await fetch(new URL("/healthz", address), { signal: AbortSignal.timeout(WAIT_MS) });
		const health: unknown = await response.json();
		return typeof health === "object" && health !== null ? { ...health } : null;
	} catch {
		return null;
	}
}

function inWords(): string {
	const lines = findings.map(({ check, found, fix }) =>
		fix === undefined ? `ok    ${check}: ${found}` : `fix   ${check}: ${found}\n      ${fix}`,
	);
	const end = wrong.length === 0 ? "All is well." : `${wrong.length} of ${findings.length} checks need attention.`;
	return `${lines.join("\n")}\n${end}\n`;
}
