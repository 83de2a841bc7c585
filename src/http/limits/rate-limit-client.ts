import { durableObject } from "../../shared/durable-object.ts";
import { sha256Of } from "../../shared/json.ts";
import type { Limit } from "./token-bucket.ts";

/** One object counts many keys. A client cannot create an object, because it does not choose the objects' names. */
export type RateLimiter = {
	/** Milliseconds to wait. Null if the request is allowed. */
	take(key: string, limit: Limit): Promise<number | null>;
};

/** Enough shards that no object is a bottleneck, and few enough that all stay in memory. */
const SHARDS = 16;

export function rateLimiterOf(namespace: DurableObjectNamespace, key: string): RateLimiter {
	const shard = Number.parseInt(sha256Of(key).slice(-4), 16) % SHARDS;
	return durableObject<RateLimiter>(namespace, `shard ${shard}`);
}
