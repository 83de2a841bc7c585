import type { TurnCalls } from "../../blinding/seals/sealed-reply-rows.ts";
import type { audit } from "../../db/tables/access.ts";
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
	replyReports,
	sessions,
	turns,
} from "../../db/tables/sessions.ts";
import type { warnings } from "../../db/tables/studies.ts";

/**
 * A row to be written whole, replacing what stands under its key: writing it twice is writing it once. `earlierId` is the key that earlier
 * versions gave the same row.
 */
export type Upsert = { readonly earlierId?: string } & (
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
	| { readonly into: "replyReports"; readonly row: typeof replyReports.$inferInsert }
	| { readonly into: "exits"; readonly row: typeof exits.$inferInsert }
);

/** A row that stays as it was first written: the audit is never changed, and a warning has the time of its first report. */
export type Insertion =
	| { readonly into: "audit"; readonly row: typeof audit.$inferInsert }
	| { readonly into: "warnings"; readonly row: typeof warnings.$inferInsert };

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

/** A row with one column that is null while the study is blinded. Unblinding fills it from the sealed row of its reply. */
export type Withholding = {
	readonly into: "withholding";
	readonly upsert: Upsert;
	readonly column: "retries";
};

/** The calls of models for one turn, still sealed. `blinding/seals/sealed-reply-rows.ts` makes their rows, open or sealed as the study is blinded. */
export type ReplyWrite = {
	readonly into: "replies";
	readonly of: TurnCalls;
	/** False after a round that failed: more may follow. */
	readonly isFinal: boolean;
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

export type Write = Upsert | Insertion | SealingUpsert | Withholding | ReplyWrite | Erasure;
