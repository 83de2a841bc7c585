import type { PastConversation } from "./history.ts";
import type { Profile } from "./profile.ts";

/** A person by an id of a data set or a recruiter. */
export type Person = {
	readonly id: string;
	/** One source of arrivals, or `*` for all of them. */
	readonly source: string;
	/** The id comes from a data set, so the person cannot be invited by it. */
	readonly ofDataSet?: true;
};

export const ANY_SOURCE = "*";

/** The source of arrivals by Prolific's link, whose ids its reader can edit. */
export const BY_PROLIFIC = "prolific";

/** The content of one line. */
export type ProfileLine =
	/** The line's fields replace the stored ones. */
	| { readonly kind: "profile"; readonly person: Person; readonly fields: Partial<Profile> }
	/** The line adds one conversation. */
	| { readonly kind: "conversation"; readonly person: Person; readonly conversation: PastConversation }
	/** The line maps a data set's id to this person. */
	| { readonly kind: "same"; readonly person: Person; readonly as: Person };
