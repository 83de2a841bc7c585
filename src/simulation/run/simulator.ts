import type { Env } from "../../env.ts";
import { callWithRetries } from "../../models/calls/call-with-retries.ts";
import type { WholeReply } from "../../models/calls/whole-reply.ts";
import type { Model } from "../../protocol/schema/schema.ts";
import { below } from "../../randomisation/draw/generator.ts";
import { timerWait } from "../../replies/wait.ts";
import type { Json } from "../../shared/json.ts";
import type { DeviationKind } from "../model/message-faults.ts";
import { askedAgain, promptText, type Task } from "../model/tasks.ts";
import type { Draws } from "../policy/draws.ts";
import type { ModelStore, StoredAnswer } from "./model-store.ts";
import type { Person } from "./people-store.ts";
import type { Run, RunStore } from "./run-store.ts";

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

const TIMEOUT_SECONDS = 60;
const MOST_CHARACTERS = 20_000;
const ATTEMPTS = 2;

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
			if (this.#isSpent() || this.#isErased(person)) return null;
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
		if (this.#isErased(person)) return null;
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

	#call(person: Person, draws: Draws, name: string, task: Task, attempt: number): Promise<WholeReply> {
		const { env, run, model, clock } = this.#deps;
		const timeoutMs = 1000 * (run.spec.timeout ?? TIMEOUT_SECONDS);
		const seed = below(draws("model", name, attempt), 2 ** 32);
		const asking = {
			...{ bindings: env, atOnce: true, wait: (ms: number) => timerWait(ms) },
			record: (reply: WholeReply) => this.#record(person, name, task, attempt, reply),
		};
		return callWithRetries(asking, model, { ...task, seed, clock, timeoutMs, characters: MOST_CHARACTERS });
	}

	#isErased({ place }: Person): boolean {
		return this.#deps.runs.people.isErased(this.#deps.run.run, place);
	}

	#record(person: Person, step: string, task: Task, attempt: number, reply: WholeReply): void {
		const { run, runs, store, clock, transaction } = this.#deps;
		const { inputTokens, outputTokens, cost, currency } = reply;
		const { place, twin } = person;
		transaction(() => {
			runs.addSpending(run.run, (inputTokens ?? 0) + (outputTokens ?? 0), cost ?? 0);
			if (this.#isErased(person)) return;
			store.send({
				into: "calls",
				row: {
					...{ run: run.run, place, twin, step, attempt, model: run.spec.model ?? "", prompt: promptText(task) },
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
