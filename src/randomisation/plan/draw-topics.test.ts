import { describe, expect, it } from "vitest";
import { unlessQuick } from "../../../test/support/cases.ts";
import {
	type Changes,
	countBy,
	range,
	recordOf,
	secondRecordOf,
	seedOf,
	spread,
	Trial,
} from "../../../test/support/randomisation/trial.ts";
import { equalShares } from "../monitor/balance.ts";
import { verifyAllocations } from "../verify/verify-allocations.ts";
import type { Plan } from "./plan.ts";

type Order = "williams" | "latin-square";

const topics = (count: number, arms: 1 | "each") =>
	range(count).map((index) => ({ id: `t${index}`, layout: "single", arms }));
const setSize = (arms: number, order: Order) => (order === "williams" && arms % 2 === 1 ? 2 * arms : arms);

function plans(changes: Changes, count: number, seed = seedOf(1)): Plan[] {
	const trial = new Trial(recordOf(changes), seed);
	return range(count).flatMap((session) => trial.arrive(`se_${session}`) ?? []);
}

type Met = { readonly arm: string; readonly topic: string; readonly place: number; readonly position: number };

/** Who was met where: `place` of the topic among topics, `position` within the topic. */
function met({ conversations }: Plan): Met[] {
	const order = [...new Set(conversations.map(({ entry }) => entry))];
	return order.flatMap((topic, place) =>
		conversations
			.filter(({ entry }) => entry === topic)
			.map(({ slots }, position) => ({ arm: String(slots[0]?.label), topic, place, position })),
	);
}
const orderOf = (plan: Plan): string[] => [...new Set(plan.conversations.map(({ entry }) => entry))];

/** Every combination occurs, and each equally often. */
function expectEven(found: readonly string[], combinations: number): void {
	const counts = countBy(found, String);
	expect(Object.keys(counts)).toHaveLength(combinations);
	expect(spread(Object.values(counts))).toBe(0);
}
const chunks = <T>(list: readonly T[], size: number): T[][] =>
	range(Math.floor(list.length / size)).map((index) => list.slice(index * size, (index + 1) * size));
const successions = (orders: readonly (readonly string[])[]): string[] =>
	orders.flatMap((order) => order.slice(1).map((one, index) => `${one} after ${order[index]}`));

const ARMS = unlessQuick([2, 3, 4, 5], [2, 3]);

const WITHIN = ARMS.flatMap((arms) =>
	[2, 3, 4].flatMap((count) => (["williams", "latin-square"] as const).map((order) => [arms, count, order] as const)),
);

describe.each(WITHIN)("within topics: %d arms, %d topics, %s", (arms, count, order) => {
	const size = setSize(arms, order);
	const sets = 2 * arms * (count % 2 === 0 ? count : 2 * count);
	const drawn = plans({ arms, conversations: topics(count, "each"), design: { order } }, sets * size);

	it("gives every topic all arms, with its conversations together", () => {
		for (const plan of drawn) {
			expect(plan.conversations).toHaveLength(arms * count);
			for (const topic of chunks(plan.conversations, arms)) {
				expect(new Set(topic.map(({ entry }) => entry)).size).toBe(1);
				expect(new Set(topic.map(({ slots }) => slots[0]?.label)).size).toBe(arms);
			}
		}
	});

	it("has every arm equally often at every position in each set, in every topic and place", () => {
		for (const set of chunks(drawn, size)) {
			const all = set.flatMap(met);
			expectEven(
				all.map(({ arm, topic, position }) => `${arm} ${topic} ${position}`),
				arms * count * arms,
			);
			expectEven(
				all.map(({ arm, place, position }) => `${arm} ${place} ${position}`),
				arms * count * arms,
			);
		}
	});

	it("has every arm equally often after every other in each set, within every topic", () => {
		if (order !== "williams") return;
		for (const set of chunks(drawn, size))
			for (const topic of topics(count, 1).map(({ id }) => id))
				expectEven(
					successions(
						set.map((plan) =>
							met(plan)
								.filter((one) => one.topic === topic)
								.map(({ arm }) => arm),
						),
					),
					arms * (arms - 1),
				);
	});

	it("has every arm equally often after every arm, from each topic to the next, over as many sets as arms", () => {
		for (const some of chunks(drawn, size * arms))
			for (const place of range(count - 1)) {
				const last = (plan: Plan) => met(plan).find((one) => one.place === place && one.position === arms - 1)?.arm;
				const first = (plan: Plan) => met(plan).find((one) => one.place === place + 1 && one.position === 0)?.arm;
				expectEven(
					some.map((plan) => `${first(plan)} after ${last(plan)}`),
					arms * arms,
				);
			}
	});

	it("has every topic equally often at every place over as many sets as topics, and each after each other over the cycle", () => {
		for (const some of chunks(drawn, size * count))
			expectEven(
				some.flatMap((plan) => orderOf(plan).map((topic, place) => `${topic} ${place}`)),
				count * count,
			);
		for (const some of chunks(drawn, size * count))
			expectEven(
				some.flatMap(met).map(({ arm, topic, place, position }) => `${arm} ${topic} ${place} ${position}`),
				arms * count * count * arms,
			);
		const cycle = count % 2 === 0 ? count : 2 * count;
		for (const some of chunks(drawn, size * cycle)) expectEven(successions(some.map(orderOf)), count * (count - 1));
	});
});

const ACROSS = ARMS.flatMap((arms) =>
	[2, 3, 4, 5, 6].flatMap((count) =>
		(["williams", "latin-square"] as const).map((order) => [arms, count, order] as const),
	),
);

describe.each(ACROSS)("across topics: %d arms, %d topics, %s", (arms, count, order) => {
	const size = setSize(arms, order);
	const paired = arms === count && order === "williams";
	const cycle = paired ? arms : count % 2 === 0 ? count : 2 * count;
	const drawn = plans(
		{ arms, conversations: topics(count, "each"), design: { order, topics: "across" } },
		size * cycle * setSize(arms, "williams"),
	);
	/** After this many sets every two of arm, topic and place are balanced, and all three after `triple`. */
	const pair = paired ? 2 - (arms % 2) : count;
	const triple = paired ? arms : count;

	it("gives every topic one arm, and repeats no arm before all others came", () => {
		for (const { conversations } of drawn) {
			expect(conversations).toHaveLength(count);
			const met = conversations.map(({ slots }) => slots[0]?.label);
			for (const round of [...chunks(met, arms), met.slice(Math.floor(count / arms) * arms)])
				expect(new Set(round).size).toBe(round.length);
		}
	});

	it("has every arm equally often at every place in each set", () => {
		for (const set of chunks(drawn, size))
			expectEven(
				set.flatMap(met).map(({ arm, place }) => `${arm} ${place}`),
				arms * count,
			);
	});

	it("has every arm equally often after every other in each set, over as many places as arms", () => {
		if (order !== "williams") return;
		for (const set of chunks(drawn, size))
			for (const round of range(Math.floor(count / arms)))
				expectEven(
					successions(
						set.map((plan) =>
							met(plan)
								.map(({ arm }) => arm)
								.slice(round * arms, (round + 1) * arms),
						),
					),
					arms * (arms - 1),
				);
	});

	it(`has every two of arm, topic and place equally often over ${pair} sets, and all three over ${triple}`, () => {
		for (const some of chunks(drawn, size * pair)) {
			const all = some.flatMap(met);
			expectEven(
				all.map(({ arm, topic }) => `${arm} ${topic}`),
				arms * count,
			);
			expectEven(
				all.map(({ topic, place }) => `${topic} ${place}`),
				count * count,
			);
		}
		for (const some of chunks(drawn, size * triple))
			expectEven(
				some.flatMap(met).map(({ arm, topic, place }) => `${arm} ${topic} ${place}`),
				arms * count * count,
			);
	});

	it("has every topic equally often after every other over a cycle", () => {
		for (const some of chunks(drawn, size * cycle)) expectEven(successions(some.map(orderOf)), count * (count - 1));
	});

	it("has every arm equally often after every arm, from each round to the next, over as many cycles as arms", () => {
		for (const some of chunks(drawn, size * cycle * arms))
			for (const round of range(Math.ceil(count / arms) - 1)) {
				const at = (plan: Plan, place: number) => met(plan)[place]?.arm;
				const next = (round + 1) * arms;
				expectEven(
					some.map((plan) => `${at(plan, next)} after ${at(plan, next - 1)}`),
					arms * arms,
				);
			}
	});
});

describe("topics in a stratified list of varying blocks", () => {
	const design = { strata: ["attributes.sex"], blockSize: [4, 8, 12] };
	const trial = new Trial(recordOf({ arms: 4, conversations: topics(3, "each"), design }), seedOf(5));
	for (const index of range(unlessQuick(400, 200)))
		trial.arrive(`se_${index}`, { strata: { "attributes.sex": index % 3 === 0 ? "f" : "m" } });
	const allocations = trial.lines.flatMap(({ entry }) => (entry.kind === "allocated" ? [entry] : []));

	/** By block, in the order of the list. The last may be incomplete. */
	const blocksOf = (stratum: string): Plan[][] => {
		const mine = allocations.filter((entry) => entry.stratum === stratum);
		return [...Map.groupBy(mine, ({ slot }) => slot.block).values()]
			.map((block) => block.flatMap(({ session }) => trial.plans.get(session) ?? []))
			.slice(0, -1);
	};

	it.each(["f", "m"])(
		"have had every order at most once more than any other, at the end of each block of %s",
		(sex) => {
			const blocks = blocksOf(sex);
			expect(new Set(blocks.map(({ length }) => length))).toEqual(new Set([4, 8, 12]));
			for (const end of range(blocks.length)) {
				const sets = Object.values(countBy(blocks.slice(0, end + 1).flat(), (plan) => orderOf(plan).join())).map(
					(n) => n / 4,
				);
				expect(sets.every(Number.isInteger)).toBe(true);
				expect(spread([...sets, ...range(6 - sets.length).map(() => 0)])).toBeLessThanOrEqual(1);
			}
		},
	);

	it("are the same whenever they are drawn, and pass verification", () =>
		expect(verifyAllocations(trial.exported())).toEqual([]));
});

describe("a released place", () => {
	it("gives its topics to the next arrival, so that completers are balanced", () => {
		const trial = new Trial(recordOf({ arms: 4, conversations: topics(2, "each") }), seedOf(3));
		const first = trial.arrive("se_gone");
		for (const index of range(5)) trial.arrive(`se_${index}`);
		trial.release("se_gone");
		const next = trial.arrive("se_next");
		expect(next?.conversations).toEqual(first?.conversations);
		expect(next?.seed).not.toBe(first?.seed);
	});
});

describe("topics without a list of sets", () => {
	/* n = 2,000 plans each, two tests with p > 1e-4; with a fresh seed they fail with 4e-4 together. */
	it.each([
		["minimisation", { method: "minimisation" }],
		["random orders", { order: "random" }],
	] as const)("come in any order, each with its own order of arms, under %s", (_, design) => {
		const drawn = plans({ arms: 3, conversations: topics(2, "each"), design }, unlessQuick(2000, 1000));
		expect(equalShares(Object.values(countBy(drawn, (plan) => orderOf(plan).join())))?.p).toBeGreaterThan(1e-4);
		const [first, second] = [0, 1].map(
			(place) => (plan: Plan) =>
				met(plan)
					.filter((one) => one.place === place)
					.map(({ arm }) => arm)
					.join(""),
		);
		const pairs = countBy(drawn, (plan) => `${first?.(plan)} ${second?.(plan)}`);
		expect(Object.keys(pairs)).toHaveLength(36);
		expect(equalShares(Object.values(pairs))?.p).toBeGreaterThan(1e-4);
	});
});

describe("the first participant of any study", () => {
	/* Over 3,000 seeds, three tests with p > 1e-4; with fresh seeds they fail with 3e-4 together. */
	const firsts = range(unlessQuick(3000, 500)).flatMap((seed) =>
		plans({ arms: 3, conversations: topics(3, "each") }, 1, seedOf(seed)),
	);
	const rowAt = (place: number) => (plan: Plan) =>
		met(plan)
			.filter((one) => one.place === place)
			.map(({ arm }) => arm)
			.join("");

	it("has every order of topics equally often", () => {
		const counts = Object.values(countBy(firsts, (plan) => orderOf(plan).join()));
		expect(counts).toHaveLength(6);
		expect(equalShares(counts)?.p).toBeGreaterThan(1e-4);
	});

	it.each([
		[0, 1],
		[0, 2],
	])("has an order of arms in topic %d that is independent of the one in topic %d", (one, other) => {
		const counts = Object.values(countBy(firsts, (plan) => `${rowAt(one)(plan)} ${rowAt(other)(plan)}`));
		expect(counts).toHaveLength(36);
		expect(equalShares(counts)?.p).toBeGreaterThan(1e-4);
	});
});

describe("conversations that are no topics", () => {
	it("may be at any place between topics, and do not change the order of topics", () => {
		const panes = { id: "panes", layout: "side-by-side", arms: 2 };
		const drawn = plans({ arms: 2, conversations: [...topics(2, "each"), panes] }, 900);
		const places = countBy(drawn, (plan) => String(orderOf(plan).indexOf("panes")));
		expect(Object.keys(places)).toHaveLength(3);
		expect(equalShares(Object.values(places))?.p).toBeGreaterThan(1e-4);
		for (const some of chunks(drawn, 4))
			expectEven(
				some.map((plan) =>
					orderOf(plan)
						.filter((id) => id !== "panes")
						.join(),
				),
				2,
			);
	});
});

it("topics of a single arm come in balanced orders", () => {
	for (const some of chunks(plans({ arms: 1, conversations: topics(2, "each") }, 20), 2))
		expectEven(
			some.map((plan) => orderOf(plan).join()),
			2,
		);
});

describe("a study of an earlier version", () => {
	it("keeps one order of arms in all topics", () => {
		const trial = new Trial(secondRecordOf({ arms: 4, conversations: topics(3, "each") }), seedOf(1));
		for (const index of range(20)) {
			const plan = trial.arrive(`se_${index}`);
			const orders = chunks(plan?.conversations ?? [], 4).map((topic) => topic.map(({ slots }) => slots[0]?.label));
			expect(orders).toEqual([plan?.sequence, plan?.sequence, plan?.sequence]);
		}
	});
});
