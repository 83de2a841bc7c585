import type { Protocol } from "../../protocol/schema/schema.ts";
import { durableObject } from "../../shared/durable-object.ts";
import type { Pool } from "../draw/pool.ts";
import type { PoolLabels, Quota } from "../draw/scheme.ts";
import type { Balance } from "../monitor/balance.ts";
import type { ArmLabel, Plan } from "../plan/plan.ts";
import type { LogLine } from "./log-chain.ts";
import type { RecordedChange, RecordedUnblinding } from "./log-entry.ts";

export type { Pool } from "../draw/pool.ts";

/** The data that a study gives its allocator when it opens. The first opening is kept; a repeat returns it. */
export type AllocatorOpening = {
	readonly studyId: string;
	readonly protocolHash: string;
	readonly design: Protocol["design"];
	readonly conversations: readonly { readonly id: string; readonly layout: string; readonly arms: number | "each" }[];
	readonly quota: Protocol["recruitment"]["quota"] | null;
	/** 64 hex digits, secret until unblinding. */
	readonly seed: string;
	/** Labels of the live pool by arm, in the protocol's order of arms. */
	readonly labels: readonly ArmLabel[];
	/** Labels of the other pools. Missing in old openings, whose pools shared their labels. */
	readonly poolLabels?: PoolLabels;
	/** `Sealed<ArmKey>`. Opaque here, because the allocator may not import `blinding/`. */
	readonly sealedArms: string;
	/** The JWK pair of the study's seal. Every session gets the public half; the private half stays here until unblinding. */
	readonly sealKeys: { readonly publicJwk: JsonWebKey; readonly privateJwk: JsonWebKey };
};

export type OpenedAllocator = {
	readonly commitment: string;
	/** Of the opening that was kept. */
	readonly protocolHash: string;
	/** When its seed was given out, or null. */
	readonly revealedAt: string | null;
	/** By arm, in the protocol's order, of the opening that was kept. Do not store them if the study is double blind. */
	readonly labels: readonly ArmLabel[];
	readonly poolLabels?: PoolLabels | undefined;
	readonly sealedArms: string;
};

export type AllocationRequest = {
	/** Idempotent by session: the same session always gets the same plan. */
	readonly session: string;
	readonly pool: Pool;
	/** Values by the names in `design.strata`. */
	readonly strata: Readonly<Record<string, string>>;
	/** The session's protocol. Another one than the study's is refused, because its blinding may differ. */
	readonly protocolHash?: string;
};

/** `nth` counts a session's reservations from 1, so that a late call does not undo a later reservation. */
export type Reservation = { readonly session: string; readonly nth: number };

export type Allocation =
	| { readonly kind: "allocated"; readonly plan: Plan; readonly sealedArms: string; readonly sealTo: JsonWebKey }
	| { readonly kind: "full" };

/**
 * What anybody may know about a study's allocations at any time. `head` is the log's last hash. Noted elsewhere, it proves
 * the log up to there.
 */
export type Commitment = {
	readonly algorithm: string;
	readonly commitment: string;
	readonly head: string;
	readonly lines: number;
};

/** What the allocator knows about a study. It decides whether the study is unblinded, because access to D1 does not reach it. */
export type Standing = {
	readonly log: Commitment;
	/** Of the protocol that the study was opened with. */
	readonly protocolHash: string;
	/** When the seed was given out, which unblinds the study. Null before. */
	readonly revealedAt: string | null;
	/** The public half of the study's seal. */
	readonly sealTo: JsonWebKey;
};

/** `next` is the line to continue from, or null at the end. */
export type LogPage = { readonly lines: readonly LogLine[]; readonly next: number | null };

/** Everything that unblinding opens. */
export type Revelation = {
	readonly commitment: string;
	readonly seed: string;
	/** Labels of the live pool by arm, in the protocol's order of arms. */
	readonly labels: readonly ArmLabel[];
	readonly poolLabels?: PoolLabels | undefined;
	readonly sealedArms: string;
	readonly privateJwk: JsonWebKey;
	readonly revealedAt: string;
};

/** The allocator's Durable Object as its callers see it: one per study, named by the study's id. */
export type Allocator = {
	/** The first opening is kept, and later calls get it. Null if this attempt was given up before. */
	open(opening: AllocatorOpening, attempt: string): Promise<OpenedAllocator | null>;
	/**
	 * Gives up an attempt to open, so that the draft may change. An `open` of this attempt that is still running then
	 * opens nothing. False if the study has opened already.
	 */
	giveUp(attempt: string): Promise<boolean>;
	allocate(request: AllocationRequest): Promise<Allocation>;
	/** The plan of a session, or null if it has none. Draws nothing. */
	recall(session: string): Promise<{ readonly plan: Plan; readonly sealedArms: string } | null>;
	/** Records that a session started, so that every log can be found even if D1 is lost. Idempotent. */
	enter(session: string): Promise<void>;
	/** Sessions that started, sorted by id, after the given one; at most 100. */
	entered(after: string): Promise<readonly string[]>;
	/** The participant completed. The place then counts for the quota and, by `replacement`, for the balance. Idempotent. */
	confirm(session: string): Promise<void>;
	/** The session expired, was withdrawn or failed the checks. Idempotent; never undoes a confirmation. */
	release(session: string): Promise<void>;
	/** No first message came in time, so the place is free. Does nothing if the session has had another reservation since. Idempotent. */
	lapse(reservation: Reservation): Promise<void>;
	/**
	 * A participant whose `nth` reservation lapsed has returned. They get their own plan again, another one if their place
	 * is taken, or none. Idempotent.
	 */
	renew(request: AllocationRequest & Reservation): Promise<Allocation>;
	/** Of one pool, `live` by default. */
	balance(pool?: Pool): Promise<Balance>;
	commitment(): Promise<Commitment>;
	/** Null for a study that has not opened. */
	standing(): Promise<Standing | null>;
	/**
	 * Fixes these arm inputs. `change` is the record of a change after the opening, and becomes a line of the log. Without
	 * it, as while the study opens, fixed inputs can only be removed once all are fixed.
	 */
	fixInputs(inputs: readonly ArmInput[], change: RecordedChange | null): Promise<void>;
	/** The fixed hashes of these inputs. Null if the study's inputs are not fixed. */
	fixedInputs(names: readonly string[]): Promise<Readonly<Record<string, string>> | null>;
	/** Decides from now on who is turned away. A line of the log. Nothing that was drawn changes. */
	changeQuota(quota: Quota | null): Promise<void>;
	/** Sessions whose place has lapsed. They may return and be randomised again. */
	lapsed(): Promise<number>;
	/** The log from a line on, at most 1,000 lines. It may be read blinded, because arms have their labels there. */
	exportLog(from?: number): Promise<LogPage>;
	/** Adds the record of an unblinding to the log, before anything is opened. Idempotent by the record's id: the first is kept. */
	recordUnblinding(act: RecordedUnblinding): Promise<void>;
	/** For unblinding only: gives out the seed and ends randomisation, because every later draw could be predicted. Idempotent. */
	reveal(): Promise<Revelation>;
};

export const allocatorOf = (namespace: DurableObjectNamespace, studyId: string): Allocator =>
	durableObject<Allocator>(namespace, studyId);

/**
 * Something outside the protocol that an arm depends on, such as an adapter or a profile, with the hash of its content.
 * Null: there is none.
 */
export type ArmInput = { readonly name: string; readonly hash: string | null };

/** Marks a study whose inputs are all fixed. Old studies have no such mark. */
export const ALL_FIXED: ArmInput = { name: "*", hash: "fixed" };
