import { answersKept, leftOut } from "../../src/protocol/answers/condition.ts";
import { below, chance } from "../../src/randomisation/draw/generator.ts";
import { type SessionView, type StepView, sessionViewSchema } from "../../src/session/view/view-schema.ts";
import type { Json } from "../../src/shared/json.ts";
import { unreachable } from "../../src/shared/result.ts";
import { GO_ON } from "../../src/simulation/policy/talks.ts";
import { answerTo } from "./answers.ts";
import type { Api } from "./api.ts";
import { DemoError } from "./demo-error.ts";
import { clamp, likingOf, type Persona } from "./persona.ts";

type Candidates = Extract<StepView, { kind: "choice" }>;
type Message = Extract<StepView, { kind: "message" }>;

/** A step is asked again so often at most: a study whose models are all down has to end, and so does the demo. */
const MAX_RETRIES = 5;

/** One person on the way through any study: shows a step to the persona, posts the answer, and so on until the end. */
export class Driver {
	readonly #session: Api;
	readonly #persona: Persona;
	/** By option of a ranking: `conversation-2`, or the pane `a`. */
	readonly #liking = new Map<string, number>();
	#mood = 50;
	#retries = 0;

	constructor(session: Api, persona: Persona) {
		this.#session = session;
		this.#persona = persona;
	}

	/** `seen` is told of every view, the first one included. Gives the last one. */
	async run(first: SessionView, seen: (view: SessionView) => void): Promise<SessionView> {
		let view = first;
		seen(view);
		while (view.status === "active" && view.step) {
			view = await this.#next(view, view.step);
			this.#take(view);
			seen(view);
		}
		return view;
	}

	async #next({ id, conversation }: SessionView, step: StepView): Promise<SessionView> {
		const session = `/v1/sessions/${id}`;
		if (step.kind === "generating") {
			await this.#session.drain(`${session}/steps/${step.id}/stream`);
			return sessionViewSchema.parse(await this.#session.call("GET", session));
		}
		const answer = this.#answer(step, conversation?.index ?? 1);
		return sessionViewSchema.parse(await this.#session.call("POST", `${session}/steps/${step.id}`, answer));
	}

	#answer(step: Exclude<StepView, { kind: "generating" }>, conversation: number): unknown {
		switch (step.kind) {
			case "consent":
				return { accept: true };
			case "form":
				return this.#fillIn(step.items);
			case "message":
				return this.#say(step, conversation);
			case "choice":
				return this.#choose(step);
			case "retry":
				this.#retries += 1;
				if (this.#retries > MAX_RETRIES) throw new DemoError(`${this.#persona.name} gave up: ${step.problem}`);
				return step.canEnd ? { end: true } : { retry: true };
			default:
				return unreachable(step);
		}
	}

	#fillIn(items: Extract<StepView, { kind: "form" }>["items"]) {
		const mind = { persona: this.#persona, mood: this.#mood, liking: this.#liking };
		const entries = items.map((item) => [item.id, answerTo(item, mind)] as const);
		const given = Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<string, Json>;
		const out = leftOut(items, given);
		return {
			answers: answersKept(items, given),
			shown: items.map(({ id }) => id).filter((id) => !out.includes(id)),
			elapsedMs: 4000 * items.length + below(this.#persona.random, 9000),
		};
	}

	#say({ turn, canEnd, maxLength }: Message, conversation: number) {
		const { talks, random } = this.#persona;
		if (canEnd && chance(random, 0.7)) return { end: true };
		const talk = talks[(conversation - 1) % talks.length];
		const said = turn === 1 ? talk?.opening : talk?.next[turn - 2];
		return { text: (said ?? GO_ON[turn % GO_ON.length] ?? "Please go on.").slice(0, maxLength) };
	}

	#choose({ candidates, scale }: Candidates) {
		const rated = candidates.map(({ id, text }) => ({ id, liking: likingOf(this.#persona, text) }));
		const [best] = [...rated].sort((one, other) => other.liking - one.liking);
		if (!best) throw new DemoError("A choice without candidates.");
		this.#mood = best.liking;
		if (!scale) return { chosen: best.id };
		const scores = rated.map(({ id, liking }) => {
			const steps = Math.round(((liking / 100) * (scale.max - scale.min)) / scale.step);
			return [id, clamp(scale.min + steps * scale.step, scale.min, scale.max)] as const;
		});
		return { chosen: best.id, scores: Object.fromEntries(scores) };
	}

	/** Reads what has been said last, and remembers how it was. */
	#take({ conversation }: SessionView): void {
		if (!conversation) return;
		const lastSaid = conversation.messages.findLastIndex(({ role }) => role === "participant");
		const replies = conversation.messages.slice(lastSaid + 1);
		const likings = replies.map(({ candidate, text }) => [candidate, likingOf(this.#persona, text)] as const);
		if (likings.length === 0) return;
		this.#mood = Math.max(...likings.map(([, liking]) => liking));
		this.#liking.set(`conversation-${conversation.index}`, this.#mood);
		if (conversation.layout !== "side-by-side") return;
		for (const [candidate, liking] of likings) if (candidate) this.#liking.set(candidate, liking);
	}
}
