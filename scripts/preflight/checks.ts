import { type Configuration, type Finding, finding, wantedJurisdiction } from "./finding.ts";

/** The output of a wrangler command, and whether it succeeded. */
export type Ran = { readonly ok: boolean; readonly output: string };

/** The signed-in account, from `wrangler whoami --json`. */
export const accountFinding = ({ ok }: Ran): Finding =>
	finding("account", !ok, {
		good: "wrangler is signed in",
		bad: "wrangler is not signed in",
		fix: 'Run "npm run wrangler -- login", or set CLOUDFLARE_API_TOKEN.',
	});

const putKey = (env: string) => `npm run wrangler -- secret put IDENTITY_KEY --env ${env}`;

/** From `wrangler secret list --format json`. A Worker that was never deployed has no list. */
export function secretFindings({ ok, output }: Ran, env = "production"): Finding[] {
	if (!ok) {
		return [
			{
				check: "secrets",
				found: "cannot be listed; a Worker that was never deployed has none",
				fix: `After the first deployment, and before the first study: "${putKey(env)}".`,
			},
		];
	}
	const names = namesIn(output);
	const bootstrap = names.includes("BOOTSTRAP_KEY");
	return [
		finding("IDENTITY_KEY", !names.includes("IDENTITY_KEY"), {
			good: "is set",
			bad: "is not set",
			fix: `Run "${putKey(env)}" with what "openssl rand -hex 32" prints, and keep a copy.`,
		}),
		{
			check: "BOOTSTRAP_KEY",
			found: bootstrap ? "is set; delete it once you have made keys with it" : "is not set; the first key needs it",
		},
	];
}

function namesIn(output: string): string[] {
	const start = output.indexOf("[");
	const listed: unknown = JSON.parse(start < 0 ? "[]" : output.slice(start));
	if (!Array.isArray(listed)) return [];
	return listed.flatMap((secret: unknown) =>
		typeof secret === "object" && secret !== null && "name" in secret ? [String(secret.name)] : [],
	);
}

const deploy = (env: string) => `npm run deploy${env === "production" ? "" : ` -- --env ${env}`}`;

/** From `wrangler deployments list --name`. The main Worker is refused while there is none. */
export const researchWorkerFinding = ({ ok }: Ran, service: string, env = "production"): Finding =>
	finding("deployed research Worker", !ok, {
		good: `${service} is there`,
		bad: `${service} is not there, or cannot be listed`,
		fix: `Run "${deploy(env)}": it deploys this Worker before the main one.`,
	});

const applyMigrations = (env: string) => `npm run wrangler -- d1 migrations apply DB --remote --env ${env}`;

/** From `wrangler d1 migrations list --remote`. */
export function migrationFinding({ ok, output }: Ran, env = "production"): Finding {
	const waiting = [...new Set(output.match(/\b\d{4}_[\w-]+\.sql\b/g) ?? [])];
	const none = output.includes("No migrations to apply");
	const bad = ok ? `to be applied: ${waiting.join(", ")}` : "cannot be listed";
	return finding("migrations", !ok || !none, {
		good: "all are applied",
		bad,
		fix: ok
			? `Run "${applyMigrations(env)}" before you deploy.`
			: "Check that the database with this id exists in the account, and that you may read it.",
	});
}

/** The database's location, from `wrangler d1 info --json`. Database and objects belong into one jurisdiction. */
export function databaseFinding({ ok, output }: Ran, config: Configuration): Finding {
	const check = "jurisdiction of the database";
	const there = ok ? jurisdictionIn(output) : undefined;
	const wanted = wantedJurisdiction(config);
	if (there === undefined)
		return { check, found: `cannot be read; compare it with JURISDICTION (${wanted}) in Cloudflare's dashboard` };
	// D1 has one jurisdiction for both.
	const agrees = there === wanted || (there === "fedramp" && wanted === "fedramp-high");
	return finding(check, !agrees, {
		good: `${there}, as JURISDICTION`,
		bad: `${there}, but JURISDICTION is ${wanted}`,
		fix: "A database cannot move: create one with --jurisdiction, put its id into wrangler.toml, and import an export of this one if it has data.",
	});
}

/** Undefined if wrangler's output has no such field. */
function jurisdictionIn(output: string): string | undefined {
	try {
		const { jurisdiction }: { readonly jurisdiction?: unknown } = JSON.parse(output.slice(output.indexOf("{")));
		return jurisdiction === null ? "none" : typeof jurisdiction === "string" ? jurisdiction : undefined;
	} catch {
		return undefined;
	}
}

type Health = Readonly<Record<string, unknown>>;

/** Findings from the answer of a deployed Worker at `/healthz`. `health` is null if nothing answers. */
export function healthFindings(health: Health | null, config: Configuration, env = "production"): Finding[] {
	if (health === null) {
		return [{ check: "health", found: "nothing answers at /healthz", fix: "Check the address, then deploy." }];
	}
	const { status, database, migrations, secrets, alarms = "ok", rows = "ok", research = "ok" } = health;
	if (status !== "ok" && typeof health.detail === "string") {
		return [{ check: "health", found: `the Worker answers ${status}`, fix: health.detail }];
	}
	const wanted = wantedJurisdiction(config);
	return [
		finding("health", status !== "ok", {
			good: "ok",
			bad: `${status}: database ${database}, migrations ${migrations}, secrets ${String(secrets).replace("_", " ")}, alarms ${alarms}, rows ${rows}, research ${String(research).replace("_", " ")}`,
			fix: remediesOf(health, env).join(" ") || "docs/how-to/deploy.md explains each check.",
		}),
		finding("jurisdiction", health.jurisdiction !== wanted, {
			good: `${wanted}, deployed and here`,
			bad: `${health.jurisdiction} where it is deployed, ${wanted} in wrangler.toml`,
			fix: "Do not deploy: sessions and studies of the other jurisdiction would not be found. Set JURISDICTION as it is deployed. Only if no study was ever opened there is nothing to lose: then deploy.",
		}),
	];
}

function remediesOf(
	{ database, migrations, secrets, alarms, rows, research, variables }: Health,
	env: string,
): string[] {
	return [
		...(database === "unreachable"
			? ["D1 does not answer: look at Cloudflare's status, and at the database's id."]
			: []),
		...(migrations === "missing" ? [`Run "${applyMigrations(env)}".`] : []),
		...(secrets === "missing" ? [`Run "${putKey(env)}".`] : []),
		...(secrets === "too_short"
			? ["Replace IDENTITY_KEY by one of 32 characters or more, as docs/how-to/replace-the-secret.md says."]
			: []),
		...(alarms === "behind" || alarms === "unknown"
			? [
					"Alarms of Durable Objects are late: look at Cloudflare's status, and for alarm_failed and alarm_late in the log.",
				]
			: []),
		...(rows === "behind"
			? [
					"D1 refuses rows of sessions, which wait in their objects: see whether it is full or read-only, and look for outbox_behind in the log.",
				]
			: []),
		...(research === "other_version" || research === "unreachable"
			? [`Run "${deploy(env)}": it deploys the research Worker and the main one, of one release.`]
			: []),
		...(Array.isArray(variables) ? variables.map((said) => `${said}`) : []),
	];
}
