import { describe, expect, it } from "vitest";
import { cases } from "../../../test/support/cases.ts";
import { forged, indexOf } from "../../../test/support/randomisation/simulated-trial.ts";
import { countBy, range, recordOf, seedOf, spread, Trial } from "../../../test/support/randomisation/trial.ts";
import type { AllocatedEntry, LogEntry } from "../allocator/log-entry.ts";
import { verifyAllocations } from "../verify/verify-allocations.ts";
import { below, randomStream } from "./generator.ts";

const people = (count: number) => range(count).map((number) => `se_${number}`);
const faultsOf = (trial: Trial) =>
	verifyAllocations(trial.exported()).map(({ index, detail }) => `${index}: ${detail}`);
const heldIn = (trial: Trial) => trial.strata("live").reduce((sum, { held }) => sum + held, 0);

describe("a reservation that lapsed", () => {
	it("frees its place: ten visitors without a message do not fill a quota of ten", () => {
		const trial = new Trial(recordOf({ quota: { total: 10 } }), seedOf(1));
		for (const bot of people(10)) trial.arrive(bot);
		expect(trial.arrive("se_person")).toBeNull();
		for (const bot of people(10)) trial.lapse(bot);
		expect(trial.arrive("se_person")).not.toBeNull();
		expect(faultsOf(trial)).toEqual([]);
	});

	it("gives the same plan again while its place is free", () => {
		const trial = new Trial(recordOf({ quota: { total: 10 } }), seedOf(2));
		const [first] = people(4).map((session) => trial.arrive(session));
		trial.lapse("se_0");
		expect(trial.renew("se_0")).toEqual(first);
		expect(trial.statuses.get("se_0")).toBe("reserved");
		expect(heldIn(trial)).toBe(4);
		expect(faultsOf(trial)).toEqual([]);
	});

	it("gives another place if its own went to the next arrival", () => {
		const trial = new Trial(recordOf({ quota: { total: 10 } }), seedOf(3));
		const [first] = people(4).map((session) => trial.arrive(session));
		trial.lapse("se_0");
		expect(trial.arrive("se_next")?.sequence).toEqual(first?.sequence);
		const again = trial.renew("se_0");
		expect(again).not.toBeNull();
		expect(again?.seed).not.toBe(first?.seed);
		expect(heldIn(trial)).toBe(5);
		expect(faultsOf(trial)).toEqual([]);
	});

	it("gives none if the quota is full, and one again after a release", () => {
		const trial = new Trial(recordOf({ quota: { total: 4 } }), seedOf(4));
		for (const session of people(4)) trial.arrive(session);
		trial.lapse("se_0");
		trial.arrive("se_next");
		expect(trial.renew("se_0")).toBeNull();
		trial.release("se_1");
		expect(trial.renew("se_0")).not.toBeNull();
		expect(heldIn(trial)).toBe(4);
		expect(faultsOf(trial)).toEqual([]);
	});

	it("keeps its place for its holder if released places stay empty", () => {
		const trial = new Trial(recordOf({ design: { replacement: "none" } }), seedOf(5));
		const [first] = people(4).map((session) => trial.arrive(session));
		trial.lapse("se_0");
		trial.arrive("se_next");
		expect(trial.renew("se_0")).toEqual(first);
		expect(faultsOf(trial)).toEqual([]);
	});

	it("counts again under minimisation", () => {
		const trial = new Trial(recordOf({ design: { method: "minimisation", strata: ["attributes.sex"] } }), seedOf(6));
		const strata = { "attributes.sex": "f" };
		const [first] = people(6).map((session) => trial.arrive(session, { strata }));
		const before = trial.strata("live");
		trial.lapse("se_0");
		expect(trial.renew("se_0", { strata })).toEqual(first);
		expect(trial.strata("live")).toEqual(before);
		expect(faultsOf(trial)).toEqual([]);
	});

	it("keeps the quota and the balance, whatever the order of arrivals, lapses and returns", () => {
		for (const seed of range(cases(40))) {
			const trial = new Trial(recordOf({ quota: { total: 24 } }), seedOf(seed));
			const course = randomStream(seedOf(seed), ["course"]);
			for (const number of range(200)) {
				const session = `se_${below(course, 60)}`;
				const act = below(course, 5);
				if (act <= 1) trial.arrive(session);
				else if (act === 2) trial.lapse(session);
				else if (act === 3) trial.renew(session);
				else if (number % 3 === 0) trial.confirm(session);
				else trial.release(session);
				expect(heldIn(trial)).toBeLessThanOrEqual(24);
			}
			expect(faultsOf(trial)).toEqual([]);
			// Everybody who can get a place gets one: with every place taken the blocks are complete again.
			for (const number of range(120)) trial.arrive(`se_late_${number}`);
			const holding = [...trial.statuses].filter(([, status]) => status === "reserved" || status === "confirmed");
			const counts = countBy(holding, ([session]) => trial.plans.get(session)?.sequence.join(" ") ?? "");
			expect(holding).toHaveLength(24);
			expect(spread(Object.values(counts))).toBeLessThanOrEqual(1);
		}
	});
});

describe("the log of lapses", () => {
	/** Two lapse: one gets their own place again, the other another one. */
	function lived() {
		const trial = new Trial(recordOf({ quota: { total: 8 } }), seedOf(7));
		for (const session of people(3)) trial.arrive(session);
		trial.lapse("se_0");
		trial.renew("se_0");
		trial.lapse("se_1");
		trial.arrive("se_3");
		trial.renew("se_1");
		return trial.exported();
	}
	const detailsOf = (exported: ReturnType<typeof lived>) => verifyAllocations(exported).map(({ detail }) => detail);
	const first = (kind: string) => indexOf(lived(), kind, 0);

	it("is drawn again line by line", () => {
		expect(detailsOf(lived())).toEqual([]);
	});

	it.each(["confirmed", "released"] as const)("has a difference if %s was renewed", (kind) => {
		const log = forged(lived(), first("lapsed"), (entry) => ({ ...entry, kind }) as LogEntry);
		expect(detailsOf(log)).toContain("renewed without having lapsed");
	});

	it("has a difference if a place was renewed that was taken", () => {
		const log = forged(lived(), indexOf(lived(), "allocated", 4), (entry) => {
			const { at, session } = entry as AllocatedEntry;
			return { kind: "renewed", at, session };
		});
		expect(detailsOf(log)).toContain("renewed although its slot was somebody else's by then");
	});

	it("has a difference if another place was given while the own one was free", () => {
		const log = forged(lived(), indexOf(lived(), "allocated", 3), () => null);
		expect(detailsOf(log).join("\n")).toContain("given another slot, although its own was free");
	});
});
