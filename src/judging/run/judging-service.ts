import type { Env } from "../../env.ts";
import { NoAnswer } from "../../models/calls/call-with-retries.ts";
import { AlarmWork } from "../../runs/alarm-work.ts";
import type { Control, ControlRefusal, RunStatus } from "../../runs/run-control.ts";
import { isOver, statusAfter } from "../../runs/run-control.ts";
import type { Clock } from "../../shared/clock.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { BatchState, NewBatch } from "../judging-client.ts";
import { rubricNamed } from "../rubrics/rubrics.ts";
import { AnswerStore, type JudgementRow, type Spent } from "./answer-store.ts";
import { type Batch, BatchStore, type Waiting } from "./batch-store.ts";
import { judgeUnit } from "./judge-unit.ts";
import { publish } from "./publish.ts";

/** One call of the alarm works for so long and begins so many judgements at most: a call has limits of time, CPU and subrequests. */
const TURN_MS = 15_000;
const TURN_JUDGEMENTS = 150;
/** After a judge did not answer. */
const WAIT_MS = 2_000;
/** An error may be temporary. After so many, the judgement has failed; a later batch asks again. */
const MOST_ERRORS = 4;

type Turn = {
	readonly untilMs: number;
	left: number;
	/** Judgements whose judge did not answer in this turn, by their place in the batch. */
	readonly resting: Set<number>;
};

/** The batches of one study. Each alarm makes some judgements, and stores each at once, so that none is paid for twice. */
export class JudgingService {
	readonly #storage: DurableObjectStorage;
	readonly #env: Env;
	readonly #clock: Clock;
	readonly #batches: BatchStore;
	readonly #answers: AnswerStore;
	readonly #turns: AlarmWork;
	#hasTables: boolean;

	constructor(storage: DurableObjectStorage, env: Env, clock: Clock = Date.now) {
		this.#storage = storage;
		this.#env = env;
		this.#clock = clock;
		this.#batches = new BatchStore(storage.sql);
		this.#answers = new AnswerStore(storage.sql);
		this.#turns = new AlarmWork(storage, clock, { turn: () => this.#turn(), hasWork: () => this.#hasWork() });
		this.#hasTables = storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'batches'").toArray().length > 0;
	}

	start(batch: NewBatch): BatchState {
		this.#storage.transactionSync(() => {
			this.#batches.createTables();
			this.#answers.createTables();
			if (!this.#batches.find(batch.batch)) this.#batches.insert(batch, this.#clock());
		});
		this.#hasTables = true;
		this.#turns.wake();
		const found = this.find(batch.batch);
		if (!found) throw new Error("the batch was not stored");
		return found;
	}

	list(): BatchState[] {
		if (!this.#hasTables) return [];
		this.#turns.wakeIfIdle();
		return this.#batches.all().map((batch) => this.#batches.stateOf(batch));
	}

	find(id: string): BatchState | null {
		const batch = this.#hasTables ? this.#batches.find(id) : null;
		if (batch) this.#turns.wakeIfIdle();
		return batch && this.#batches.stateOf(batch);
	}

	known(ids: readonly string[]): string[] {
		return this.#hasTables ? this.#batches.known(ids) : [];
	}

	control(id: string, control: Control): Result<BatchState, ControlRefusal> {
		const batch = this.#hasTables ? this.#batches.find(id) : null;
		if (!batch) return err("unknown");
		const to = statusAfter(batch.status, control);
		if (to === null) return err("ended");
		if (to !== batch.status) this.#setStatus(id, to);
		this.#turns.wake();
		return ok(this.#batches.stateOf(this.#batches.find(id) ?? batch));
	}

	/** The alarm. */
	async serve(): Promise<void> {
		if (this.#hasTables) await this.#turns.serve();
	}

	async #turn(): Promise<number> {
		const untilMs = this.#clock() + TURN_MS;
		let mustWait = false;
		// One after another: two batches may have the same judgement, which the second then finds made.
		for (const batch of this.#batches.running()) {
			const turn: Turn = { untilMs, left: TURN_JUDGEMENTS, resting: new Set() };
			await this.#advance(batch, turn);
			mustWait ||= turn.resting.size > 0;
		}
		await publish(this.#env, this.#batches, this.#answers);
		return mustWait ? WAIT_MS : 0;
	}

	async #advance(batch: Batch, turn: Turn): Promise<void> {
		const startedAtMs = this.#clock();
		const tasks = new Map<number, Promise<void>>();
		while (this.#goesOn(batch, turn)) {
			if (tasks.size >= batch.spec.concurrency) {
				await Promise.race(tasks.values());
				continue;
			}
			const next = this.#batches
				.waiting(batch.batch, tasks.size + turn.resting.size + 1)
				.find(({ index }) => !tasks.has(index) && !turn.resting.has(index));
			if (!next) break;
			turn.left -= 1;
			tasks.set(
				next.index,
				this.#make(batch, next, turn).finally(() => tasks.delete(next.index)),
			);
		}
		await Promise.all(tasks.values());
		this.#batches.addActive(batch.batch, this.#clock() - startedAtMs);
		this.#complete(batch);
	}

	async #make(batch: Batch, judgement: Waiting, turn: Turn): Promise<void> {
		const { index } = judgement;
		const rubric = rubricNamed(batch.spec.rubric);
		const judge = batch.spec.judges.find(({ name }) => name === judgement.judge);
		if (!rubric || !judge) return this.#batches.move(batch.batch, index, "failed", "no_such_rubric");
		if (this.#batches.resultOf(judgement.id) !== null) return this.#batches.move(batch.batch, index, "known");
		try {
			const made = await judgeUnit(
				{
					...{ env: this.#env, clock: this.#clock, batch, rubric, judge, answers: this.#answers },
					maySpend: () => !this.#isSpent(batch),
					onCall: (spent) => this.#count(batch, spent),
				},
				judgement,
			);
			if (made === "gone") this.#batches.move(batch.batch, index, "gone");
			else if (made !== "wait") this.#keep(index, made);
		} catch (error) {
			turn.resting.add(index);
			if (this.#batches.countError(batch.batch, index) >= MOST_ERRORS)
				this.#batches.move(batch.batch, index, "failed", error instanceof NoAnswer ? error.reason : "error");
		}
	}

	/** The result, and its row for D1, are stored together. */
	#keep(index: number, row: JudgementRow): void {
		const status = row.answers === null ? "missing" : "judged";
		this.#storage.transactionSync(() => {
			this.#batches.keepResult(row.judgement.id, status);
			this.#batches.move(row.batch, index, status);
			this.#answers.forgetFirst(row.judgement.id);
			this.#answers.send(row);
		});
	}

	#count({ batch, spec }: Batch, { inputTokens, outputTokens, cost }: Spent): void {
		this.#batches.addSpending(batch, inputTokens + outputTokens, cost ?? 0);
		const now = this.#batches.find(batch);
		if (now?.status === "running" && this.#isSpent({ ...now, spec })) this.#setStatus(batch, "budget");
	}

	#isSpent({ batch, spec }: Batch): boolean {
		const now = this.#batches.find(batch);
		const { tokens = Number.POSITIVE_INFINITY, cost = Number.POSITIVE_INFINITY } = spec.budget;
		return !now || now.tokens >= tokens || now.cost >= cost;
	}

	#goesOn({ batch }: Batch, turn: Turn): boolean {
		return turn.left > 0 && this.#clock() < turn.untilMs && this.#batches.find(batch)?.status === "running";
	}

	/** Also where the last call spent the budget: nothing is left to do. */
	#complete({ batch }: Batch): void {
		const now = this.#batches.find(batch);
		if (now?.status !== "running" && now?.status !== "budget") return;
		const { done, of, failed } = this.#batches.stateOf(now);
		if (done === of) this.#setStatus(batch, failed === of ? "failed" : "completed");
	}

	#setStatus(batch: string, status: RunStatus): void {
		this.#batches.setStatus(batch, status, isOver(status) ? this.#clock() : null);
	}

	#hasWork(): boolean {
		return (
			this.#batches.running().length > 0 ||
			this.#batches.unpublished().length > 0 ||
			this.#answers.outgoing(1).length > 0
		);
	}
}
