import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";
import {
	databaseFinding,
	healthFindings,
	migrationFinding,
	researchWorkerFinding,
	secretFindings,
} from "../../scripts/preflight/checks.ts";
import { configurationFindings, copyFinding, researchFinding } from "../../scripts/preflight/configuration.ts";
import type { Finding } from "../../scripts/preflight/finding.ts";
import { unreadable } from "../../scripts/preflight/unreadable.ts";

const local = readConfig({ config: "wrangler.toml" }, { hideWarnings: true });
const objects = local.durable_objects.bindings.map((bound: { readonly name: string }) => bound.name);
const production = readConfig({ config: "wrangler.toml", env: "production" }, { hideWarnings: true });
const toFix = (findings: readonly Finding[]) =>
	findings.filter(({ fix }) => fix !== undefined).map(({ check }) => check);

describe("the preflight of wrangler.toml", () => {
	it("wants nothing but the id of the database, as the project comes", () => {
		expect(toFix(configurationFindings(production, objects))).toEqual(["database id"]);
	});

	it("names each object that production does not bind", () => {
		const bound = production.durable_objects.bindings.filter(
			({ name }: { readonly name: string }) => name !== "WEBHOOKS" && name !== "LIMITS",
		);
		const [, found] = configurationFindings({ ...production, durable_objects: { bindings: bound } }, objects);
		expect(found?.found).toBe("not bound: LIMITS, WEBHOOKS");
	});

	it("refuses logs that keep URLs, and a missing rate limit", () => {
		const noisy = { ...production, observability: { redact_query_string: true, logs: {}, traces: { enabled: false } } };
		expect(toFix(configurationFindings(noisy, objects))).toContain("logs");
		expect(toFix(configurationFindings({ ...production, ratelimits: [] }, objects))).toContain("rate limit");
	});

	it("refuses an environment without its research Worker", () => {
		expect(toFix(configurationFindings({ ...production, services: [] }, objects))).toContain("research Worker");
	});

	it.each([
		["another deployment's", "crossover", "pilot-research"],
		["production's, under another name", "pilot", "crossover-research"],
		["the main Worker itself", "crossover", "crossover"],
	])("refuses a research Worker that is %s", (_, name, service) => {
		const services = [{ binding: "RESEARCH", service }];
		const found = researchFinding({ ...production, name, services });
		expect(found.found).toBe(`RESEARCH is bound to ${service}, not to ${name}-research`);
		expect(found.fix).toContain(`service = "${name}-research"`);
	});

	const findingOf = (check: string, more: object) =>
		configurationFindings({ ...production, ...more }, objects).find((found) => found.check === check);

	it("wants an address: a route or workers.dev", () => {
		expect(findingOf("address", {})?.found).toBe("workers.dev");
		const routes = [{ pattern: "study.example.org", custom_domain: true }];
		expect(findingOf("address", { routes, workers_dev: false })).toEqual({
			check: "address",
			found: "study.example.org",
		});
		expect(findingOf("address", { workers_dev: false })?.found).toBe("the Worker has none");
		expect(findingOf("address", { workers_dev: undefined })?.found).toBe("workers.dev");
	});

	it("refuses variables by which requests would fail, and says what to set", () => {
		expect(findingOf("variables", { vars: { JURISDICTION: "eu", LIMIT_SESSION: "off" } })?.fix).toBeUndefined();
		const wrong = findingOf("variables", { vars: { JURISDICTION: "EU", LIMIT_STARTS: "many", TRACES: "on" } });
		expect(wrong?.found).toBe("3 are not valid");
		expect(wrong?.fix).toContain("Set JURISDICTION to eu, us, fedramp");
		expect(wrong?.fix).toContain("Set LIMIT_STARTS to a value such as");
		expect(wrong?.fix).toContain("Set TRACES to a share");
	});

	it("refuses a copy that shares its name, its database or its rate limit with production", () => {
		expect(copyFinding(production, production).found).toBe(
			"shared: name, database_id, service of RESEARCH, namespace_id of the rate limit",
		);
		const copy = {
			...production,
			name: "crossover-staging",
			d1_databases: [{ binding: "DB", database_id: "11111111-0000-4000-8000-000000000000" }],
			services: [{ binding: "RESEARCH", service: "crossover-staging-research" }],
			ratelimits: [{ name: "REQUESTS", namespace_id: "4202" }],
		};
		expect(copyFinding(copy, production).fix).toBeUndefined();
	});
});

/** A folder with this configuration. Where it has no scripts, nobody is signed in. */
function folderWith(configuration: string): string {
	const folder = mkdtempSync(join(tmpdir(), "preflight-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	writeFileSync(join(folder, "wrangler.toml"), configuration);
	return folder;
}

describe("the command", () => {
	const preflight = (configuration: string) => {
		const command = [resolve("scripts/preflight.ts"), "--env", "staging", "--json"];
		const { status, stdout, stderr } = spawnSync("node", command, {
			cwd: folderWith(configuration),
			encoding: "utf8",
		});
		if (stdout === "") throw new Error(stderr);
		const { findings }: { findings: Finding[] } = JSON.parse(stdout);
		return { status, findings };
	};

	it("refuses a copy that is like production", () => {
		const whole = readFileSync("wrangler.toml", "utf8");
		const copied = whole.slice(whole.indexOf("[env.production]")).replaceAll("env.production", "env.staging");
		const { status, findings } = preflight(`${whole}\n${copied}`);
		expect(status).toBe(1);
		expect(toFix(findings)).toEqual(["database id", "apart from production", "account"]);
	});

	it("ends with one finding if the environment is missing", () => {
		const { status, findings } = preflight(readFileSync("wrangler.toml", "utf8"));
		expect([status, toFix(findings)]).toEqual([1, ["configuration"]]);
	});
});

describe("a wrangler.toml that cannot be read", () => {
	const readAs = (file: string, env: string): Finding | null => {
		try {
			readConfig({ config: file, env }, { hideWarnings: true });
		} catch (error) {
			return unreadable(error, env);
		}
		return null;
	};

	it("names the line of a repeated section", () => {
		const lines = `${readFileSync("wrangler.toml", "utf8")}\n[env.production.vars]\nA = "1"\n[env.production.vars]\nB = "2"\n`;
		const file = join(folderWith(lines), "wrangler.toml");
		const found = readAs(file, "production")?.found ?? "";
		const line = lines.split("\n").lastIndexOf("[env.production.vars]") + 1;
		expect(found).toContain(`wrangler.toml:${line}: `);
		expect(found).not.toContain("\n");
	});

	it("lists the environments if one is missing", () => {
		expect(readAs("wrangler.toml", "staging")?.found).toBe(
			"wrangler.toml has no section [env.staging], only production",
		);
	});

	it("hides no error of another kind", () => {
		expect(unreadable(new TypeError("a fault of the script"), "production")).toBeNull();
	});
});

describe("the preflight of an account", () => {
	it("wants IDENTITY_KEY, and reminds of a bootstrap key", () => {
		const secrets = (...names: string[]) => ({
			ok: true,
			output: `\n${JSON.stringify(names.map((name) => ({ name, type: "secret_text" })))}\n`,
		});
		expect(toFix(secretFindings(secrets("BOOTSTRAP_KEY")))).toEqual(["IDENTITY_KEY"]);
		expect(toFix(secretFindings(secrets("IDENTITY_KEY")))).toEqual([]);
		expect(toFix(secretFindings({ ok: false, output: "" }))).toEqual(["secrets"]);
	});

	it("wants a research Worker, and names the command of each environment", () => {
		const there = { ok: true, output: "" };
		expect(researchWorkerFinding(there, "crossover-research").fix).toBeUndefined();
		const none = { ok: false, output: "" };
		expect(researchWorkerFinding(none, "crossover-research").fix).toContain('"npm run deploy"');
		expect(researchWorkerFinding(none, "copy-research", "staging").fix).toContain('"npm run deploy -- --env staging"');
	});

	it("wants the migrations that wrangler lists, each once", () => {
		const listed = "Migrations to be applied:\n│ Name │\n│ 0024_views.sql │\n│ 0025_more-of-it.sql │\n";
		expect(migrationFinding({ ok: true, output: listed }).found).toBe(
			"to be applied: 0024_views.sql, 0025_more-of-it.sql",
		);
		expect(migrationFinding({ ok: true, output: "✅ No migrations to apply!" }).fix).toBeUndefined();
		expect(migrationFinding({ ok: false, output: "" }).found).toBe("cannot be listed");
		expect(migrationFinding({ ok: true, output: listed }, "staging").fix).toContain("--env staging");
	});

	it("compares the database's jurisdiction with that of the objects", () => {
		const info = (jurisdiction: unknown) => ({ ok: true, output: `\n${JSON.stringify({ uuid: "u", jurisdiction })}` });
		const eu = { ...production, vars: { JURISDICTION: "eu" } };
		expect(databaseFinding(info("eu"), eu).fix).toBeUndefined();
		expect(databaseFinding(info(null), production).fix).toBeUndefined();
		expect(databaseFinding(info(null), eu).found).toBe("none, but JURISDICTION is eu");
		expect(databaseFinding(info("eu"), production).found).toBe("eu, but JURISDICTION is none");
		expect(
			databaseFinding(info("fedramp"), { ...production, vars: { JURISDICTION: "fedramp-high" } }).fix,
		).toBeUndefined();
		for (const unknown of [{ ok: false, output: "" }, info(undefined)])
			expect(databaseFinding(unknown, eu).found).toContain("cannot be read");
	});
});

describe("the preflight of a deployed Worker", () => {
	/** A Worker from before `alarms`, `rows` and `research` says nothing of them. */
	const older = { status: "ok", database: "ok", migrations: "ok", secrets: "ok", jurisdiction: "none" };
	const health = { ...older, alarms: "ok", rows: "ok", research: "ok" };

	it("is content with a healthy one in the same jurisdiction", () => {
		expect(toFix(healthFindings(health, production))).toEqual([]);
		expect(toFix(healthFindings(older, production))).toEqual([]);
		expect(
			toFix(healthFindings({ ...health, jurisdiction: "eu" }, { ...production, vars: { JURISDICTION: "eu" } })),
		).toEqual([]);
	});

	it("forbids a deployment into another jurisdiction", () => {
		const [, jurisdiction] = healthFindings(health, { ...production, vars: { JURISDICTION: "eu" } });
		expect(jurisdiction?.found).toBe("none where it is deployed, eu in wrangler.toml");
	});

	it("reports the fault, and that nothing answers", () => {
		expect(healthFindings({ ...health, status: "failing", migrations: "missing" }, production)[0]?.found).toBe(
			"failing: database ok, migrations missing, secrets ok, alarms ok, rows ok, research ok",
		);
		expect(toFix(healthFindings(null, production))).toEqual(["health"]);
	});

	it("names the command for each fault", () => {
		const fixOf = (more: object) => healthFindings({ ...health, status: "failing", ...more }, production)[0]?.fix;
		expect(fixOf({ migrations: "missing" })).toBe(
			'Run "npm run wrangler -- d1 migrations apply DB --remote --env production".',
		);
		expect(fixOf({ secrets: "missing" })).toContain("secret put IDENTITY_KEY --env production");
		expect(fixOf({ secrets: "too_short" })).toContain("docs/how-to/replace-the-secret.md");
		expect(fixOf({ alarms: "behind" })).toContain("look at Cloudflare's status");
		expect(fixOf({ rows: "behind" })).toContain("see whether it is full or read-only");
		for (const research of ["other_version", "unreachable"])
			expect(fixOf({ research })).toContain('Run "npm run deploy"');
		expect(fixOf({ variables: ["Set LIMIT_STARTS to …"] })).toBe("Set LIMIT_STARTS to …");
		const [short] = healthFindings({ ...health, status: "degraded", secrets: "too_short" }, production);
		expect(short?.found).toContain("secrets too short");
	});

	it("shows the problem that the Worker answers with instead", () => {
		expect(healthFindings({ status: 500, code: "bad_environment", detail: "Set it." }, production)).toEqual([
			{ check: "health", found: "the Worker answers 500", fix: "Set it." },
		]);
	});
});
