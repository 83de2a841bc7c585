import type { Env } from "../../env.ts";
import { type WholeReply, wholeReply } from "../../models/calls/whole-reply.ts";
import type { Model } from "../../protocol/schema/schema.ts";
import { below } from "../../randomisation/draw/generator.ts";
import { timerWait } from "../../replies/wait.ts";
import type { Json } from "../../shared/json.ts";
import type { DeviationKind } from "../model/message-faults.ts";
import { askedAgain, type Task } from "../model/tasks.ts";
import type { Draws } from "../policy/draws.ts";
import type { ModelStore, StoredAnswer } from "./model-store.ts";
import type { Person, Run, RunStore } from "./run-store.ts";

/** What was read from a reply. `answer` is null if there is none to send; `faults` say what is wrong with it. */
export type ReadReply = {
	readonly answer: Json | null;
	readonly faults: readonly { readonly kind: DeviationKind; readonly detail: string }[];
	/** Counted, but no reason to ask again. */
	readonly counted: readonly DeviationKind[];
};

export type Question = {
	/** The id under which the answer is kept. */
	readonly id: string;
	/** The name of the step, the same in every run. The model's seed follows from it. */
	readonly name: string;
	readonly task: Task;
	readonly read: (reply: Pick<WholeReply, "text" | "isCut">) => ReadReply;
};

export type SimulatorDeps = {
	readonly env: Env;
	readonly run: Run;
	readonly model: Model;
	readonly runs: RunStore;
	readonly store: ModelStore;
	readonly clock: () => number;
	readonly transaction: (work: () => void) => void;
	/** The budget is spent. */
	readonly stop: () => void;
};

const CALLS = 4;
const TIMEOUT_MS = 60_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
const MOST_CHARACTERS = 20_000;
const ATTEMPTS = 2;

/** The server does not take structured output: the same request is sent without. */
const isRefusal = (reply: WholeReply): boolean => reply.failure?.reason === "refused";

/** Asks the simulating model, at most twice a step, and keeps what it answered before anything is sent. */
export class Simulator {
	readonly #deps: SimulatorDeps;

	constructor(deps: SimulatorDeps) {
		this.#deps = deps;
	}

	/** Null: the budget is spent. Throws if the model does not answer. */
	async ask(person: Person, draws: Draws, question: Question): Promise<StoredAnswer | null> {
		const { run, store } = this.#deps;
		const known = store.answer(run.run, person.place, question.id);
		if (known) return known;
		const deviations: DeviationKind[] = [];
		let { task } = question;
		let read: ReadReply = { answer: null, faults: [], counted: [] };
		for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
			if (this.#isSpent()) return null;
			const reply = await this.#call(person, draws, question.name, task, attempt);
			read = question.read(reply);
			deviations.push(...new Set(read.faults.map(({ kind }) => kind)));
			if (read.faults.length === 0) break;
			task = askedAgain(
				task,
				reply.text,
				read.faults.map(({ detail }) => detail),
			);
		}
		deviations.push(...read.counted);
		const [fault] = read.faults;
		const answer: StoredAnswer =
			read.answer === null
				? { kind: "fail", reason: fault?.kind ?? "no_answer" }
				: { kind: "answer", answer: read.answer };
		this.#deps.transaction(() => {
			store.keep(run.run, person.place, question.id, answer);
			for (const kind of deviations) this.#note(person, question.name, kind);
		});
		return answer;
	}

	#note({ place }: Person, step: string, kind: DeviationKind): void {
		const { run, runs, store, clock } = this.#deps;
		runs.addDeviation(run.run, kind);
		store.send({ into: "deviations", row: { run: run.run, place, step, kind, atMs: clock() } });
	}

	/** Also a call that fails is recorded. A pause between calls grows, or is what the server asks for. */
	async #call(person: Person, draws: Draws, name: string, task: Task, attempt: number): Promise<WholeReply> {
		const { env, model, clock } = this.#deps;
		const seed = below(draws("model", name, attempt), 2 ** 32);
		let { schema } = task as { schema: unknown };
		for (let call = 1; ; call += 1) {
			const asked = { ...task, schema, seed, clock, timeoutMs: TIMEOUT_MS, characters: MOST_CHARACTERS };
			const reply = await wholeReply({ bindings: env, atOnce: true }, model, asked);
			this.#record(person, name, task, attempt, reply);
			if (reply.failure === null) return reply;
			const isWithout = isRefusal(reply) && schema !== null;
			if (isWithout) schema = null;
			if (call >= CALLS || (!reply.failure.retryable && !isWithout))
				throw new Error("the simulating model does not answer");
			const pauseMs = reply.failure.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (call - 1);
			if (!isWithout) await timerWait(Math.min(pauseMs, LONGEST_PAUSE_MS), new AbortController().signal);
		}
	}

	#record({ place, twin }: Person, step: string, task: Task, attempt: number, reply: WholeReply): void {
		const { run, runs, store, clock, transaction } = this.#deps;
		const { inputTokens, outputTokens, cost, currency } = reply;
		const prompt = JSON.stringify([{ role: "system", text: task.system }, ...task.thread]);
		transaction(() => {
			runs.addSpending(run.run, (inputTokens ?? 0) + (outputTokens ?? 0), cost ?? 0);
			store.send({
				into: "calls",
				row: {
					...{ run: run.run, place, twin, step, attempt, model: run.spec.model ?? "", prompt },
					...{ inputTokens, outputTokens, cost: cost ?? null, currency: currency ?? null },
					reply: reply.failure ? null : reply.text,
					failure: reply.failure?.reason ?? null,
					atMs: clock(),
				},
			});
		});
		if (this.#isSpent()) this.#deps.stop();
	}

	#isSpent(): boolean {
		const { run, runs } = this.#deps;
		const now = runs.find(run.run);
		const { tokens = Number.POSITIVE_INFINITY, cost = Number.POSITIVE_INFINITY } = run.spec.budget;
		return !now || now.tokens >= tokens || now.cost >= cost;
	}
}
