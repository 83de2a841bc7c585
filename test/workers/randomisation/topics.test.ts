import { env, evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { allocatorOf } from "../../../src/randomisation/allocator/allocator-client.ts";
import { ALGORITHM_2 } from "../../../src/randomisation/draw/scheme.ts";
import { verifyAllocations } from "../../../src/randomisation/verify/verify-allocations.ts";
import { expectContract, problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol, walk } from "../../support/http/participant.ts";
import { eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";
import { exportAllocations } from "../../support/randomisation/export-allocations.ts";
import { countBy, range, spread } from "../../support/randomisation/trial.ts";

const topics = (count: number, arms: 1 | "each") =>
	range(count).map((index) => ({
		id: `topic-${index + 1}`,
		title: `Topic ${index + 1}`,
		instructions: "Talk.",
		layout: "single" as const,
		arms,
		turns: { min: 1, max: 1 },
		after: ["experience"],
	}));

/** Opens a study of two arms over topics, and returns its id. */
async function opened(slug: string, design: object, conversations: ReturnType<typeof topics>): Promise<string> {
	const base = smallStudy({ slug });
	const protocol = { ...base, design: { ...base.design, ...design }, conversations };
	const draft = await send("/v1/studies", { method: "POST", json: protocol });
	if (draft.status !== 201) throw new Error(await draft.text());
	const study = await readJson(await send(`/v1/studies/${slug}/open`, { method: "POST" }));
	return String(study.id);
}

type Stored = { entry: string; labels: string; position: number; topic_position: number };
const conversationsOf = (slug: string) =>
	rows<Stored>(
		`select entry, labels, position, topic_position from conversations
		where study_id = (select id from studies where slug = ?) order by session_id, position`,
		slug,
	);

const balanceOf = async (slug: string) =>
	(await expectContract("GET", "/v1/studies/{study}/balance", await send(`/v1/studies/${slug}/balance`))) as Record<
		string,
		Record<string, unknown>[]
	>;
const counts = (list: readonly Record<string, unknown>[] | undefined) => (list ?? []).map(({ n }) => n);

describe("a study that has all arms in each of three topics", () => {
	it("gives each participant six conversations, and counts carry-over across topics", async () => {
		const id = await opened("within", {}, topics(3, "each"));
		// Two arms and three topics: a set is 2 people, all orders of topics 12, all changes from topic to topic 4.
		for (const person of range(12)) await walk(fetchWorker, await enrol(fetchWorker, KEY, "within", `p${person}`));
		const { positions, predecessors, topicPositions, topicPlaces, slots } = await balanceOf("within");
		expect(counts(positions)).toEqual(range(12).map(() => 6));
		expect(predecessors?.map(({ n, acrossTopics }) => [n, acrossTopics])).toEqual([
			[6, 6],
			[24, 6],
			[24, 6],
			[6, 6],
		]);
		expect(counts(topicPositions)).toEqual(range(12).map(() => 6));
		expect(counts(topicPlaces)).toEqual(range(9).map(() => 4));
		expect(slots).toEqual([]);
		expect(verifyAllocations(await exportAllocations(allocatorOf(env.ALLOCATORS, id), []))).toEqual([]);
	});

	it("records each conversation's place in the study and in its topic", async () => {
		await eventually(async () => (await conversationsOf("within")).length === 72, "the rows of twelve people");
		const stored = await conversationsOf("within");
		expect(stored.slice(0, 6).map(({ position, topic_position }) => [position, topic_position])).toEqual([
			[1, 1],
			[2, 2],
			[3, 1],
			[4, 2],
			[5, 1],
			[6, 2],
		]);
		const rated = await rows("select distinct position, topic_position from v_ratings where study = 'within'");
		expect(rated).toHaveLength(6);
	});
});

describe("a study that has one arm in each topic", () => {
	it("has one conversation for each topic, with arms, topics and places in balance", async () => {
		await opened("across", { topics: "across" }, topics(2, "each"));
		const sessions = [];
		for (const person of range(4))
			sessions.push(await walk(fetchWorker, await enrol(fetchWorker, KEY, "across", `p${person}`)));
		expect(sessions.map(({ status }) => status)).toEqual(range(4).map(() => "completed"));
		const { positions, topicPositions, topicPlaces } = await balanceOf("across");
		for (const list of [positions, topicPositions, topicPlaces]) expect(counts(list)).toEqual(range(4).map(() => 2));
		await eventually(async () => (await conversationsOf("across")).length === 8, "the rows of four people");
		const stored = await conversationsOf("across");
		const all = countBy(stored, ({ entry, labels, position }) => `${entry} ${labels} ${position}`);
		expect(Object.keys(all)).toHaveLength(8);
		expect(spread(Object.values(all))).toBe(0);
	});

	it("is refused with one topic only, or with one arm for each participant", async () => {
		const base = smallStudy({ slug: "refused" });
		const post = (design: object, conversations = topics(2, "each")) =>
			send("/v1/studies", { method: "POST", json: { ...base, design: { ...base.design, ...design }, conversations } });
		expect(await problemIn(await post({ topics: "across" }, topics(1, "each")))).toMatchObject({
			pointers: expect.arrayContaining(["/design/topics"]),
		});
		expect(await problemIn(await post({ topics: "within" }, topics(2, 1)))).toMatchObject({
			pointers: ["/conversations/0/arms", "/conversations/1/arms"],
		});
	});
});

describe("an allocator from before topics were balanced", () => {
	it("continues with its first algorithm, and its balance counts the arms that participants met", async () => {
		const id = await opened("earlier", {}, topics(2, "each"));
		const stub = env.ALLOCATORS.get(env.ALLOCATORS.idFromName(id));
		await runInDurableObject(stub, (_, { storage: { sql } }) => {
			sql.exec("UPDATE opening SET record = json_set(record, '$.algorithm', ?)", ALGORITHM_2);
			sql.exec("ALTER TABLE slots DROP COLUMN course");
		});
		await evictDurableObject(stub);
		const allocator = allocatorOf(env.ALLOCATORS, id);
		const arrive = async (person: number) => {
			const given = await allocator.allocate({ session: `se_${person}`, pool: "live", strata: {} });
			return given.kind === "allocated" ? given.plan : expect.fail("full");
		};
		for (const person of range(4)) {
			const { algorithm, sequence, conversations } = await arrive(person);
			expect(algorithm).toBe(ALGORITHM_2);
			expect(conversations.map(({ slots }) => slots[0]?.label)).toEqual([...sequence, ...sequence]);
		}
		await runInDurableObject(stub, (_, { storage: { sql } }) => {
			sql.exec("UPDATE slots SET course = NULL WHERE session IN ('se_0', 'se_1')");
		});
		const { predecessors, positions, sequences } = await allocator.balance();
		expect(positions.map(({ n }) => n)).toEqual(range(8).map(() => 2));
		expect(predecessors.map(({ n, acrossTopics }) => [n, acrossTopics])).toEqual([
			[0, 0],
			[6, 2],
			[6, 2],
			[0, 0],
		]);
		expect(sequences.map(({ reserved }) => reserved)).toEqual([2, 2]);
		expect(ARM_IDS).toHaveLength(2);
	});
});
