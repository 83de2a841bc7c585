import { chance } from "../../src/randomisation/draw/generator.ts";
import type { SessionView, StepView } from "../../src/session/view/view-schema.ts";
import { answerOf, otherAnswer, type Place } from "./answers.ts";
import { arrive } from "./arrival.ts";
import type { Killer } from "./killer.ts";
import type { AnswerKind, End, Ledger, SentAnswer } from "./ledger.ts";
import type { Course, Script } from "./plan.ts";
import { ReplyStream } from "./reply-stream.ts";
import { type Activity, post, type Reply, type Requests } from "./requests.ts";
import { BEFORE_ALLOCATION, formTitled } from "./studies.ts";
import type { Waits } from "./waits.ts";

export type Deps = {
	readonly ledger: Ledger;
	readonly killer: Killer;
	readonly requests: Requests;
	readonly waits: Waits;
	readonly key: string;
};

const MOST_STEPS = 60;
const POLL_MS = 100;
/** The share of answers that are sent twice at once, and the share that are sent again after the acknowledgement and then with other content. */
const TWICE_SHARE = 0.1;
const AGAIN_SHARE = 0.15;

const ENDS: Readonly<Record<Course, End>> = {
	complete: "completed",
	decline: "declined",
	"too young": "screened_out",
	"fail check": "failed_checks",
	withdraw: "withdrawn",
	erase: "erased",
	stay: "active",
};

/** One participant who follows a script, from enrolment to the end. */
export class Participant {
	readonly #script: Script;
	readonly #deps: Deps;
	#session = "";
	#token = "";
	#acknowledged = 0;

	constructor(script: Script, deps: Deps) {
		[this.#script, this.#deps] = [script, deps];
	}

	async walk(): Promise<void> {
		const { course, leavesAfter, id: participant, layout } = this.#script;
		let view = await this.#enrol();
		const person = {
			...{ participant, layout, session: this.#session, expected: ENDS[course] },
			status: view.status as string,
		};
		this.#deps.ledger.people.push(person);
		const leaves = course === "withdraw" || course === "erase" || course === "stay";
		for (let steps = 0; view.step; steps += 1) {
			if (steps > MOST_STEPS) throw new Error(`${participant} does not come to an end`);
			if (leaves && this.#acknowledged >= leavesAfter) break;
			view = await this.#goOn(view, view.step);
			this.#see(view);
			person.status = view.status;
		}
		if (leaves && course !== "stay") person.status = await this.#withdraw(course === "erase");
	}

	async #enrol(): Promise<SessionView> {
		const { requests, waits, key } = this.#deps;
		const kind = `enrolment by ${this.#script.arrival}`;
		const reply = await waits.measure(kind, requests, () => arrive(this.#script, requests, key));
		const { session, token } = this.#expected<{ session: string; token: string }>(reply, "an enrolment");
		this.#deps.killer.acknowledge();
		[this.#session, this.#token] = [session, token];
		return this.#look("view");
	}

	async #goOn(view: SessionView, step: StepView): Promise<SessionView> {
		if (step.kind === "generating") {
			await new Promise((resolve) => setTimeout(resolve, POLL_MS));
			return this.#look("reply");
		}
		const place = this.#placeOf(view, step);
		const answer = answerOf(this.#script, step, place);
		const kind: AnswerKind = "end" in (answer as object) ? "end" : step.kind;
		const sent = this.#deps.ledger.sent({
			...{ participant: this.#script.id, session: this.#session, step: step.id, kind, answer },
			...place,
		});
		const stream = this.#script.draws("manner", kind, place.form ?? "", place.conversation ?? 0, place.turn ?? 0);
		const next =
			kind === "message" || kind === "retry"
				? await this.#ask(sent, step)
				: await this.#answer(sent, chance(stream, TWICE_SHARE));
		if (kind !== "retry" && chance(stream, AGAIN_SHARE)) await this.#again(sent);
		return next;
	}

	/** A form, a consent, a choice. */
	async #answer(sent: SentAnswer, isTwice: boolean): Promise<SessionView> {
		const { requests, waits } = this.#deps;
		const activity = sent.form === BEFORE_ALLOCATION ? "allocation" : "answer";
		const send = () => requests.send(this.#path(sent.step), post(JSON.stringify(sent.answer), this.#token), activity);
		const replies = await waits.measure(activity === "allocation" ? "allocation" : sent.kind, requests, () =>
			Promise.all(isTwice ? [send(), send()] : [send()]),
		);
		const views = replies.map((reply) => this.#expected<SessionView>(reply, JSON.stringify(sent)));
		this.#acknowledge(sent);
		return views[0] as SessionView;
	}

	/** A message, and its reply in this participant's mode. */
	async #ask(sent: SentAnswer, step: StepView): Promise<SessionView> {
		const { waits, requests } = this.#deps;
		if (sent.kind === "message") requests.message = (sent.answer as { text: string }).text;
		return waits.measure(step.kind === "retry" ? "reply after a failure" : "reply", requests, async () => {
			let view = this.#script.mode === "stream" ? await this.#streamed(sent) : await this.#unstreamed(sent);
			while (view.step?.kind === "generating") view = await this.#goOn(view, view.step);
			return view;
		});
	}

	async #unstreamed(sent: SentAnswer): Promise<SessionView> {
		const headers: Record<string, string> = this.#script.mode === "async" ? { Prefer: "respond-async" } : {};
		const init = post(JSON.stringify(sent.answer), this.#token, headers);
		const reply = await this.#deps.requests.send(this.#path(sent.step), init, "reply");
		const view = this.#expected<SessionView>(reply, JSON.stringify(sent));
		this.#acknowledge(sent);
		return view;
	}

	/** Continues from the last event after every cut, until the end of the reply. */
	async #streamed(sent: SentAnswer): Promise<SessionView> {
		const { requests } = this.#deps;
		const read = new ReplyStream();
		const ask = post(JSON.stringify(sent.answer), this.#token, { Accept: "text/event-stream" });
		const follow = () => {
			const last: Record<string, string> = read.lastEventId === null ? {} : { "Last-Event-ID": read.lastEventId };
			return { headers: { Authorization: `Bearer ${this.#token}`, ...last } };
		};
		const reply = await requests.repeat("reply", async (origin, signal) => {
			const path = this.#path(sent.step);
			const request = sent.acknowledged ? ([`${path}/stream`, follow()] as const) : ([path, ask] as const);
			const response = await fetch(origin + request[0], { ...request[1], signal });
			const isStream = response.headers.get("Content-Type")?.startsWith("text/event-stream");
			if (!response.ok || !response.body || !isStream) return { status: response.status, text: await response.text() };
			this.#acknowledge(sent);
			await read.read(response.body);
			if (!read.isDone) throw new Error("the stream was cut");
			return { status: 200, text: JSON.stringify(read.view) };
		});
		const view = this.#expected<SessionView>(reply, JSON.stringify(sent));
		this.#acknowledge(sent);
		if (read.view && view.step?.kind !== "retry") this.#shownByStream(sent, read.texts);
		return view;
	}

	#shownByStream({ conversation, turn }: SentAnswer, texts: Readonly<Record<string, string>>): void {
		for (const [slot, text] of Object.entries(texts))
			this.#show({ conversation: conversation ?? 0, turn: turn ?? 0, slot, text }, "stream");
	}

	/** The same answer again changes nothing; another one is refused. */
	async #again(sent: SentAnswer): Promise<void> {
		const { requests, ledger } = this.#deps;
		const send = (answer: unknown) =>
			requests.send(this.#path(sent.step), post(JSON.stringify(answer), this.#token), "answer");
		this.#expected(await send(sent.answer), `the same once more: ${JSON.stringify(sent)}`);
		const other = await send(otherAnswer(sent.answer));
		const { code } = JSON.parse(other.text) as { code?: string };
		if (other.status !== 409 || code !== "step_already_answered")
			ledger.fault(
				"the first answer counts",
				this.#script.id,
				`${other.status} ${code} for another answer to ${sent.step}`,
			);
	}

	async #withdraw(erase: boolean): Promise<string> {
		const init = post(JSON.stringify({ erase }), this.#token);
		const { requests, waits } = this.#deps;
		const send = () => requests.send(`/v1/sessions/${this.#session}/withdraw`, init, "withdrawal");
		const reply = await waits.measure("withdrawal", requests, send);
		const view = this.#expected<SessionView>(reply, "a withdrawal");
		return view.erased ? "erased" : view.status;
	}

	async #look(activity: Activity): Promise<SessionView> {
		const init = { headers: { Authorization: `Bearer ${this.#token}` } };
		const reply = await this.#deps.requests.send(`/v1/sessions/${this.#session}`, init, activity);
		return this.#expected<SessionView>(reply, "a view");
	}

	/** Every reply of the conversation that is shown, except one that is being written. */
	#see({ conversation, step }: SessionView): void {
		if (!conversation) return;
		let turn = 0;
		for (const { role, text, candidate } of conversation.messages) {
			if (role === "participant") turn += 1;
			else if (step?.kind !== "generating" && step?.kind !== "retry")
				this.#show({ conversation: conversation.index, turn, slot: candidate ?? "a", text }, "view");
		}
		if (step?.kind !== "choice") return;
		for (const { id: slot, text } of step.candidates)
			this.#show({ conversation: conversation.index, turn, slot, text }, "view");
	}

	#show(what: { conversation: number; turn: number; slot: string; text: string }, by: "stream" | "view"): void {
		this.#deps.ledger.show({ participant: this.#script.id, session: this.#session, ...what, by });
	}

	#placeOf({ conversation }: SessionView, step: StepView): Place {
		const said = conversation?.messages.filter(({ role }) => role === "participant").length ?? 0;
		return {
			conversation: conversation?.index ?? null,
			turn: step.kind === "message" ? said + 1 : conversation ? said : null,
			form: step.kind === "form" ? formTitled(this.#script.layout, step.title) : null,
		};
	}

	#acknowledge(sent: SentAnswer): void {
		if (sent.acknowledged) return;
		sent.acknowledged = true;
		if (sent.kind === "retry") return;
		this.#acknowledged += 1;
		this.#deps.killer.acknowledge();
	}

	#expected<T>({ status, text }: Reply, what: string): T {
		if (status >= 200 && status < 300) return JSON.parse(text) as T;
		this.#deps.ledger.fault("an answer is taken", this.#script.id, `${status} ${text.slice(0, 300)} for ${what}`);
		throw new Error(`${this.#script.id}: ${status} for ${what}`);
	}

	#path = (step: string): string => `/v1/sessions/${this.#session}/steps/${step}`;
}
