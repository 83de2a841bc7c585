import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { type CallRecord, seal } from "../../../src/blinding/sealed.ts";
import { ledgerOf } from "../../../src/models/usage/client.ts";
import { readJson, send } from "../../support/http.ts";
import { enrol, openStudy, type Participant, walk } from "../../support/participant.ts";
import { smallStudy } from "../../support/small-study.ts";
import { closeAndUnblind } from "../../support/unblind.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/worker.ts";

const slug = "usage-totals";
let studyId = "";

beforeAll(async () => {
	await openStudy(fetchWorker, KEY, smallStudy({ slug, layout: "single" }));
	studyId = String((await readJson(await send(`/v1/studies/${slug}`))).id);
});

const call = (inputTokens: number): CallRecord => ({
	slot: "a",
	attempt: 1,
	provider: "openai",
	model: "m",
	servedModel: null,
	inputTokens,
	outputTokens: 10,
	countedBy: "server",
	cost: 0.5,
	currency: "USD",
	startedAtMs: 0,
	firstFrameMs: 1,
	lastFrameMs: 2,
	finishReason: "stop",
	failure: null,
});

const usage = async (of = slug) => readJson(await send(`/v1/studies/${of}/usage`));
const ledger = () => ledgerOf(env.USAGE, studyId);

describe("the totals of a blinded study", () => {
	it("are told by a session when it completes, once", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "who-completes");
		await walk(fetchWorker, who, ({ step }) => step === null);
		await drain(who.session);
		expect(await ledger().completed()).toBe(1);
		expect((await ledger().total(1)).calls).toBeGreaterThan(1);
		await ledger().record(who.session, [seal(call(9_999_999))]);
		expect((await ledger().total(1)).inputTokens).toBeLessThan(100_000);
		await ledger().forget(who.session);
		expect(await ledger().total(1)).toMatchObject({ calls: 0, inputTokens: 0 });
	});

	it("are not said of few sessions, and then in steps and two digits", async () => {
		for (let n = 0; n < 18; n++) await ledger().record(`ss_${n}`, [seal(call(1234))]);
		expect(await usage()).toMatchObject({ sessions: 0, inputTokens: 0, calls: 0, costs: {} });
		await ledger().record("ss_last", [seal(call(1234))]);
		const said = { sessions: 20, exact: false, calls: 19, inputTokens: 23_000, outputTokens: 190, costs: { USD: 9.5 } };
		expect(await usage()).toMatchObject(said);
		await ledger().record("ss_one_more", [seal(call(999_999))]);
		expect(await usage()).toMatchObject(said);
	});
});

/** Somebody completes, somebody leaves after a reply that was billed, and somebody takes everything along. */
async function threeWaysOut(of: string): Promise<void> {
	const [completes, leaves, erases] = await Promise.all(
		["completes", "leaves", "erases"].map((id) => enrol(fetchWorker, KEY, of, `${of}-${id}`)),
	);
	if (!completes || !leaves || !erases) throw new Error("somebody did not come");
	await walk(fetchWorker, completes);
	for (const who of [leaves, erases]) {
		await walk(fetchWorker, who, ({ step }) => step?.kind === "message" && step.turn === 2);
		await withdraw(who, who === erases);
	}
	for (const { session } of [completes, leaves, erases]) await drain(session);
}

const withdraw = ({ session, token }: Participant, erase: boolean) =>
	fetchWorker(`/v1/sessions/${session}/withdraw`, {
		method: "POST",
		headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
		body: JSON.stringify({ erase }),
	});

describe("the totals of a study that is open to see", () => {
	const sums = async (of: string) => {
		const [sum] = await rows(
			`select sum(calls) as calls, sum(input_tokens) as inputTokens, sum(output_tokens) as outputTokens,
				sum(estimated) as estimated from v_usage where study = ?`,
			of,
		);
		return sum;
	};

	it("are of every session that was billed, under single blind", async () => {
		const of = "usage-single";
		await openStudy(fetchWorker, KEY, smallStudy({ slug: of, blinding: { level: "single", pace: "as-is" } }));
		const nothing = { calls: 0, estimated: 0, inputTokens: 0, outputTokens: 0, costs: {} };
		expect(await usage(of)).toEqual({ sessions: 0, exact: true, ...nothing });
		await threeWaysOut(of);
		expect(await usage(of)).toEqual({ sessions: 2, exact: true, costs: {}, ...(await sums(of)) });
	});

	it("are exact after unblinding, once no call is sealed any more", async () => {
		const of = "usage-unblinded";
		await openStudy(fetchWorker, KEY, smallStudy({ slug: of }));
		await threeWaysOut(of);
		expect(await usage(of)).toMatchObject({ sessions: 0, exact: false, calls: 0 });
		await closeAndUnblind(of);
		expect(await usage(of)).toEqual({ sessions: 2, exact: true, costs: {}, ...(await sums(of)) });
		const ofStudy = "where study_id = (select id from studies where slug = ?)";
		await env.DB.prepare(`update model_calls set cost = 1, currency = 'USD' ${ofStudy}`).bind(of).run();
		expect((await usage(of)).costs).toEqual({ USD: Number((await sums(of))?.calls) });
		await env.DB.prepare(
			`insert into model_calls (id, study_id, protocol_hash, sealed) select 'cl_sealed', id, 'h', 'x' from studies where slug = ?`,
		)
			.bind(of)
			.run();
		expect(await usage(of)).toMatchObject({ sessions: 2, exact: false });
	});
});
