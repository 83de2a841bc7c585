type Regional = { readonly jurisdiction: (name: string) => object };

const isNamespace = (binding: unknown): binding is Regional =>
	typeof binding === "object" && binding !== null && "idFromName" in binding && "jurisdiction" in binding;

/**
 * Bindings whose Durable Objects run and store data in the jurisdiction that `JURISDICTION` names, such as `eu`. The same name means
 * another object in each jurisdiction, so every door to an object must use these bindings: the app, and each object for those it calls.
 */
export function inJurisdiction<Bindings extends { readonly JURISDICTION?: string }>(env: Bindings): Bindings {
	const { JURISDICTION } = env;
	if (!JURISDICTION) return env;
	const regional = Object.entries(env).map(([name, binding]) => [
		name,
		isNamespace(binding) ? binding.jurisdiction(JURISDICTION) : binding,
	]);
	return { ...env, ...Object.fromEntries(regional) };
}
