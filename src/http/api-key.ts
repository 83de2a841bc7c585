/** The API key of a request. Survey tools that cannot set `Authorization` send `X-API-Key`. */
export type SentKey = { readonly kind: "none" | "different" } | { readonly kind: "key"; readonly key: string };

const BEARER = /^Bearer +(\S+)$/i;

/** Two different keys are an error of the caller: which one is meant would decide what the request may do. */
export function sentKey(headers: Headers): SentKey {
	const bearer = BEARER.exec(headers.get("Authorization") ?? "")?.[1];
	const plain = headers.get("X-API-Key")?.trim() || undefined;
	if (bearer !== undefined && plain !== undefined && bearer !== plain) return { kind: "different" };
	const key = bearer ?? plain;
	return key === undefined ? { kind: "none" } : { kind: "key", key };
}

/** A text that only callers with this request's credentials can repeat. Empty without credentials. */
export function credentialsOf(headers: Headers): string {
	const sent = sentKey(headers);
	return sent.kind === "key" ? `Bearer ${sent.key}` : (headers.get("Authorization") ?? "");
}

/** Whether a route that also takes a session's token was called with an API key. */
export function sendsApiKey(headers: Headers): boolean {
	const sent = sentKey(headers);
	return sent.kind === "different" || (sent.kind === "key" && (sent.key.startsWith("xo_") || headers.has("X-API-Key")));
}
