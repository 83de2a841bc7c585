import type { Clock } from "../../shared/clock.ts";
import type { Endpoint, Endpoints } from "../receiver/endpoints.ts";
import { signingSecrets } from "../receiver/secret.ts";
import type { Attempt } from "./attempt.ts";
import type { Deliveries, Leased } from "./deliveries.ts";
import type { Outcome } from "./outcome.ts";
import { nextAttemptAtMs } from "./schedule.ts";

type DispatcherDeps = {
	readonly endpoints: Endpoints;
	readonly deliveries: Deliveries;
	readonly clock: Clock;
	/** From 0 to 1. */
	readonly random: () => number;
	readonly send: (attempt: Attempt) => Promise<Outcome>;
};

/** The platform opens six connections at once. */
const MOST_AT_ONCE = 6;
/** So that a slow receiver never holds up the others. */
const MOST_EACH = 2;
/** Each attempt needs three of the 50 requests that the platform's smallest plan allows for one alarm: two for DNS. */
const MOST_IN_A_RUN = 16;

/** Makes the attempts that are due, several at once. */
export class Dispatcher {
	readonly #deps: DispatcherDeps;
	readonly #underWay = new Map<Promise<void>, string>();
	#wake = Promise.withResolvers<void>();

	constructor(deps: DispatcherDeps) {
		this.#deps = deps;
	}

	/** Tells a `run` that is waiting for a slow receiver that something else is due. */
	wake(): void {
		this.#wake.resolve();
	}

	/** Ends when no attempt is under way, and none is due or the run has made enough. The caller runs it again then. */
	async run(): Promise<void> {
		for (let made = 0; ; ) {
			this.#wake = Promise.withResolvers();
			for (const leased of this.#lease(MOST_IN_A_RUN - made)) {
				made += 1;
				const attempt = this.#attempt(leased).finally(() => this.#underWay.delete(attempt));
				this.#underWay.set(attempt, leased.webhook);
			}
			if (this.#underWay.size === 0) return;
			await Promise.race([...this.#underWay.keys(), this.#wake.promise]);
		}
	}

	#lease(mostMore: number): Leased[] {
		const busy = new Map<string, number>();
		for (const webhook of this.#underWay.values()) busy.set(webhook, (busy.get(webhook) ?? 0) + 1);
		const most = Math.min(MOST_AT_ONCE - this.#underWay.size, mostMore);
		return this.#deps.deliveries.lease(this.#deps.clock(), { most, mostEach: MOST_EACH, busy });
	}

	async #attempt(leased: Leased): Promise<void> {
		const { endpoints, clock, send } = this.#deps;
		const endpoint = endpoints.find(leased.webhook);
		if (!endpoint) return;
		const { id, body } = leased;
		const startedAtMs = clock();
		const secrets = signingSecrets(endpoint.secrets, startedAtMs);
		const outcome = await send({ id, body, url: endpoint.url, secrets });
		this.#record(leased, endpoint, outcome, startedAtMs);
	}

	#record(leased: Leased, { id }: Endpoint, { kind, status, retryAfterMs }: Outcome, startedAtMs: number): void {
		const { endpoints, deliveries, clock, random } = this.#deps;
		// Removed while the attempt was under way.
		if (!endpoints.find(id)) return;
		const made = { atMs: startedAtMs, outcome: kind, status };
		if (kind === "delivered") {
			deliveries.record(leased, made, { status: "delivered", nextAtMs: null });
			return;
		}
		const { firstAtMs, attempts } = leased;
		const nowMs = clock();
		const nextAtMs = nextAttemptAtMs({ firstAtMs, attempts, nowMs, retryAfterMs, random: random() });
		deliveries.record(leased, made, { status: nextAtMs === null ? "failed" : "pending", nextAtMs });
		if (kind !== "gone") return;
		endpoints.disable(id, nowMs);
		deliveries.giveUp(id);
	}
}
