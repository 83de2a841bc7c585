import type { Env } from "../../env.ts";
import type { SessionView } from "../../session/view/view-schema.ts";
import type { Clock } from "../../shared/clock.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { converse } from "./converse.ts";
import { judge } from "./judge.ts";
import type { ModelStore } from "./model-store.ts";
import { ERASED, type Person } from "./people-store.ts";
import { personaFor, personaHash } from "./persona-for.ts";
import type { Run, RunStore } from "./run-store.ts";
import { Simulator } from "./simulator.ts";
import { type Decide, type Enrolled, scripted, Walk } from "./walk.ts";

/** An error may be temporary. After so many in a row, the participant fails. */
const MOST_ERRORS = 8;
const ERASED_MEANWHILE = { kind: "failed", reason: ERASED } as const;
const PROFILE_INCOMPLETE = { kind: "failed", reason: "profile_incomplete" } as const;

/** Ends of a session at which a simulated participant could not take part. The other ends are what people do too. */
const KEPT_OUT: readonly string[] = ["screened_out", "full", "expired"];

/** What is left of one call of the alarm. All runs of the study share it. */
export type Turn = { readonly untilMs: number; steps: number; waits: boolean };

/** What the runs of a study work with. */
export type World = {
	readonly env: Env;
	readonly store: ModelStore;
	readonly clock: Clock;
	readonly transaction: (work: () => void) => void;
};

/**
 * What one run does within one turn. Every change of a participant is stored at once, so that an object that dies goes on
 * from there.
 */
export class RunTurn {
	readonly #world: World;
	readonly #runs: RunStore;
	readonly #run: Run;
	readonly #study: StudyRecord;
	readonly #turn: Turn;

	constructor(world: World, runs: RunStore, { run, study, turn }: { run: Run; study: StudyRecord; turn: Turn }) {
		this.#world = world;
		this.#runs = runs;
		this.#run = run;
		this.#study = study;
		this.#turn = turn;
	}

	/** Takes each participant on, as many at a time as the run allows, until nobody can go on or the turn is over. */
	async advance(): Promise<void> {
		const startedAtMs = this.#world.clock();
		const tasks = new Set<Promise<void>>();
		const finish = (person: Person) => {
			const task = this.#finish(person).finally(() => tasks.delete(task));
			tasks.add(task);
		};
		for (const person of this.#runs.people.inside(this.#run.run)) finish(person);
		while (this.#goesOn()) {
			if (tasks.size >= this.#run.spec.concurrency) {
				await Promise.race(tasks);
				continue;
			}
			const person = this.#runs.people.nextToEnter(this.#run.run);
			if (!person) break;
			if (this.#run.spec.condition === "judge") {
				this.#runs.people.move(this.#run.run, person.place, "inside");
				finish(person);
				continue;
			}
			const entered = await this.#enter(person);
			if (entered === null) break;
			if (entered.status === "inside") finish(entered);
		}
		await Promise.all(tasks);
		this.#runs.addActive(this.#run.run, this.#world.clock() - startedAtMs);
	}

	/** Up to the first conversation. Null if somebody has to wait, and with them everybody behind. */
	async #enter(person: Person): Promise<Person | null> {
		const reached = await this.#attempt(person, async () => {
			const walk = await this.#walk(person);
			if (!walk) return PROFILE_INCOMPLETE;
			const at = person.session === null ? await walk.enrol() : enrolledOf(person);
			if ("kind" in at) return at;
			if (person.session === null) this.#runs.people.enrolled(this.#run.run, person.place, at);
			// Their person was erased while they enrolled, so nobody knows this session.
			if (this.#runs.people.isErased(this.#run.run, person.place)) {
				await walk.erase(at);
				return ERASED_MEANWHILE;
			}
			return this.#walkUntil(walk, at, hasEntered);
		});
		if (reached === "wait") return null;
		const status = reached === "failed" ? "failed" : reached.step === null ? "done" : "inside";
		if (reached !== "failed" && status === "inside") this.#runs.people.move(this.#run.run, person.place, "inside");
		if (reached !== "failed" && status === "done") this.#end(person, reached);
		const now = this.#runs.people.inside(this.#run.run).find(({ place }) => place === person.place);
		return now ?? { ...person, status };
	}

	/** To the end of the study, or of this turn. */
	async #finish(person: Person): Promise<void> {
		if (this.#run.spec.condition === "judge") return this.#judge(person);
		const reached = await this.#attempt(person, async () => {
			const walk = await this.#walk(person);
			return walk ? this.#walkUntil(walk, enrolledOf(person), () => false) : PROFILE_INCOMPLETE;
		});
		if (typeof reached !== "string" && reached.step === null) this.#end(person, reached);
	}

	async #judge(person: Person): Promise<void> {
		try {
			const filled = await personaFor(this.#world.env, this.#study, this.#run.spec, person);
			if (!filled.ok) return this.#runs.people.move(this.#run.run, person.place, "failed", PROFILE_INCOMPLETE.reason);
			const persona = filled.value;
			this.#runs.people.setPersona(this.#run.run, person.place, personaHash(persona));
			const judged = await judge({
				...this.#world,
				study: this.#study,
				run: this.#run,
				person,
				persona,
				simulator: this.#simulator(),
			});
			if (judged === "wait") return;
			if (judged === "done") this.#runs.people.move(this.#run.run, person.place, "done");
			else this.#runs.people.move(this.#run.run, person.place, "failed", judged.reason);
			this.#world.store.forget(this.#run.run, person.place);
		} catch {
			this.#turn.waits = true;
			if (this.#runs.people.countError(this.#run.run, person.place) >= MOST_ERRORS)
				this.#runs.people.move(this.#run.run, person.place, "failed", "error");
		}
	}

	async #walkUntil(walk: Walk, at: Enrolled, isThere: (view: SessionView) => boolean) {
		let seen = await walk.look(at);
		let retried = false;
		while (seen.kind === "at" && seen.view.step !== null && !isThere(seen.view)) {
			if (!this.#goesOn()) return { kind: "stopped" } as const;
			const isRetry = seen.view.step.kind === "retry";
			// A second retry at once would only fail again.
			if (isRetry && retried) return { kind: "wait" } as const;
			retried = isRetry;
			this.#turn.steps -= 1;
			seen = await walk.step(at, seen.view);
		}
		return seen;
	}

	/** An error of another object or of D1 counts against the participant only if it is repeated. */
	async #attempt(
		{ place }: Person,
		walk: () => Promise<Awaited<ReturnType<Walk["look"]>>>,
	): Promise<SessionView | "wait" | "failed"> {
		try {
			const reached = await walk();
			this.#runs.people.clearErrors(this.#run.run, place);
			if (reached.kind === "at") return reached.view;
			if (reached.kind === "failed") this.#runs.people.move(this.#run.run, place, "failed", reached.reason);
			else if (reached.kind === "wait") this.#turn.waits = true;
			return reached.kind === "failed" ? "failed" : "wait";
		} catch {
			this.#turn.waits = true;
			if (this.#runs.people.countError(this.#run.run, place) < MOST_ERRORS) return "wait";
			this.#runs.people.move(this.#run.run, place, "failed", "error");
			return "failed";
		}
	}

	#end({ place }: Person, { status }: SessionView): void {
		if (KEPT_OUT.includes(status)) this.#runs.people.move(this.#run.run, place, "failed", status);
		else this.#runs.people.move(this.#run.run, place, "done");
		this.#world.store.forget(this.#run.run, place);
	}

	/** Null if the person lacks a field of the persona's template. */
	async #walk(person: Person): Promise<Walk | null> {
		const decide = this.#run.spec.condition === "scripted" ? scripted : await this.#byModel(person);
		return decide && new Walk(person, { env: this.#world.env, study: this.#study, run: this.#run, decide });
	}

	async #byModel(person: Person): Promise<Decide | null> {
		const filled = await personaFor(this.#world.env, this.#study, this.#run.spec, person);
		if (!filled.ok) return null;
		const persona = filled.value;
		const hash = personaHash(persona);
		if (person.personaHash !== hash) this.#runs.people.setPersona(this.#run.run, person.place, hash);
		return converse({ persona, person, simulator: this.#simulator(), store: this.#world.store });
	}

	#simulator(): Simulator {
		const run = this.#run;
		const { protocol } = this.#study;
		const named = protocol.models[this.#run.spec.model ?? ""];
		if (!named) throw new Error("the protocol has no such model");
		const { temperature } = this.#run.spec;
		const model = temperature === undefined || named.provider === "rehearsal" ? named : { ...named, temperature };
		const stop = () => {
			const now = this.#runs.find(this.#run.run);
			if (now?.status === "running") this.#runs.setStatus(now.run, "budget", null);
		};
		return new Simulator({ ...this.#world, run, model, runs: this.#runs, stop });
	}

	#goesOn(): boolean {
		const { steps, untilMs } = this.#turn;
		return steps > 0 && this.#world.clock() < untilMs && this.#runs.find(this.#run.run)?.status === "running";
	}
}

/** Participants who see a conversation have been randomised. */
const hasEntered = (view: SessionView): boolean => view.conversation !== null;

function enrolledOf({ session, token }: Person): Enrolled {
	if (session === null || token === null) throw new Error("a participant who has not enrolled");
	return { session, token };
}
