/**
 * How a language speaks of oneself. Rules are expressions over folded text (lower case), in which capital letters stand
 * for what recurs:
 *
 * - `N` a model's name; or a maker's, after a word of `by` or before one of `kinds`
 * - `A` a model's name, `M` a maker's, `B` either
 * - `G` the gap: any number, up to 14, of `kinds`, `by` and `fillers`, with the punctuation around them
 * - `E`, at the end: nothing more of the clause, but its end, punctuation, or a word that may stand in the gap
 * - `L` a letter or a digit
 * - a blank: white space
 *
 * `G` and `N` stand outside of brackets. A gap takes listed words and no others: "I am a language model" leads to a name,
 * "I am a fan of" does not.
 */
export type Language = {
	/** What a model calls its kind. */
	readonly kinds: string;
	/** Words directly before a maker. */
	readonly by: string;
	/** Articles, adjectives, "trained", "called": other words that may be between the speaker and the name. */
	readonly fillers: string;
	/** Letters of which every rule contains one. A passage without them is skipped. Latin by default. */
	readonly script?: string;
	/** Words have no blanks between them. */
	readonly joined?: true;
	/** Sentences in which a speaker names itself or its maker. */
	readonly identity: readonly string[];
	/** The same after "as". They count only if the first person or nothing follows ("As ChatGPT, I …"). */
	readonly as: readonly string[];
	/** The first person after an `as`. */
	readonly first: string;
	/** Sentences about instructions or a profile of the participant, to the end of the passage. */
	readonly instructions: readonly string[];
};
