import type { Cipher } from "../../crypto/cipher.ts";
import type { Sql } from "../../shared/piece-table.ts";
import type { EventType } from "../events/event.ts";
import type { Webhook } from "../webhook-client.ts";
import { type Secret, signingSecrets } from "./secret.ts";

/** What is secret about a receiver: its address may hold a token. */
type Concealed = { readonly url: string; readonly secrets: readonly Secret[] };

export type Endpoint = Concealed & Pick<Webhook, "id" | "events" | "createdAtMs" | "disabledAtMs">;

type Row = {
	readonly id: string;
	readonly concealed: string;
	readonly events: string;
	readonly created_at_ms: number;
	readonly disabled_at_ms: number | null;
};

/** The receivers of a study, in the SQLite of its object. Addresses and secrets are encrypted under the Worker's secret. */
export class Endpoints {
	readonly #sql: Sql;
	readonly #cipher: Cipher;

	constructor(sql: Sql, cipher: Cipher) {
		this.#sql = sql;
		this.#cipher = cipher;
	}

	static create(sql: Sql): void {
		sql.exec(
			"CREATE TABLE IF NOT EXISTS endpoints (id TEXT PRIMARY KEY, concealed TEXT NOT NULL, events TEXT NOT NULL, created_at_ms INTEGER NOT NULL, disabled_at_ms INTEGER)",
		);
	}

	insert({ id, url, secrets, events, createdAtMs }: Endpoint): void {
		const concealed = this.#conceal(id, { url, secrets });
		const row = [id, concealed, JSON.stringify(events), createdAtMs] as const;
		this.#sql.exec("INSERT INTO endpoints VALUES (?, ?, ?, ?, NULL)", ...row);
	}

	/** In the order of their creation. */
	all(): Endpoint[] {
		const rows = [...this.#sql.exec("SELECT * FROM endpoints ORDER BY created_at_ms, id")] as Row[];
		return rows.map((row) => this.#endpointOf(row));
	}

	find(id: string): Endpoint | null {
		return this.all().find((endpoint) => endpoint.id === id) ?? null;
	}

	setSecrets({ id, url }: Endpoint, secrets: readonly Secret[]): void {
		this.#sql.exec("UPDATE endpoints SET concealed = ? WHERE id = ?", this.#conceal(id, { url, secrets }), id);
	}

	disable(id: string, nowMs: number): void {
		this.#sql.exec("UPDATE endpoints SET disabled_at_ms = coalesce(disabled_at_ms, ?) WHERE id = ?", nowMs, id);
	}

	remove(id: string): void {
		this.#sql.exec("UPDATE endpoints SET concealed = '' WHERE id = ?", id);
		this.#sql.exec("DELETE FROM endpoints WHERE id = ?", id);
	}

	#endpointOf({ id, concealed, events, created_at_ms, disabled_at_ms }: Row): Endpoint {
		const opened: Concealed = JSON.parse(this.#cipher.openText(concealed, id));
		// Written under a secret of the Worker that was replaced, or without one.
		if (!this.#cipher.isCurrent(concealed))
			this.#sql.exec("UPDATE endpoints SET concealed = ? WHERE id = ?", this.#conceal(id, opened), id);
		const subscribed: EventType[] = JSON.parse(events);
		return { id, ...opened, events: subscribed, createdAtMs: created_at_ms, disabledAtMs: disabled_at_ms };
	}

	#conceal(id: string, { url, secrets }: Concealed): string {
		return this.#cipher.sealText(JSON.stringify({ url, secrets }), id);
	}
}

/** What a researcher sees, without secrets. */
export function webhookOf({ secrets, ...endpoint }: Endpoint, nowMs: number): Webhook {
	const replaced = signingSecrets(secrets, nowMs).flatMap(({ untilMs }) => untilMs ?? []);
	return { ...endpoint, previousSecretUntilMs: replaced.length > 0 ? Math.max(...replaced) : null };
}

/** Whether a receiver gets an event of this type that occurred then. Test events go to any. */
export const isSubscribed = ({ events, createdAtMs, disabledAtMs }: Endpoint, type: EventType, atMs: number): boolean =>
	disabledAtMs === null && atMs >= createdAtMs && (events.length === 0 || events.includes(type));
