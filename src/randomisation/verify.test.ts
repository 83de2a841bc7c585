import { describe, expect, it } from "vitest";
import { range, recordOf, seedOf, Trial } from "../../test/support/trial.ts";
import { chainStart, commitmentTo, type LogLine, nextLine } from "./chain.ts";
import { below, randomStream } from "./generator.ts";
import type { Allocated, LogEntry } from "./log-entry.ts";
import { type AllocationExport, verifyAllocations } from "./verify.ts";

/** Forty arrivals of two strata, some of whom leave, some complete, some come again, in all three pools. */
function lived(record = recordOf({ design: { strata: ["attributes.sex"] }, quota: { total: 30 } })): AllocationExport {
	const trial = new Trial(record, seedOf(9));
	const course = randomStream(seedOf(9), ["course"]);
	for (const number of range(60)) {
		const pool = (["live", "live", "pilot", "simulated"] as const)[below(course, 4)] ?? "live";
		trial.arrive(`se_${number}`, { pool, strata: { "attributes.sex": below(course, 2) === 0 ? "f" : "m" } });
		const other = `se_${below(course, number + 1)}`;
		if (below(course, 3) === 0) trial.release(other);
		else trial.confirm(other);
	}
	return trial.exported();
}

/** The same log with one entry exchanged, its own hash and all later ones made good: what a forger with the log would write. */
function forged(
	{ log, ...rest }: AllocationExport,
	index: number,
	change: (entry: LogEntry) => LogEntry | null,
): AllocationExport {
	const entries = log.flatMap(({ entry }, at) => (at === index ? (change(entry) ?? []) : entry));
	const lines: LogLine[] = [];
	for (const entry of entries) lines.push(nextLine(lines.at(-1) ?? chainStart(rest.commitment), entry));
	return { ...rest, log: lines };
}

const allocated =
	(change: (entry: Allocated) => Partial<Allocated>) =>
	(entry: LogEntry): LogEntry =>
		entry.kind === "allocated" ? { ...entry, ...change(entry) } : entry;

const indexOf = ({ log }: AllocationExport, kind: string, nth = 3): number =>
	log.filter(({ entry }) => entry.kind === kind)[nth]?.index ?? -1;
function sessionAt({ log }: AllocationExport, index: number): string {
	const entry = log[index]?.entry;
	if (!entry || !("session" in entry) || entry.session === null) throw new Error(`line ${index} is of no session`);
	return entry.session;
}

const told = (exported: AllocationExport) =>
	verifyAllocations(exported).map(({ index, detail }) => `${index}: ${detail}`);

describe("the log of a trial as it was", () => {
	it.each([
		["permuted blocks", {}],
		["blocks of varying size", { design: { blockSize: [4, 8] } }],
		["no replacement", { design: { replacement: "none" } }],
		["minimisation", { design: { method: "minimisation" } }],
		["parallel groups", { design: { kind: "parallel" } }],
		["a Latin square", { design: { order: "latin-square" } }],
		["random orders", { design: { order: "random" } }],
		["an odd number of arms", { arms: 5 }],
	] as const)("is drawn again from the seed, with %s", (_, changes) => {
		const design = { strata: ["attributes.sex"], ...("design" in changes ? changes.design : {}) };
		const blockSize = "blockSize" in design ? [...design.blockSize] : undefined;
		const record = recordOf({ ...changes, design: { ...design, blockSize }, quota: { total: 30 } });
		expect(verifyAllocations(lived(record))).toEqual([]);
	});

	it("is the same after it was written to a file", () => {
		expect(verifyAllocations(JSON.parse(JSON.stringify(lived())))).toEqual([]);
	});
});

describe("a log that was tampered with", () => {
	const exported = lived();
	const at = indexOf(exported, "allocated");

	it("in one line, without its hash, is found by the chain and by the draw", () => {
		const log = exported.log.map((line) =>
			line.index === at ? { ...line, entry: allocated(reversed)(line.entry) } : line,
		);
		expect(told({ ...exported, log })).toEqual([
			`${at}: the line was changed: its hash belongs to other content`,
			expect.stringMatching(new RegExp(`^${at}: sequence is .* in the log, and the seed draws`)),
		]);
	});

	const reversed = ({ sequence }: Allocated) => ({ sequence: [...sequence].reverse() });

	it("with all hashes made good, is found by the draw", () => {
		expect(told(forged(exported, at, allocated(reversed)))).toEqual([expect.stringContaining(`${at}: sequence is`)]);
	});

	it.each([
		["the plan", () => ({ plan: `sha256:${"0".repeat(64)}` }), "plan is"],
		["the draw", () => ({ draw: 77 }), "draw is 77"],
		["the slot", () => ({ slot: { block: 9, place: 0 } }), "slot is"],
		["a released slot's use", ({ reused }: Allocated) => ({ reused: !reused }), "reused is"],
	])("in %s is found and named", (_, change, detail) => {
		const found = verifyAllocations(forged(exported, at, allocated(change)));
		expect(found).toEqual([{ index: at, session: sessionAt(exported, at), detail: expect.stringContaining(detail) }]);
	});

	it("by a line that was left out is found by its successors", () => {
		const log = exported.log.filter(({ index }) => index !== at);
		expect(told({ ...exported, log })).toContain(
			`${at + 1}: the chain is broken: the line before is not the one that this one was tied to`,
		);
		expect(told(forged(exported, at, () => null)).length).toBeGreaterThan(0);
	});

	it("by somebody who has a slot already, or was settled twice or out of nothing", () => {
		const [first, again] = [indexOf(exported, "confirmed", 0), indexOf(exported, "confirmed", 1)];
		const session = sessionAt(exported, first);
		const settled = (who: string) => (entry: LogEntry) => ({ ...entry, kind: "released", session: who }) as LogEntry;
		expect(told(forged(exported, again, settled(session)))[0]).toBe(
			`${again}: released, although it was confirmed already`,
		);
		expect(told(forged(exported, again, settled("se_x")))[0]).toBe(
			`${again}: released without ever having been randomised`,
		);
		const known = sessionAt(exported, indexOf(exported, "allocated", 0));
		expect(
			told(
				forged(
					exported,
					at,
					allocated(() => ({ session: known })),
				),
			)[0],
		).toContain("this session has a slot already");
	});

	it("by one more than the quota", () => {
		const trial = new Trial(recordOf({ quota: { total: 4 } }), seedOf(9));
		for (const number of range(4)) trial.arrive(`se_${number}`);
		const last = trial.lines.at(-1);
		if (!last) throw new Error("a line");
		const log = [...trial.lines, nextLine(last, { ...(last.entry as Allocated), session: "se_late" })];
		expect(told({ ...trial.exported(), log })).toEqual(["5: randomised although the quota was full"]);
	});

	it("by somebody who came after the seed was known", () => {
		const trial = new Trial(recordOf(), seedOf(9));
		trial.arrive("se_0");
		const [opened, first] = trial.lines;
		if (!opened || !first) throw new Error("two lines");
		const revealed = nextLine(opened, { kind: "revealed", at: "2026-06-01T00:00:00.000Z" });
		const log = [opened, revealed, nextLine(revealed, first.entry)];
		expect(told({ ...trial.exported(), log })).toEqual(["2: randomised after the seed was given out"]);
	});
});

describe("a seed", () => {
	it("other than the one that was committed to is found at once, and draws other plans", () => {
		const differences = told({ ...lived(), seed: seedOf(10) });
		expect(differences[0]).toContain(`the seed belongs to the commitment ${commitmentTo(seedOf(10))}`);
		expect(differences.length).toBeGreaterThan(10);
	});

	it("that was exchanged together with the commitment does not fit the log", () => {
		const exported = { ...lived(), seed: seedOf(10), commitment: commitmentTo(seedOf(10)) };
		expect(told(exported)[0]).toContain("the log opens with the commitment");
	});

	it("that is none is refused", () =>
		expect(told({ ...lived(), seed: "42" })[0]).toContain("the seed belongs to the commitment"));
});

it("finds a line that lacks its fields, and an opening of another version", () => {
	const exported = lived();
	const broken = forged(exported, 1, ({ kind, at }) => ({ kind, at }) as LogEntry);
	expect(told(broken)[0]).toBe("1: the line lacks what a line of its kind says");
	const newer = forged(exported, 0, (entry) =>
		entry.kind === "opened" ? { ...entry, opening: { ...entry.opening, algorithm: "crossover-plan/9" } } : entry,
	);
	expect(told(newer)[0]).toContain("0: nothing can be drawn from this seed and this opening");
});

it("does not take a log without an opening", () => {
	expect(told({ ...lived(), log: [] })).toEqual(["null: the log does not begin with an opening"]);
});
