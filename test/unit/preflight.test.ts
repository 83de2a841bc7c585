import { describe, expect, it } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";
import {
	configurationFindings,
	type Finding,
	healthFindings,
	migrationFinding,
	secretFindings,
} from "../../scripts/preflight/checks.ts";

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

	it("wants the migrations that wrangler lists, each once", () => {
		const listed = "Migrations to be applied:\n│ Name │\n│ 0024_views.sql │\n│ 0025_more-of-it.sql │\n";
		expect(migrationFinding({ ok: true, output: listed }).found).toBe(
			"to be applied: 0024_views.sql, 0025_more-of-it.sql",
		);
		expect(migrationFinding({ ok: true, output: "✅ No migrations to apply!" }).fix).toBeUndefined();
		expect(migrationFinding({ ok: false, output: "" }).found).toBe("cannot be listed");
	});
});

describe("the preflight of a deployed Worker", () => {
	const health = { status: "ok", database: "ok", migrations: "ok", secrets: "ok", jurisdiction: "none" };

	it("is content with a healthy one in the same jurisdiction", () => {
		expect(toFix(healthFindings(health, production))).toEqual([]);
		expect(
			toFix(healthFindings({ ...health, jurisdiction: "eu" }, { ...production, vars: { JURISDICTION: "eu" } })),
		).toEqual([]);
	});

	it("forbids a deployment into another jurisdiction", () => {
		const [, jurisdiction] = healthFindings(health, { ...production, vars: { JURISDICTION: "eu" } });
		expect(jurisdiction?.found).toBe("none where it is deployed, eu in wrangler.toml");
	});

	it("says what is wrong, and that nothing answers", () => {
		expect(healthFindings({ ...health, status: "failing", migrations: "missing" }, production)[0]?.found).toBe(
			"failing: database ok, migrations missing, secrets ok",
		);
		expect(toFix(healthFindings(null, production))).toEqual(["health"]);
	});
});
