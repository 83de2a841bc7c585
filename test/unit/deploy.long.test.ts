import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { deployOptions } from "../../scripts/deploy-options.ts";
import { changesUnnamed } from "../../scripts/environments.ts";
import { withDashes } from "../../scripts/npm-options.ts";

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

const ONE = { wanted: undefined, environments: ["production"] };
const TWO = { wanted: undefined, environments: ["production", "staging"] };

describe("npm run deploy", () => {
	it("deploys neither Worker where the main one has no other to call, or the environment is missing", () => {
		const without = whole.replace("[[env.production.services]]", "[[env.other.services]]");
		expect(deploy(without, ["--env", "production"])).toEqual({
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
		expect(deployOptions([...words, "--dry-run"], TWO)).toEqual({ env: "staging", others: ["--dry-run"] });
	});

	it("takes no name, file or tag, which both Workers would get, and no second environment", () => {
		expect(deployOptions([], ONE)).toEqual({ env: "production", others: [] });
		for (const option of ["--name", "--config", "-c", "--tag"])
			for (const words of [[option, "other"], [`${option}=other`]])
				expect(deployOptions(words, ONE)).toBe(`${option} cannot be given here: both Workers would get it.`);
		expect(deployOptions(["--env=production", "--env=staging"], TWO)).toBe("--env is given twice.");
	});

	it("takes no word that is no option, which is an environment as a rule", () =>
		expect(deployOptions(["staging"], ONE)).toBe("staging is no option. Did you mean -- --env staging?"));

	it("deploys none of several without being told which", () => {
		for (const wanted of [undefined, "production"])
			expect(deployOptions(["--dry-run"], { ...TWO, wanted })).toBe(
				"wrangler.toml has several environments, so nothing was done. Say which is meant: npm run deploy -- --env production, or npm run deploy -- --env staging.",
			);
	});

	it("deploys no other environment than CLOUDFLARE_ENV says", () => {
		expect(deployOptions(["--env", "staging"], { ...TWO, wanted: "staging" })).toEqual({ env: "staging", others: [] });
		expect(deployOptions([], { ...ONE, wanted: "staging" })).toBe(
			"CLOUDFLARE_ENV is staging, but this would deploy production. Say -- --env staging.",
		);
	});
});

/** Our npm commands, for a folder without scripts: there, a command that is not refused finds nothing to build or to deploy. */
const commands = Object.entries(JSON.parse(readFileSync("package.json", "utf8")).scripts as Record<string, string>).map(
	([name, script]) => [name, script.replace(/^node (\S+)/, (_, file) => `"${process.execPath}" "${resolve(file)}"`)],
);

/** What becomes of a command as it is typed, with npm between. */
function typed(line: string): Ended {
	const folder = mkdtempSync(join(tmpdir(), "typed-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	writeFileSync(join(folder, "package.json"), JSON.stringify({ scripts: Object.fromEntries(commands) }));
	writeFileSync(join(folder, "wrangler.toml"), `${whole}\n[env.staging]\nname = "crossover-staging"\n`);
	const { status, stderr } = spawnSync("npm", ["run", "--silent", ...line.split(" ")], {
		cwd: folder,
		encoding: "utf8",
	});
	return { status, said: stderr.split("\n")[0] };
}

describe("an option that npm keeps for itself, because the -- before it is missing", () => {
	it.each([
		["deploy --env staging", "deploy -- --env staging"],
		["deploy --env=staging --dry-run", "deploy -- --env staging --dry-run"],
		["preflight --url=https://study.example.org", "preflight -- --url https://study.example.org"],
		["wrangler tail --env production", "wrangler -- … --env …"],
		["d1 --command=VACUUM", "d1 -- --command VACUUM"],
		["chaos --seed 1", "chaos -- --seed 1"],
		["fuzz --seed=1 --requests=50", "fuzz -- --seed 1 --requests 50"],
		["measure --json texts.csv", "measure -- texts.csv --json"],
		["crossover studies list --api=http://localhost:1", "crossover -- studies list --api http://localhost:1"],
	])("ends npm run %s", (line, instead) =>
		expect(typed(line)).toEqual({
			status: 2,
			said: `npm has kept options for itself, so nothing was done. Write -- before them: npm run ${instead}`,
		}),
	);

	it.each([
		["deploy -e staging", "npm run deploy --"],
		["wrangler secret put IDENTITY_KEY -e staging", "npm run wrangler -- secret put IDENTITY_KEY"],
	])("leaves no trace in npm run %s, which ends because it could mean another Worker", (line, command) =>
		expect(typed(line)).toEqual({
			status: 1,
			said: `wrangler.toml has several environments, so nothing was done. Say which is meant: ${command} --env production, or ${command} --env staging.`,
		}),
	);

	it("is found in every command that reads options", () => {
		const own = globSync(["scripts/**/*.ts", "bench/**/*.ts", "test/{chaos,fuzz}/**/*.ts"]).filter((path) =>
			/\bparseArgs\b[^;]* from "node:util"/.test(readFileSync(path, "utf8")),
		);
		// `npm run dev` starts the mock recruiter, with options of its own.
		expect(own.sort()).toEqual(["scripts/npm-options.ts", "scripts/recruiter.ts"]);
	});

	it("has the name that npm gives it, and is none where it is off", () => {
		const known = { "dry-run": { type: "boolean" }, env: { type: "string" } } as const;
		expect(withDashes(known, [], { npm_lifecycle_event: "deploy", npm_config_dry_run: "true" })).toBe(
			"npm run deploy -- --dry-run",
		);
		expect(withDashes(known, [], { npm_config_dry_run: "", npm_config_cache: "folder" })).toBeNull();
	});
});

describe("a command of wrangler", () => {
	it("changes a Worker without naming it, or not", () => {
		const changes = (line: string) => changesUnnamed(line.split(" "));
		expect(["secret put KEY", "rollback 1f", "versions list"].filter(changes)).toHaveLength(3);
		for (const way of ["--env staging", "--env=staging", "-e staging", "--name other"])
			expect(changes(`secret put KEY ${way}`)).toBe(false);
		expect(["d1 list", "whoami", "dev"].filter(changes)).toEqual([]);
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
