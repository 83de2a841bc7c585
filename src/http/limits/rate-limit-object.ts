import { DurableObject } from "cloudflare:workers";
import type { Env } from "../../env.ts";
import type { RateLimiter } from "./rate-limit-client.ts";
import type { Limit } from "./token-bucket.ts";
import { Buckets } from "./token-buckets.ts";

/** Counts in memory only, so that no address is ever stored. */
export class RateLimitObject extends DurableObject<Env> implements RateLimiter {
	readonly #buckets = new Buckets();

	async take(key: string, limit: Limit): Promise<number | null> {
		return this.#buckets.take(key, limit, Date.now());
	}
}
