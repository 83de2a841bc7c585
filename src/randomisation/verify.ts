import { canonicalJson } from "../shared/json.ts";
import { afterRelease, allot, nextStatus, type SlotStatus, type StratumState, stratumKey } from "./allocation.ts";
import { commitmentTo, type LogLine, lineHash } from "./chain.ts";
import { type Allocated, type LogEntry, planHash } from "./log-entry.ts";
import { type Allotment, drawPlan } from "./plan-drawing.ts";
import { prepareScheme, type Scheme } from "./scheme.ts";

/** What unblinding gives out, and all that a third party needs. The rules of the study stand in the log's first entry. */
export type AllocationExport = {
	readonly format: "crossover-allocations/1";
	/** As it was published when the study opened. */
	readonly commitment: string;
	readonly seed: string;
	readonly log: readonly LogLine[];
	/** In the protocol's order. Not needed to draw again; lets the drawing of the labels be checked too. */
	readonly arms?: readonly { readonly arm: string; readonly label: string }[];
};

/** One thing that is not as it must be. `index` is the line's, null for what concerns the whole. */
export type Difference = { readonly index: number | null; readonly session: string | null; readonly detail: string };

type Replay = {
	readonly scheme: Scheme;
	readonly strata: Map<string, StratumState>;
	readonly slots: Map<string, { readonly status: SlotStatus; readonly stratum: string; readonly allotment: Allotment }>;
	revealed: boolean;
};

/**
 * Draws every allocation of an export again and says what differs; nothing, when the log is what the seed makes of the
 * arrivals. What it cannot show: that all arrivals are in the log (compare `head` with a hash that was noted earlier), and
 * that the seed was not chosen among many by whoever opened the study.
 */
export function verifyAllocations(exported: AllocationExport): Difference[] {
	const [first, ...lines] = exported.log;
	const opened = first?.entry;
	if (opened?.kind !== "opened") return [...chainFaults(exported), whole("the log does not begin with an opening")];
	const faults = [...sealFaults(exported, opened.commitment), ...chainFaults(exported)];
	const scheme = attempt(() => prepareScheme(opened.opening, exported.seed));
	if (!scheme)
		return [
			...faults,
			at(0, null, "nothing can be drawn from this seed and this opening: it is none, or of another version"),
		];
	const replay: Replay = { scheme, strata: new Map(), slots: new Map(), revealed: false };
	const unreadable = (index: number) => [at(index, null, "the line lacks what a line of its kind says")];
	return [...faults, ...lines.flatMap((line) => attempt(() => replayed(replay, line)) ?? unreadable(line.index))];
}

/** Null where it throws: an export comes from a file, and what is broken there is a finding, not a crash. */
function attempt<T>(work: () => T): T | null {
	try {
		return work();
	} catch {
		return null;
	}
}

function sealFaults({ seed, commitment }: AllocationExport, logged: string): Difference[] {
	const made = commitmentTo(seed);
	return [
		...(made === commitment
			? []
			: [whole(`the seed belongs to the commitment ${made}, and ${commitment} was published`)]),
		...(logged === commitment
			? []
			: [at(0, null, `the log opens with the commitment ${logged}, and ${commitment} was published`)]),
	];
}

function chainFaults({ log, commitment }: AllocationExport): Difference[] {
	return log.flatMap((line, place) => {
		const before = place === 0 ? commitment : log[place - 1]?.hash;
		const faults: Difference[] = [];
		if (line.index !== place)
			faults.push(
				at(line.index, sessionOf(line.entry), `this line stands at place ${place}: lines are missing or moved`),
			);
		if (line.prev !== before)
			faults.push(
				at(
					line.index,
					sessionOf(line.entry),
					"the chain is broken: the line before is not the one that this one was tied to",
				),
			);
		if (line.hash !== lineHash(line.index, line.prev, line.entry))
			faults.push(at(line.index, sessionOf(line.entry), "the line was changed: its hash belongs to other content"));
		return faults;
	});
}

function replayed(replay: Replay, { index, entry }: LogLine): Difference[] {
	switch (entry.kind) {
		case "opened":
			return [at(index, null, "the study opens a second time")];
		case "allocated":
			return replayAllocation(replay, index, entry);
		case "confirmed":
		case "released":
			return replaySettling(replay, index, entry.session, entry.kind);
		case "revealed":
			replay.revealed = true;
			return [];
		case "ratio_failed":
		case "unblinded":
			return [];
	}
}

function replayAllocation(replay: Replay, index: number, entry: Allocated): Difference[] {
	const { scheme, strata, slots } = replay;
	const { session, pool, stratum: key, values } = entry;
	const faults: string[] = [];
	if (replay.revealed) faults.push("randomised after the seed was given out");
	if (slots.has(session)) faults.push("this session has a slot already");
	const ofPool = [...strata.values()].filter((state) => state.pool === pool);
	const decision = allot(scheme, ofPool, { pool, stratum: { key, values } });
	if (decision.kind === "full")
		return [at(index, session, [...faults, "randomised although the quota was full"].join("; "))];
	const { allotment, reused, stratum } = decision;
	const plan = drawPlan(scheme, allotment);
	faults.push(
		...unequal("draw", entry.draw, allotment.draw),
		...unequal("slot", entry.slot, allotment.slot),
		...unequal("reused", entry.reused, reused),
		...unequal("sequence", entry.sequence, plan.sequence),
		...unequal("plan", entry.plan, planHash(plan)),
	);
	strata.set(stratumKey(stratum), stratum);
	slots.set(session, { status: "reserved", stratum: stratumKey(stratum), allotment });
	return faults.length > 0 ? [at(index, session, faults.join("; "))] : [];
}

function replaySettling(
	{ scheme, strata, slots }: Replay,
	index: number,
	session: string,
	to: "confirmed" | "released",
): Difference[] {
	const slot = slots.get(session);
	if (!slot) return [at(index, session, `${to} without ever having been randomised`)];
	const status = nextStatus(slot.status, to);
	if (status === null) return [at(index, session, `${to}, although it was ${slot.status} already`)];
	slots.set(session, { ...slot, status });
	const stratum = strata.get(slot.stratum);
	if (to === "released" && stratum) strata.set(slot.stratum, afterRelease(scheme, stratum, slot.allotment));
	return [];
}

function unequal(name: string, logged: unknown, drawn: unknown): string[] {
	const [one, other] = [canonicalJson(logged), canonicalJson(drawn)];
	return one === other ? [] : [`${name} is ${one} in the log, and the seed draws ${other}`];
}

const sessionOf = (entry: LogEntry): string | null => ("session" in entry ? entry.session : null);
const whole = (detail: string): Difference => ({ index: null, session: null, detail });
const at = (index: number, session: string | null, detail: string): Difference => ({ index, session, detail });
