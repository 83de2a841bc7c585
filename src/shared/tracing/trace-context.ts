import { bytesToHex } from "@noble/hashes/utils.js";
import type { RandomBytes } from "../id.ts";

/** A span's place, by the ids of W3C Trace Context, in hex. */
export type SpanContext = { readonly traceId: string; readonly spanId: string };

export const newSpanId = (random: RandomBytes): string => bytesToHex(random(8));

export const newTrace = (random: RandomBytes): SpanContext => ({
	traceId: bytesToHex(random(16)),
	spanId: newSpanId(random),
});

/** As `traceparent` names the caller's span to whoever it calls. */
export const traceparentOf = ({ traceId, spanId }: SpanContext): string => `00-${traceId}-${spanId}-01`;

/** Null if the text is no `traceparent` of version 00. */
export function callerOf(traceparent: string): SpanContext | null {
	const [, traceId, spanId] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(traceparent) ?? [];
	return traceId && spanId ? { traceId, spanId } : null;
}
