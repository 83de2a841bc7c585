import { describe, expect, it } from "vitest";
import { type Changes, range, recordOf, seedOf, Trial } from "../../../test/support/randomisation/trial.ts";
import { prepareScheme } from "../draw/scheme.ts";
import { courseOf, meetingsOf } from "../plan/course.ts";
import { asLabel } from "../plan/label-text.ts";
import { balanceOf, tallyOf } from "./balance.ts";

const [A, B, C] = ["A1", "B2", "C3"].map(asLabel);
if (!A || !B || !C) throw new Error("three labels");
const step = (entry: string, ...labels: (typeof A)[]) => ({ entry, labels });

describe("the meetings of a course", () => {
	it("have a position among all conversations, one within the topic, and the topic's place", () =>
		expect(meetingsOf([step("home", A), step("home", B), step("work", B), step("work", A)])).toEqual([
			{ label: A, topic: "home", position: 1, topicPosition: 1, place: 1, before: null },
			{ label: B, topic: "home", position: 2, topicPosition: 2, place: 1, before: { label: A, topic: "home" } },
			{ label: B, topic: "work", position: 3, topicPosition: 1, place: 2, before: { label: B, topic: "home" } },
			{ label: A, topic: "work", position: 4, topicPosition: 2, place: 2, before: { label: B, topic: "work" } },
		]));

	it("leave out conversations of several arms, after which the last arm is unknown", () =>
		expect(meetingsOf([step("panes", A, B), step("home", C)])).toEqual([
			{ label: C, topic: "home", position: 2, topicPosition: 1, place: 1, before: null },
		]));
});

/** The balance after this many arrivals without anybody leaving, from plans that are drawn again. */
function balanceAfter(changes: Changes, arrivals: number) {
	const record = recordOf(changes);
	const trial = new Trial(record, seedOf(1));
	const tallies = range(arrivals).flatMap((index) => {
		const plan = trial.arrive(`se_${index}`);
		if (!plan) return [];
		const { sequence, stratum } = plan;
		return [{ sequence, stratum, course: courseOf(plan), reserved: 1, confirmed: 0, released: 0 }];
	});
	return balanceOf(prepareScheme(record, seedOf(1)), tallies);
}
const single = (id: string, arms: 1 | "each" = "each") => ({ id, layout: "single", arms });
const counts = (list: readonly { readonly n: number }[]) => [...new Set(list.map(({ n }) => n))];

describe("the balance of topics with all arms", () => {
	const { positions, predecessors, topicPositions, topicPlaces, sequences } = balanceAfter(
		{ arms: 3, conversations: [single("home"), single("work")] },
		36,
	);

	it("counts each arm at each position of the study and of each topic", () => {
		expect(positions).toHaveLength(3 * 6);
		expect(counts(positions)).toEqual([12]);
		expect(topicPositions).toHaveLength(2 * 3 * 3);
		expect(counts(topicPositions)).toEqual([12]);
	});

	it("counts successions of arms, and how many of them change the topic", () => {
		expect(predecessors).toHaveLength(9);
		for (const { label, after, n, acrossTopics } of predecessors)
			expect([n, acrossTopics]).toEqual(label === after ? [4, 4] : [28, 4]);
	});

	it("counts each topic at each place, and everybody once in a sequence", () => {
		expect(counts(topicPlaces)).toEqual([18]);
		expect(sequences.map(({ reserved }) => reserved)).toEqual([6, 6, 6, 6, 6, 6]);
	});
});

describe("the balance of topics with one arm", () => {
	it("counts each arm in each topic", () => {
		const { topicPositions, positions } = balanceAfter(
			{ arms: 3, conversations: range(3).map((at) => single(`t${at}`, 1)) },
			6,
		);
		expect(topicPositions.map(({ position }) => position)).toEqual(range(9).map(() => 1));
		expect(counts(topicPositions)).toEqual([2]);
		expect(counts(positions)).toEqual([2]);
	});
});

describe("the balance of other studies", () => {
	it("has no topics if there is only one", () => {
		const { topicPositions, topicPlaces, predecessors } = balanceAfter({ arms: 3 }, 6);
		expect([topicPositions, topicPlaces]).toEqual([[], []]);
		expect(predecessors.map(({ n, acrossTopics }) => [n, acrossTopics])).toEqual(range(6).map(() => [2, 0]));
	});

	it("counts slots if several arms are shown, and no positions", () => {
		const { slots, positions, predecessors } = balanceAfter(
			{ arms: 4, conversations: [{ id: "best", layout: "best-of", arms: 4 }] },
			8,
		);
		expect(slots).toHaveLength(16);
		expect(counts(slots)).toEqual([2]);
		expect([positions, predecessors]).toEqual([[], []]);
	});

	it("counts the groups of a parallel study", () => {
		const design = { kind: "parallel" } as const;
		const { positions, predecessors, topicPlaces } = balanceAfter(
			{ arms: 2, design, conversations: [single("a", 1), single("b", 1)] },
			8,
		);
		expect(positions.map(({ position, n }) => [position, n])).toEqual([
			[1, 4],
			[2, 4],
			[1, 4],
			[2, 4],
		]);
		expect(predecessors).toEqual([]);
		expect(topicPlaces.reduce((sum, { n }) => sum + n, 0)).toBe(16);
	});

	it("is the same from places whose course was not stored", () => {
		const record = recordOf({ arms: 4 });
		const scheme = prepareScheme(record, seedOf(1));
		const allotment = { pool: "live", stratum: "all", draw: 0, slot: { block: 0, place: 0 }, row: 2, copy: 0 };
		const tally = tallyOf(scheme, { allotment, status: "confirmed" });
		expect(tally).toMatchObject({ reserved: 0, confirmed: 1, released: 0, stratum: "all", sequence: scheme.set?.[2] });
		expect(tally.course.map(({ labels }) => labels[0])).toEqual(scheme.set?.[2]);
	});
});
