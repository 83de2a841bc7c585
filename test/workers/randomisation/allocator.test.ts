import { env, evictDurableObject, runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import { unsealArmKey } from "../../../src/blinding/labels/arm-key.ts";
import { prepareOpening } from "../../../src/blinding/prepare-opening.ts";
import { sealCipherOf } from "../../../src/crypto/cipher.ts";
import { type Protocol, protocolSchema } from "../../../src/protocol/schema/schema.ts";
import { type Allocation, type Allocator, allocatorOf } from "../../../src/randomisation/allocator/allocator-client.ts";
import { below, randomStream, shuffle } from "../../../src/randomisation/draw/generator.ts";
import { verifyAllocations } from "../../../src/randomisation/verify/verify-allocations.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";
import { exportAllocations } from "../../support/randomisation/export-allocations.ts";
import { countBy, range, seedOf, spread } from "../../support/randomisation/trial.ts";

type Changes = {
	readonly design?: Partial<Protocol["design"]>;
	readonly quota?: { readonly total: number };
	/** Two allocators with the same random bytes make the same draws. */
	readonly randomness?: string;
};

/** A new allocator, opened on a study of four arms with a known seed. */
async function opened(id: string, { design, quota, randomness = id }: Changes = {}): Promise<Allocator> {
	const arms = [...ARM_IDS, "arm-gamma-secret", "arm-delta-secret"];
	const input = smallStudy({ slug: id });
	const protocol = protocolSchema.parse({
		...input,
		arms: arms.map((arm) => ({ id: arm, model: "model-0" })),
		design: { ...input.design, ...design },
		recruitment: quota ? { quota } : {},
	});
	const random = randomStream(seedOf(1), [randomness]);
	const opening = await prepareOpening({ id: `sy_${id}`, protocolHash: `sha256:${id}`, protocol }, (length) =>
		Uint8Array.from({ length }, () => below(random, 256)),
	);
	const allocator = allocatorOf(env.ALLOCATORS, opening.studyId);
	await allocator.open(opening, "first");
	return allocator;
}

const stubOf = (id: string) => env.ALLOCATORS.get(env.ALLOCATORS.idFromName(`sy_${id}`));

/** Calls the object first, because only a running object can be evicted. */
async function evict(id: string): Promise<void> {
	await allocatorOf(env.ALLOCATORS, `sy_${id}`).commitment();
	await evictDurableObject(stubOf(id));
}
const arrive = (allocator: Allocator, session: string, strata = {}) =>
	allocator.allocate({ session, pool: "live", strata });
const planOf = (allocation: Allocation) => (allocation.kind === "allocated" ? allocation.plan : null);
const armIds = [...ARM_IDS, "arm-gamma-secret", "arm-delta-secret"];

describe("an allocator", () => {
	it("keeps its first opening and returns it for every later one", async () => {
		const allocator = await opened("first");
		const before = await allocator.commitment();
		const standing = await allocator.open({ ...(await foreignOpening()), studyId: "sy_first" }, "second");
		expect(await allocator.commitment()).toEqual(before);
		expect(standing?.commitment).toBe(before.commitment);
		const labels = [standing?.labels, ...Object.values(standing?.poolLabels ?? {})].flat();
		expect(unsealArmKey(standing?.sealedArms ?? "", sealCipherOf(env)).map(({ label }) => label)).toEqual(
			[...labels].sort(),
		);
	});

	it("always gives a session the same plan, also if later requests have other values", async () => {
		const allocator = await opened("repeat");
		const first = planOf(await arrive(allocator, "se_a"));
		await arrive(allocator, "se_b");
		const again = await allocator.allocate({ session: "se_a", pool: "pilot", strata: { region: "elsewhere" } });
		expect(planOf(again)).toEqual(first);
		expect((await allocator.commitment()).lines).toBe(3);
	});

	it("has separate labels in each pool, except in a study from before labels by pool", async () => {
		const labelsOf = async (allocator: Allocator) => {
			const pools = ["live", "pilot", "simulated"] as const;
			const plans = await Promise.all(
				pools.map(async (pool) => planOf(await allocator.allocate({ session: `se_${pool}`, pool, strata: {} }))),
			);
			return plans.map((plan) => [...(plan?.sequence ?? [])].sort());
		};
		const now = await labelsOf(await opened("pools"));
		expect(new Set(now.flat()).size).toBe(12);
		const before = allocatorOf(env.ALLOCATORS, "sy_before");
		const { poolLabels: _, ...opening } = await foreignOpening();
		await before.open({ ...opening, studyId: "sy_before" }, "first");
		const [live, ...others] = await labelsOf(before);
		expect(others).toEqual([live, live]);
		expect((await before.commitment()).algorithm).toBe("crossover-plan/1 (crossover-drbg/1)");
		expect(verifyAllocations(await exportAllocations(before, []))).toEqual([]);
	});

	it("reports its commitment, the head of its log and its balance", async () => {
		const allocator = await opened("stands");
		for (const number of range(8)) await arrive(allocator, `se_${number}`);
		await allocator.confirm("se_0");
		await allocator.release("se_1");
		const { sequences, sampleRatio, warning } = await allocator.balance();
		expect(sequences.map(({ reserved, confirmed, released }) => reserved + confirmed + released)).toEqual([2, 2, 2, 2]);
		expect(sequences.reduce((sum, { confirmed, released }) => sum + confirmed * 10 + released, 0)).toBe(11);
		expect(sampleRatio).toMatchObject({ df: 3 });
		expect(warning).toBe(false);
		const { commitment, head, lines } = await allocator.commitment();
		expect([commitment, head]).toEqual([
			expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
			expect.stringMatching(/^sha256:/),
		]);
		expect(lines).toBe(11);
	});

	it("does not reveal the seed or the arms before unblinding, and draws nothing after it", async () => {
		const allocator = await opened("reveal");
		await arrive(allocator, "se_a");
		const open = JSON.stringify([await allocator.commitment(), await allocator.balance(), await allocator.exportLog()]);
		const { seed } = await allocator.reveal();
		for (const secret of [seed, ...armIds]) expect(open).not.toContain(secret);
		expect((await arrive(allocator, "se_b")).kind).toBe("full");
		expect((await arrive(allocator, "se_a")).kind).toBe("allocated");
		const exported = await exportAllocations(allocator, armIds);
		expect(exported.log.map(({ entry }) => entry.kind)).toEqual(["opened", "allocated", "revealed"]);
		expect(verifyAllocations(exported)).toEqual([]);
	});

	it("cannot change its log", async () => {
		await arrive(await opened("log"), "se_a");
		const stub = stubOf("log");
		for (const statement of [
			"UPDATE log SET entry = '{}'",
			"DELETE FROM log",
			"INSERT OR REPLACE INTO log VALUES (1, 'x', '{}', 'x')",
			"INSERT OR REPLACE INTO log VALUES (NULL, 'x', '{}', 'x'), (-1, 'x', '{}', 'x')",
			"INSERT INTO log VALUES (1, 'x', '{}', 'x') ON CONFLICT DO UPDATE SET entry = '{}'",
			"INSERT INTO log VALUES (7, 'x', '{}', 'x')",
		])
			await runInDurableObject(stub, (_, { storage }) =>
				expect(() => storage.sql.exec(statement)).toThrow("append-only"),
			);
	});
});

describe("the time in the allocation log", () => {
	afterEach(() => vi.restoreAllMocks());

	it("never goes back, also if the object wakes on a machine whose clock is behind", async () => {
		const allocator = await opened("clock");
		const nowMs = Date.now();
		vi.spyOn(Date, "now").mockReturnValue(nowMs + 60_000);
		await arrive(allocator, "se_a");
		vi.spyOn(Date, "now").mockReturnValue(nowMs + 30_000);
		await allocator.confirm("se_a");
		await evict("clock");
		await arrive(allocator, "se_b");
		vi.spyOn(Date, "now").mockReturnValue(nowMs + 90_000);
		const { log, ...rest } = await exportAllocations(allocator, armIds);
		const after = log.slice(1).map(({ entry }) => Date.parse(entry.at) - nowMs);
		expect(after).toEqual([60_000, 60_000, 60_000, 90_000]);
		expect(verifyAllocations({ ...rest, log })).toEqual([]);
	});
});

describe("an unblinding", () => {
	const look = { unblinding: "ub_a", scope: "participant", session: "se_a", act: "sha256:a" } as const;

	it("adds one line to the log and changes no draw", async () => {
		const allocator = await opened("looked-at");
		await arrive(allocator, "se_a");
		await allocator.recordUnblinding(look);
		await allocator.recordUnblinding({ ...look, act: "sha256:b" });
		await arrive(allocator, "se_b");
		await allocator.recordUnblinding({ unblinding: "ub_b", scope: "study", session: null, act: "sha256:c" });
		const { log, ...rest } = await exportAllocations(allocator, armIds);
		expect(log.map(({ entry }) => entry.kind)).toEqual([
			"opened",
			"allocated",
			"unblinded",
			"allocated",
			"unblinded",
			"revealed",
		]);
		expect(log[2]?.entry).toEqual({ kind: "unblinded", at: expect.any(String), ...look });
		expect(verifyAllocations({ ...rest, log })).toEqual([]);
	});
});

async function foreignOpening() {
	const protocol = protocolSchema.parse(smallStudy({ slug: "other" }));
	return prepareOpening({ id: "sy_other", protocolHash: "sha256:other", protocol }, (length) =>
		new Uint8Array(length).fill(9),
	);
}

/* A second or five on two quiet cores; the machine may have others to serve. */

describe.each([{ count: 200 }, { count: 1000 }])(
	"$count participants who arrive at once, some of them twice",
	({ count }) => {
		it("each get one slot, in exactly balanced blocks", async () => {
			const id = `burst-${count}`;
			const allocator = await opened(id);
			const sessions = range(count).map((number) => `se_${number}`);
			const asked = shuffle(randomStream(seedOf(2), [id]), [...sessions, ...sessions.slice(0, count / 4)]);
			const answers = await Promise.all(
				asked.map(async (session) => ({ session, plan: planOf(await arrive(allocator, session)) })),
			);
			const plans = new Map(answers.map(({ session, plan }) => [session, plan]));
			for (const { session, plan } of answers) expect(plan).toEqual(plans.get(session));
			const drawn = [...plans.values()].flatMap((plan) => plan ?? []).sort((one, other) => one.draw - other.draw);
			expect(drawn.map(({ draw }) => draw)).toEqual(range(count));
			for (const block of range(count / 4)) {
				const four = drawn.slice(block * 4, block * 4 + 4).map(({ sequence }) => sequence.join());
				expect(new Set(four).size).toBe(4);
			}
			expect(verifyAllocations(await exportAllocations(allocator, armIds))).toEqual([]);
		});
	},
);

describe("1,000 arrivals of which many are repeated, abandoned and confirmed at once", () => {
	it("exceed no quota, lose no place, and can all be verified", async () => {
		const allocator = await opened("storm", {
			quota: { total: 300 },
			design: { blockSize: [4, 8], strata: ["attributes.sex"] },
		});
		const course = randomStream(seedOf(3), ["storm"]);
		const held = new Set<string>();
		const one = async (number: number) => {
			const session = `se_${number % 900}`;
			const strata = { "attributes.sex": number % 2 === 0 ? "f" : "m" };
			const [first, second] = await Promise.all([
				arrive(allocator, session, strata),
				arrive(allocator, session, strata),
			]);
			if (planOf(first) && planOf(second)) expect(planOf(first)).toEqual(planOf(second));
			if (planOf(first) ?? planOf(second)) held.add(session);
			const left = below(course, 4);
			if (left === 0) await allocator.release(session);
			if (left === 1) await allocator.confirm(session);
		};
		await Promise.all(range(1000).map(one));
		const { sequences } = await allocator.balance();
		const taken = sequences.reduce((sum, { reserved, confirmed }) => sum + reserved + confirmed, 0);
		expect(taken).toBeLessThanOrEqual(300);
		expect(sequences.reduce((sum, { released }) => sum + released, taken)).toBe(held.size);
		// New arrivals fill exactly the free places, and the last place goes to one participant.
		const late = await Promise.all(
			range(400).map((number) => arrive(allocator, `late_${number}`, { "attributes.sex": "f" })),
		);
		expect(late.filter(({ kind }) => kind === "allocated")).toHaveLength(300 - taken);
		expect(verifyAllocations(await exportAllocations(allocator, armIds))).toEqual([]);
	});

	it("are balanced among participants with a place, once every released place was reused", async () => {
		const allocator = await opened("refill", { quota: { total: 200 } });
		const sessions = range(200).map((number) => `se_${number}`);
		await Promise.all(sessions.map((session) => arrive(allocator, session)));
		await Promise.all(
			sessions.map((session, index) => (index % 3 === 0 ? allocator.release(session) : allocator.confirm(session))),
		);
		await Promise.all(range(300).map((number) => arrive(allocator, `late_${number}`)));
		const { sequences, positions, predecessors, sampleRatio } = await allocator.balance();
		expect(spread(sequences.map(({ reserved, confirmed }) => reserved + confirmed))).toBe(0);
		expect(Object.keys(countBy([...positions, ...predecessors], ({ n }) => String(n)))).toEqual(["50"]);
		expect(sampleRatio).toEqual({ chiSquare: 0, df: 3, p: 1 });
	});
});

describe("an allocator that is evicted after every call", () => {
	it("gives the same results as without evictions", async () => {
		const changes = { design: { blockSize: [4, 8], strata: ["attributes.sex"] }, randomness: "evicted or not" };
		const live = async (allocator: Allocator, pause: () => Promise<unknown>) => {
			const plans: unknown[] = [];
			for (const number of range(12)) {
				plans.push(await arrive(allocator, `se_${number}`, { "attributes.sex": number % 3 === 0 ? "f" : "m" }));
				await pause();
				if (number % 4 === 1) await allocator.release(`se_${number - 1}`);
				else await allocator.confirm(`se_${number - 1}`);
				await pause();
			}
			return [
				plans.map((plan) => ({ ...(plan as object), sealTo: null, sealedArms: null })),
				await allocator.balance(),
			];
		};
		const allocator = await opened("evicted", changes);
		const evicted = await live(allocator, () => evict("evicted"));
		expect(evicted).toEqual(await live(await opened("kept", changes), async () => {}));
		expect(verifyAllocations(await exportAllocations(allocator, armIds))).toEqual([]);
	});
});
