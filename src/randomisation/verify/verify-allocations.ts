import { keyOf } from "../../protocol/steps/stratum-key.ts";
import { canonicalJson } from "../../shared/json.ts";
import type { LogLine } from "../allocator/log-chain.ts";
import { type AllocatedEntry, planHash, type RatioFailedEntry, type RenewedEntry } from "../allocator/log-entry.ts";
import { afterRelease, allot, nextStatus, type SlotStatus, type StratumState, stratumKey } from "../draw/allocation.ts";
import type { Allotment } from "../draw/blocks.ts";
import { type Renewal, renew } from "../draw/renew-reservation.ts";
import { prepareSchemes, type Scheme, type Schemes, withQuota } from "../draw/scheme.ts";
import { ratioWarning } from "../monitor/ratio-warning.ts";
import { drawPlan } from "../plan/draw-plan.ts";
import type { AllocationExport } from "./allocation-export.ts";
import { at, type Difference, whole } from "./difference.ts";
import { chainFaults, frameFaults } from "./export-header-faults.ts";

type ReplayedSlot = { readonly status: SlotStatus; readonly stratum: string; readonly allotment: Allotment };

type Replay = {
	schemes: Schemes;
	readonly strata: Map<string, StratumState>;
	readonly slots: Map<string, ReplayedSlot>;
	revealed: boolean;
	/** The line that has to follow the one before. */
	due: RatioFailedEntry | null;
};

/**
 * Draws every allocation of an export again and returns the differences; none if the log follows from the seed and the
 * arrivals. It cannot show that the seed was not chosen among many before the opening, nor that this is the log that was
 * written, and not one made from other arrivals. `notChecked` says what would show it.
 */
export function verifyAllocations(exported: AllocationExport): Difference[] {
	const [first, ...lines] = exported.log;
	const opened = first?.entry;
	if (opened?.kind !== "opened") return [...chainFaults(exported), whole("the log does not begin with an opening")];
	const faults = [...frameFaults(exported, opened), ...chainFaults(exported)];
	const schemes = attempt(() => prepareSchemes(opened.opening, exported.seed));
	if (!schemes)
		return [
			...faults,
			at(0, null, "nothing can be drawn from this seed and this opening: it is none, or of another version"),
		];
	const replay: Replay = { schemes, strata: new Map(), slots: new Map(), revealed: false, due: null };
	const unreadable = (index: number) => [at(index, null, "the line lacks what a line of its kind says")];
	return [
		...faults,
		...lines.flatMap((line) => attempt(() => replayed(replay, line)) ?? unreadable(line.index)),
		...unsaid(replay, exported.log.length),
	];
}

/** Null if it throws. An export comes from a file, so broken content is a finding and not a crash. */
function attempt<T>(work: () => T): T | null {
	try {
		return work();
	} catch {
		return null;
	}
}

function replayed(replay: Replay, { index, entry }: LogLine): Difference[] {
	if (entry.kind === "ratio_failed") return ratioFaults(replay, index, entry);
	return [...unsaid(replay, index), ...replayedEntry(replay, index, entry)];
}

function replayedEntry(
	replay: Replay,
	index: number,
	entry: Exclude<LogLine["entry"], RatioFailedEntry>,
): Difference[] {
	switch (entry.kind) {
		case "opened":
			return [at(index, null, "the study opens a second time")];
		case "allocated":
			return replayAllocation(replay, index, entry);
		case "confirmed":
		case "released":
		case "lapsed":
			return replaySettling(replay, index, entry);
		case "renewed":
			return replayRenewal(replay, index, entry);
		case "revealed": {
			const again = replay.revealed ? [at(index, null, "the seed is given out a second time")] : [];
			replay.revealed = true;
			return again;
		}
		case "quota_changed":
			replay.schemes = withQuota(replay.schemes, entry.quota);
			return [];
		case "inputs_changed":
		case "unblinded":
			return [];
	}
}

/** The monitor's line follows directly on the line that caused it. */
function unsaid(replay: Replay, index: number): Difference[] {
	const { due } = replay;
	replay.due = null;
	return due ? [at(index, null, "the sample ratio began to fail with the line before, and no line says so")] : [];
}

function ratioFaults(replay: Replay, index: number, entry: RatioFailedEntry): Difference[] {
	const { due } = replay;
	replay.due = null;
	if (!due) return [at(index, null, "the sample ratio did not begin to fail here")];
	const faults = (["df", "chiSquare", "p"] as const).flatMap((name) =>
		near(entry[name], due[name]) ? [] : unequal(name, entry[name], due[name], "the allocations before it make"),
	);
	return faults.length > 0 ? [at(index, null, faults.join("; "))] : [];
}

/** Engines may differ in the last digits of a logarithm. */
const near = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-9 * Math.abs(other);

function replayAllocation(replay: Replay, index: number, entry: AllocatedEntry): Difference[] {
	const { schemes, strata, slots } = replay;
	const { session, pool, stratum: key, values } = entry;
	const scheme = schemes[pool];
	const faults: string[] = [];
	if (replay.revealed) faults.push("randomised after the seed was given out");
	faults.push(...slotFaults(replay, session));
	const ofPool = [...strata.values()].filter((state) => state.pool === pool);
	const decision = allot(scheme, ofPool, { pool, stratum: { key, values } });
	if (decision.kind === "full")
		return [at(index, session, [...faults, "randomised although the quota was full"].join("; "))];
	const { allotment, reused, stratum } = decision;
	const plan = drawPlan(scheme, allotment);
	faults.push(
		...stratumFaults(scheme, entry),
		...unequal("draw", entry.draw, allotment.draw),
		...unequal("slot", entry.slot, allotment.slot),
		...unequal("reused", entry.reused, reused),
		...unequal("sequence", entry.sequence, plan.sequence),
		...unequal("plan", entry.plan, planHash(plan)),
	);
	moveStratum(replay, stratum, entry.at);
	slots.set(session, { status: "reserved", stratum: stratumKey(stratum), allotment });
	return faults.length > 0 ? [at(index, session, faults.join("; "))] : [];
}

/** Early keys were only joined, so some odd values gave the same key. */
function stratumFaults({ opening }: Scheme, { values, stratum }: AllocatedEntry): string[] {
	const factors = opening.design.strata.length;
	if (values.length !== factors) return [`values are ${values.length}, and the design has ${factors} factors`];
	const first = factors > 0 && stratum === values.join(" / ");
	return first ? [] : unequal("stratum", stratum, keyOf(values), "its values make");
}

function replaySettling(
	replay: Replay,
	index: number,
	{ session, kind: to, at: time }: Extract<LogLine["entry"], { kind: "confirmed" | "released" | "lapsed" }>,
): Difference[] {
	const { schemes, strata, slots } = replay;
	const slot = slots.get(session);
	if (!slot) return [at(index, session, `${to} without ever having been randomised`)];
	const status = nextStatus(slot.status, to);
	if (status === null) return [at(index, session, `${to}, although it was ${slot.status} already`)];
	slots.set(session, { ...slot, status });
	const stratum = strata.get(slot.stratum);
	if (to !== "confirmed" && stratum)
		moveStratum(replay, afterRelease(schemes[stratum.pool], stratum, slot.allotment), time);
	return [];
}

/** Somebody whose reservation lapsed gets another place only if their own is taken. */
function slotFaults(replay: Replay, session: string): string[] {
	const slot = replay.slots.get(session);
	if (!slot) return [];
	if (slot.status !== "lapsed") return ["this session has a slot already"];
	return renewalOf(replay, slot).kind === "renewed" ? ["given another slot, although its own was free"] : [];
}

function replayRenewal(replay: Replay, index: number, { session, at: time }: RenewedEntry): Difference[] {
	const slot = replay.slots.get(session);
	if (slot?.status !== "lapsed") return [at(index, session, "renewed without having lapsed")];
	const renewal = renewalOf(replay, slot);
	if (renewal.kind !== "renewed") return [at(index, session, `renewed although ${NOT_RENEWED[renewal.kind]}`)];
	replay.slots.set(session, { ...slot, status: "reserved" });
	moveStratum(replay, renewal.stratum, time);
	return replay.revealed ? [at(index, session, "renewed after the seed was given out")] : [];
}

const NOT_RENEWED = { full: "the quota was full", taken: "its slot was somebody else's by then" } as const;

function renewalOf({ schemes, strata }: Replay, { stratum: key, allotment }: ReplayedSlot): Renewal {
	const before = strata.get(key);
	if (!before) throw new Error("a slot without its stratum");
	const ofPool = [...strata.values()].filter(({ pool }) => pool === before.pool);
	return renew(schemes[before.pool], ofPool, before, allotment);
}

function moveStratum(replay: Replay, after: StratumState, time: string): void {
	const live = [...replay.strata.values()].filter(({ pool }) => pool === "live");
	replay.due = ratioWarning(live, after, time);
	replay.strata.set(stratumKey(after), after);
}

function unequal(name: string, logged: unknown, drawn: unknown, source = "the seed draws"): string[] {
	const [one, other] = [canonicalJson(logged), canonicalJson(drawn)];
	return one === other ? [] : [`${name} is ${one} in the log, and ${source} ${other}`];
}
