import { cipherOf } from "../crypto/cipher.ts";
import { randomBytes } from "../crypto/random-bytes.ts";
import type { Env } from "../env.ts";
import type { Clock } from "../shared/clock.ts";
import { newId } from "../shared/id.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { attempt } from "./delivery/attempt.ts";
import { Deliveries, deliveryId } from "./delivery/deliveries.ts";
import { Dispatcher } from "./delivery/dispatcher.ts";
import { bodyOf, type EventStudy, TEST_TYPE, testBodyOf, type WebhookEvent } from "./events/event.ts";
import { type Endpoint, Endpoints, isSubscribed, webhookOf } from "./receiver/endpoints.ts";
import { isLocal } from "./receiver/local.ts";
import { resolveByDns } from "./receiver/resolve.ts";
import { newSecret, rotated } from "./receiver/secret.ts";
import type { Delivery, DeliveryPage, NewWebhook, SendRefusal, Webhook, WithSecret } from "./webhook-client.ts";

export const MOST_WEBHOOKS = 5;
const TIMEOUT_MS = 20_000;
/**
 * How long events and deliveries are listed. An event that is handed over later is ignored, so that its id need not be known
 * any longer.
 */
export const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** What a study's object does. The alarm stands whenever an attempt is due, in the same transaction as the delivery. */
export class WebhookService {
	readonly #storage: DurableObjectStorage;
	readonly #clock: Clock;
	readonly #endpoints: Endpoints;
	readonly #deliveries: Deliveries;
	readonly #dispatcher: Dispatcher;
	#hasTables: boolean;

	constructor(storage: DurableObjectStorage, env: Env, clock: Clock = Date.now) {
		this.#storage = storage;
		this.#clock = clock;
		this.#endpoints = new Endpoints(storage.sql, cipherOf(env, "webhooks"));
		this.#deliveries = new Deliveries(storage.sql);
		const resolve = isLocal(env) ? null : resolveByDns;
		this.#dispatcher = new Dispatcher({
			endpoints: this.#endpoints,
			deliveries: this.#deliveries,
			clock,
			random: Math.random,
			send: (message) => attempt(message, { clock, resolve, timeoutMs: TIMEOUT_MS }),
		});
		this.#hasTables = storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'endpoints'").toArray().length > 0;
	}

	create({ study, url, events }: NewWebhook): WithSecret | null {
		const created = this.#storage.transactionSync(() => {
			this.#createTables(study);
			if (this.#endpoints.all().length >= MOST_WEBHOOKS) return null;
			const fresh = newSecret(randomBytes);
			const id = newId("webhook", randomBytes);
			const made = { id, url, events, secrets: [fresh], createdAtMs: this.#clock(), disabledAtMs: null };
			this.#endpoints.insert(made);
			return { webhook: webhookOf(made, this.#clock()), secret: fresh.secret };
		});
		this.#hasTables = true;
		return created;
	}

	list(): Webhook[] {
		return this.#hasTables ? this.#endpoints.all().map((endpoint) => webhookOf(endpoint, this.#clock())) : [];
	}

	remove(webhook: string): boolean {
		if (!this.#find(webhook)) return false;
		this.#storage.transactionSync(() => {
			this.#endpoints.remove(webhook);
			this.#deliveries.removeOf(webhook);
		});
		this.#arm();
		return true;
	}

	rotate(webhook: string): WithSecret | null {
		const endpoint = this.#find(webhook);
		if (!endpoint) return null;
		const nowMs = this.#clock();
		const fresh = newSecret(randomBytes);
		const secrets = rotated(endpoint.secrets, fresh, nowMs);
		this.#endpoints.setSecrets(endpoint, secrets);
		return { webhook: webhookOf({ ...endpoint, secrets }, nowMs), secret: fresh.secret };
	}

	publish(events: readonly WebhookEvent[]): void {
		if (!this.#hasTables) return;
		const nowMs = this.#clock();
		const endpoints = this.#endpoints.all();
		this.#storage.transactionSync(() => {
			for (const event of events) {
				const { id, type, occurredAtMs } = event;
				if (occurredAtMs < nowMs - KEPT_MS) continue;
				const receivers = endpoints.filter((endpoint) => isSubscribed(endpoint, type, occurredAtMs));
				if (receivers.length === 0) continue;
				const body = bodyOf(this.#study(), event);
				const ids = receivers.map((receiver) => receiver.id);
				this.#deliveries.add({ id, type, body, occurredAtMs }, ids, nowMs);
			}
		});
		this.#arm();
	}

	sendTest(webhook: string): Result<Delivery, SendRefusal> {
		const endpoint = this.#find(webhook);
		if (!endpoint) return err("unknown");
		if (endpoint.disabledAtMs !== null) return err("disabled");
		const nowMs = this.#clock();
		const id = newId("event", randomBytes);
		const body = testBodyOf(this.#study(), nowMs);
		this.#deliveries.add({ id, type: TEST_TYPE, body, occurredAtMs: nowMs }, [webhook], nowMs);
		this.#arm();
		return this.#delivery(deliveryId(webhook, id));
	}

	page(webhook: string, { after, limit }: { readonly after?: string; readonly limit: number }): DeliveryPage | null {
		if (!this.#find(webhook)) return null;
		if (after !== undefined && this.#deliveries.find(after)?.webhook !== webhook) return null;
		// One more than asked for shows whether another page follows.
		const found = this.#deliveries.page(webhook, { after: after ?? null, limit: limit + 1 });
		const deliveries = found.slice(0, limit);
		return { deliveries, next: found.length > limit ? (deliveries.at(-1)?.id ?? null) : null };
	}

	resend(delivery: string, webhook?: string): Result<Delivery, SendRefusal> {
		const known = this.#hasTables ? this.#deliveries.find(delivery) : null;
		const endpoint = known && this.#find(known.webhook);
		if (!endpoint || (webhook !== undefined && webhook !== endpoint.id)) return err("unknown");
		if (endpoint.disabledAtMs !== null) return err("disabled");
		this.#deliveries.restart(delivery, this.#clock());
		this.#arm();
		return this.#delivery(delivery);
	}

	/** The alarm. Never rejects because of a receiver. */
	async serve(): Promise<void> {
		if (!this.#hasTables) return;
		await this.#dispatcher.run();
		this.#deliveries.removeBefore(this.#clock() - KEPT_MS);
		this.#arm();
	}

	#find(webhook: string): Endpoint | null {
		return this.#hasTables ? this.#endpoints.find(webhook) : null;
	}

	#delivery(id: string): Result<Delivery, SendRefusal> {
		const delivery = this.#deliveries.find(id);
		return delivery ? ok(delivery) : err("unknown");
	}

	/** Not awaited: the platform stores the alarm with what this turn wrote, and holds back the answer until then. */
	#arm(): void {
		this.#dispatcher.wake();
		const nextAtMs = this.#deliveries.nextAtMs();
		if (nextAtMs === null) void this.#storage.deleteAlarm();
		else void this.#storage.setAlarm(nextAtMs);
	}

	#study(): EventStudy {
		const [row] = this.#storage.sql.exec<{ id: string; slug: string }>("SELECT id, slug FROM study").toArray();
		if (!row) throw new Error("webhooks of no study");
		return row;
	}

	#createTables({ id, slug }: EventStudy): void {
		this.#storage.sql.exec("CREATE TABLE IF NOT EXISTS study (id TEXT PRIMARY KEY, slug TEXT NOT NULL)");
		this.#storage.sql.exec("INSERT OR REPLACE INTO study VALUES (?, ?)", id, slug);
		Endpoints.create(this.#storage.sql);
		Deliveries.create(this.#storage.sql);
	}
}
