import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { type BatchBody, finishedBatch, judgingStub, readBatch, startBatch } from "../../support/http/judgements.ts";
import { createStudy, enrol, openStudy, type Participant, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

const price = { input: 1, output: 2, currency: "USD" };
const served = (model: string) => ({ provider: "openai-compatible" as const, endpoint: "GPU", model, price });
/** A judge that no protocol names. `as` makes its requests differ from those of other tests. */
const judge = (name: string, as = name.replaceAll("-", "")) => ({ name: as, model: served(name) });

function study(slug: string, over: Partial<Parameters<typeof smallStudy>[0]> = {}) {
	const protocol = smallStudy({ slug, ...over });
	return { ...protocol, models: { ...protocol.models, "my-judge": served("judge") } };
}

async function participants(slug: string, names: readonly string[]): Promise<Participant[]> {
	const people = [];
	for (const name of names) {
		const who = await enrol(fetchWorker, KEY, slug, name);
		await walk(fetchWorker, who);
		await drain(who.session);
		people.push(who);
	}
	return people;
}

type Row = {
	readonly id: string;
	readonly unit: string;
	readonly judge: string;
	readonly repeat: number;
	readonly swapped: number;
	readonly answers: string | null;
	readonly fault: string | null;
	readonly input_tokens: number;
};
const rowsOf = ({ batch }: BatchBody) => rows<Row>("SELECT * FROM judgements WHERE batch_id = ? ORDER BY id", batch);

async function requestsOf(model: string): Promise<number> {
	const url = new URL(`/requests?contains=${encodeURIComponent(`"model":"${model}"`)}`, inject("modelServerUrl"));
	const requests: unknown[] = await (await fetch(url)).json();
	return requests.length;
}

const sycophancy = { rubric: "sycophancy/1", judges: ["my-judge"] };

describe("a batch of judgements", () => {
	const slug = "judgements";
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, study(slug));
		await participants(slug, ["ann", "bob"]);
	});

	it("judges each reply by each judge and repeat, and keeps values and reasons", async () => {
		const other = judge("judge-as-second", "second");
		const ended = await finishedBatch(
			slug,
			await startBatch(slug, { ...sycophancy, judges: ["my-judge", other], repeats: 2 }),
		);
		expect(ended).toMatchObject({ status: "completed", of: 16, done: 16, judged: 16, missing: 0, failed: 0, gone: 0 });
		expect(ended.judges).toMatchObject([
			{ judge: "my-judge", judged: 8 },
			{ judge: "second", judged: 8 },
		]);
		expect(ended.tokens).toBe(16 * 33);
		expect(ended.cost).toBeCloseTo((16 * (21 + 24)) / 1e6);
		const kept = await rowsOf(ended);
		const units = new Set(kept.map(({ unit }) => unit));
		const replies = await rows<{ id: string }>(
			"SELECT c.id FROM candidates c JOIN studies s ON s.id = c.study_id WHERE s.slug = ?",
			slug,
		);
		expect([...units].sort()).toEqual(replies.map(({ id }) => id).sort());
		for (const { answers } of kept) {
			const values: Record<string, { value: unknown; reason: string }> = JSON.parse(answers ?? "{}");
			expect(Object.keys(values)).toEqual(["agreement", "praise", "yielding", "validation", "framing"]);
			expect(values.praise?.reason).toMatch(/^It reads: /);
		}
	});

	it("sends temperature 0, a schema and the conversation, and no arm and no label", async () => {
		await finishedBatch(slug, await startBatch(slug, { ...sycophancy, judges: [judge("judge-as-watched")] }));
		const url = new URL("/requests?contains=judge-as-watched", inject("modelServerUrl"));
		const requests: { body: string }[] = await (await fetch(url)).json();
		const labels = await rows<{ label: string }>("SELECT DISTINCT label FROM candidates");
		expect(requests).toHaveLength(4);
		for (const { body } of requests) {
			expect(JSON.parse(body)).toMatchObject({ temperature: 0, response_format: { type: "json_schema" } });
			expect(body).toContain("What should I cook tonight");
			for (const secret of [...ARM_IDS, "rehearsal"]) expect(body).not.toContain(secret);
			expect(body).not.toMatch(/(ca|pt|se|cv|ms|st|sy)_[0-9a-z]{24}/);
			for (const { label } of labels) expect(body).not.toContain(`"${label}"`);
		}
	});

	it("pays for nothing twice: a second batch reuses the judgements of the first", async () => {
		const body = { ...sycophancy, judges: [judge("judge-as-thrifty")] };
		await finishedBatch(slug, await startBatch(slug, { ...body, units: 3 }));
		expect(await requestsOf("judge-as-thrifty")).toBe(3);
		const estimate = await readJson(
			await send(`/v1/studies/${slug}/judgements/estimate`, { method: "POST", json: body }),
		);
		expect(estimate).toMatchObject({
			units: 4,
			judgements: 4,
			known: 3,
			judges: [{ judge: "judgeasthrifty", judgements: 1 }],
		});
		const second = await finishedBatch(slug, await startBatch(slug, { ...body, seed: 2 }));
		expect(second).toMatchObject({ status: "completed", judged: 1, known: 3, of: 4, tokens: 33 });
		expect(await requestsOf("judge-as-thrifty")).toBe(4);
	});

	it("stops at its budget, and another batch continues from there", async () => {
		const body = { ...sycophancy, judges: [judge("judge-as-spender")], concurrency: 1 };
		const stopped = await finishedBatch(slug, await startBatch(slug, { ...body, budget: { tokens: 60 } }));
		expect(stopped).toMatchObject({ status: "budget", judged: 2, tokens: 66, of: 4 });
		const resumed = await send(`/v1/studies/${slug}/judgements/${stopped.batch}/resume`, { method: "POST" });
		expect(await problemIn(resumed)).toMatchObject({ code: "study_state" });
		const rest = await finishedBatch(slug, await startBatch(slug, body));
		expect(rest).toMatchObject({ status: "completed", judged: 2, known: 2 });
		expect(await requestsOf("judge-as-spender")).toBe(4);
	});

	it("stops at a budget in money", async () => {
		const budget = { cost: 50 / 1e6 };
		const body = { ...sycophancy, judges: [judge("judge-as-saver")], concurrency: 1, budget };
		expect(await finishedBatch(slug, await startBatch(slug, body))).toMatchObject({ status: "budget", judged: 2 });
	});

	it("continues after its object was killed, and repeats only the pending call", async () => {
		const body = { ...sycophancy, judges: [judge("judge-as-slow")], repeats: 5, concurrency: 1 };
		const { batch } = await startBatch(slug, body);
		const stub = await judgingStub(slug);
		const deaths: number[] = [];
		for (const least of [1, 4, 8]) {
			const { done } = await eventually(async () => {
				const state = await readBatch(slug, batch);
				return state.done >= least && state;
			}, `${least} judgements`);
			await evictDurableObject(stub);
			deaths.push(done);
		}
		expect(Math.min(...deaths)).toBeLessThan(20);
		const ended = await finishedBatch(slug, { batch });
		expect(ended).toMatchObject({ status: "completed", judged: 20, tokens: 20 * 33 });
		expect(await rowsOf(ended)).toHaveLength(20);
		expect(await requestsOf("judge-as-slow")).toBeLessThanOrEqual(20 + deaths.length);
	});

	it.each([
		["prose", "judge-prose"],
		["a value outside of the scale", "judge-scale"],
		["a missing item", "judge-partial"],
	])("asks once more after %s", async (_, name) => {
		const ended = await finishedBatch(slug, await startBatch(slug, { ...sycophancy, judges: [judge(name)] }));
		expect(ended).toMatchObject({ status: "completed", judged: 4, missing: 0, tokens: 4 * 66 });
		for (const { fault, input_tokens } of await rowsOf(ended)) expect([fault, input_tokens]).toEqual([null, 42]);
	});

	it.each([
		["judge-prose-always", /^It is not one JSON object\.$/],
		["judge-scale-always", /^The value of "agreement" has to be a whole number from 1 to 5, or null\.$/],
	])("makes nothing up where %s never gives a usable answer", async (name, words) => {
		const ended = await finishedBatch(slug, await startBatch(slug, { ...sycophancy, judges: [judge(name)] }));
		expect(ended).toMatchObject({ status: "completed", judged: 0, missing: 4, judges: [{ missing: 4 }] });
		for (const { answers, fault } of await rowsOf(ended)) {
			expect(answers).toBeNull();
			expect(fault).toMatch(words);
		}
	});

	it("waits for a server that is busy, and asks one without structured output in words", async () => {
		const busy = await finishedBatch(slug, await startBatch(slug, { ...sycophancy, judges: [judge("judge-as-busy")] }));
		expect(busy).toMatchObject({ status: "completed", judged: 4, tokens: 4 * 33 });
		const plain = await finishedBatch(
			slug,
			await startBatch(slug, { ...sycophancy, judges: [judge("judge-as-plain")] }),
		);
		expect(plain).toMatchObject({ status: "completed", missing: 4 });
	});

	it("reports a judge that never answers, and a later batch asks again", async () => {
		const body = { ...sycophancy, judges: [judge("refused")] };
		const ended = await finishedBatch(slug, await startBatch(slug, body));
		expect(ended).toMatchObject({ status: "failed", failed: 4, failures: { refused: 4 } });
		expect(await finishedBatch(slug, await startBatch(slug, body))).toMatchObject({ known: 0, failed: 4 });
	});

	it("judges topics of opening messages", async () => {
		const ended = await finishedBatch(slug, await startBatch(slug, { rubric: "topics/1", judges: ["my-judge"] }));
		expect(ended).toMatchObject({ status: "completed", judged: 4 });
	});

	it("pauses, resumes and is cancelled", async () => {
		const { batch } = await startBatch(slug, {
			...sycophancy,
			judges: [judge("judge-as-patient")],
			repeats: 20,
			concurrency: 1,
		});
		const control = async (name: string) =>
			readJson(await send(`/v1/studies/${slug}/judgements/${batch}/${name}`, { method: "POST" }));
		expect(await control("pause")).toMatchObject({ status: "paused" });
		expect(await control("resume")).toMatchObject({ status: "running" });
		expect(await control("cancel")).toMatchObject({ status: "cancelled", secondsLeft: 0 });
		expect((await readJson(await send(`/v1/studies/${slug}/judgements`))).batches).toContainEqual(
			expect.objectContaining({ batch, status: "cancelled" }),
		);
	});

	it("is exported by item, without labels", async () => {
		const response = await send(`/v1/studies/${slug}/exports/judgements.jsonl?pool=live`);
		const lines = (await response.text())
			.trim()
			.split("\n")
			.map((line): Record<string, unknown> => JSON.parse(line));
		expect(lines[0]).toMatchObject({ pool: "live", rubric: expect.any(String), judge: expect.any(String), turn: 1 });
		expect(Object.keys(lines[0] ?? {})).not.toContain("label");
		const [good] = lines.filter(({ item, judge: by }) => item === "praise" && by === "second");
		expect(good).toMatchObject({ fault: null, value: expect.any(Number), reason: expect.stringMatching(/^It reads/) });
		const missing = lines.filter(({ judge: by }) => by === "judgeprosealways");
		expect(missing).toHaveLength(4);
		expect(missing[0]).toMatchObject({ item: null, value: null, fault: "It is not one JSON object." });
	});
});

describe("a batch of pairs", () => {
	it("judges both orders, so that a preference for the first place shows", async () => {
		const slug = "judged-pairs";
		await openStudy(fetchWorker, KEY, study(slug, { layout: "best-of" }));
		await participants(slug, ["ann"]);
		const judges = ["my-judge", judge("judge-first-always", "biased")];
		const ended = await finishedBatch(slug, await startBatch(slug, { rubric: "sycophancy-pair/1", judges }));
		expect(ended).toMatchObject({ status: "completed", judged: ended.of });
		const answers = (await rowsOf(ended)).map(({ unit, judge: by, swapped, answers: given }) => {
			const { sycophancy: item }: { sycophancy: { value: string } } = JSON.parse(given ?? "{}");
			return { key: `${by} ${unit}`, swapped, value: item.value };
		});
		for (const [key, own] of Map.groupBy(answers, ({ key }) => key)) {
			expect(own.map(({ swapped }) => swapped).sort()).toEqual([0, 1]);
			const values = own.map(({ value }) => value);
			if (key.startsWith("biased")) expect(values).toEqual(["first", "first"]);
			else expect(new Set(values).size).toBe(2);
		}
	});
});

describe("erasing a person", () => {
	it("erases judgements of their texts, and makes no later ones", async () => {
		const slug = "judged-erased";
		await openStudy(fetchWorker, KEY, study(slug));
		const [ann, bob] = await participants(slug, ["ann", "bob"]);
		if (!ann || !bob) throw new Error("nobody");
		const first = await finishedBatch(slug, await startBatch(slug, sycophancy));
		const stub = await judgingStub(slug);
		const { batch } = await startBatch(slug, { ...sycophancy, judges: [judge("judge-as-late")], repeats: 3 });
		await send(`/v1/studies/${slug}/judgements/${batch}/pause`, { method: "POST" });
		await send(`/v1/sessions/${ann.session}/withdraw`, { method: "POST", key: ann.token, json: { erase: true } });
		await drain(ann.session);
		await send(`/v1/studies/${slug}/judgements/${batch}/resume`, { method: "POST" });
		const later = await finishedBatch(slug, { batch });
		await runDurableObjectAlarm(stub);
		expect(later.judged + later.gone).toBe(12);
		expect(later.gone).toBeGreaterThan(0);
		for (const kept of [first.batch, batch]) {
			const owners = await rows("SELECT DISTINCT session_id FROM judgements WHERE batch_id = ?", kept);
			expect(owners).toEqual([{ session_id: bob.session }]);
		}
	});
});

describe("a request for a batch", () => {
	const slug = "judgements-refused";
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, study(slug));
		await createStudy(fetchWorker, KEY, study("judgements-draft"));
	});
	const post = (json: object, of = slug) => send(`/v1/studies/${of}/judgements`, { method: "POST", json });

	it.each([
		["an unknown rubric", { ...sycophancy, rubric: "kindness/1" }, "/rubric"],
		["no judge", { ...sycophancy, judges: [] }, "/judges"],
		["an unknown judge", { ...sycophancy, judges: ["nobody"] }, "/judges/0"],
		["the rehearsal model", { ...sycophancy, judges: ["model-0"] }, "/judges/0"],
		["a judge twice", { ...sycophancy, judges: ["my-judge", "my-judge"] }, "/judges/1"],
		[
			"a judge without a server",
			{ ...sycophancy, judges: [{ name: "x", model: { ...served("judge"), endpoint: "NOWHERE" } }] },
			"/judges/0/model",
		],
		[
			"a budget in money without a price",
			{
				...sycophancy,
				judges: [{ name: "x", model: { provider: "openai-compatible", endpoint: "GPU", model: "m" } }],
				budget: { cost: 1 },
			},
			"/budget/cost",
		],
		["a study without replies", sycophancy, "/pool"],
	])("is refused: %s", async (_, json, pointer) => {
		expect(await problemIn(await post(json))).toMatchObject({ code: "invalid_request", pointers: [pointer] });
	});

	it("is refused for a draft, for an unknown batch, and without the scope", async () => {
		expect(await problemIn(await post(sycophancy, "judgements-draft"))).toMatchObject({ code: "study_state" });
		const unknown = await send(`/v1/studies/${slug}/judgements/jb_${"0".repeat(24)}`);
		expect(await problemIn(unknown)).toMatchObject({ code: "not_found" });
		const key = await keyWith("data:read");
		const forbidden = await send(`/v1/studies/${slug}/judgements`, { method: "POST", json: sycophancy, key });
		expect(await problemIn(forbidden)).toMatchObject({ code: "forbidden" });
	});
});
