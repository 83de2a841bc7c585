import { APICallError } from "@ai-sdk/provider";
import type { Clock } from "../../shared/clock.ts";
import { failureOfStatus } from "../completion/error.ts";
import { ModelFailure } from "../model-types.ts";

/** Why a provider's package could not start a call. Everything except a server's response counts as a network failure. */
export function openingFailure(error: unknown, clock: Clock): ModelFailure {
	if (error instanceof ModelFailure) return error;
	if (!APICallError.isInstance(error) || error.statusCode === undefined) return new ModelFailure("network", true);
	const retryAfterMs = parseRetryAfter(error.responseHeaders?.["retry-after"], clock());
	return failureOfStatus(error.statusCode, error.message, retryAfterMs);
}

/** RFC 9110, 10.2.3: seconds or an HTTP date. Null for any other text. */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | null {
	const text = header?.trim() ?? "";
	if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
	const atMs = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
