import { env } from "cloudflare:test";
import { onTestFinished } from "vitest";

/** The error that D1 gives under each fault, and the queries that get it. */
export const D1_FAULTS = {
	down: { message: "D1_ERROR: Network connection lost.", hits: "all" },
	slow: { message: null, hits: "all" },
	"read-only": { message: "D1_ERROR: attempt to write a readonly database: SQLITE_READONLY", hits: "writes" },
	full: { message: "D1_ERROR: Exceeded maximum DB size.", hits: "writes" },
} as const;

export type D1Fault = keyof typeof D1_FAULTS;

export type BrokenD1 = {
	/** The number of calls so far. */
	readonly calls: () => number;
	readonly repair: () => void;
};

type Statement = { readonly statement: string };
type Method = (...args: unknown[]) => Promise<unknown>;

const WRITE = /^\s*(insert|update|delete|replace|create|alter)/i;
const RUNS = ["run", "all", "raw", "first"] as const;

/**
 * Breaks D1 for the Worker and all objects. The end of the test repairs it at the latest. Each object has its own bindings, so
 * this changes D1's classes. A slow D1 answers when it is repaired.
 */
export function breakD1(fault: D1Fault): BrokenD1 {
	const { message, hits } = D1_FAULTS[fault];
	const repaired = Promise.withResolvers<void>();
	let calls = 0;
	const guarded = (queriesOf: (self: unknown, args: unknown[]) => string[], original: Method): Method =>
		async function (this: unknown, ...args) {
			calls += 1;
			const isHit = hits === "all" || queriesOf(this, args).some((query) => WRITE.test(query));
			if (isHit && message !== null) throw new Error(message);
			if (isHit) await repaired.promise;
			return original.apply(this, args);
		};
	const database = Object.getPrototypeOf(env.DB) as Record<"batch", Method>;
	const statement = Object.getPrototypeOf(env.DB.prepare("SELECT 1")) as Record<(typeof RUNS)[number], Method>;
	const [batch, runs] = [database.batch, { ...pick(statement) }];
	const textOf = (self: unknown) => (self as Statement).statement;
	database.batch = guarded((_, [all]) => (all as unknown[]).map(textOf), batch);
	for (const run of RUNS) statement[run] = guarded((self) => [textOf(self)], runs[run]);
	const repair = () => {
		repaired.resolve();
		database.batch = batch;
		Object.assign(statement, runs);
	};
	onTestFinished(repair);
	return { calls: () => calls, repair };
}

const pick = ({ run, all, raw, first }: Record<(typeof RUNS)[number], Method>) => ({ run, all, raw, first });
