import type { Clock } from "../../shared/clock.ts";
import { checkHost, type Resolve } from "../receiver/check-host.ts";
import type { Secret } from "../receiver/secret.ts";
import { type Outcome, outcomeOf, withoutResponse } from "./outcome.ts";
import { type Message, signedHeaders } from "./signature.ts";

export type AttemptDeps = {
	readonly clock: Clock;
	/** Null on one's own machine, where receivers have private addresses. */
	readonly resolve: Resolve | null;
	/** Until the head of the response. Standard Webhooks asks for 15 to 30 seconds. */
	readonly timeoutMs: number;
};

export type Attempt = Message & { readonly url: string; readonly secrets: readonly Secret[] };

/** Sends a message once. Never rejects. Reads nothing of the response but its status and `Retry-After`. */
export async function attempt(
	{ url, secrets, ...message }: Attempt,
	{ clock, resolve, timeoutMs }: AttemptDeps,
): Promise<Outcome> {
	const host = resolve === null ? "public" : await checkHost(new URL(url).hostname, resolve);
	if (host !== "public") return withoutResponse(host === "private" ? "private_address" : "unresolved");
	try {
		const response = await fetch(url, {
			method: "POST",
			headers: signedHeaders(message, secrets, clock()),
			body: message.body,
			redirect: "manual",
			signal: AbortSignal.timeout(timeoutMs),
		});
		// Without an end, a body could keep the connection forever.
		await response.body?.cancel().catch(() => {});
		return outcomeOf(response.status, response.headers.get("Retry-After"), clock());
	} catch (error) {
		const isTimeout = error instanceof Error && error.name === "TimeoutError";
		return withoutResponse(isTimeout ? "timed_out" : "unreachable");
	}
}
