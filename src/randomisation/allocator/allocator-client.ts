import type { Protocol } from "../../protocol/schema/schema.ts";
import { durableObject } from "../../shared/durable-object.ts";
import type { Pool } from "../draw/pool.ts";
import type { PoolLabels } from "../draw/scheme.ts";
import type { Balance } from "../monitor/balance.ts";
import type { ArmLabel, Plan } from "../plan/plan.ts";
import type { LogLine } from "./log-chain.ts";
import type { RecordedChange, RecordedUnblinding } from "./log-entry.ts";

export type { Pool } from "../draw/pool.ts";

/** What a study hands to its allocator when it opens. A repeat of the same protocol changes nothing and returns what stands. */
export type AllocatorOpening = {
	readonly studyId: string;
	readonly protocolHash: string;
	readonly design: Protocol["design"];
	readonly conversations: readonly { readonly id: string; readonly layout: string; readonly arms: number | "each" }[];
	readonly quota: Protocol["recruitment"]["quota"] | null;
	/** 64 hex digits, secret until unblinding. */
	readonly seed: string;
	/** Of the live pool, by arm, in the protocol's order of arms. */
	readonly labels: readonly ArmLabel[];
	/** Of the others, likewise. Without: an opening from before each pool had labels of its own. */
	readonly poolLabels?: PoolLabels;
	/** `Sealed<ArmKey>`: opaque here, for the allocator stands below `blinding/`. */
	readonly sealedArms: string;
	/** JWK pair of the study's seal; the public half goes to every session, the private half stays until unblinding. */
	readonly sealKeys: { readonly publicJwk: JsonWebKey; readonly privateJwk: JsonWebKey };
};

export type OpenedAllocator = {
	readonly commitment: string;
	/** Of the opening that stands. */
	readonly protocolHash: string;
	/** When its seed was given out, null before. */
	readonly revealedAt: string | null;
	/** By arm, in the protocol's order of arms: of the opening that stands. Where the study is double blind, keep it nowhere. */
	readonly labels: readonly ArmLabel[];
	readonly poolLabels?: PoolLabels | undefined;
	readonly sealedArms: string;
};

export type AllocationRequest = {
	/** Idempotent by session: the same session gets the same plan for ever. */
	readonly session: string;
	readonly pool: Pool;
	/** Values by the names in `design.strata`. */
	readonly strata: Readonly<Record<string, string>>;
	/** Of the session's protocol. Another than the study was opened with is refused: its blinding may be another, too. */
	readonly protocolHash?: string;
};

/** Which of a session's reservations is meant, from 1: what comes late must not undo a later one. */
export type Reservation = { readonly session: string; readonly nth: number };

export type Allocation =
	| { readonly kind: "allocated"; readonly plan: Plan; readonly sealedArms: string; readonly sealTo: JsonWebKey }
	| { readonly kind: "full" };

/** What anybody may know of a study's allocations at any time. `head` is the log's last hash: noted elsewhere, it anchors the log. */
export type Commitment = {
	readonly algorithm: string;
	readonly commitment: string;
	readonly head: string;
	readonly lines: number;
};

/** What the allocator holds of a study. It decides whether the study is unblinded: whoever writes D1 does not reach it. */
export type Standing = {
	readonly log: Commitment;
	/** Of the protocol that the study was opened with. */
	readonly protocolHash: string;
	/** When the seed was given out: from then on the study is unblinded. Null before. */
	readonly revealedAt: string | null;
	/** The public half of the study's seal. */
	readonly sealTo: JsonWebKey;
};

/** `next` is the line to go on from, null at the end. */
export type LogPage = { readonly lines: readonly LogLine[]; readonly next: number | null };

/** Everything that unblinding opens. */
export type Revelation = {
	readonly commitment: string;
	readonly seed: string;
	/** Of the live pool, by arm, in the protocol's order of arms. */
	readonly labels: readonly ArmLabel[];
	readonly poolLabels?: PoolLabels | undefined;
	readonly sealedArms: string;
	readonly privateJwk: JsonWebKey;
	readonly revealedAt: string;
};

/** The allocator's Durable Object as its callers see it: one a study, named by the study's id. */
export type Allocator = {
	/** The first opening stands: another is answered with what stands. Null where this attempt was given up before. */
	open(opening: AllocatorOpening, attempt: string): Promise<OpenedAllocator | null>;
	/**
	 * Gives up an attempt to open, so that the study can become another: an `open` of this attempt that is still under way opens
	 * nothing. False where an opening stands, which can only be finished.
	 */
	giveUp(attempt: string): Promise<boolean>;
	allocate(request: AllocationRequest): Promise<Allocation>;
	/** The plan that a session was given, null where it was given none. Draws nothing. */
	recall(session: string): Promise<{ readonly plan: Plan; readonly sealedArms: string } | null>;
	/** A session began: kept, so that every log can be found again, whatever becomes of D1. Idempotent. */
	enter(session: string): Promise<void>;
	/** Sessions that began, in the order of their ids, after the one given; at most 100. */
	entered(after: string): Promise<readonly string[]>;
	/** The participant completed: the slot counts for the quota and, by `replacement`, for the balance. Idempotent. */
	confirm(session: string): Promise<void>;
	/** Expired, withdrawn, failed the checks. Idempotent; never undoes a confirmation. */
	release(session: string): Promise<void>;
	/** No first message came in time: the place is free. Silent where the session has had another reservation since. Idempotent. */
	lapse(reservation: Reservation): Promise<void>;
	/** A participant whose `nth` reservation lapsed is back: their own plan again, another one where their slot is gone, or no place. Idempotent. */
	renew(request: AllocationRequest & Reservation): Promise<Allocation>;
	/** Of one pool, `live` unless another is named. */
	balance(pool?: Pool): Promise<Balance>;
	commitment(): Promise<Commitment>;
	/** Null for a study that was never opened. */
	standing(): Promise<Standing | null>;
	/**
	 * From here on these inputs of the arms are what is given. `change` is the record of a change after the opening, which becomes a line of
	 * the log. Without one, as while the study opens, what is fixed can only be forgotten once all of it is.
	 */
	fixInputs(inputs: readonly ArmInput[], change: RecordedChange | null): Promise<void>;
	/** What is fixed of these inputs; null where the study's inputs are not fixed. */
	fixedInputs(names: readonly string[]): Promise<Readonly<Record<string, string>> | null>;
	/** Sessions whose place has lapsed: they may come back, and be randomised once more. */
	lapsed(): Promise<number>;
	/** The log from a line on, at most 1,000 at a time. Readable while blinded: arms stand there by label. */
	exportLog(from?: number): Promise<LogPage>;
	/** Ties the record of an unblinding to the log, before anything is opened. Idempotent by the record's id: the first stands. */
	recordUnblinding(act: RecordedUnblinding): Promise<void>;
	/** Unblinding's only: gives out the seed and ends randomisation, for from here on every draw could be foretold. Idempotent. */
	reveal(): Promise<Revelation>;
};

export const allocatorOf = (namespace: DurableObjectNamespace, studyId: string): Allocator =>
	durableObject<Allocator>(namespace, studyId);

/**
 * Something that the arms of a study are made of, such as an adapter or what is known of a person, by a name and the hash of what it is.
 * Null: there is none.
 */
export type ArmInput = { readonly name: string; readonly hash: string | null };

/** Stands among the inputs of a study whose inputs are all fixed. Studies from before that have none. */
export const ALL_FIXED: ArmInput = { name: "*", hash: "fixed" };
