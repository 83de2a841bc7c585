import type { Env } from "../../env.ts";
import { limitOf } from "../../http/limits/rules.ts";
import { Buckets } from "../../http/limits/token-buckets.ts";
import type { SessionRefusal } from "../session-client.ts";
import type { LiveSession } from "./live-session.ts";

/** Checks whose request it is, and how often requests come. */
export class TokenCheck {
	readonly #live: LiveSession;
	readonly #env: Env;
	readonly #requests = new Buckets();

	constructor(live: LiveSession, env: Env) {
		this.#live = live;
		this.#env = env;
	}

	/**
	 * Null for the participant. A client cannot tell an unknown session from a wrong token. Neither counts against the
	 * participant's limit of requests.
	 */
	refusalOf(token: string): SessionRefusal | null {
		const same = this.#live.isOwn(token);
		const limit = limitOf(this.#env, same ? "session" : "strangers");
		const retryAfterMs = limit && this.#requests.take(same ? "participant" : "stranger", limit, Date.now());
		if (retryAfterMs !== null) return { kind: "too_many", retryAfterMs };
		if (this.#live.token === "") return { kind: "not_started" };
		return same ? null : { kind: "unauthenticated" };
	}
}
