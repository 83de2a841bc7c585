import { durableObject } from "../../shared/durable-object.ts";
import { sha256Of } from "../../shared/json.ts";
import type { Limit } from "./token-bucket.ts";

/** One object counts many keys: what a stranger sends names none of them. */
export type RateLimiter = {
	/** Milliseconds to wait, null where the request is let in. */
	take(key: string, limit: Limit): Promise<number | null>;
};

/** Enough that no single object is the bottleneck, and few enough that all of them stay in memory. */
const SHARDS = 16;

export function rateLimiterOf(namespace: DurableObjectNamespace, key: string): RateLimiter {
	const shard = Number.parseInt(sha256Of(key).slice(-4), 16) % SHARDS;
	return durableObject<RateLimiter>(namespace, `shard ${shard}`);
}
