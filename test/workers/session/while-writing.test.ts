import { beforeAll, describe, expect, inject, it } from "vitest";
import { problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy, type Participant, post, see, walk } from "../../support/http/participant.ts";
import { fetchWorker, KEY } from "../../support/http/worker.ts";
import { servedStudy } from "../../support/protocols/served-study.ts";
import { collect, events } from "../../support/replies/event-stream.ts";

const slug = "while-writing";
beforeAll(() => openStudy(fetchWorker, KEY, servedStudy(slug, "single")));

/** The reply is held until the test releases it. */
async function beingAnswered(id: string): Promise<{ who: Participant; step: string; reply: Promise<Response> }> {
	const who = await enrol(fetchWorker, KEY, slug, id);
	const { step } = await walk(fetchWorker, who, (view) => view.step?.kind === "message");
	const text = `[[hold:${id}]] hello`;
	const reply = await post(fetchWorker, who, step?.id ?? "", { text }, { Accept: "text/event-stream" });
	return { who, step: step?.id ?? "", reply: Promise.resolve(reply) };
}

const release = (key: string) => fetch(new URL(`/release?key=${key}`, inject("modelServerUrl")), { method: "POST" });

describe("while a reply is being written", () => {
	it("refuses an invalid answer at once, without waiting for the end of the reply", async () => {
		const { who, reply } = await beingAnswered("impatient");
		const current = (await see(fetchWorker, who)).step?.id ?? "";
		expect(await problemIn(await post(fetchWorker, who, current, { text: "And?" }))).toMatchObject({
			code: "step_busy",
		});
		const stale = await post(fetchWorker, who, "st_bogus", { text: "And?" });
		expect(stale.status).toBe(409);
		expect(await readJson(stale)).toMatchObject({ code: "step_not_current", step: current });
		await release("impatient");
		await collect(events(await reply));
	});

	it("ends the stream with the erasure", async () => {
		const { who, reply } = await beingAnswered("eraser");
		const erased = await send(`/v1/sessions/${who.session}/withdraw`, {
			method: "POST",
			key: who.token,
			json: { erase: true },
		});
		expect(erased.status).toBe(200);
		const list = await collect(events(await reply));
		const shown = list.find(({ data }) => data?.type === "data-view");
		expect(shown?.data?.data).toEqual(await readJson(erased));
		await release("eraser");
	});

	it("accepts `Prefer` and `Accept` in any spelling, and confirms the preference", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "speller");
		const { step } = await walk(fetchWorker, who, (view) => view.step?.kind === "message");
		const answer = { text: "[[hold:speller]] hello" };
		const taken = await post(fetchWorker, who, step?.id ?? "", answer, { Prefer: "Respond-Async" });
		expect(taken.status).toBe(202);
		expect(taken.headers.get("Preference-Applied")).toBe("respond-async");
		const followed = await post(fetchWorker, who, step?.id ?? "", answer, { Accept: "Text/Event-Stream" });
		expect(followed.headers.get("Content-Type")).toContain("text/event-stream");
		await release("speller");
		await collect(events(followed));
	});
});
