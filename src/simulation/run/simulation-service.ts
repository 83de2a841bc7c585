import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { AlarmWork } from "../../runs/alarm-work.ts";
import type { Control, ControlRefusal, RunStatus } from "../../runs/run-control.ts";
import { isOver, statusAfter } from "../../runs/run-control.ts";
import type { Clock } from "../../shared/clock.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { findStudy } from "../../studies/study-queries.ts";
import type { NewRun, RunState } from "../simulation-client.ts";
import { eraseTwins } from "./erase-twins.ts";
import { ModelStore } from "./model-store.ts";
import { Publisher } from "./publish/publisher.ts";
import { type Run, RunStore } from "./run-store.ts";
import { RunTurn, type Turn, type World } from "./run-turn.ts";

/** One call of the alarm works for so long and takes so many steps at most: a call has limits of time, CPU and subrequests. */
const TURN_MS = 15_000;
const TURN_STEPS = 200;
/** When nothing can be done at once: a reply is being written, or the study takes nobody for a moment. */
const WAIT_MS = 500;

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
	readonly #turns: AlarmWork;
	#hasTables: boolean;
	#publishing: Promise<void> = Promise.resolve();

	constructor(storage: DurableObjectStorage, env: Env, clock: Clock = Date.now) {
		this.#storage = storage;
		this.#env = env;
		this.#clock = clock;
		this.#runs = new RunStore(storage.sql);
		this.#store = new ModelStore(storage.sql);
		this.#publisher = new Publisher(this.#runs, this.#store, env);
		this.#turns = new AlarmWork(storage, clock, { turn: () => this.#turn(), hasWork: () => this.#hasWork() });
		this.#hasTables = storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'runs'").toArray().length > 0;
	}

	start(run: NewRun): RunState {
		this.#storage.transactionSync(() => {
			this.#runs.createTables();
			this.#store.createTables();
			if (!this.#runs.find(run.run)) this.#runs.insert(run, this.#clock());
		});
		this.#hasTables = true;
		this.#turns.wake();
		const found = this.find(run.run);
		if (!found) throw new Error("the run was not stored");
		return found;
	}

	list(): RunState[] {
		if (!this.#hasTables) return [];
		this.#turns.wakeIfIdle();
		return this.#runs.all().map((run) => this.#runs.stateOf(run));
	}

	find(id: string): RunState | null {
		const run = this.#hasTables ? this.#runs.find(id) : null;
		if (run) this.#turns.wakeIfIdle();
		return run && this.#runs.stateOf(run);
	}

	control(id: string, control: Control): Result<RunState, ControlRefusal> {
		const run = this.#hasTables ? this.#runs.find(id) : null;
		if (!run) return err("unknown");
		const to = statusAfter(run.status, control);
		if (to === null) return err("ended");
		if (to !== run.status) this.#setStatus(run, to);
		this.#turns.wake();
		const after = this.#runs.find(id) ?? run;
		return ok(this.#runs.stateOf(after));
	}

	async eraseTwins(participants: readonly string[]): Promise<void> {
		if (!this.#hasTables) return;
		const published = () => this.#publishing.catch(() => {});
		if (await eraseTwins({ ...this.#world(), runs: this.#runs, published }, participants)) this.#turns.wake();
	}

	/** The alarm. */
	async serve(): Promise<void> {
		if (this.#hasTables) await this.#turns.serve();
	}

	async #turn(): Promise<number> {
		const turn: Turn = { untilMs: this.#clock() + TURN_MS, steps: TURN_STEPS, waits: false };
		for (const run of this.#runs.running()) {
			const study = await findStudy(database(this.#env.DB), run.studyId);
			if (!study) {
				this.#setStatus(run, "failed");
				continue;
			}
			await new RunTurn(this.#world(), this.#runs, { run, study, turn }).advance();
			this.#complete(run);
		}
		this.#publishing = this.#publisher.publish();
		await this.#publishing;
		return turn.waits ? WAIT_MS : 0;
	}

	#world(): World {
		const transaction = (work: () => void) => this.#storage.transactionSync(work);
		return { env: this.#env, store: this.#store, clock: this.#clock, transaction };
	}

	#complete({ run }: Run): void {
		const now = this.#runs.find(run);
		if (now?.status !== "running") return;
		const { done, failed, of } = this.#runs.stateOf(now);
		if (done + failed === of) this.#setStatus(now, done === 0 && of > 0 ? "failed" : "completed");
	}

	#setStatus({ run }: Run, status: RunStatus): void {
		this.#runs.setStatus(run, status, isOver(status) ? this.#clock() : null);
	}

	#hasWork(): boolean {
		return this.#publisher.hasWork() || this.#runs.running().length > 0;
	}
}
