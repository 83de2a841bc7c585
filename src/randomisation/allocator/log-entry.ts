import { canonicalJson, sha256Of } from "../../shared/json.ts";
import type { Slot } from "../draw/blocks.ts";
import type { Pool } from "../draw/pool.ts";
import type { OpeningRecord, Quota } from "../draw/scheme.ts";
import type { ArmLabel, Plan } from "../plan/plan.ts";

/** The entries of the allocation log. Times are RFC 3339. Arms have their labels, so the log may be read blinded. */
export type LogEntry =
	| OpenedEntry
	| AllocatedEntry
	| SettledEntry
	| RenewedEntry
	| RatioFailedEntry
	| QuotaChangedEntry
	| InputsChangedEntry
	| UnblindedEntry
	| RevealedEntry;

export type OpenedEntry = {
	readonly kind: "opened";
	readonly at: string;
	readonly commitment: string;
	readonly opening: OpeningRecord;
};

export type AllocatedEntry = {
	readonly kind: "allocated";
	readonly at: string;
	readonly session: string;
	readonly pool: Pool;
	/** The levels of the design's factors. */
	readonly values: readonly string[];
	readonly stratum: string;
	readonly draw: number;
	readonly slot: Slot;
	readonly reused: boolean;
	readonly sequence: readonly ArmLabel[];
	/** The hash of the whole plan: order of topics, slots and the participant's seed. */
	readonly plan: string;
};

/** `lapsed`: no first message came in time. The session may be `renewed` or allocated again later. */
type SettledEntry = {
	readonly kind: "confirmed" | "released" | "lapsed";
	readonly at: string;
	readonly session: string;
};

/** A lapsed session has its own place again. */
export type RenewedEntry = { readonly kind: "renewed"; readonly at: string; readonly session: string };

/** The live pool's sample ratio began to fail with the entry before. Its numbers are a record, not a draw. */
export type RatioFailedEntry = {
	readonly kind: "ratio_failed";
	readonly at: string;
	readonly chiSquare: number;
	readonly df: number;
	readonly p: number;
};

/** From here on this quota decides who is turned away. */
export type QuotaChangedEntry = { readonly kind: "quota_changed"; readonly at: string; readonly quota: Quota | null };

/** A change of arm inputs. Its record is a row of `study_deviations` in D1; the log has its hash. */
export type RecordedChange = {
	/** The id of the record. */
	readonly deviation: string;
	/** SHA-256 of the record: kind, number, reason, who and when. */
	readonly act: string;
};

export type InputsChangedEntry = { readonly kind: "inputs_changed"; readonly at: string } & RecordedChange;

/** An unblinding. Its record is in D1; the log has its hash, out of reach of anybody who can write to D1. */
export type RecordedUnblinding = {
	/** The id of the record. */
	readonly unblinding: string;
	readonly scope: "study" | "participant";
	readonly session: string | null;
	/** SHA-256 of the record: reason, analysis plan, who and when. */
	readonly act: string;
};

/** An unblinding follows. Written before anything is unsealed. */
export type UnblindedEntry = { readonly kind: "unblinded"; readonly at: string } & RecordedUnblinding;

/** The seed was given out. From here on nothing is concealed and nobody is randomised. */
type RevealedEntry = { readonly kind: "revealed"; readonly at: string };

export const planHash = (plan: Plan): string => sha256Of(canonicalJson(plan));
