import { describe, expect, it } from "vitest";
import type { RandomBytes } from "../id.ts";
import { otlpOf } from "./otlp.ts";
import { callerOf, newTrace, traceparentOf } from "./trace-context.ts";
import { isSampled, tracesFault } from "./traces-setting.ts";

const all =
	(byte: number): RandomBytes =>
	(length) =>
		new Uint8Array(length).fill(byte);

describe("a trace's context", () => {
	it("goes through a traceparent unchanged", () => {
		const context = newTrace(all(0xab));
		expect(traceparentOf(context)).toBe(`00-${"ab".repeat(16)}-${"ab".repeat(8)}-01`);
		expect(callerOf(traceparentOf(context))).toEqual(context);
	});

	it.each([
		"",
		"00-ab-cd-01",
		`00-${"AB".repeat(16)}-${"ab".repeat(8)}-01`,
		`ff-${"ab".repeat(16)}-${"ab".repeat(8)}-01`,
	])("is not read from %j", (text) => expect(callerOf(text)).toBeNull());
});

describe("the setting TRACES", () => {
	it.each([undefined, "", "0", "1", "0.1", ".5", "1.0"])("may be %j", (text) => expect(tracesFault(text)).toBeNull());

	it.each(["on", "1.1", "10", "-1", "0,1", "1e-3", " 1", "."])("may not be %j, which traces nothing", (text) => {
		expect(tracesFault(text)).toContain("Set TRACES to");
		expect(isSampled(text, all(0))).toBe(false);
	});

	it("traces the share that it names", () => {
		expect(isSampled("0.5", all(0x7f))).toBe(true);
		expect(isSampled("0.5", all(0x80))).toBe(false);
		expect(isSampled("1", all(0xff))).toBe(true);
		expect(isSampled("0", all(0))).toBe(false);
	});

	it("traces nothing if it is absent", () => {
		const never: RandomBytes = () => {
			throw new Error("drawn");
		};
		expect(isSampled(undefined, never)).toBe(false);
	});
});

describe("spans as OTLP/JSON", () => {
	it("have hex ids, kinds as numbers, times as texts of nanoseconds, and typed values", () => {
		const at = {
			traceId: "a".repeat(32),
			spanId: "b".repeat(16),
			startMs: 1_790_000_000_123,
			endMs: 1_790_000_000_124,
		};
		const span = {
			...at,
			parentSpanId: null,
			name: "n",
			kind: "server",
			attributes: { text: "t", number: 200 },
		} as const;
		const [written] = otlpOf([span]).resourceSpans[0]?.scopeSpans[0]?.spans ?? [];
		expect(written).toEqual({
			traceId: at.traceId,
			spanId: at.spanId,
			name: "n",
			kind: 2,
			startTimeUnixNano: "1790000000123000000",
			endTimeUnixNano: "1790000000124000000",
			attributes: [
				{ key: "text", value: { stringValue: "t" } },
				{ key: "number", value: { intValue: "200" } },
			],
		});
	});
});
