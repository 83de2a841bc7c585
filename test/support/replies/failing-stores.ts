import type { Env } from "../../../src/env.ts";

/** Which call to a store fails, from 0, and whether the store executes it before the caller sees the failure. */
export type Failure = { readonly at: number; readonly applied: boolean };

class Unreachable extends Error {}

/**
 * The Worker's bindings, where one call to D1 or to an allocator fails. `calls` counts the calls, so that a test can let each
 * fail in turn. It has tried all calls when the chosen failure no longer occurs.
 */
export function failingStores(env: Env, failure: Failure): { readonly env: Env; readonly calls: () => number } {
	let calls = 0;
	const guarded =
		<A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
		async (...args: A): Promise<R> => {
			const fails = calls === failure.at;
			calls += 1;
			if (fails && !failure.applied) throw new Unreachable();
			const result = await call(...args);
			if (fails) throw new Unreachable();
			return result;
		};
	const DB = failingDatabase(env.DB, guarded);
	const ALLOCATORS = wrapped(env.ALLOCATORS, (name, method) =>
		name === "get"
			? (id: DurableObjectId) => wrapped(method(id) as object, (_, call) => guarded(asAsync(call)))
			: method,
	);
	return { env: { ...env, DB, ALLOCATORS }, calls: () => calls };
}

type Method = (...args: readonly unknown[]) => unknown;
type Guard = <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) => (...args: A) => Promise<R>;

const asAsync =
	(call: Method) =>
	async (...args: readonly unknown[]): Promise<unknown> =>
		call(...args);

/** The methods by which a prepared statement reaches D1. */
const RUNS = ["run", "all", "raw", "first"];
const ORIGINALS = new WeakMap<object, D1PreparedStatement>();

function failingDatabase(database: D1Database, guarded: Guard): D1Database {
	const prepared = (statement: D1PreparedStatement): D1PreparedStatement => {
		const proxy = wrapped(statement, (name, method) => {
			if (name === "bind") return (...values: readonly unknown[]) => prepared(method(...values) as D1PreparedStatement);
			return RUNS.includes(name) ? guarded(asAsync(method)) : method;
		});
		ORIGINALS.set(proxy, statement);
		return proxy;
	};
	return wrapped(database, (name, method) => {
		if (name === "prepare") return (query: unknown) => prepared(method(query) as D1PreparedStatement);
		if (name !== "batch") return method;
		const batch = guarded(asAsync(method));
		return (statements: unknown) =>
			batch((statements as readonly D1PreparedStatement[]).map((one) => ORIGINALS.get(one) ?? one));
	});
}

/** The same object with each of its methods replaced. */
const wrapped = <T extends object>(target: T, replace: (name: string, method: Method) => unknown): T =>
	new Proxy(target, {
		get(from, name) {
			const value: unknown = Reflect.get(from, name);
			if (typeof value !== "function" || typeof name !== "string") return value;
			return replace(name, (...args) => Reflect.apply(value, from, args));
		},
	});
