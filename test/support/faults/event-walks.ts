import { expect } from "vitest";
import type { SessionView, StepView } from "../../../src/session/view/view-schema.ts";
import { readJson, type Sent, send } from "../http/http.ts";
import { answer, type Credentials, enrol, plausible, post, see, walk } from "../http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../http/worker.ts";
import { collect, events, type StreamEvent, textsOf } from "../replies/event-stream.ts";
import { allocatorAnswers, moveToPast, TEN_MINUTES_MS } from "../sessions/lapsed-place.ts";
import { alarmUntilServed, dropMemory, patientFetch, untilAnswered } from "./deaths.ts";
import { FULL, PROLIFIC, SINGLE, STOPPABLE } from "./event-studies.ts";
import { makeDue } from "./session-faults.ts";
import { finish, idsOfReplies, Ledger } from "./session-walk.ts";

/** A session whose object dies after each event. Whoever asks for something repeats it. */
export type EventWalk = (id: string) => Promise<Credentials>;

const HUNDRED_DAYS_MS = 100 * 24 * 3_600_000;
const BY_RESEARCHER = { reason: "The participant wrote to us." };

const begin = (id: string, slug = SINGLE, more: object = {}) => enrol(patientFetch, KEY, slug, id, more);
const at = (who: Credentials, kind: StepView["kind"]) => walk(patientFetch, who, ({ step }) => step?.kind === kind);
const give = (who: Credentials, view: SessionView, given: unknown) =>
	answer(patientFetch, who, view.step?.id ?? "", given);
const end = (who: Credentials) => finish(who, new Ledger(), patientFetch);

/** A call that has to succeed in the end. */
async function ask(path: string, sent: Sent): Promise<Response> {
	const response = await untilAnswered(() => send(path, { method: "POST", ...sent }));
	expect(response.ok).toBe(true);
	return response;
}

const byResearcher = ({ session }: Credentials, what: string, json: object, slug = SINGLE) =>
	ask(`/v1/studies/${slug}/sessions/${session}/${what}`, { json: { ...BY_RESEARCHER, ...json } });

/** At its first message, with a reserved place. */
async function reserved(id: string, slug = SINGLE): Promise<Credentials & { readonly view: SessionView }> {
	const who = await begin(id, slug);
	return { ...who, view: await at(who, "message") };
}

async function letPass(session: string, ms: number): Promise<void> {
	await moveToPast(session, ms);
	await dropMemory(session);
}

/** What came until the object died. The end of a reply is an event. */
async function untilBroken(response: Response): Promise<readonly StreamEvent[]> {
	const list: StreamEvent[] = [];
	const read = async () => {
		for await (const event of events(response)) list.push(event);
	};
	await expect(read()).rejects.toThrow();
	expect(list.at(-1)?.data).not.toBeNull();
	return list;
}

const follow = ({ session, token }: Credentials, step: string, lastEventId?: string) =>
	untilAnswered(() =>
		fetchWorker(`/v1/sessions/${session}/steps/${step}/stream`, {
			headers: { Authorization: `Bearer ${token}`, ...(lastEventId && { "Last-Event-ID": lastEventId }) },
		}),
	);

/** Somebody who answers a form with this instead. */
const withAnswer =
	(given: Readonly<Record<string, unknown>>, status: SessionView["status"]): EventWalk =>
	async (id) => {
		const who = await begin(id);
		const view = await at(who, "form");
		const { answers } = plausible(view.step as StepView) as { answers: object };
		expect(await give(who, view, { answers: { ...answers, ...given } })).toMatchObject({ status });
		return who;
	};

export const EVENT_WALKS = {
	"declines to take part": async (id) => {
		const who = await begin(id);
		expect(await give(who, who.view, { accept: false })).toMatchObject({ status: "declined" });
		return who;
	},
	"is too young": withAnswer({ age: 10 }, "screened_out"),
	"fails an attention check": withAnswer({ check: "first" }, "failed_checks"),
	"finds the study full": async (id) => {
		for (const other of ["one", "two"]) expect((await reserved(other, FULL)).view.status).toBe("active");
		const who = await begin(id, FULL);
		expect((await at(who, "message")).status).toBe("full");
		return who;
	},
	"leaves while the allocator does not answer": async (id) => {
		const who = await begin(id);
		const repaired = await allocatorAnswers(SINGLE, "allocate", () => Promise.reject(new Error("down")));
		await at(who, "retry");
		for (const _ of [2, 3]) {
			await letPass(who.session, 20_000);
			await see(patientFetch, who);
		}
		const view = await see(patientFetch, who);
		expect(view.step).toMatchObject({ kind: "retry", canEnd: true });
		expect(await give(who, view, { end: true })).toMatchObject({ status: "full", exit: { reason: "completed" } });
		await repaired();
		return who;
	},
	"returns after the place lapsed": async (id) => {
		const who = await reserved(id);
		await letPass(who.session, TEN_MINUTES_MS);
		await alarmUntilServed(who.session);
		await end(who);
		return who;
	},
	"returns after a researcher released the place": async (id) => {
		const who = await reserved(id);
		await byResearcher(who, "release", {});
		await give(who, await see(patientFetch, who), { text: "Hello" });
		return who;
	},
	"leaves a conversation whose model fails": async (id) => {
		const who = await reserved(id);
		let view = await give(who, who.view, { text: "[[cut]] how are you?" });
		view = await give(who, view, { retry: true });
		expect(view.step).toMatchObject({ kind: "retry", canEnd: true });
		await give(who, view, { end: true });
		await end(who);
		return who;
	},
	"talks with a model that names itself": async (id) => {
		const who = await reserved(id);
		const view = await give(who, who.view, { text: "[[identifies]] who are you?" });
		expect(view.conversation?.messages).toHaveLength(2);
		return who;
	},
	"keeps the last reply on the screen": async (id) => {
		const who = await reserved(id);
		let view = who.view;
		for (const text of ["One", "Two"]) view = await give(who, view, { text, stays: true });
		expect(view.step).toMatchObject({ kind: "message", canEnd: true });
		await end(who);
		return who;
	},
	"reports a reply": async (id) => {
		const who = await reserved(id);
		const [message] = idsOfReplies(await give(who, who.view, { text: "Hello" }));
		const json = { message, kind: "harmful", note: "Not nice." };
		await ask(`/v1/sessions/${who.session}/reports`, { key: who.token, json });
		return who;
	},
	"reads a reply from a stream that breaks": async (id) => {
		const who = await reserved(id);
		const step = who.view.step?.id ?? "";
		const headers = { Accept: "text/event-stream" };
		const posted = await untilAnswered(() => post(fetchWorker, who, step, { text: "Hello" }, headers));
		const before = await untilBroken(posted);
		const rest = await collect(events(await follow(who, step, before.at(-1)?.id)));
		expect(rest.at(-1)?.data).toBeNull();
		expect(textsOf([...before, ...rest])).toEqual(textsOf(await collect(events(await follow(who, step)))));
		return who;
	},
	"stops a reply": async (id) => {
		const who = await reserved(id, STOPPABLE);
		const step = who.view.step?.id ?? "";
		const headers = { Accept: "text/event-stream" };
		const reply = await untilAnswered(() => post(fetchWorker, who, step, { text: "On and on. ".repeat(30) }, headers));
		await collect(events(reply), ({ data }) => data?.type === "text-delta");
		const stopped = await ask(`/v1/sessions/${who.session}/steps/${step}/stop`, { key: who.token, json: {} });
		expect(await readJson(stopped)).toMatchObject({ conversation: { messages: [{}, { stopped: true }] } });
		return who;
	},
	"is sent again with another address to return to": async (id) => {
		const first = { participant: { id, source: "test" }, returnUrl: "https://survey.example/one" };
		const path = `/v1/studies/${PROLIFIC}/sessions`;
		const who = (await (await ask(path, { json: first })).json()) as Credentials;
		await ask(path, { json: { ...first, returnUrl: "https://survey.example/two" } });
		expect((await end(who)).exit?.redirectUrl).toContain("https://survey.example/two");
		return who;
	},
	"never comes back": async (id) => {
		const who = await reserved(id);
		await letPass(who.session, HUNDRED_DAYS_MS);
		await makeDue(who.session, "expiry");
		await alarmUntilServed(who.session);
		expect(await see(patientFetch, who)).toMatchObject({ status: "expired" });
		return who;
	},
	withdraws: async (id) => {
		const who = await reserved(id);
		await ask(`/v1/sessions/${who.session}/withdraw`, { key: who.token, json: { erase: false } });
		expect(await see(patientFetch, who)).toMatchObject({ status: "withdrawn" });
		return who;
	},
	"has all data erased": async (id) => {
		const who = await reserved(id);
		await give(who, who.view, { text: "Forget me." });
		await drain(who.session);
		const erased = await ask(`/v1/sessions/${who.session}/withdraw`, { key: who.token, json: { erase: true } });
		expect(await readJson(erased)).toMatchObject({ erased: true });
		await drain(who.session);
		expect(await rows("SELECT 1 FROM turns WHERE session_id = ?", who.session)).toEqual([]);
		return who;
	},
	"is under way when the settings change": async (id) => {
		const who = await begin(id);
		await drain(who.session);
		await ask(`/v1/studies/${SINGLE}/settings`, { method: "PATCH", json: { ...BY_RESEARCHER, expiresAfter: "PT4H" } });
		expect((await at(who, "message")).status).toBe("active");
		return who;
	},
	"is ended by a researcher": async (id) => {
		const who = await reserved(id);
		await byResearcher(who, "end", { exit: "completed" });
		expect(await see(patientFetch, who)).toMatchObject({ status: "withdrawn", exit: { reason: "completed" } });
		return who;
	},
} as const satisfies Record<string, EventWalk>;
