import type { CallRecord, Sealed } from "../../blinding/sealed.ts";
import type {
	answers,
	behaviour,
	candidates,
	conversations,
	deviations,
	exits,
	participantIdentities,
	rankings,
	ratings,
	reentries,
	sessions,
	turns,
} from "../../db/tables/sessions.ts";

/** A row to be written whole, replacing what stands under its key: writing it twice is writing it once. */
export type Upsert =
	| { readonly into: "sessions"; readonly row: typeof sessions.$inferInsert }
	| { readonly into: "participantIdentities"; readonly row: typeof participantIdentities.$inferInsert }
	| { readonly into: "reentries"; readonly row: typeof reentries.$inferInsert }
	| { readonly into: "conversations"; readonly row: typeof conversations.$inferInsert }
	| { readonly into: "turns"; readonly row: typeof turns.$inferInsert }
	| { readonly into: "candidates"; readonly row: typeof candidates.$inferInsert }
	| { readonly into: "ratings"; readonly row: typeof ratings.$inferInsert }
	| { readonly into: "rankings"; readonly row: typeof rankings.$inferInsert }
	| { readonly into: "deviations"; readonly row: typeof deviations.$inferInsert }
	| { readonly into: "behaviour"; readonly row: typeof behaviour.$inferInsert }
	| { readonly into: "answers"; readonly row: typeof answers.$inferInsert }
	| { readonly into: "exits"; readonly row: typeof exits.$inferInsert };

export type CandidateRow = typeof candidates.$inferInsert;

/**
 * A row with one column for unblinding: a JWE of the value while somebody is blinded, otherwise the value itself, as
 * unblinding leaves it.
 */
export type SealingUpsert = {
	readonly into: "sealing";
	readonly upsert: Upsert;
	readonly column: "sealedText" | "sealed";
	readonly value: string;
	/** In bytes: the JWE's length is that of a multiple of it. */
	readonly block?: number;
	readonly sealTo: JsonWebKey;
};

/** A call of a model, still sealed: `blinding/call-row.ts` makes the row of it, opened or not as the study is blinded. */
export type CallWrite = {
	readonly into: "modelCalls";
	readonly call: Sealed<CallRecord>;
	readonly place: {
		readonly sessionId: string;
		readonly studyId: string;
		readonly protocolHash: string;
		readonly conversationId: string;
		readonly turn: number;
		readonly step: string;
		readonly labels: Readonly<Record<string, string>>;
	};
	readonly sealTo: JsonWebKey;
};

/** A deviation of which the place itself would tell: while somebody is blinded its whole row is under seal, of no session. */
export type HiddenDeviation = {
	readonly into: "sealedDeviations";
	readonly row: typeof deviations.$inferInsert;
	readonly sealTo: JsonWebKey;
};

/** Everything that was said in a session, and who it was. */
export type Erasure = {
	readonly into: "nowhere";
	readonly sessionId: string;
	readonly studyId: string;
	readonly participantId: string;
	/** Of what was known of them before they came, null where nothing was. */
	readonly profileId: string | null;
	/** Pseudonyms of theirs beside these two. */
	readonly knownAs: readonly string[];
};

export type Write = Upsert | SealingUpsert | HiddenDeviation | CallWrite | Erasure;
