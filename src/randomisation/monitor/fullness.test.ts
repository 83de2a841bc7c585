import { describe, expect, it } from "vitest";
import { recordOf, seedOf, Trial } from "../../../test/support/randomisation/trial.ts";
import type { StratumState } from "../draw/allocation.ts";
import { becameFull } from "./fullness.ts";

const QUOTA = { total: 10 };

function stratum(key: string, held: number): StratumState {
	const trial = new Trial(recordOf(), seedOf(1));
	trial.arrive("se_0");
	const [state] = trial.strata("live");
	if (!state) throw new Error("one stratum");
	return { ...state, key, held };
}

describe("a study", () => {
	it("becomes full when its last place is taken, over all strata", () => {
		const strata = [stratum("old", 6), stratum("young", 3)];
		expect(becameFull(QUOTA, strata, stratum("young", 4))).toBe(true);
		expect(becameFull(QUOTA, strata, stratum("old", 5))).toBe(false);
	});

	it("becomes full by the first participant of a stratum too", () =>
		expect(becameFull(QUOTA, [stratum("old", 9)], stratum("young", 1))).toBe(true));

	it("does not become full again while it is full", () =>
		expect(becameFull(QUOTA, [stratum("old", 10)], stratum("old", 11))).toBe(false));

	it("becomes full again after a place was free", () => {
		expect(becameFull(QUOTA, [stratum("old", 10)], stratum("old", 9))).toBe(false);
		expect(becameFull(QUOTA, [stratum("old", 9)], stratum("old", 10))).toBe(true);
	});

	it("is never full without a quota, and pilots do not fill it", () => {
		expect(becameFull(null, [stratum("old", 9)], stratum("old", 10))).toBe(false);
		expect(becameFull(QUOTA, [stratum("old", 9)], { ...stratum("old", 10), pool: "pilot" })).toBe(false);
	});
});
