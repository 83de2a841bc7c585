import type { Design } from "../../../src/protocol/schema/schema.ts";
import type { AllocationRequest } from "../../../src/randomisation/allocator/allocator-client.ts";
import {
	type ChainHead,
	chainStart,
	commitmentTo,
	type LogLine,
	nextLine,
} from "../../../src/randomisation/allocator/log-chain.ts";
import { type LogEntry, planHash } from "../../../src/randomisation/allocator/log-entry.ts";
import {
	afterRelease,
	allot,
	nextStatus,
	type SlotStatus,
	type StratumState,
	stratumKey,
	stratumOf,
} from "../../../src/randomisation/draw/allocation.ts";
import type { Allotment } from "../../../src/randomisation/draw/blocks.ts";
import { renew } from "../../../src/randomisation/draw/renew-reservation.ts";
import {
	ALGORITHM,
	ALGORITHM_1,
	ALGORITHM_2,
	type OpeningRecord,
	type PlannedEntry,
	prepareSchemes,
} from "../../../src/randomisation/draw/scheme.ts";
import { ratioWarning } from "../../../src/randomisation/monitor/ratio-warning.ts";
import { drawPlan } from "../../../src/randomisation/plan/draw-plan.ts";
import { asLabel } from "../../../src/randomisation/plan/label-text.ts";
import type { Plan } from "../../../src/randomisation/plan/plan.ts";
import type { AllocationExport } from "../../../src/randomisation/verify/allocation-export.ts";

/** A seed for tests: its number in 64 hex digits. */
export const seedOf = (number: number): string => number.toString(16).padStart(64, "0");

export const LABELS = ["B2", "C7", "D4", "F9", "G3", "H8", "J5", "K6"].map(asLabel);
const named = (digit: number) => [..."LMNPQRST"].map((letter) => asLabel(`${letter}${digit}`));

export const DESIGN: Design = {
	kind: "crossover",
	order: "williams",
	strata: [],
	method: "permuted-blocks",
	replacement: "reuse",
};

export type Changes = {
	readonly arms?: number;
	readonly design?: Partial<Design> | undefined;
	readonly conversations?: readonly PlannedEntry[] | undefined;
	readonly quota?: OpeningRecord["quota"];
};

export const recordOf = ({ arms = 4, design, conversations, quota = null }: Changes = {}): OpeningRecord => ({
	...firstRecordOf({ arms, design, conversations, quota }),
	algorithm: ALGORITHM,
	poolLabels: { pilot: named(3).slice(0, arms), simulated: named(4).slice(0, arms) },
});

/** A study from before topics were balanced. */
export const secondRecordOf = (changes: Changes = {}): OpeningRecord => ({
	...recordOf(changes),
	algorithm: ALGORITHM_2,
});

/** A study from before labels by pool. */
export const firstRecordOf = ({ arms = 4, design, conversations, quota = null }: Changes = {}): OpeningRecord => ({
	algorithm: ALGORITHM_1,
	studyId: "sy_test",
	protocolHash: "sha256:test",
	design: { ...DESIGN, ...design },
	conversations: conversations ?? [{ id: "talk", layout: "single", arms: "each" }],
	quota,
	labels: LABELS.slice(0, arms),
});

/** The allocator's rules without its object: a log and a plan for each arrival, in memory. */
export class Trial {
	readonly seed: string;
	readonly record: OpeningRecord;
	readonly lines: LogLine[] = [];
	readonly plans = new Map<string, Plan>();
	readonly statuses = new Map<string, SlotStatus>();
	readonly #schemes;
	readonly #strata = new Map<string, StratumState>();
	readonly #allotments = new Map<string, Allotment & { readonly key: string }>();

	constructor(record: OpeningRecord, seed: string) {
		this.seed = seed;
		this.record = record;
		this.#schemes = prepareSchemes(record, seed);
		this.#log({ kind: "opened", at: "2026-05-01T00:00:00.000Z", commitment: commitmentTo(seed), opening: record });
	}

	/** The plan. Null if the study is full. */
	arrive(session: string, request: Partial<AllocationRequest> = {}): Plan | null {
		return this.plans.get(session) ?? this.#allot(session, request);
	}

	#allot(session: string, { pool = "live", strata = {} }: Partial<AllocationRequest>): Plan | null {
		const stratum = stratumOf(this.record.design.strata, strata);
		const decision = allot(this.#schemes[pool], this.strata(pool), { pool, stratum });
		if (decision.kind === "full") return null;
		const { allotment, reused } = decision;
		const key = stratumKey(decision.stratum);
		const warning = ratioWarning(this.strata("live"), decision.stratum, AT);
		this.#strata.set(key, decision.stratum);
		const plan = drawPlan(this.#schemes[pool], allotment);
		this.plans.set(session, plan);
		this.statuses.set(session, "reserved");
		this.#allotments.set(session, { ...allotment, key });
		const { draw, slot } = allotment;
		const place = { session, pool, values: stratum.values, stratum: stratum.key, draw, slot, reused };
		this.#log({ kind: "allocated", at: AT, ...place, sequence: plan.sequence, plan: planHash(plan) });
		if (warning) this.#log(warning);
		return plan;
	}

	confirm(session: string): void {
		this.#settle(session, "confirmed");
	}

	release(session: string): void {
		this.#settle(session, "released");
	}

	lapse(session: string): void {
		this.#settle(session, "lapsed");
	}

	/** The plan after a return from a lapse. Null if the study is full. */
	renew(session: string, request: Partial<AllocationRequest> = {}): Plan | null {
		const allotment = this.#allotments.get(session);
		const before = allotment && this.#strata.get(allotment.key);
		if (!allotment || !before || this.statuses.get(session) !== "lapsed") return this.arrive(session, request);
		const renewal = renew(this.#schemes[before.pool], this.strata(before.pool), before, allotment);
		if (renewal.kind === "full") return null;
		if (renewal.kind === "taken") return this.#allot(session, request);
		const warning = ratioWarning(this.strata("live"), renewal.stratum, AT);
		this.#strata.set(allotment.key, renewal.stratum);
		this.statuses.set(session, "reserved");
		this.#log({ kind: "renewed", at: AT, session });
		if (warning) this.#log(warning);
		return this.plans.get(session) ?? null;
	}

	strata(pool: string): StratumState[] {
		return [...this.#strata.values()].filter((state) => state.pool === pool);
	}

	/** An export from before its header stated the number of lines. */
	exported(): AllocationExport {
		const commitment = commitmentTo(this.seed);
		const log = revealed(this.lines, commitment);
		return { format: "crossover-allocations/1", commitment, seed: this.seed, log };
	}

	#settle(session: string, to: "confirmed" | "released" | "lapsed"): void {
		const status = nextStatus(this.statuses.get(session) ?? null, to);
		const allotment = this.#allotments.get(session);
		const before = allotment && this.#strata.get(allotment.key);
		if (status === null || !allotment || !before) return;
		this.statuses.set(session, status);
		this.#log({ kind: to, at: AT, session });
		if (to === "confirmed") return;
		const after = afterRelease(this.#schemes[before.pool], before, allotment);
		const warning = ratioWarning(this.strata("live"), after, AT);
		this.#strata.set(allotment.key, after);
		if (warning) this.#log(warning);
	}

	#log(entry: LogEntry): void {
		const last = this.lines.at(-1);
		const head: ChainHead = last ?? chainStart(commitmentTo(this.seed));
		this.lines.push(nextLine(head, entry));
	}
}

const AT = "2026-05-01T12:00:00.000Z";

/** The same log with the line that records the reveal of the seed. */
export function revealed(lines: readonly LogLine[], commitment: string): LogLine[] {
	const last = lines.at(-1) ?? chainStart(commitment);
	return [...lines, nextLine(last, { kind: "revealed", at: "2026-06-01T00:00:00.000Z" })];
}

/** The header of an export of this log. */
export const told = ({ log }: AllocationExport) => ({
	study: "sy_test",
	protocolHash: "sha256:test",
	lines: log.length,
	head: log.at(-1)?.hash ?? "",
});

/** The number of occurrences of each value. */
export function countBy<T>(items: Iterable<T>, key: (item: T) => string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
	return counts;
}

/** The largest difference between two of the numbers. */
export const spread = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts);

export const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
