/**
 * The bindings. Endpoints of models come as `ENDPOINT_<NAME>_URL` and `ENDPOINT_<NAME>_KEY`; they are read by name in
 * `models/endpoints/endpoints.ts`, for the names stand in protocols.
 */
export type Env = {
	readonly DB: D1Database;
	/** Typed by `session/session-client.ts`, `randomisation/allocator/allocator-client.ts` and the clients of `models/`: the bindings stand below every feature. */
	readonly SESSIONS: DurableObjectNamespace;
	readonly ALLOCATORS: DurableObjectNamespace;
	readonly HEALTH: DurableObjectNamespace;
	readonly USAGE: DurableObjectNamespace;
	readonly LIMITS: DurableObjectNamespace;
	readonly WEBHOOKS: DurableObjectNamespace;
	readonly SIMULATIONS: DurableObjectNamespace;
	/** Where Durable Objects run and store data: `eu`, or another jurisdiction of Cloudflare's. Chosen before the first session, never changed. */
	readonly JURISDICTION?: string;
	/** `on`: receivers of webhooks may have http and private addresses. Only on one's own machine. */
	readonly WEBHOOKS_LOCAL?: string;
	/** The platform's own count of requests by address. Only where it is deployed. */
	readonly REQUESTS?: RateLimit;
	/** Our own limits, as `600/PT2M` or `off`: what each counts and its default stand in `http/limits/rules.ts`. */
	readonly LIMIT_LANDINGS?: string;
	readonly LIMIT_LANDINGS_STUDY?: string;
	readonly LIMIT_STARTS?: string;
	readonly LIMIT_SESSION?: string;
	readonly LIMIT_STRANGERS?: string;
	readonly ASSETS?: Fetcher;
	/** Workers AI, read in `models/endpoints/endpoints.ts`. Only where it is deployed: there is none on one's own machine. */
	readonly AI?: object;
	/** The first key of a new installation, with every scope (`xo_…`). Create others with it, then remove it. */
	readonly BOOTSTRAP_KEY?: string;
	/** The JWKS with Prolific's keys for signed links. Prolific's own by default; set it for tests. */
	readonly PROLIFIC_JWKS_URL?: string;
	/** A token of Prolific's API, for the reconciliation, drafts and groups. It has all rights of its owner on Prolific. */
	readonly PROLIFIC_API_TOKEN?: string;
	/** Where Prolific's API is. Prolific's own by default; set it for tests. */
	readonly PROLIFIC_API_URL?: string;
	/** Where completion codes go instead of Prolific. Only `npm run dev` and `npm run demo` set it, for their mock recruiter. */
	readonly PROLIFIC_COMPLETE_URL?: string;
	/** The secrets of Prolific's workspaces that sign its webhooks, parted by commas. Without one, webhooks are refused. */
	readonly PROLIFIC_WEBHOOK_SECRET?: string;
	/**
	 * The root of the Worker's keys; 32 characters or more. Encrypts study keys, sealed values and platform ids; signs session ids and
	 * personal links. Without it the first two are stored readable, and neither platform ids of profiles nor personal links are kept or made.
	 */
	readonly IDENTITY_KEY?: string;
	/** Keys that IDENTITY_KEY replaced, parted by commas: what was made under them can still be read. */
	readonly IDENTITY_KEY_PREVIOUS?: string;
};

/** What a request carries from the middleware to its handler. */
export type Variables = {
	requestId: string;
	/** Set by `access/require-scope.ts` on researchers' routes. */
	apiKey?: {
		readonly id: string;
		readonly scopes: readonly string[];
		/** The ids of the only studies that the key may use. Null: all. */
		readonly studies: readonly string[] | null;
	};
};

export type AppEnv = { Bindings: Env; Variables: Variables };
