import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { type CallRecord, seal } from "../../../src/blinding/sealed.ts";
import { ledgerOf } from "../../../src/models/usage/client.ts";
import { readJson, send } from "../../support/http.ts";
import { enrol, openStudy, walk } from "../../support/participant.ts";
import { smallStudy } from "../../support/small-study.ts";
import { drain, fetchWorker, KEY } from "../../support/worker.ts";

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

const usage = async () => readJson(await send(`/v1/studies/${slug}/usage`));
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
