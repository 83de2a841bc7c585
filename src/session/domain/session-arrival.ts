/** Identifies a signed link, which works once. */
export type Ticket = { readonly id: string; readonly expiresAtMs: number };

/** Evidence that a visitor is the participant whom the link or request names. */
export type Proof =
	/** A signature or an API key. `ticket` is set if the link works only once. */
	| { readonly kind: "vouched"; readonly ticket: Ticket | null }
	/** An unsigned link. Its submission id is the only evidence. */
	| { readonly kind: "claimed" }
	| { readonly kind: "none" };

/** An arrival that names the participant of a session. */
export type SessionArrival = {
	readonly proof: Proof;
	/** The session's own token, if the request has one. */
	readonly token: string | null;
	/** The recruiter's ids of its study and of the submission. */
	readonly reference: Readonly<Record<string, string>>;
	readonly attributes: Attributes;
	readonly returnUrl: string | null;
};

export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** Settings of a session that a later arrival may have asked to change. */
export type KeptSettings = {
	readonly returnUrl: string | null;
	/** Attributes of the first arrival. Attributes from a profile are left out, because survey tools must not learn them. */
	readonly attributes: Attributes;
	/** Names of attributes whose values in the latest arrival differ. */
	readonly unlike: readonly string[];
	/** Names of attributes that strata need, and that neither the first arrival nor a profile gave. */
	readonly missing: readonly string[];
};
