import { describe, expect, it } from "vitest";
import { consortFlow, type FlowCount } from "./flow.ts";

const row = (status: string, n: number, sequence: string | null = null): FlowCount => ({
	pool: "live",
	status,
	sequence,
	randomised: sequence !== null,
	n,
});

describe("the participant flow", () => {
	const counts = [
		row("active", 2),
		row("declined", 3),
		row("screened_out", 4),
		row("withdrawn", 1),
		row("completed", 5, "K7 B2"),
		row("completed", 6, "B2 K7"),
		row("withdrawn", 1, "B2 K7"),
		{ ...row("active", 2, "B2 K7"), pool: "simulated" as const },
	];
	const flow = consortFlow(counts, "all", (label) => label);

	it("counts everybody once", () => {
		expect(flow.assessed).toBe(24);
		expect(flow.not_yet_randomised + flow.excluded.total + flow.randomised.total).toBe(flow.assessed);
		expect(flow.pools).toEqual({ live: 22, pilot: 0, simulated: 2 });
	});

	it("counts one pool, and still says how many sessions the others have", () => {
		const simulated = consortFlow(counts, "simulated", (label) => label);
		expect(simulated).toMatchObject({ assessed: 2, randomised: { total: 2 }, pools: { live: 22, simulated: 2 } });
		expect(simulated.sequences.map(({ randomised }) => randomised)).toEqual([2]);
	});

	it("separates exits before randomisation from exits after it", () => {
		expect(flow.excluded).toEqual({
			total: 8,
			declined: 3,
			screened_out: 4,
			failed_checks_before: 0,
			full: 0,
			withdrawn_before: 1,
			expired_before: 0,
		});
		expect(flow.randomised).toMatchObject({ total: 14, completed: 11, withdrawn: 1, in_progress: 2 });
	});

	it("names arms with the given function", () => {
		const named = consortFlow(counts, "all", (label) => `arm of ${label}`);
		expect(named.sequences.map(({ sequence }) => sequence)).toEqual([
			["arm of B2", "arm of K7"],
			["arm of K7", "arm of B2"],
		]);
	});

	it("follows each sequence", () => {
		expect(flow.sequences).toEqual([
			{
				sequence: ["B2", "K7"],
				randomised: 9,
				in_progress: 2,
				completed: 6,
				failed_checks: 0,
				withdrawn: 1,
				expired: 0,
				full_after: 0,
			},
			{
				sequence: ["K7", "B2"],
				randomised: 5,
				in_progress: 0,
				completed: 5,
				failed_checks: 0,
				withdrawn: 0,
				expired: 0,
				full_after: 0,
			},
		]);
	});
});
