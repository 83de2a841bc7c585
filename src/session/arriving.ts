/** A signed link, which is good once. */
export type Ticket = { readonly id: string; readonly expiresAtMs: number };

/** What shows that somebody who arrives is the participant whom they name. */
export type Proof =
	/** A signature or a key. `ticket`: of a signature that is good once. */
	| { readonly kind: "vouched"; readonly ticket: Ticket | null }
	/** The link's own word, which is worth as much as the submission in it. */
	| { readonly kind: "claimed" }
	| { readonly kind: "none" };

/** Somebody who names the participant of a session. */
export type Arriving = {
	readonly proof: Proof;
	/** The session's own token, where the arrival has one. */
	readonly token: string | null;
	/** What the recruiter sent along. */
	readonly reference: Readonly<Record<string, string>>;
	readonly attributes: Attributes;
	readonly returnUrl: string | null;
};

export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** What holds of a session, whatever its latest arrival asked for. */
export type Kept = {
	readonly returnUrl: string | null;
	/** Those that an arrival gave. What is known from a profile is not told to whoever sends people here. */
	readonly attributes: Attributes;
	/** Names of attributes that the latest arrival has otherwise. */
	readonly unlike: readonly string[];
};
