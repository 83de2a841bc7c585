import { beforeEach, describe, expect, it } from "vitest";
import type { MetaName } from "../object/storage.ts";
import { Refusals } from "./refusals.ts";

const T0 = 1_790_000_000_000;

describe("refusals in succession", () => {
	let nowMs: number;
	let values: Map<MetaName, string>;
	let refusals: Refusals;

	const reopened = () =>
		new Refusals(
			{
				get: (name) => values.get(name) ?? null,
				set: (name, value) => void values.set(name, value),
				remove: (name) => void values.delete(name),
			},
			() => nowMs,
		);

	beforeEach(() => {
		nowMs = T0;
		values = new Map();
		refusals = reopened();
	});

	it("are counted, with the whole seconds since the first", () => {
		expect(refusals.add()).toEqual({ failures: 1, seconds: 0 });
		nowMs = T0 + 999;
		expect(refusals.add()).toEqual({ failures: 2, seconds: 0 });
		nowMs = T0 + 61_500;
		expect(refusals.add()).toEqual({ failures: 3, seconds: 61 });
		expect(refusals.count()).toBe(3);
	});

	it("end once, with how long they lasted", () => {
		refusals.add();
		nowMs = T0 + 7_000;
		expect(refusals.end()).toEqual({ failures: 1, seconds: 7 });
		expect(refusals.end()).toBeNull();
		expect(refusals.count()).toBe(0);
		expect([...values.keys()]).toEqual([]);
	});

	it("begin anew after they have ended", () => {
		refusals.add();
		nowMs = T0 + 60_000;
		refusals.end();
		expect(refusals.add()).toEqual({ failures: 1, seconds: 0 });
	});

	it("go on after an eviction", () => {
		refusals.add();
		nowMs = T0 + 5_000;
		expect(reopened().add()).toEqual({ failures: 2, seconds: 5 });
	});

	it("last from the next one on, if an earlier release counted the first", () => {
		values.set("failures", "8");
		expect(refusals.add()).toEqual({ failures: 9, seconds: 0 });
		nowMs = T0 + 45_000;
		expect(refusals.add()).toEqual({ failures: 10, seconds: 45 });
	});

	it("never last a negative time, if the clock goes back", () => {
		refusals.add();
		nowMs = T0 - 1_000;
		expect(refusals.add()).toEqual({ failures: 2, seconds: 0 });
	});
});
