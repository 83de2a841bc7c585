import type { TurnCalls } from "../../blinding/seals/sealed-reply-rows.ts";
import type { audit } from "../../db/tables/access.ts";
import type { formAnswers, rankings, ratings } from "../../db/tables/answers.ts";
import type { candidates, conversations, replyReports, turns } from "../../db/tables/conversations.ts";
import type { participantIdentities, reentries, submissions } from "../../db/tables/participants.ts";
import type { behaviour, deviations, exits, sessionAttributes, sessions } from "../../db/tables/sessions.ts";
import type { warnings } from "../../db/tables/studies.ts";

/**
 * A row that replaces the row under its key, so that writing it twice is the same as once. `earlierId` is the key that
 * earlier versions used for it. `same`: columns of the row that is there already which this one does not change.
 */
export type Upsert = { readonly earlierId?: string; readonly same?: readonly string[] } & (
	| { readonly into: "sessions"; readonly row: typeof sessions.$inferInsert }
	| { readonly into: "sessionAttributes"; readonly row: typeof sessionAttributes.$inferInsert }
	| { readonly into: "participantIdentities"; readonly row: typeof participantIdentities.$inferInsert }
	| { readonly into: "reentries"; readonly row: typeof reentries.$inferInsert }
	| { readonly into: "submissions"; readonly row: typeof submissions.$inferInsert }
	| { readonly into: "conversations"; readonly row: typeof conversations.$inferInsert }
	| { readonly into: "turns"; readonly row: typeof turns.$inferInsert }
	| { readonly into: "candidates"; readonly row: typeof candidates.$inferInsert }
	| { readonly into: "ratings"; readonly row: typeof ratings.$inferInsert }
	| { readonly into: "rankings"; readonly row: typeof rankings.$inferInsert }
	| { readonly into: "deviations"; readonly row: typeof deviations.$inferInsert }
	| { readonly into: "behaviour"; readonly row: typeof behaviour.$inferInsert }
	| { readonly into: "formAnswers"; readonly row: typeof formAnswers.$inferInsert }
	| { readonly into: "replyReports"; readonly row: typeof replyReports.$inferInsert }
	| { readonly into: "exits"; readonly row: typeof exits.$inferInsert }
);

/** A row that keeps its first content: audit entries never change, and a warning keeps the time of its first report. */
export type Insertion =
	| { readonly into: "audit"; readonly row: typeof audit.$inferInsert }
	| { readonly into: "warnings"; readonly row: typeof warnings.$inferInsert };

export type CandidateRow = typeof candidates.$inferInsert;

/** A row with one column for unblinding: a JWE while the study is blinded, afterwards the value itself. */
export type SealingUpsert = {
	readonly into: "sealing";
	readonly upsert: Upsert;
	readonly column: "sealedText" | "sealed";
	readonly value: string;
	/** Bytes. The JWE is padded to a multiple of this. */
	readonly block?: number;
	readonly sealTo: JsonWebKey;
};

/** A row with one column that is null while the study is blinded. Unblinding fills it from the sealed reply. */
export type Withholding = {
	readonly into: "withholding";
	readonly upsert: Upsert;
	readonly column: "retries";
};

/** The model calls of one turn, still sealed. `blinding/seals/sealed-reply-rows.ts` makes their rows, open or sealed. */
export type ReplyWrite = {
	readonly into: "replies";
	readonly of: TurnCalls;
	/** False after a failed round, because more rounds may follow. */
	readonly isFinal: boolean;
	readonly sealTo: JsonWebKey;
};

/** All texts and answers of a session, and the participant's identity. */
export type Erasure = {
	readonly into: "nowhere";
	readonly sessionId: string;
	readonly studyId: string;
	readonly participantId: string;
	/** The profile that was loaded for the participant, or null. */
	readonly profileId: string | null;
	/** Further pseudonyms of the participant. */
	readonly knownAs: readonly string[];
};

export type Write = Upsert | Insertion | SealingUpsert | Withholding | ReplyWrite | Erasure;
