import { abortAllDurableObjects } from "cloudflare:test";
import { beforeAll, describe, expect, inject, it } from "vitest";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { presentationMs } from "../../../src/replies/present/pace.ts";
import { type SessionView, sessionViewSchema } from "../../../src/session/view/view-schema.ts";
import { problemIn, readJson, send } from "../../support/http/http.ts";
import { answer, enrol, openStudy, type Participant, post, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { servedStudy } from "../../support/protocols/served-study.ts";
import { collect, events, type StreamEvent, textsOf } from "../../support/replies/event-stream.ts";

const LAYOUTS = ["single", "best-of", "side-by-side"] as const;
/** Slow enough that a reply is stopped long before its end. */
const PACE = { firstFrameMs: 300, charactersPerSecond: 60 };
/** The server repeats it, so that the reply takes half a minute at this pace. */
const LONG = "and then it went on and on ".repeat(30);

function stoppable(slug: string, layout: (typeof LAYOUTS)[number]): ProtocolInput {
	const study = servedStudy(slug, layout, ["speed-fast", "speed-slow"]);
	const conversations = study.conversations.map((entry) => ({ ...entry, stop: true }));
	return { ...study, conversations, blinding: { level: "double", pace: PACE } };
}

beforeAll(async () => {
	for (const layout of LAYOUTS)
		await openStudy(fetchWorker, KEY, stoppable(`stop-${layout}`, layout), "?acceptLateReplies=true");
	await openStudy(fetchWorker, KEY, servedStudy("no-stop", "single"), "?acceptLateReplies=true");
});

type Asked = { readonly who: Participant; readonly step: string };

async function atMessage(slug: string, id: string): Promise<Asked> {
	const who = await enrol(fetchWorker, KEY, slug, id);
	const view = await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
	return { who, step: view.step?.id ?? "" };
}
const ask = ({ who, step }: Asked, text: string) =>
	post(fetchWorker, who, step, { text }, { Accept: "text/event-stream" });
const stop = ({ who, step }: Asked, key = who.token) =>
	send(`/v1/sessions/${who.session}/steps/${step}/stop`, { method: "POST", key, json: {} });
const follow = ({ who, step }: Asked, lastEventId?: string) =>
	fetchWorker(`/v1/sessions/${who.session}/steps/${step}/stream`, {
		headers: { Authorization: `Bearer ${who.token}`, ...(lastEventId ? { "Last-Event-ID": lastEventId } : {}) },
	});

async function viewOf(response: Response): Promise<SessionView> {
	expect(response.status).toBe(200);
	return sessionViewSchema.parse(await readJson(response));
}

/** The replies of the last turn, as the view shows them. */
function shownIn({ step, conversation }: SessionView): readonly { text: string; stopped?: true | undefined }[] {
	if (step?.kind === "choice") return step.candidates;
	const messages = conversation?.messages ?? [];
	return messages.slice(messages.findLastIndex(({ role }) => role === "participant") + 1);
}

const isDelta = ({ data }: StreamEvent): boolean => data?.type === "text-delta";

/** Reads until this many pieces of text came, then stops the reply beside the open stream. */
async function stopped(asked: Asked, pieces = 6) {
	const stream = events(await ask(asked, LONG));
	const list: StreamEvent[] = [];
	let answered: Response | null = null;
	for await (const event of stream) {
		list.push(event);
		if (answered === null && list.filter(isDelta).length >= pieces) answered = await stop(asked);
	}
	if (!answered) throw new Error("the reply ended before it was stopped");
	return { list, view: await viewOf(answered) };
}

/** Side by side, because each test waits for its reply. Those that abort all objects come after them. */
describe.concurrent.each(LAYOUTS)("a reply that is stopped in the layout %s", (layout) => {
	it("keeps what every candidate has shown, and the open stream ends with that", async () => {
		const { list, view } = await stopped(await atMessage(`stop-${layout}`, "stopper"));
		const streamed = Object.values(textsOf(list));
		expect(shownIn(view).map(({ text }) => text)).toEqual(streamed);
		expect(shownIn(view).every((reply) => reply.stopped === true)).toBe(true);
		expect(new Set(streamed.map(({ length }) => length)).size).toBe(1);
		expect(streamed[0]?.length).toBeLessThan(LONG.length / 4);
		expect(view.step?.kind).toBe(layout === "best-of" ? "choice" : "message");
		expect(list.slice(-3).map(({ data }) => data?.type ?? "done")).toEqual(["data-view", "finish", "done"]);
		expect(list.at(-3)?.data?.data).toEqual(view);
	});

	it("answers a repeat the same, and sends every later reader the same bytes", async () => {
		const asked = await atMessage(`stop-${layout}`, "again");
		const { list, view } = await stopped(asked);
		expect(await viewOf(await stop(asked))).toEqual(view);
		const anew = await collect(events(await follow(asked)));
		expect(textsOf(anew)).toEqual(textsOf(list));
		const cut = list.filter(isDelta)[2]?.id;
		const [before, rest] = [
			list.slice(0, list.findIndex(({ id }) => id === cut) + 1),
			events(await follow(asked, cut)),
		];
		expect(textsOf([...before, ...(await collect(rest))])).toEqual(textsOf(list));
	});

	it("is stored as stopped, at a time that follows only from its length, in both arms", async () => {
		const asked = await atMessage(`stop-${layout}`, "stored");
		await stopped(asked, 4);
		await drain(asked.who.session);
		const found = await rows<{ text: string; stopped: number; ms: number }>(
			`SELECT candidates.text, candidates.stopped,
				round((julianday(candidates.stopped_at) - julianday(turns.sent_at)) * 86400000) AS ms
				FROM candidates JOIN turns ON turns.id = candidates.turn_id WHERE candidates.session_id = ?`,
			asked.who.session,
		);
		expect(found).toHaveLength(layout === "single" ? 1 : 2);
		for (const { text, stopped: marked, ms } of found)
			expect([marked, ms]).toEqual([1, presentationMs(text.length, PACE)]);
	});
});

describe.concurrent("a stop with nothing to stop", () => {
	it("changes nothing after the reply was shown", async () => {
		const asked = await atMessage("stop-single", "late");
		await collect(events(await ask(asked, "Hi.")));
		const before = await see(fetchWorker, asked.who);
		expect(await viewOf(await stop(asked))).toEqual(before);
		expect(shownIn(before)[0]).not.toHaveProperty("stopped");
	});

	it("changes nothing before the first text, and the reply continues", async () => {
		const asked = await atMessage("stop-single", "early");
		const reply = await ask(asked, "[[hold-early:early]] Hi.");
		expect((await viewOf(await stop(asked))).step?.kind).toBe("generating");
		await fetch(new URL("/release?key=early", inject("modelServerUrl")), { method: "POST" });
		expect(Object.values(textsOf(await collect(events(reply)))).join("")).toContain("Does that help?");
	});

	it.each([
		["a study without `stop`", "no-stop"],
		["a step that was not answered", "stop-single"],
	])("is refused in %s", async (_where, slug) => {
		const asked = await atMessage(slug, "refused");
		if (slug === "no-stop") await answer(fetchWorker, asked.who, asked.step, { text: "Hi." });
		const refusal = await stop(asked);
		expect(refusal.status).toBe(404);
		expect(await problemIn(refusal)).toMatchObject({ code: "not_found" });
	});

	it("is refused without the session's token", async () => {
		const asked = await atMessage("stop-single", "stranger");
		expect((await stop(asked, "wrong")).status).toBe(404);
	});
});

describe("after a stop", () => {
	/** The objects are aborted, because an eviction would wait for the end of the reply. */
	it("keeps the text through an eviction, also when it was stopped just after one", async () => {
		const asked = await atMessage("stop-single", "evicted");
		const seen = await collect(events(await ask(asked, LONG)), (event) => isDelta(event) && event.id.length > 0);
		await abortAllDurableObjects();
		const view = await viewOf(await stop(asked));
		const [reply] = shownIn(view);
		expect(reply?.stopped).toBe(true);
		expect(reply?.text.startsWith(Object.values(textsOf(seen)).join(""))).toBe(true);
		await abortAllDurableObjects();
		expect(await see(fetchWorker, asked.who)).toEqual(view);
	});

	it("takes the next message at once", async () => {
		const asked = await atMessage("stop-single", "goes-on");
		const { view } = await stopped(asked);
		const next = await answer(fetchWorker, asked.who, view.step?.id ?? "", { text: "Shorter, please." });
		const replies = next.conversation?.messages.filter(({ role }) => role === "assistant") ?? [];
		expect(replies.map((reply) => reply.stopped)).toEqual([true, undefined]);
	});
});
