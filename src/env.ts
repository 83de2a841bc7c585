/**
 * The bindings. Those of model servers, `ENDPOINT_<NAME>_URL` and `ENDPOINT_<NAME>_KEY`, are not listed, because protocols
 * choose the names. `models/endpoints/endpoints.ts` reads them.
 */
export type Env = {
	readonly DB: D1Database;
	/** Typed by `session/session-client.ts`, `randomisation/allocator/allocator-client.ts` and the other clients, because this file is below every room. */
	readonly SESSIONS: DurableObjectNamespace;
	readonly ALLOCATORS: DurableObjectNamespace;
	readonly HEALTH: DurableObjectNamespace;
	readonly USAGE: DurableObjectNamespace;
	readonly LIMITS: DurableObjectNamespace;
	readonly WEBHOOKS: DurableObjectNamespace;
	readonly SIMULATIONS: DurableObjectNamespace;
	readonly JUDGEMENTS: DurableObjectNamespace;
	readonly WATCH: DurableObjectNamespace;
	/** Where Durable Objects run and store data: `eu`, or another jurisdiction of Cloudflare's. Chosen before the first session, never changed. */
	readonly JURISDICTION?: string;
	/** `on`: receivers of webhooks may have http and private addresses. Only on a local machine. */
	readonly WEBHOOKS_LOCAL?: string;
	/** The platform's own rate limit by address. Only in deployments. */
	readonly REQUESTS?: RateLimit;
	/** Our own limits, as `600/PT2M` or `off`. `http/limits/rules.ts` has their meanings and defaults. */
	readonly LIMIT_LANDINGS?: string;
	readonly LIMIT_LANDINGS_STUDY?: string;
	readonly LIMIT_STARTS?: string;
	readonly LIMIT_SESSION?: string;
	readonly LIMIT_STRANGERS?: string;
	readonly ASSETS?: Fetcher;
	/** The research Worker, typed by `scripts/worker-bundle/research-worker.ts`. Only in deployments: elsewhere its functions are called directly. */
	readonly RESEARCH?: object;
	/** The share of turns that are traced, from 0 to 1. Absent: none. */
	readonly TRACES?: string;
	/** Workers AI, read in `models/endpoints/endpoints.ts`. Only in deployments. */
	readonly AI?: object;
	/** The first key of a new installation, with every scope (`xo_…`). Create others with it, then remove it. */
	readonly BOOTSTRAP_KEY?: string;
	/** The team's domain of Cloudflare Access, such as `my-team.cloudflareaccess.com`. With it, the dashboard is served only through Access. */
	readonly ACCESS_TEAM_DOMAIN?: string;
	/** The audience tag of the Access application; several are separated by commas. */
	readonly ACCESS_AUD?: string;
	/** The JWKS with the team's keys. Cloudflare's own by default; set it for tests. */
	readonly ACCESS_CERTS_URL?: string;
	/** The JWKS with Prolific's keys for signed links. Prolific's own by default; set it for tests. */
	readonly PROLIFIC_JWKS_URL?: string;
	/** A token of Prolific's API, for the reconciliation, drafts and groups. It has all rights of its owner on Prolific. */
	readonly PROLIFIC_API_TOKEN?: string;
	/** The address of Prolific's API. Set it for tests. */
	readonly PROLIFIC_API_URL?: string;
	/** The address for completion codes instead of Prolific's. Only `npm run dev` and `npm run demo` set it, for their mock recruiter. */
	readonly PROLIFIC_COMPLETE_URL?: string;
	/** The secrets of Prolific's workspaces that sign its webhooks, separated by commas. Without one, webhooks are refused. */
	readonly PROLIFIC_WEBHOOK_SECRET?: string;
	/**
	 * The root of the Worker's keys; 32 characters or more. Encrypts study keys, sealed values and platform ids; signs session ids and
	 * personal links. Without it the first two are stored readable, and neither platform ids of profiles nor personal links are kept or made.
	 */
	readonly IDENTITY_KEY?: string;
	/** Keys that IDENTITY_KEY replaced, separated by commas, to read values that were encrypted under them. */
	readonly IDENTITY_KEY_PREVIOUS?: string;
};

/** Values that the middleware passes to a request's handler. */
export type Variables = {
	requestId: string;
	receivedAtMs: number;
	/** Set by `access/require-scope.ts` on researchers' routes. */
	apiKey?: {
		readonly id: string;
		readonly scopes: readonly string[];
		/** The ids of the only studies that the key may use. Null: all. */
		readonly studies: readonly string[] | null;
	};
};

export type AppEnv = { Bindings: Env; Variables: Variables };
