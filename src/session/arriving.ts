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
	readonly returnUrl: string | null;
};
