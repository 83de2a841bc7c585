import { beforeAll, describe, expect, inject, it } from "vitest";
import { send } from "../../support/http/http.ts";
import { answer, enrol, openStudy, type Participant, post, see, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import type { RecordedRequest } from "../../support/models/model-server.ts";
import { servedStudy } from "../../support/protocols/served-study.ts";

const TEXT = "I am fine, thank you. 🙂 And you?";

/** A study whose arms all use this model of the test's model server. */
const openWith = (slug: string, model: string, over: object = {}) => {
	const study = servedStudy(slug, "single", [model, model]);
	const models = Object.fromEntries(Object.entries(study.models).map(([name, each]) => [name, { ...each, ...over }]));
	const served = { ...study, models };
	return openStudy(fetchWorker, KEY, served);
};

const atMessage = async (slug: string, id: string): Promise<{ who: Participant; step: string }> => {
	const who = await enrol(fetchWorker, KEY, slug, id);
	const view = await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
	return { who, step: view.step?.id ?? "" };
};

const repliesIn = async (who: Participant): Promise<string[]> =>
	((await see(fetchWorker, who)).conversation?.messages ?? []).flatMap(({ role, text }) =>
		role === "assistant" ? [text] : [],
	);

async function requestsWith(text: string): Promise<RecordedRequest[]> {
	const url = new URL(`/requests?contains=${encodeURIComponent(text)}`, inject("modelServerUrl"));
	return (await fetch(url)).json<RecordedRequest[]>();
}

describe("a model's hidden reasoning", () => {
	beforeAll(() => openWith("thinks", "odd-think-tags"));

	it("is not shown, not sent back and not in any open row, and is opened with the call", async () => {
		const { who, step } = await atMessage("thinks", "first");
		const response = await post(
			fetchWorker,
			who,
			step,
			{ text: "How are you, thinker?" },
			{ Accept: "text/event-stream" },
		);
		expect(await response.text()).not.toMatch(/Secret|think>/);
		expect(await repliesIn(who)).toEqual([TEXT]);
		const next = (await see(fetchWorker, who)).step?.id ?? "";
		await answer(fetchWorker, who, next, { text: "And again, thinker?" });
		const [again] = await requestsWith("And again, thinker?");
		expect(again?.body).toContain(TEXT);
		expect(again?.body).not.toMatch(/Secret|think>/);
		await walk(fetchWorker, who);
		await drain(who.session);
		expect(JSON.stringify(await rows("SELECT * FROM candidates WHERE session_id = ?", who.session))).not.toContain(
			"Secret",
		);
		expect(await rows("SELECT id FROM model_calls WHERE hidden_text IS NOT NULL")).toEqual([]);
		for (const [act, json] of [["close"], ["unblind", { reason: "The trial is over." }]] as const) {
			const response = await send(`/v1/studies/thinks/${act}`, { method: "POST", ...(json && { json }) });
			expect(response.status).toBe(200);
		}
		const opened = await eventually(
			async () =>
				rows("SELECT hidden_text FROM model_calls WHERE session_id = ? AND hidden_text IS NOT NULL", who.session),
			"the calls are open",
		);
		expect(opened[0]?.hidden_text).toBe("Secret thoughts.");
	});
});

describe("reasoning that the protocol shows", () => {
	beforeAll(() => openWith("shows", "odd-think-in-a-field", { reasoning: "show" }));

	it("is a paragraph of the reply", async () => {
		const { who, step } = await atMessage("shows", "first");
		await answer(fetchWorker, who, step, { text: "How are you?" });
		expect(await repliesIn(who)).toEqual([`Secret thoughts.\n\n${TEXT}`]);
	});
});

describe("a model that sends only the end mark of its reasoning", () => {
	beforeAll(() => openWith("unopened", "odd-think-closes-alone"));

	it("has only its reply shown, from the first such reply on", async () => {
		const first = await atMessage("unopened", "first");
		await answer(fetchWorker, first.who, first.step, { text: "How are you?" });
		expect(await repliesIn(first.who)).toEqual([TEXT]);
		const second = await atMessage("unopened", "second");
		const response = await post(
			fetchWorker,
			second.who,
			second.step,
			{ text: "How are you?" },
			{ Accept: "text/event-stream" },
		);
		const streamed = await response.text();
		expect(streamed).not.toContain("Secret");
		expect(streamed.match(/"type":"start"/g)).toHaveLength(1);
		expect(await repliesIn(second.who)).toEqual([TEXT]);
	});
});
