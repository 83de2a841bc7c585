import { setTimeout } from "node:timers/promises";
import type { SessionView } from "../../src/session/view/view-schema.ts";
import { type RecordedSession, turnAt } from "../capsule/recorded.ts";
import { type Act, actOf, type Progress } from "./act.ts";
import type { Http } from "./http.ts";

type Started = { readonly session: string; readonly token: string; readonly view: SessionView };

/** More than the longest study has. */
const MOST_STEPS = 2000;
const BUSY_MS = 200;
const MOST_WAITS = 150;

/** Sends one recorded session through the participants' routes. */
export class Walker {
	readonly recorded: RecordedSession;
	readonly #http: Http;
	readonly #study: string;
	/** Chooses the answer to a step. The stand-in of an erased participant has another one. */
	readonly #decide: typeof actOf;
	#started: Started | null = null;
	#progress: Progress = { forms: 0, conversation: 0 };
	readonly #reported = new Set<string>();

	constructor(
		recorded: RecordedSession,
		{ http, study, decide = actOf }: { http: Http; study: string; decide?: typeof actOf },
	) {
		this.recorded = recorded;
		this.#http = http;
		this.#study = study;
		this.#decide = decide;
	}

	/** The session's id in the replay; null before it arrived. */
	get session(): string | null {
		return this.#started?.session ?? null;
	}

	/** Arrives, under an id that the study accepts. */
	async arrive(id: string): Promise<void> {
		if (this.#started) return;
		const { source, pool, attributes } = this.recorded;
		const participant = { id, source, attributes };
		const body = { participant, ...(pool === "pilot" && source !== "pilot" && { pool }) };
		this.#started = await this.#http.ask("POST", `/v1/studies/${this.#study}/sessions`, body);
	}

	/** Answers steps until `isThere`, until the session ends, or until the record has no further answer. */
	async walk(isThere: (view: SessionView) => boolean = () => false): Promise<SessionView> {
		let view = await this.#look();
		for (let steps = 0; view.step && !isThere(view); steps += 1) {
			if (steps > MOST_STEPS) throw new Error(`The session ${this.recorded.session} does not end.`);
			await this.#report(view);
			const conversation = view.conversation?.index ?? this.#progress.conversation;
			this.#progress = { ...this.#progress, conversation };
			const act = this.#decide(this.recorded, view, view.step, this.#progress);
			if (act.kind === "stop") break;
			view = await this.#answer(view.step.id, act);
		}
		return view;
	}

	/** Ends a session that no answer ended. */
	async end(): Promise<void> {
		const { status, endedByResearcher } = this.recorded;
		const view = await this.walk();
		if (view.step) await this.#report(view);
		if (view.status !== "active") return;
		if (endedByResearcher !== null) return this.#asResearcher("end", { exit: endedByResearcher, reason: AGAIN });
		if (status === "expired") return this.#asResearcher("end", { exit: "expired", reason: AGAIN });
		if (status === "withdrawn") await this.#post("withdraw", {});
	}

	/** Erases a stand-in, as its participant was erased. */
	erase = (): Promise<unknown> => this.#post("withdraw", { erase: true });

	lapse = (): Promise<void> => this.#asResearcher("release", { reason: AGAIN });

	async #answer(step: string, act: Extract<Act, { kind: "answer" }>): Promise<SessionView> {
		for (let waits = 0; ; waits += 1) {
			const answered = await this.#http.send("POST", `${this.#path}/steps/${step}`, act.answer, this.#token);
			if (answered.status === 200) {
				if (act.usesForm) this.#progress = { ...this.#progress, forms: this.#progress.forms + 1 };
				return answered.body as SessionView;
			}
			if (answered.status !== 503 || waits > MOST_WAITS) throw this.#http.refusal(answered);
			await setTimeout(BUSY_MS);
		}
	}

	async #look(): Promise<SessionView> {
		for (let waits = 0; waits < MOST_WAITS; waits += 1) {
			const view = await this.#http.ask<SessionView>("GET", this.#path, undefined, this.#token);
			if (view.step?.kind !== "generating") return view;
			await setTimeout(BUSY_MS);
		}
		throw new Error(`The session ${this.recorded.session} waits for a reply that does not come.`);
	}

	/** Reports of replies that are on the screen now. */
	async #report({ conversation }: SessionView): Promise<void> {
		if (!conversation) return;
		const { index, messages } = conversation;
		let turn = 0;
		for (const { id, role, candidate } of messages) {
			if (role === "participant") turn += 1;
			const said = role === "assistant" ? turnAt(this.recorded, index, turn) : undefined;
			for (const { slot, kind, note } of said?.reports ?? []) {
				if (slot !== (candidate ?? "a") || this.#reported.has(id)) continue;
				this.#reported.add(id);
				await this.#post("reports", { message: id, kind, ...(note !== null && { note }) });
			}
		}
	}

	#post = (what: string, body: object): Promise<unknown> =>
		this.#http.ask("POST", `${this.#path}/${what}`, body, this.#token);

	async #asResearcher(what: string, body: object): Promise<void> {
		await this.#http.ask("POST", `/v1/studies/${this.#study}/sessions/${this.#here.session}/${what}`, body);
	}

	get #here(): Started {
		if (!this.#started) throw new Error(`The session ${this.recorded.session} has not arrived.`);
		return this.#started;
	}

	get #path(): string {
		return `/v1/sessions/${this.#here.session}`;
	}

	get #token(): string {
		return this.#here.token;
	}
}

const AGAIN = "Repeated from the record of the finished study.";
