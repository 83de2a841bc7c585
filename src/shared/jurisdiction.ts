import { ProblemError } from "./problem.ts";

type Regional = { readonly jurisdiction: (name: string) => object };

/** A service such as ASSETS has every name, because each could be a call to another Worker. Only a service has `fetch`. */
const isNamespace = (binding: unknown): binding is Regional =>
	typeof binding === "object" &&
	binding !== null &&
	"idFromName" in binding &&
	"jurisdiction" in binding &&
	!("fetch" in binding);

/** Those of Cloudflare's Durable Objects. */
export const JURISDICTIONS = [
	"eu",
	"us",
	"fedramp",
	"fedramp-high",
] as const satisfies readonly DurableObjectJurisdiction[];

/** What is wrong with this value of `JURISDICTION`, and what to do. Null: nothing. */
export function jurisdictionFault(jurisdiction: string | undefined): string | null {
	if (!jurisdiction || JURISDICTIONS.some((known) => known === jurisdiction)) return null;
	return `Set JURISDICTION to ${JURISDICTIONS.slice(0, -1).join(", ")} or ${JURISDICTIONS.at(-1)}, in lower case, or leave it out.`;
}

/**
 * Bindings whose Durable Objects run and store data in the jurisdiction that `JURISDICTION` names, such as `eu`. The same name means
 * another object in each jurisdiction, so every door to an object must use these bindings: the app, and each object for those it calls.
 */
export function inJurisdiction<Bindings extends { readonly JURISDICTION?: string }>(env: Bindings): Bindings {
	const { JURISDICTION } = env;
	if (!JURISDICTION) return env;
	const fault = jurisdictionFault(JURISDICTION);
	if (fault) throw new ProblemError({ code: "bad_environment", detail: fault });
	const regional = Object.entries(env).map(([name, binding]) => [
		name,
		isNamespace(binding) ? regionOf(binding, JURISDICTION) : binding,
	]);
	return { ...env, ...Object.fromEntries(regional) };
}

/** The local runtime has the method, which throws. */
function regionOf(namespace: Regional, jurisdiction: string): object {
	try {
		return namespace.jurisdiction(jurisdiction);
	} catch {
		throw new ProblemError({
			code: "bad_environment",
			detail: "JURISDICTION works only where the Worker is deployed. Take it out of .dev.vars.",
		});
	}
}
