import { APICallError, InvalidResponseDataError, JSONParseError, TypeValidationError } from "@ai-sdk/provider";
import type { Clock } from "../shared/clock.ts";
import { ModelFailure } from "./port.ts";

/** Why a call could not be opened. Whatever is not an answer of the server's is the network. */
export function openingFailure(error: unknown, clock: Clock): ModelFailure {
	if (error instanceof ModelFailure) return error;
	if (isMalformed(error)) return new ModelFailure("malformed", true);
	if (!APICallError.isInstance(error) || error.statusCode === undefined) return new ModelFailure("network", true);
	const retryAfterMs = parseRetryAfter(error.responseHeaders?.["retry-after"], clock());
	if (error.statusCode === 429) return new ModelFailure("rate_limited", true, retryAfterMs);
	if (isTransient(error.statusCode)) return new ModelFailure("server_error", true, retryAfterMs);
	// A body that claims success and cannot be read.
	if (error.statusCode < 300) return new ModelFailure("malformed", true);
	return new ModelFailure("refused", false);
}

/** Why a stream that had begun broke off: the connection is gone, or the server said so in mid-stream. */
export function streamFailure(error: unknown): ModelFailure {
	if (error instanceof ModelFailure) return error;
	// What the provider says of a stream that ended without a finish reason.
	if (InvalidResponseDataError.isInstance(error)) return new ModelFailure("cut", true);
	if (isMalformed(error)) return new ModelFailure("malformed", true);
	return error instanceof Error ? new ModelFailure("cut", true) : new ModelFailure("server_error", true);
}

const isMalformed = (error: unknown): boolean =>
	JSONParseError.isInstance(error) || TypeValidationError.isInstance(error);

/** Request Timeout, Conflict (a model still loading) and Too Early say "later" like a 5xx does. */
const isTransient = (status: number): boolean => status >= 500 || status === 408 || status === 409 || status === 425;

/** RFC 9110, 10.2.3: seconds or an HTTP date. Null where it is neither. */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | null {
	const text = header?.trim() ?? "";
	if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
	const atMs = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
