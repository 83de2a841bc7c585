/**
 * A Durable Object by its name, as the interface that its class implements. The bindings in `env.ts` stand below every
 * feature and cannot name the classes, so the type is given here, once for all objects.
 */
export const durableObject = <T>(namespace: DurableObjectNamespace, name: string): T =>
	namespace.get(namespace.idFromName(name)) as unknown as T;
