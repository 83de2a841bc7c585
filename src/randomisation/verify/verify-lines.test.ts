import { describe, expect, it } from "vitest";
import { allocated, forged, indexOf, lived, told } from "../../../test/support/randomisation/simulated-trial.ts";
import { range, recordOf, seedOf, Trial } from "../../../test/support/randomisation/trial.ts";
import { chainStart, commitmentTo, type LogLine, nextLine } from "../allocator/log-chain.ts";
import type { LogEntry } from "../allocator/log-entry.ts";
import { type AllocationExport, readAllocationExport } from "./allocation-export.ts";

describe("a wrong line", () => {
	const exported = lived();
	const at = indexOf(exported, "allocated");

	it("is noticed if the stratum does not follow from its values", () => {
		const [found] = told(
			forged(
				exported,
				at,
				allocated(({ values }) => ({ values: [`not ${values[0]}`] })),
			),
		);
		expect(found).toMatch(new RegExp(`^${at}: stratum is "[fm]" in the log, and its values make "not [fm]"$`));
	});

	it("is noticed if it has a value too many for the design", () => {
		const more = allocated(({ values }) => ({ values: [...values, "x"] }));
		expect(told(forged(exported, at, more))[0]).toContain("values are 2, and the design has 1 factors");
	});

	it("is noticed if its time goes back", () => {
		const early = "2026-05-01T11:59:59.999Z";
		expect(told(forged(exported, at, (entry) => ({ ...entry, at: early }) as LogEntry))).toEqual([
			`${at}: its time is ${early}, before that of the line before, 2026-05-01T12:00:00.000Z`,
		]);
	});
});

describe("the line of a sample ratio that began to fail", () => {
	/** Two sequences; everybody with one leaves. */
	function lopsided(): AllocationExport {
		const trial = new Trial(recordOf({ arms: 2 }), seedOf(3));
		for (const number of range(40)) trial.arrive(`se_${number}`);
		const first = trial.plans.get("se_0")?.sequence.join();
		for (const [session, plan] of trial.plans) if (plan.sequence.join() === first) trial.release(session);
		return trial.exported();
	}
	const exported = lopsided();
	const at = indexOf(exported, "ratio_failed", 0);

	it("follows from the lines before it", () => {
		expect(at).toBeGreaterThan(0);
		expect(told(exported)).toEqual([]);
	});

	it.each([
		["another figure", (entry: LogEntry) => ({ ...entry, chiSquare: 99 }) as LogEntry, "chiSquare is 99"],
		["a better p", (entry: LogEntry) => ({ ...entry, p: 0.0009 }) as LogEntry, "p is 0.0009"],
		["none", () => null, "the sample ratio began to fail with the line before, and no line says so"],
	])("is noticed with %s", (_, change, detail) => {
		expect(told(forged(exported, at, change))).toEqual([expect.stringContaining(`${at}: ${detail}`)]);
	});

	it("is noticed if nothing failed", () => {
		const failed = exported.log[at]?.entry;
		const log = exported.log.filter(({ index }) => index !== at).map(({ entry }) => entry);
		const moved = failed ? [...log.slice(0, 5), failed, ...log.slice(5)] : [];
		const lines: LogLine[] = [];
		for (const entry of moved) lines.push(nextLine(lines.at(-1) ?? chainStart(exported.commitment), entry));
		expect(told({ ...exported, log: lines })[0]).toBe("5: the sample ratio did not begin to fail here");
	});
});

describe("a seed", () => {
	it("that does not fit the commitment is noticed at once, and draws other plans", () => {
		const differences = told({ ...lived(), seed: seedOf(10) });
		expect(differences[0]).toContain(`the seed belongs to the commitment ${commitmentTo(seedOf(10))}`);
		expect(differences.length).toBeGreaterThan(10);
	});

	it("that was exchanged together with the commitment does not fit the log", () => {
		const exported = { ...lived(), seed: seedOf(10), commitment: commitmentTo(seedOf(10)) };
		expect(told(exported)[0]).toContain("the log opens with the commitment");
	});

	it("that is invalid is refused", () =>
		expect(told({ ...lived(), seed: "42" })[0]).toContain("the seed belongs to the commitment"));
});

it("notices a line without its fields, and an opening of another version", () => {
	const exported = lived();
	const broken = forged(exported, 1, ({ kind, at }) => ({ kind, at }) as LogEntry);
	expect(told(broken)[0]).toBe("1: the line lacks what a line of its kind says");
	const newer = forged(exported, 0, (entry) =>
		entry.kind === "opened" ? { ...entry, opening: { ...entry.opening, algorithm: "crossover-plan/9" } } : entry,
	);
	expect(told(newer)[0]).toContain("0: nothing can be drawn from this seed and this opening");
});

it("refuses a log without an opening", () => {
	expect(told({ ...lived(), log: [] })).toEqual(["null: the log does not begin with an opening"]);
});

it("reads an export with a line of each kind that the log can have", () => {
	const exported = lived();
	const kinds: readonly LogEntry["kind"][] = [
		...(["opened", "allocated", "confirmed", "released", "lapsed", "renewed", "ratio_failed"] as const),
		...(["quota_changed", "inputs_changed", "unblinded", "revealed"] as const),
	];
	const lines = kinds.map((kind, index) => ({ index, prev: "", hash: "", entry: { kind } }));
	const { log: _log, ...head } = exported;
	const text = [head, ...lines].map((line) => JSON.stringify(line)).join("\n");
	expect(readAllocationExport(text)?.log.map(({ entry }) => entry.kind)).toEqual(kinds);
});
