import type { PastConversation } from "./history.ts";
import type { Profile } from "./profile.ts";

/** Somebody as a data set or a recruiter names them. */
export type Person = {
	readonly id: string;
	/** One way in, or `*`: whoever comes under this id by whatever way. */
	readonly source: string;
	/** Named by a data set, and by nobody who invites people. */
	readonly ofDataSet?: true;
};

export const ANY_SOURCE = "*";

/** Of who comes by a link that a recruiter's page fills in, and its reader can change. */
export const BY_PROLIFIC = "prolific";

/** What one line says. */
export type ProfileLine =
	/** The fields that it has replace those that were known. */
	| { readonly kind: "profile"; readonly person: Person; readonly fields: Partial<Profile> }
	/** One more conversation. */
	| { readonly kind: "conversation"; readonly person: Person; readonly conversation: PastConversation }
	/** This person is the one whom a data set calls so. */
	| { readonly kind: "same"; readonly person: Person; readonly as: Person };
