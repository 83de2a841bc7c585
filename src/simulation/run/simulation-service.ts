import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import type { SessionView } from "../../session/view/view-schema.ts";
import type { Clock } from "../../shared/clock.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { findStudy, type StudyRecord } from "../../studies/study-queries.ts";
import type { Control, ControlRefusal, NewRun, RunState, RunStatus } from "../client.ts";
import { converse, personaFor, personaHash } from "./converse.ts";
import { judge } from "./judge.ts";
import { ModelStore } from "./model-store.ts";
import { Publisher } from "./publisher.ts";
import { type Person, type Run, RunStore } from "./run-store.ts";
import { Simulator } from "./simulator.ts";
import { type Decide, type Enrolled, scripted, Walk } from "./walk.ts";

/** One call of the alarm works for so long and takes so many steps at most: a call has limits of time, CPU and subrequests. */
const TURN_MS = 15_000;
const TURN_STEPS = 200;
/** When nothing can be done at once: a reply is being written, or the study takes nobody for a moment. */
const WAIT_MS = 500;
/** After D1 or another object did not answer. */
const AGAIN_MS = 5_000;
/** An error may be temporary. After so many in a row, the participant fails. */
const MOST_ERRORS = 8;
const LACKS_A_FIELD = { kind: "failed", reason: "profile_incomplete" } as const;

/** Ends of a session at which a simulated participant could not take part. The other ends are what people do too. */
const KEPT_OUT: readonly string[] = ["screened_out", "full", "expired"];

/**
 * The runs of one study. Each alarm takes its runs some steps further and stores every change of a participant at once, so
 * that an object that dies goes on from there: the session refuses no answer that it has already, and takes none twice.
 */
export class SimulationService {
	readonly #storage: DurableObjectStorage;
	readonly #env: Env;
	readonly #clock: Clock;
	readonly #runs: RunStore;
	readonly #store: ModelStore;
	readonly #publisher: Publisher;
	#hasTables: boolean;
	#isServing = false;

	constructor(storage: DurableObjectStorage, env: Env, clock: Clock = Date.now) {
		this.#storage = storage;
		this.#env = env;
		this.#clock = clock;
		this.#runs = new RunStore(storage.sql);
		this.#store = new ModelStore(storage.sql);
		this.#publisher = new Publisher(this.#runs, this.#store, env);
		this.#hasTables = storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'runs'").toArray().length > 0;
	}

	start(run: NewRun): RunState {
		this.#storage.transactionSync(() => {
			this.#runs.createTables();
			this.#store.createTables();
			if (!this.#runs.find(run.run)) this.#runs.insert(run, this.#clock());
		});
		this.#hasTables = true;
		this.#wake(this.#clock());
		const found = this.find(run.run);
		if (!found) throw new Error("the run was not stored");
		return found;
	}

	list(): RunState[] {
		if (!this.#hasTables) return [];
		this.#wakeIfRunning();
		return this.#runs.all().map((run) => this.#runs.stateOf(run));
	}

	find(id: string): RunState | null {
		const run = this.#hasTables ? this.#runs.find(id) : null;
		if (run) this.#wakeIfRunning();
		return run && this.#runs.stateOf(run);
	}

	control(id: string, control: Control): Result<RunState, ControlRefusal> {
		const run = this.#hasTables ? this.#runs.find(id) : null;
		if (!run) return err("unknown");
		const to = next(run.status, control);
		if (to === null) return err("ended");
		if (to !== run.status) this.#setStatus(run, to);
		this.#wake(this.#clock());
		const after = this.#runs.find(id) ?? run;
		return ok(this.#runs.stateOf(after));
	}

	/** The alarm. Never rejects, because the platform stops calling an alarm that fails. */
	async serve(): Promise<void> {
		if (!this.#hasTables || this.#isServing) return;
		this.#isServing = true;
		let againInMs = AGAIN_MS;
		try {
			const turn = { untilMs: this.#clock() + TURN_MS, steps: TURN_STEPS, waits: false };
			for (const run of this.#runs.running()) await this.#advance(run, turn);
			await this.#publisher.publish();
			againInMs = turn.waits ? WAIT_MS : 0;
		} catch {
			// Nothing is lost: what was done is stored, and the next alarm goes on.
		} finally {
			this.#isServing = false;
			if (this.#hasWork()) this.#wake(this.#clock() + againInMs);
		}
	}

	async #advance(run: Run, turn: Turn): Promise<void> {
		const study = await findStudy(database(this.#env.DB), run.studyId);
		if (!study) return this.#setStatus(run, "failed");
		const startedAtMs = this.#clock();
		const tasks = new Set<Promise<void>>();
		const finish = (person: Person) => {
			const task = this.#finish(run, study, person, turn).finally(() => tasks.delete(task));
			tasks.add(task);
		};
		for (const person of this.#runs.inside(run.run)) finish(person);
		while (this.#goesOn(run, turn)) {
			if (tasks.size >= run.spec.concurrency) {
				await Promise.race(tasks);
				continue;
			}
			const person = this.#runs.nextToEnter(run.run);
			if (!person) break;
			if (run.spec.condition === "judge") {
				this.#runs.move(run.run, person.place, "inside");
				finish(person);
				continue;
			}
			const entered = await this.#enter(run, study, person, turn);
			if (entered === null) break;
			if (entered.status === "inside") finish(entered);
		}
		await Promise.all(tasks);
		this.#runs.addActive(run.run, this.#clock() - startedAtMs);
		this.#complete(run);
	}

	/** Up to the first conversation. Null if somebody has to wait, and with them everybody behind. */
	async #enter(run: Run, study: StudyRecord, person: Person, turn: Turn): Promise<Person | null> {
		const reached = await this.#attempt(run, person, turn, async () => {
			const walk = await this.#walk(run, study, person);
			if (!walk) return LACKS_A_FIELD;
			const at = person.session === null ? await walk.enrol() : enrolledOf(person);
			if ("kind" in at) return at;
			if (person.session === null) this.#runs.enrolled(run.run, person.place, at);
			return this.#walkUntil(run, walk, at, turn, hasEntered);
		});
		if (reached === "wait") return null;
		const status = reached === "failed" ? "failed" : reached.step === null ? "done" : "inside";
		if (reached !== "failed" && status === "inside") this.#runs.move(run.run, person.place, "inside");
		if (reached !== "failed" && status === "done") this.#end(run, person, reached);
		const now = this.#runs.inside(run.run).find(({ place }) => place === person.place);
		return now ?? { ...person, status };
	}

	/** To the end of the study, or of this turn. */
	async #finish(run: Run, study: StudyRecord, person: Person, turn: Turn): Promise<void> {
		if (run.spec.condition === "judge") return this.#judge(run, study, person, turn);
		const reached = await this.#attempt(run, person, turn, async () => {
			const walk = await this.#walk(run, study, person);
			return walk ? this.#walkUntil(run, walk, enrolledOf(person), turn, () => false) : LACKS_A_FIELD;
		});
		if (typeof reached !== "string" && reached.step === null) this.#end(run, person, reached);
	}

	async #judge(run: Run, study: StudyRecord, person: Person, turn: Turn): Promise<void> {
		try {
			const persona = await personaFor(this.#env, study, run, person);
			if (!persona) return this.#runs.move(run.run, person.place, "failed", LACKS_A_FIELD.reason);
			this.#runs.setPersona(run.run, person.place, personaHash(persona));
			const judged = await judge({
				...this.#world(),
				study,
				run,
				person,
				persona,
				simulator: this.#simulator(run, study),
			});
			if (judged === "wait") return;
			if (judged === "done") this.#runs.move(run.run, person.place, "done");
			else this.#runs.move(run.run, person.place, "failed", judged.reason);
			this.#store.forget(run.run, person.place);
		} catch {
			turn.waits = true;
			if (this.#runs.countError(run.run, person.place) >= MOST_ERRORS)
				this.#runs.move(run.run, person.place, "failed", "error");
		}
	}

	async #walkUntil(run: Run, walk: Walk, at: Enrolled, turn: Turn, isThere: (view: SessionView) => boolean) {
		let seen = await walk.look(at);
		let retried = false;
		while (seen.kind === "at" && seen.view.step !== null && !isThere(seen.view)) {
			if (!this.#goesOn(run, turn)) return { kind: "stopped" } as const;
			const isRetry = seen.view.step.kind === "retry";
			// A second retry at once would only fail again.
			if (isRetry && retried) return { kind: "wait" } as const;
			retried = isRetry;
			turn.steps -= 1;
			seen = await walk.step(at, seen.view);
		}
		return seen;
	}

	/** An error of another object or of D1 counts against the participant only if it is repeated. */
	async #attempt(
		run: Run,
		{ place }: Person,
		turn: Turn,
		walk: () => Promise<Awaited<ReturnType<Walk["look"]>>>,
	): Promise<SessionView | "wait" | "failed"> {
		try {
			const reached = await walk();
			this.#runs.clearErrors(run.run, place);
			if (reached.kind === "at") return reached.view;
			if (reached.kind === "failed") this.#runs.move(run.run, place, "failed", reached.reason);
			else if (reached.kind === "wait") turn.waits = true;
			return reached.kind === "failed" ? "failed" : "wait";
		} catch {
			turn.waits = true;
			if (this.#runs.countError(run.run, place) < MOST_ERRORS) return "wait";
			this.#runs.move(run.run, place, "failed", "error");
			return "failed";
		}
	}

	#end(run: Run, { place }: Person, { status }: SessionView): void {
		if (KEPT_OUT.includes(status)) this.#runs.move(run.run, place, "failed", status);
		else this.#runs.move(run.run, place, "done");
		this.#store.forget(run.run, place);
	}

	/** Null if the person lacks a field of the persona's template. */
	async #walk(run: Run, study: StudyRecord, person: Person): Promise<Walk | null> {
		const decide = run.spec.condition === "scripted" ? scripted : await this.#byModel(run, study, person);
		return decide && new Walk(person, { env: this.#env, study, run, decide });
	}

	async #byModel(run: Run, study: StudyRecord, person: Person): Promise<Decide | null> {
		const persona = await personaFor(this.#env, study, run, person);
		if (!persona) return null;
		const hash = personaHash(persona);
		if (person.personaHash !== hash) this.#runs.setPersona(run.run, person.place, hash);
		return converse({ persona, person, simulator: this.#simulator(run, study), store: this.#store });
	}

	#world() {
		const transaction = (work: () => void) => this.#storage.transactionSync(work);
		return { env: this.#env, store: this.#store, clock: this.#clock, transaction };
	}

	#simulator(run: Run, { protocol }: StudyRecord): Simulator {
		const model = protocol.models[run.spec.model ?? ""];
		if (!model) throw new Error("the protocol has no such model");
		const stop = () => {
			const now = this.#runs.find(run.run);
			if (now?.status === "running") this.#setStatus(now, "budget");
		};
		return new Simulator({ ...this.#world(), run, model, runs: this.#runs, stop });
	}

	#goesOn({ run }: Run, turn: Turn): boolean {
		return turn.steps > 0 && this.#clock() < turn.untilMs && this.#runs.find(run)?.status === "running";
	}

	#complete({ run }: Run): void {
		const now = this.#runs.find(run);
		if (now?.status !== "running") return;
		const { done, failed, of } = this.#runs.stateOf(now);
		if (done + failed === of) this.#setStatus(now, done === 0 && of > 0 ? "failed" : "completed");
	}

	#setStatus({ run }: Run, status: RunStatus): void {
		const isOver = status !== "running" && status !== "paused" && status !== "budget";
		this.#runs.setStatus(run, status, isOver ? this.#clock() : null);
	}

	#hasWork(): boolean {
		return this.#publisher.hasWork() || this.#runs.running().length > 0;
	}

	#wakeIfRunning(): void {
		if (!this.#isServing && this.#hasWork()) void this.#wakeUnlessSet();
	}

	async #wakeUnlessSet(): Promise<void> {
		if ((await this.#storage.getAlarm()) === null && !this.#isServing) this.#wake(this.#clock());
	}

	/** Not awaited: the platform stores the alarm with what this turn wrote. */
	#wake(atMs: number): void {
		void this.#storage.setAlarm(atMs);
	}
}

type Turn = { readonly untilMs: number; steps: number; waits: boolean };

/** Participants who see a conversation have been randomised. */
const hasEntered = (view: SessionView): boolean => view.conversation !== null;

function enrolledOf({ session, token }: Person): Enrolled {
	if (session === null || token === null) throw new Error("a participant who has not enrolled");
	return { session, token };
}

/** The status after this control. Null if the run is over. A run that stopped at its budget can be cancelled, not resumed: its budget is fixed. */
function next(status: RunStatus, control: Control): RunStatus | null {
	if (control === "cancel")
		return status === "running" || status === "paused" || status === "budget" ? "cancelled" : null;
	if (status !== "running" && status !== "paused") return null;
	return control === "pause" ? "paused" : "running";
}
