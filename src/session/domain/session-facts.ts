import type { Pool } from "../../randomisation/allocator/allocator-client.ts";

/** A submission's status at the recruiter, by Prolific's names. */
export const SUBMISSION_STATUSES = [
	"reserved",
	"active",
	"awaiting_review",
	"approved",
	"partially_approved",
	"rejected",
	"returned",
	"timed_out",
	"screened_out",
] as const;

export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number];

/** Why a re-entry was refused: another submission id without proof, or a signed link that was used before. */
export type ReentryRefusal = "other_submission" | "used_link";

/** Who arrived, and how. Only the address to return to can change later. */
export type SessionFacts = {
	readonly sessionId: string;
	readonly studyId: string;
	readonly slug: string;
	readonly protocolHash: string;
	readonly participantId: string;
	readonly source: string;
	readonly externalId: string;
	/** What the recruiter added to the link, such as Prolific's study and submission ids. */
	readonly reference: Readonly<Record<string, string>>;
	readonly pool: Pool;
	readonly attributes: Readonly<Record<string, string | number | boolean>>;
	/** Names of the attributes in the arrival. The other attributes are from the profile. Missing in old logs. */
	readonly given?: readonly string[];
	readonly returnUrl: string | null;
	/** The API key that started the session, for the audit. Missing if a participant opened a link, and in old logs. */
	readonly startedBy?: string;
	/** Only in studies that load profiles or adapters before. Missing in old logs. */
	readonly personalisation?: {
		readonly profileId: string | null;
		/** All pseudonyms under which adapters may be registered for this person. Erasure uses them. */
		readonly knownAs?: readonly string[];
		/** SHA-256 of the arms' adapted inputs, which are stored beside the log. */
		readonly hash: string | null;
		/** For simulated participants: the pseudonym of the person whose profile and adapters they have. */
		readonly standsFor?: string;
	};
};
