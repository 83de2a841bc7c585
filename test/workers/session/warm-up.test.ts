import { evictDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, inject, it } from "vitest";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { answer, enrol, openStudy, type Participant, post, see, walk } from "../../support/http/participant.ts";
import { eventually, fetchWorker, KEY, sessionStub } from "../../support/http/worker.ts";
import type { RecordedRequest } from "../../support/models/model-server.ts";
import { servedStudy } from "../../support/protocols/served-study.ts";

/** One model of each study holds its first response until the test releases it. */
const HELD = "hold-early:warm-up";
const STUDIES = {
	again: ["again-1", "again-2"],
	waits: [HELD, "waits-2"],
	apart: ["apart-1", "apart-2"],
	one: ["one-1", "one-2"],
} as const;

beforeAll(async () => {
	for (const [slug, models] of Object.entries(STUDIES)) {
		const study = servedStudy(`warm-${slug}`, "single", models);
		await openStudy(fetchWorker, KEY, slug === "one" ? parallel(study) : study);
	}
});

/** Each participant meets one arm. */
function parallel(study: ProtocolInput): ProtocolInput {
	const { ranking: _, ...forms } = study.forms ?? {};
	const conversations = study.conversations.map((entry) => ({ ...entry, arms: 1 }));
	const flow = study.flow.filter((part) => part !== "ranking");
	return { ...study, design: { kind: "parallel" }, conversations, forms, flow };
}

async function requestsWith(text: string): Promise<RecordedRequest[]> {
	const url = new URL(`/requests?contains=${encodeURIComponent(text)}`, inject("modelServerUrl"));
	return (await fetch(url)).json();
}

const warmUpsOf = async (model: string): Promise<number> =>
	(await requestsWith(model)).filter(({ body }) => JSON.parse(body).max_tokens === 1).length;
const warmed = (model: string, times: number) =>
	eventually(async () => (await warmUpsOf(model)) >= times, `${model} is warmed ${times} times`);

async function atFirstMessage(slug: string, id: string): Promise<Participant> {
	const who = await enrol(fetchWorker, KEY, slug, id);
	await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
	return who;
}

describe("a session that continues later", () => {
	it("warms all models of the study before the first message of a conversation, and at no other time", async () => {
		const [first, second] = STUDIES.again;
		const who = await atFirstMessage("warm-again", "comes-back-later");
		await Promise.all([warmed(first, 1), warmed(second, 1)]);
		await see(fetchWorker, who);
		// As after hours: the object no longer knows the time of its last request.
		await evictDurableObject(sessionStub(who.session));
		await see(fetchWorker, who);
		await Promise.all([warmed(first, 2), warmed(second, 2)]);
		const { step } = await see(fetchWorker, who);
		await answer(fetchWorker, who, step?.id ?? "", { text: "What is a warm-up?" });
		await evictDurableObject(sessionStub(who.session));
		const later = await see(fetchWorker, who);
		expect(later.step).toMatchObject({ kind: "message", turn: 2 });
		await answer(fetchWorker, who, later.step?.id ?? "", { text: "And what is it not?" });
		expect([await warmUpsOf(first), await warmUpsOf(second)]).toEqual([2, 2]);
	});
});

describe("a first reply", () => {
	it("is requested after the running warm-up has ended, in every arm", async () => {
		const people = [await atFirstMessage("warm-waits", "one"), await atFirstMessage("warm-waits", "two")];
		await warmed(HELD, people.length);
		const question = "Does this wait for the warm-up?";
		for (const who of people) {
			const { step } = await see(fetchWorker, who);
			const json = { Prefer: "respond-async" };
			expect((await post(fetchWorker, who, step?.id ?? "", { text: question }, json)).status).toBe(202);
			expect((await see(fetchWorker, who)).step?.kind).toBe("generating");
		}
		expect(await requestsWith(question)).toEqual([]);
		await fetch(new URL("/release?key=warm-up", inject("modelServerUrl")), { method: "POST" });
		for (const who of people)
			await eventually(async () => (await see(fetchWorker, who)).step?.kind === "message", "the reply is whole");
		const asked = (await requestsWith(question)).map(({ body }) => JSON.parse(body).model);
		expect(asked.sort()).toEqual([...STUDIES.waits].sort());
	});
});

describe("a study in which each participant meets one arm", () => {
	it("warms the models of all arms, so that the wait is the same in each", async () => {
		await atFirstMessage("warm-one", "somebody");
		await Promise.all(STUDIES.one.map((model) => warmed(model, 1)));
	});
});

describe("a simulated participant", () => {
	it("warms no models", async () => {
		const who = await enrol(fetchWorker, KEY, "warm-apart", "made-up", { source: "simulated" });
		expect((await walk(fetchWorker, who)).status).toBe("completed");
		expect([await warmUpsOf("apart-1"), await warmUpsOf("apart-2")]).toEqual([0, 0]);
	});
});
