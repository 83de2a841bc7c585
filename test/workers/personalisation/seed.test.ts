import { beforeAll, describe, expect, inject, it } from "vitest";
import { conversationLines, type PrismOptions, SEED, surveyLines } from "../../../bench/prism-generator.ts";
import preset from "../../../seeds/prism-x.endpoints.json";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { problemIn, readJson, send } from "../../support/http/http.ts";
import { createStudy, plausible, walk } from "../../support/http/participant.ts";
import { Prolific, signingKey, tokenFor } from "../../support/http/prolific.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import type { RecordedRequest } from "../../support/models/model-server.ts";
import { JSONL, load, loadPaused, openIt, register } from "../../support/protocols/personal-study.ts";

/** Only participants with a history: those who answered only the survey have none. */
const PEOPLE: PrismOptions = { seed: SEED, users: 14, conversations: 60 };
const { slug } = preset;
const POOLED = "prism-x-pooled";
const ownOf = (user: number) => `prism-x-own-${user}`;

it("opens the preset of PRISM-X as soon as its endpoints, prompt and adapters exist", async () => {
	// Only the pace differs from the preset's, because no one reads here.
	await createStudy(fetchWorker, KEY, { ...preset, blinding: { ...preset.blinding, pace: "as-is" } });
	expect((await problemIn(await openIt(slug))).pointers).toEqual([
		"/recruitment/onlyProfiles",
		"/arms/1/personalisation/template",
		"/arms/2/personalisation/adapter",
		"/arms/3/personalisation",
	]);
	await load(slug, ...surveyLines(PEOPLE), ...conversationLines(PEOPLE));
	await register(slug, "pooled-1", { servedName: POOLED });
	const own = Array.from({ length: 14 }, (_, user) => ({
		adapter: `user${user}-dpo`,
		participant: `user${user}`,
		servedName: ownOf(user),
	}));
	const body = own.map((line) => JSON.stringify(line)).join("\n");
	await send(`/v1/studies/${slug}/adapters`, { method: "POST", body, headers: JSONL });
	const preview = await readJson(await send(`/v1/studies/${slug}/profiles/user3/prompt`));
	expect(preview).toMatchObject({ arm: "prompted", missing: [], leftOut: { fields: [] } });
	expect(Number(preview.tokens)).toBeLessThanOrEqual(1500);
	expect((await openIt(slug)).status).toBe(200);
});

/** The ids in Prolific's format. Nothing else in the run contains them. */
const PID = "6650c1f2a9d37be84f01c5d2";
const STUDY = "6650c1f2a9d37be84f01aaaa";
const SUBMISSION = "6650c1f2a9d37be84f01bbbb";
const TURNS = ["What would you plant on a balcony that faces north?", "And what would you leave out there?"];

type Sent = { readonly headers: RecordedRequest["headers"]; readonly body: string };

async function recorded(contains = ""): Promise<RecordedRequest[]> {
	const url = new URL(`/requests?contains=${encodeURIComponent(contains)}`, inject("modelServerUrl"));
	return (await fetch(url)).json();
}

/** The requests of an arm, turn by turn, without drawn values and without their length. */
async function sentTo(isArm: (body: string) => boolean): Promise<Sent[]> {
	const requests = (await recorded(TURNS[0])).filter(({ body }) => isArm(body));
	return requests.map(({ body, headers }) => ({
		body: body.replace(/"seed":\d+/, '"seed":0'),
		headers: { ...headers, "content-length": "" },
	}));
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
const without = (sent: readonly Sent[], text: string, instead = ""): Sent[] =>
	sent.map(({ headers, body }) => ({ headers, body: body.replace(text, () => instead) }));

describe("one of its participants, recruited by Prolific", () => {
	let session = "";
	let token = "";
	let told = "";
	beforeAll(async () => {
		await loadPaused(slug, "They wrote that they would come.", { participant: PID, user_id: "user3" });
		const { system } = await readJson(await send(`/v1/studies/${slug}/profiles/user3/prompt`));
		told = String(system).slice(preset.system.length);
		const [prolific, key] = [new Prolific("seed"), await signingKey("seed")];
		await prolific.publish(key);
		const parameters = { PROLIFIC_PID: PID, STUDY_ID: STUDY, SESSION_ID: SUBMISSION };
		expect((await prolific.land(slug, parameters)).status).toBe(403);
		const landed = await prolific.land(slug, {
			...parameters,
			prolific_token: await tokenFor(key, { parameters, slug }),
		});
		session = landed.headers.get("Location")?.slice("/s/".length) ?? "";
		token = /=([^;]+);/.exec(landed.headers.get("Set-Cookie") ?? "")?.[1] ?? "";
		const ended = await walk(fetchWorker, { session, token }, undefined, (step) =>
			step.kind === "message" && !step.canEnd ? { text: TURNS[step.turn - 1] } : plausible(step),
		);
		expect(ended.status).toBe("completed");
		await drain(session);
	});

	it("gets the same requests from generic and prompted, except for the personal prompt", async () => {
		const isBase = (body: string) => body.includes('"model":"llama-3.1-8b-instruct"');
		const generic = await sentTo((body) => isBase(body) && !body.includes(inJson(told)));
		const prompted = await sentTo((body) => isBase(body) && body.includes(inJson(told)));
		expect(told).toMatch(/^\n\n[\s\S]+What follows is known of the person[\s\S]+How they describe themselves:\n<data>/);
		expect([generic.length, prompted.length]).toEqual([2, 2]);
		expect(without(prompted, inJson(told))).toEqual(generic);
	});

	it("gets the same requests from pooled and individual, except for the adapter, and from both as from generic, except for the model", async () => {
		const [pooled, individual, generic] = await Promise.all(
			[POOLED, ownOf(3), "llama-3.1-8b-instruct"].map((model) =>
				sentTo((body) => body.includes(`"model":"${model}"`) && !body.includes(inJson(told))),
			),
		);
		expect([pooled?.length, individual?.length]).toEqual([2, 2]);
		expect(without(individual ?? [], ownOf(3), POOLED)).toEqual(pooled);
		expect(without(pooled ?? [], POOLED, "llama-3.1-8b-instruct")).toEqual(generic);
	});

	it("is unknown to model servers: no request of an arm or warm-up contains their ids", async () => {
		const [person] = await rows<{ id: string }>("select participant_id as id from sessions where id = ?", session);
		const everything = JSON.stringify(await recorded());
		expect(everything).toContain(inJson(inJson(told)));
		expect(everything).toContain(`\\"model\\":\\"${ownOf(3)}\\",\\"max_tokens\\":1`);
		for (const id of [PID, STUDY, SUBMISSION, session, token, person?.id ?? ""]) {
			expect(id).not.toBe("");
			expect(everything).not.toContain(id);
		}
		expect(JSON.stringify(await recorded(TURNS[0]))).not.toContain("user3");
	});

	it("has two recorded calls of each arm after unblinding, each with its adapter", async () => {
		await closeAndUnblind(slug);
		const calls = await rows(
			"select arm, model, adapter, count(*) as n from model_calls join arm_keys using (study_id, label) where session_id = ? group by arm order by arm",
			session,
		);
		expect(calls).toEqual([
			{ arm: "generic", model: "llama-3.1-8b-instruct", adapter: null, n: 2 },
			{ arm: "individual", model: ownOf(3), adapter: ownOf(3), n: 2 },
			{ arm: "pooled", model: POOLED, adapter: POOLED, n: 2 },
			{ arm: "prompted", model: "llama-3.1-8b-instruct", adapter: null, n: 2 },
		]);
	});
});
