import { DurableObject } from "cloudflare:workers";
import type { Env } from "../env.ts";
import { inJurisdiction } from "../shared/jurisdiction.ts";
import type { Result } from "../shared/result.ts";
import type { WebhookEvent } from "./events/event.ts";
import type {
	Delivery,
	DeliveryPage,
	NewWebhook,
	SendRefusal,
	Webhook,
	Webhooks,
	WithSecret,
} from "./webhook-client.ts";
import { WebhookService } from "./webhook-service.ts";

/** The webhooks of one study as a Durable Object, and so the only writer of them. It passes calls on. */
export class WebhookObject extends DurableObject<Env> implements Webhooks {
	readonly #service: WebhookService;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, inJurisdiction(env));
		this.#service = new WebhookService(ctx.storage, this.env);
	}

	async create(webhook: NewWebhook): Promise<WithSecret | null> {
		return this.#service.create(webhook);
	}

	async list(): Promise<readonly Webhook[]> {
		return this.#service.list();
	}

	async remove(webhook: string): Promise<boolean> {
		return this.#service.remove(webhook);
	}

	async rotate(webhook: string): Promise<WithSecret | null> {
		return this.#service.rotate(webhook);
	}

	async publish(events: readonly WebhookEvent[]): Promise<void> {
		this.#service.publish(events);
	}

	async sendTest(webhook: string): Promise<Result<Delivery, SendRefusal>> {
		return this.#service.sendTest(webhook);
	}

	async deliveries(
		webhook: string,
		page: { readonly after?: string; readonly limit: number },
	): Promise<DeliveryPage | null> {
		return this.#service.page(webhook, page);
	}

	async resend(delivery: string, webhook?: string): Promise<Result<Delivery, SendRefusal>> {
		return this.#service.resend(delivery, webhook);
	}

	override alarm(): Promise<void> {
		return this.#service.serve();
	}
}
