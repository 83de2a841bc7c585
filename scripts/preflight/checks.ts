/** What a check found. `fix` says what to do; without one, all is well. */
export type Finding = { readonly check: string; readonly found: string; readonly fix?: string };

/** What wrangler printed for a command, or why it could not. */
export type Ran = { readonly ok: boolean; readonly output: string };

/** The parts of `wrangler.toml` for one environment that matter here, as wrangler reads them. */
export type Configuration = {
	readonly d1_databases: readonly { readonly binding: string; readonly database_id?: string }[];
	readonly durable_objects: { readonly bindings: readonly { readonly name: string }[] };
	readonly ratelimits?: readonly { readonly name: string }[];
	readonly vars?: Readonly<Record<string, unknown>>;
	readonly observability?: {
		readonly redact_query_string?: boolean;
		readonly logs?: { readonly invocation_logs?: boolean };
		readonly traces?: { readonly enabled?: boolean };
	};
};

const NOBODY = /^0{8}-/;

/** What the configuration alone tells. `objects` are the bindings of Durable Objects that the Worker needs. */
export function configurationFindings(config: Configuration, objects: readonly string[]): Finding[] {
	const id = config.d1_databases.find(({ binding }) => binding === "DB")?.database_id;
	const bound = config.durable_objects.bindings.map(({ name }) => name);
	const unbound = objects.filter((name) => !bound.includes(name));
	const counted = config.ratelimits?.some(({ name }) => name === "REQUESTS");
	const { observability } = config;
	const quiet =
		observability?.redact_query_string === true &&
		observability.logs?.invocation_logs === false &&
		observability.traces?.enabled === false;
	return [
		finding("database id", id === undefined || NOBODY.test(id), {
			good: "stands in wrangler.toml",
			bad: "is missing in wrangler.toml",
			fix: 'Run "npm run wrangler -- d1 create crossover" and put the id under env.production.',
		}),
		finding("Durable Objects", unbound.length > 0, {
			good: "all are bound",
			bad: `not bound: ${unbound.join(", ")}`,
			fix: "Bind them in wrangler.toml under this environment: wrangler inherits no binding.",
		}),
		finding("rate limit", !counted, {
			good: "REQUESTS is bound",
			bad: "REQUESTS is not bound",
			fix: "Bind it under ratelimits, so that a flood is stopped before it reaches the database.",
		}),
		finding("logs", !quiet, {
			good: "keep no URL",
			bad: "may keep URLs, in which participants' ids stand",
			fix: "Set redact_query_string = true, invocation_logs = false and traces.enabled = false under observability.",
		}),
	];
}

/** Who is signed in, from `wrangler whoami --json`. */
export const accountFinding = ({ ok }: Ran): Finding =>
	finding("account", !ok, {
		good: "wrangler is signed in",
		bad: "wrangler is not signed in",
		fix: 'Run "npm run wrangler -- login", or set CLOUDFLARE_API_TOKEN.',
	});

const PUT_KEY = "npm run wrangler -- secret put IDENTITY_KEY --env production";

/** From `wrangler secret list --format json`. A Worker that was never deployed has no list. */
export function secretFindings({ ok, output }: Ran): Finding[] {
	if (!ok) {
		return [
			{
				check: "secrets",
				found: "cannot be listed; a Worker that was never deployed has none",
				fix: `After the first deployment, and before the first study: "${PUT_KEY}".`,
			},
		];
	}
	const names = namesIn(output);
	const bootstrap = names.includes("BOOTSTRAP_KEY");
	return [
		finding("IDENTITY_KEY", !names.includes("IDENTITY_KEY"), {
			good: "is set",
			bad: "is not set",
			fix: `Run "${PUT_KEY}" with what "openssl rand -hex 32" prints, and keep a copy.`,
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

/** From `wrangler d1 migrations list --remote`. */
export function migrationFinding({ ok, output }: Ran): Finding {
	const waiting = [...new Set(output.match(/\b\d{4}_[\w-]+\.sql\b/g) ?? [])];
	const none = output.includes("No migrations to apply");
	const bad = ok ? `to be applied: ${waiting.join(", ")}` : "cannot be listed";
	return finding("migrations", !ok || !none, {
		good: "all are applied",
		bad,
		fix: ok
			? 'Run "npm run wrangler -- d1 migrations apply crossover --remote --env production" before you deploy.'
			: "Check that the database with this id exists in the account, and that you may read it.",
	});
}

/** What a deployed Worker says at `/healthz`; null if nothing answers there. */
export function healthFindings(health: Readonly<Record<string, unknown>> | null, config: Configuration): Finding[] {
	if (health === null) {
		return [{ check: "health", found: "nothing answers at /healthz", fix: "Check the address, then deploy." }];
	}
	const wanted = typeof config.vars?.JURISDICTION === "string" ? config.vars.JURISDICTION || "none" : "none";
	return [
		finding("health", health.status !== "ok", {
			good: "ok",
			bad: `${health.status}: database ${health.database}, migrations ${health.migrations}, secrets ${health.secrets}`,
			fix: "Fix what is not ok. docs/how-to/deploy.md explains each check.",
		}),
		finding("jurisdiction", health.jurisdiction !== wanted, {
			good: `${wanted}, deployed and here`,
			bad: `${health.jurisdiction} where it is deployed, ${wanted} in wrangler.toml`,
			fix: "Do not deploy: sessions and studies of the other jurisdiction would not be found. Set JURISDICTION as it is deployed.",
		}),
	];
}

const finding = (
	check: string,
	wrong: boolean,
	{ good, bad, fix }: { readonly good: string; readonly bad: string; readonly fix: string },
): Finding => (wrong ? { check, found: bad, fix } : { check, found: good });
