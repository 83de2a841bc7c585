/** The result of a check. `fix` says what to do; without it, nothing has to be done. */
export type Finding = { readonly check: string; readonly found: string; readonly fix?: string };

/** The parts of `wrangler.toml` for one environment that matter here, as wrangler reads them. */
export type Configuration = {
	readonly name?: string;
	readonly d1_databases: readonly { readonly binding: string; readonly database_id?: string }[];
	readonly durable_objects: { readonly bindings: readonly { readonly name: string }[] };
	readonly ratelimits?: readonly { readonly name: string; readonly namespace_id: string }[];
	readonly services?: readonly { readonly binding: string; readonly service: string }[];
	readonly vars?: Readonly<Record<string, unknown>>;
	readonly workers_dev?: boolean;
	readonly routes?: readonly (string | { readonly pattern: string })[];
	readonly observability?: {
		readonly redact_query_string?: boolean;
		readonly logs?: { readonly invocation_logs?: boolean };
		readonly traces?: { readonly enabled?: boolean };
	};
};

export const wantedJurisdiction = ({ vars }: Configuration): string =>
	typeof vars?.JURISDICTION === "string" ? vars.JURISDICTION || "none" : "none";

type Said = { readonly good: string; readonly bad: string; readonly fix: string };

export const finding = (check: string, wrong: boolean, { good, bad, fix }: Said): Finding =>
	wrong ? { check, found: bad, fix } : { check, found: good };
