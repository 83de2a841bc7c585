import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64 } from "../../shared/base64.ts";
import { keyOf, type Secret } from "../receiver/secret.ts";

export type Message = {
	/** The same over all attempts. Receivers recognise repeats by it. */
	readonly id: string;
	readonly body: string;
};

/** The headers of one attempt by Standard Webhooks 1.0. Every secret adds one signature. */
export function signedHeaders({ id, body }: Message, secrets: readonly Secret[], nowMs: number) {
	const seconds = String(Math.floor(nowMs / 1000));
	const content = new TextEncoder().encode(`${id}.${seconds}.${body}`);
	return {
		"content-type": "application/json",
		"user-agent": "Crossover-Webhooks/1",
		"webhook-id": id,
		"webhook-timestamp": seconds,
		"webhook-signature": secrets.map((secret) => `v1,${toBase64(hmac(sha256, keyOf(secret), content))}`).join(" "),
	};
}
