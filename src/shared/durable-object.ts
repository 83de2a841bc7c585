/**
 * A Durable Object by its name, typed as the interface that its class implements. `env.ts` is below every feature and cannot
 * import the classes, so this one cast gives the type.
 */
export const durableObject = <T>(namespace: DurableObjectNamespace, name: string): T =>
	namespace.get(namespace.idFromName(name)) as unknown as T;
