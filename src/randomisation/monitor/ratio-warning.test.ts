import { expect, it } from "vitest";
import { range, recordOf, seedOf, Trial } from "../../../test/support/randomisation/trial.ts";
import type { StratumState } from "../draw/allocation.ts";
import { ratioWarning } from "./ratio-warning.ts";

const AT = "2026-05-01T00:00:00.000Z";

function stratum(heldBy: readonly number[]): StratumState {
	const trial = new Trial(recordOf(), seedOf(1));
	trial.arrive("se_0");
	const [state] = trial.strata("live");
	if (!state) throw new Error("one stratum");
	return { ...state, heldBy };
}

it("warns once, when the sample ratio begins to fail", () => {
	const before = stratum([30, 30, 30, 10]);
	const after = stratum([30, 30, 30, 9]);
	expect(ratioWarning([before], after, AT)).toBeNull();
	const worse = range(5).map((less) => stratum([30, 30, 30, 9 - less]));
	const warned = worse.flatMap((state, index) => ratioWarning([worse[index - 1] ?? before], state, AT) ?? []);
	expect(warned).toHaveLength(1);
	expect(warned[0]).toMatchObject({ kind: "ratio_failed", at: AT, df: 3 });
});

it("does not warn about pilots and simulations", () => {
	expect(ratioWarning([], { ...stratum([90, 0, 0, 0]), pool: "pilot" }, AT)).toBeNull();
});
