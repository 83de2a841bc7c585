import type { Model } from "../protocol/schema/schema.ts";
import type { Pool } from "../randomisation/draw/pool.ts";
import type { Control, ControlRefusal, RunBudget, RunStatus } from "../runs/run-control.ts";
import { durableObject } from "../shared/durable-object.ts";
import type { Result } from "../shared/result.ts";
import type { PlannedJudgement } from "./judges/plan.ts";
import type { UnitPlace } from "./units/units.ts";

/** A judge model as it is called: at temperature 0, with room for the rubric's answer. */
export type NamedJudge = { readonly name: string; readonly model: Model };

/** Everything that a batch depends on, fixed at its start. */
export type BatchSpec = {
	/** Such as `sycophancy/1`. */
	readonly rubric: string;
	readonly pool: Pool;
	readonly judges: readonly NamedJudge[];
	readonly repeats: number;
	readonly seed: number;
	readonly budget: RunBudget;
	/** Calls under way at the same time. */
	readonly concurrency: number;
};

export type PlacedJudgement = PlannedJudgement & { readonly place: UnitPlace };

export type NewBatch = {
	readonly batch: string;
	readonly study: { readonly id: string; readonly protocolHash: string };
	readonly spec: BatchSpec;
	readonly judgements: readonly PlacedJudgement[];
	/** The id of the API key. */
	readonly actor: string;
};

export type JudgeCounts = {
	readonly judge: string;
	readonly planned: number;
	readonly judged: number;
	/** Two answers were unusable. */
	readonly missing: number;
	/** An earlier batch had judged it. */
	readonly known: number;
	/** The text was erased, or has changed, since the batch was planned. */
	readonly gone: number;
	/** The judge did not answer. */
	readonly failed: number;
};

export type BatchState = Omit<JudgeCounts, "judge" | "planned"> & {
	readonly batch: string;
	readonly rubric: string;
	readonly pool: Pool;
	readonly repeats: number;
	readonly seed: number;
	readonly status: RunStatus;
	/** Judgements with a result, or without one for good. */
	readonly done: number;
	readonly of: number;
	readonly judges: readonly JudgeCounts[];
	readonly tokens: number;
	readonly cost: number;
	readonly startedAtMs: number;
	readonly endedAtMs: number | null;
	/** Null while nothing has been judged. */
	readonly secondsLeft: number | null;
	/** Judgements that failed, by reason. */
	readonly failures: Readonly<Record<string, number>>;
};

/** The judgements of one study: an object for each study, named by the study's id. */
export type Judging = {
	/** Idempotent by the batch's id. */
	start(batch: NewBatch): Promise<BatchState>;
	/** Newest first. */
	list(): Promise<readonly BatchState[]>;
	find(batch: string): Promise<BatchState | null>;
	control(batch: string, control: Control): Promise<Result<BatchState, ControlRefusal>>;
	/** Which of these judgements were made in earlier batches. */
	known(ids: readonly string[]): Promise<readonly string[]>;
};

export const judgingOf = (namespace: DurableObjectNamespace, studyId: string): Judging =>
	durableObject<Judging>(namespace, studyId);
