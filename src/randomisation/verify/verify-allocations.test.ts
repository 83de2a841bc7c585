import { describe, expect, it } from "vitest";
import {
	allocated,
	forged,
	indexOf,
	lived,
	sessionAt,
	told,
} from "../../../test/support/randomisation/simulated-trial.ts";
import {
	firstRecordOf,
	range,
	recordOf,
	revealed,
	secondRecordOf,
	seedOf,
	Trial,
	told as toldOf,
} from "../../../test/support/randomisation/trial.ts";
import { chainStart, type LogLine, nextLine } from "../allocator/log-chain.ts";
import { type AllocatedEntry, type LogEntry, planHash } from "../allocator/log-entry.ts";
import { allot } from "../draw/allocation.ts";
import { POOLS } from "../draw/pool.ts";
import { ALGORITHM, prepareScheme } from "../draw/scheme.ts";
import { drawPlan } from "../plan/draw-plan.ts";
import type { AllocationExport } from "./allocation-export.ts";
import { verifyAllocations } from "./verify-allocations.ts";

const TOPICS = ["work", "home"].map((id) => ({ id, layout: "single", arms: "each" as const }));

describe("an unchanged log", () => {
	it.each([
		["permuted blocks", {}],
		["blocks of varying size", { design: { blockSize: [4, 8] } }],
		["no replacement", { design: { replacement: "none" } }],
		["minimisation", { design: { method: "minimisation" } }],
		["parallel groups", { design: { kind: "parallel" } }],
		["a Latin square", { design: { order: "latin-square" } }],
		["random orders", { design: { order: "random" } }],
		["an odd number of arms", { arms: 5 }],
		["topics of all arms", { arms: 3, conversations: TOPICS }],
		["topics of one arm", { arms: 3, conversations: TOPICS, design: { topics: "across", blockSize: [6, 12] } }],
		["topics under minimisation", { conversations: TOPICS, design: { method: "minimisation" } }],
	] as const)("is drawn again from the seed, with %s", (_, changes) => {
		const design = { strata: ["attributes.sex"], ...("design" in changes ? changes.design : {}) };
		const blockSize = "blockSize" in design ? [...design.blockSize] : undefined;
		const record = recordOf({ ...changes, design: { ...design, blockSize }, quota: { total: 30 } });
		expect(verifyAllocations(lived(record))).toEqual([]);
	});

	it("is drawn again if a stratum has the early key of odd values", () => {
		const record = recordOf({ design: { strata: ["attributes.sex"] } });
		const trial = new Trial(record, seedOf(9));
		const stratum = { key: "x /", values: ["x /"] };
		const decision = allot(prepareScheme(record, seedOf(9)), [], { pool: "live", stratum });
		const plan = decision.kind === "allotted" && drawPlan(prepareScheme(record, seedOf(9)), decision.allotment);
		const [opened] = trial.lines;
		if (!plan || !opened) throw new Error("a plan");
		const { draw, slot } = decision.allotment;
		const drawn = { draw, slot, reused: false, sequence: plan.sequence, plan: planHash(plan) };
		const place = { session: "se_0", pool: "live", values: stratum.values, stratum: stratum.key } as const;
		const line = nextLine(opened, { kind: "allocated", at: "2026-05-01T12:00:00.000Z", ...place, ...drawn });
		const exported = trial.exported();
		expect(told({ ...exported, log: revealed([opened, line], exported.commitment) })).toEqual([]);
	});

	it("is drawn again if all pools share their labels, as in old studies", () => {
		const first = lived(firstRecordOf({ design: { strata: ["attributes.sex"] }, quota: { total: 30 } }));
		expect(verifyAllocations(first)).toEqual([]);
		const labels = (pool: string) =>
			new Set(
				first.log.flatMap(({ entry }) => (entry.kind === "allocated" && entry.pool === pool ? entry.sequence : [])),
			);
		expect(labels("pilot")).toEqual(labels("live"));
	});

	it("is drawn again if all topics have one order of arms, as in old studies", () => {
		const earlier = secondRecordOf({ conversations: TOPICS, design: { strata: ["attributes.sex"] } });
		expect(verifyAllocations(lived(earlier))).toEqual([]);
		const later = lived({ ...earlier, algorithm: ALGORITHM });
		const [opened] = lived(earlier).log;
		if (!opened) throw new Error("an opening");
		const relabelled = { ...later, log: [opened, ...later.log.slice(1)] };
		expect(told(relabelled)).toContainEqual(expect.stringMatching(/plan is .* in the log, and the seed draws/));
	});

	it("has no label in two pools", () => {
		const { log } = lived();
		const allocations = log.flatMap(({ entry }) => (entry.kind === "allocated" ? [entry] : []));
		const labels = POOLS.map((pool) => [
			...new Set(allocations.flatMap((entry) => (entry.pool === pool ? entry.sequence : []))),
		]);
		expect(labels.map(({ length }) => length)).toEqual([4, 4, 4]);
		expect(new Set(labels.flat()).size).toBe(12);
	});

	it("is the same after writing and reading a file", () => {
		expect(verifyAllocations(JSON.parse(JSON.stringify(lived())))).toEqual([]);
	});
});

describe("a changed log", () => {
	const exported = lived();
	const at = indexOf(exported, "allocated");

	it("is noticed by the chain and by the draw if one line lacks its new hash", () => {
		const log = exported.log.map((line) =>
			line.index === at ? { ...line, entry: allocated(reversed)(line.entry) } : line,
		);
		expect(told({ ...exported, log })).toEqual([
			`${at}: the line was changed: its hash belongs to other content`,
			expect.stringMatching(new RegExp(`^${at}: sequence is .* in the log, and the seed draws`)),
		]);
	});

	const reversed = ({ sequence }: AllocatedEntry) => ({ sequence: [...sequence].reverse() });

	it("is noticed by the draw if all hashes are made anew", () => {
		expect(told(forged(exported, at, allocated(reversed)))).toEqual([expect.stringContaining(`${at}: sequence is`)]);
	});

	it.each([
		["the plan", () => ({ plan: `sha256:${"0".repeat(64)}` }), "plan is"],
		["the draw", () => ({ draw: 77 }), "draw is 77"],
		["the slot", () => ({ slot: { block: 9, place: 0 } }), "slot is"],
		["a released place's use", ({ reused }: AllocatedEntry) => ({ reused: !reused }), "reused is"],
	])("is noticed and located in %s", (_, change, detail) => {
		const found = verifyAllocations(forged(exported, at, allocated(change)));
		expect(found).toEqual([{ index: at, session: sessionAt(exported, at), detail: expect.stringContaining(detail) }]);
	});

	it("is noticed by the following lines if a line is left out", () => {
		const log = exported.log.filter(({ index }) => index !== at);
		expect(told({ ...exported, log })).toContain(
			`${at + 1}: the chain is broken: the line before is not the one that this one was tied to`,
		);
		expect(told(forged(exported, at, () => null)).length).toBeGreaterThan(0);
	});

	it("is noticed if a session has two places, or is settled twice or without a place", () => {
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

	it("is noticed if one more than the quota is randomised", () => {
		const trial = new Trial(recordOf({ quota: { total: 4 } }), seedOf(9));
		for (const number of range(4)) trial.arrive(`se_${number}`);
		const last = trial.lines.at(-1);
		if (!last) throw new Error("a line");
		const lines = [...trial.lines, nextLine(last, { ...(last.entry as AllocatedEntry), session: "se_late" })];
		const exported = trial.exported();
		expect(told({ ...exported, log: revealed(lines, exported.commitment) })).toEqual([
			"5: randomised although the quota was full",
		]);
	});

	it("is noticed if a session is randomised after the seed was published", () => {
		const trial = new Trial(recordOf(), seedOf(9));
		trial.arrive("se_0");
		const [opened, first] = trial.lines;
		if (!opened || !first) throw new Error("two lines");
		const given = nextLine(opened, { kind: "revealed", at: first.entry.at });
		const log = [opened, given, nextLine(given, first.entry)];
		expect(told({ ...trial.exported(), log })).toEqual(["2: randomised after the seed was given out"]);
	});
});

describe("a shortened log", () => {
	const exported = lived();

	it("lacks the line that gives the seed out if it ends before", () => {
		for (const lines of [1, 2, 10, exported.log.length - 1])
			expect(told({ ...exported, log: exported.log.slice(0, lines) })).toContain(
				"null: the seed was given out, and no line says so: the log was cut, or is of before",
			);
	});

	it("is noticed by the export's own description if it ends after that line", () => {
		const whole = { ...exported, log: settledLate(exported) };
		expect(told({ ...whole, ...toldOf(whole) })).toEqual([]);
		expect(told({ ...exported, ...toldOf(whole) })).toEqual([
			`null: the export is of ${whole.log.length} lines, and has ${exported.log.length}`,
			`null: the export ends with ${whole.log.at(-1)?.hash}, and its last line is ${exported.log.at(-1)?.hash}`,
		]);
	});

	/** Participants who had not finished at unblinding are settled afterwards. */
	function settledLate({ log }: AllocationExport): LogLine[] {
		const settled = new Set(log.flatMap(({ entry }) => (entry.kind === "allocated" ? [] : sessionIn(entry))));
		const open = log.flatMap(({ entry }) => (entry.kind === "allocated" ? sessionIn(entry) : []));
		const session = open.find((one) => !settled.has(one)) ?? "";
		const last = log.at(-1) ?? chainStart("");
		return [...log, nextLine(last, { kind: "confirmed", at: "2026-06-02T00:00:00.000Z", session })];
	}
	const sessionIn = (entry: LogEntry): string[] =>
		"session" in entry && entry.session !== null ? [entry.session] : [];

	it("is not repaired by a second end", () => {
		const twice = revealed(exported.log, exported.commitment);
		expect(told({ ...exported, log: twice })).toEqual([`${exported.log.length}: the seed is given out a second time`]);
	});
});

describe("an export", () => {
	const exported = lived();

	it("of another study or protocol than its log is noticed", () => {
		expect(told({ ...exported, ...toldOf(exported), study: "sy_other" })).toEqual([
			"null: the export is of the study sy_other, and the log of sy_test",
		]);
		expect(told({ ...exported, ...toldOf(exported), protocolHash: "sha256:other" })).toEqual([
			"null: the export is of the protocol sha256:other, and the log of sha256:test",
		]);
	});
});
