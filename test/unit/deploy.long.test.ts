import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { deployOptions } from "../../scripts/deploy-options.ts";
import { keptByNpm } from "../../scripts/npm-options.ts";

/** Nothing here reaches wrangler: each command ends before. */
type Ended = { readonly status: number | null; readonly said: string | undefined };

function ended(script: string, args: readonly string[], environment: NodeJS.ProcessEnv, cwd = "."): Ended {
	const { status, stderr } = spawnSync(process.execPath, [resolve(script), ...args], {
		cwd,
		encoding: "utf8",
		env: { ...process.env, ...environment },
	});
	return { status, said: stderr.split("\n")[0] };
}

const whole = readFileSync("wrangler.toml", "utf8");

/** In a folder without scripts, so that it could build and deploy nothing even if it went on. */
function deploy(configuration: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Ended {
	const folder = mkdtempSync(join(tmpdir(), "deploy-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	writeFileSync(join(folder, "wrangler.toml"), configuration);
	return ended("scripts/deploy.ts", args, environment, folder);
}

describe("npm run deploy", () => {
	it("deploys neither Worker where the main one has no other to call, or the environment is missing", () => {
		const without = whole.replace("[[env.production.services]]", "[[env.other.services]]");
		expect(deploy(without, [])).toEqual({
			status: 1,
			said: "wrangler.toml under env.production: RESEARCH is not bound.",
		});
		expect(deploy(whole, ["--env=staging"])).toEqual({
			status: 1,
			said: "wrangler.toml has no section [env.staging], only production",
		});
	});

	it("deploys no copy to production's research Worker", () => {
		const copied = whole.slice(whole.indexOf("[env.production]")).replaceAll("env.production", "env.staging");
		const staging = copied.replace('name = "crossover"', 'name = "crossover-staging"');
		expect(deploy(`${whole}\n${staging}`, ["--env", "staging"])).toEqual({
			status: 1,
			said: "wrangler.toml under env.staging: RESEARCH is bound to crossover-research, not to crossover-staging-research.",
		});
	});

	it.each([["--env=staging"], ["--env", "staging"], ["-e=staging"], ["-e", "staging"]])("reads %s %s", (...words) => {
		expect(deployOptions([...words, "--dry-run"], undefined)).toEqual({ env: "staging", others: ["--dry-run"] });
	});

	it("takes no name, file or tag, which both Workers would get, and no second environment", () => {
		expect(deployOptions([], undefined)).toEqual({ env: "production", others: [] });
		for (const option of ["--name", "--config", "-c", "--tag"])
			for (const words of [[option, "other"], [`${option}=other`]])
				expect(deployOptions(words, undefined)).toBe(`${option} cannot be given here: both Workers would get it.`);
		expect(deployOptions(["--env=production", "--env=staging"], undefined)).toBe("--env is given twice.");
	});

	it("deploys no other environment than CLOUDFLARE_ENV says", () => {
		expect(deployOptions(["--env", "staging"], "staging")).toEqual({ env: "staging", others: [] });
		expect(deployOptions([], "staging")).toBe(
			"CLOUDFLARE_ENV is staging, but this would deploy production. Say -- --env staging.",
		);
	});
});

/** `npm run deploy --env=staging` would run the script without the option: it would deploy production. */
describe("an option that npm takes for itself", () => {
	it.each(["scripts/deploy.ts", "scripts/preflight.ts", "scripts/wrangler.ts"])("ends %s", (script) => {
		const { status, said } = ended(script, [], { npm_config_env: "staging" });
		expect(status).toBe(2);
		expect(said).toContain("npm has taken --env for itself, so nothing was done. Write -- before it: npm run ");
	});

	it("is found by the name that npm gives it", () => {
		expect(keptByNpm({ npm_config_dry_run: "true" })).toBe("--dry-run");
		expect(keptByNpm({ npm_config_env: "true" })).toBe("--env");
		expect(keptByNpm({ npm_config_cache: "folder" })).toBeNull();
	});
});

describe("wrangler deploy, typed by hand", () => {
	it.each(["deploy", "versions upload"])("ends wrangler %s at its build", (command) => {
		const { status, said } = ended("scripts/build-app.ts", [], {
			WRANGLER_COMMAND: command,
			CROSSOVER_DEPLOYS_BOTH: undefined,
		});
		expect(status).toBe(1);
		expect(said).toContain(`wrangler ${command} deploys only one of the two Workers, so nothing was deployed.`);
	});

	it("is what wrangler runs for each environment, before it uploads anything", () => {
		for (const build of whole.matchAll(/^command = "(.*)"$/gm)) expect(build[1]).toMatch(/^npm run --silent build\b/);
		expect([...whole.matchAll(/^\[(env\.production\.)?build\]$/gm)]).toHaveLength(2);
	});
});
