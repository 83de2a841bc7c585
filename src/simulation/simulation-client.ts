import type { Twins } from "../personalisation/profiles/twins.ts";
import type { Control, ControlRefusal, RunBudget, RunStatus } from "../runs/run-control.ts";
import { durableObject } from "../shared/durable-object.ts";
import type { Result } from "../shared/result.ts";
import type { Positions } from "./model/past-talk.ts";
import type { Policy } from "./policy/policy-schema.ts";

export const CONDITIONS = ["judge", "converse", "scripted"] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Everything that a run depends on, fixed at its start. */
export type RunSpec = {
	readonly condition: Condition;
	/** The name of the simulating model in the protocol. Null for `scripted`. */
	readonly model: string | null;
	/** Null unless `scripted`. */
	readonly policy: Policy | null;
	/** For `judge`. Runs from before it was a choice have none, and showed what the person saw. */
	readonly positions?: Positions | undefined;
	/** Seconds that a call of the model may take. */
	readonly timeout?: number | undefined;
	/** Instead of the temperature of the model in the protocol. */
	readonly temperature?: number | undefined;
	/** The template of a persona's text. Null for `scripted`, and where the personas are given. */
	readonly persona: string | null;
	readonly seed: number;
	readonly budget: RunBudget;
	/** Participants who go through their conversations at the same time. */
	readonly concurrency: number;
};

/** Somebody who takes part in a run. */
export type RunPerson = {
	/** From 0, in the run's order. */
	readonly place: number;
	/** The id under which they enrol, from the source `simulated`. */
	readonly externalId: string;
	/** The pseudonym of the person they stand for, or null. */
	readonly twin: string | null;
	/** From 1. */
	readonly sample: number;
	/** A persona of the researcher's own, or null. */
	readonly persona: string | null;
};

export type NewRun = {
	readonly run: string;
	readonly study: { readonly id: string; readonly protocolHash: string };
	readonly spec: RunSpec;
	readonly people: readonly RunPerson[];
	/** The id of the API key. */
	readonly actor: string;
};

export type RunState = {
	readonly run: string;
	readonly condition: Condition;
	readonly model: string | null;
	readonly seed: number;
	readonly status: RunStatus;
	readonly done: number;
	/** Who take their steps now. */
	readonly running: number;
	readonly of: number;
	readonly failed: number;
	readonly tokens: number;
	readonly cost: number;
	readonly startedAtMs: number;
	readonly endedAtMs: number | null;
	/** Null while nobody has finished. */
	readonly secondsLeft: number | null;
	readonly deviations: Readonly<Record<string, number>>;
	/** Participants who failed, by reason. */
	readonly failures: Readonly<Record<string, number>>;
};

/** The simulations of one study: an object for each study, named by the study's id. */
export type Simulations = Twins & {
	/** Idempotent by the run's id. */
	start(run: NewRun): Promise<RunState>;
	/** In the order of their starts, newest first. */
	list(): Promise<readonly RunState[]>;
	find(run: string): Promise<RunState | null>;
	control(run: string, control: Control): Promise<Result<RunState, ControlRefusal>>;
};

export const simulationsOf = (namespace: DurableObjectNamespace, studyId: string): Simulations =>
	durableObject<Simulations>(namespace, studyId);
