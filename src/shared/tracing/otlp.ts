import type { SpanContext } from "./trace-context.ts";

/** OpenTelemetry's numbers of the kinds. */
const KINDS = { internal: 1, server: 2, client: 3 } as const;

export type Span = SpanContext & {
	/** Null: the trace begins with it. */
	readonly parentSpanId: string | null;
	readonly name: string;
	readonly kind: keyof typeof KINDS;
	readonly startMs: number;
	readonly endMs: number;
	readonly attributes: Readonly<Record<string, string | number>>;
};

/** Spans as OTLP/JSON has them: the body of a POST to a collector's `/v1/traces`. */
export const otlpOf = (spans: readonly Span[]) => ({
	resourceSpans: [
		{
			resource: { attributes: attributesOf({ "service.name": "crossover" }) },
			scopeSpans: [{ scope: { name: "crossover" }, spans: spans.map(written) }],
		},
	],
});

const written = ({ traceId, spanId, parentSpanId, name, kind, startMs, endMs, attributes }: Span) => ({
	traceId,
	spanId,
	...(parentSpanId !== null && { parentSpanId }),
	name,
	kind: KINDS[kind],
	startTimeUnixNano: nanoseconds(startMs),
	endTimeUnixNano: nanoseconds(endMs),
	attributes: attributesOf(attributes),
});

/** A text, because the number is beyond what a JSON number holds exactly. */
const nanoseconds = (ms: number): string => `${ms}000000`;

const attributesOf = (attributes: Span["attributes"]) =>
	Object.entries(attributes).map(([key, value]) => ({
		key,
		value: typeof value === "number" ? { intValue: String(value) } : { stringValue: value },
	}));
