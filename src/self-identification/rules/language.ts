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
	/** What stands right before a maker. */
	readonly by: string;
	/** Articles, adjectives, "trained", "called": what else may stand between oneself and the name. */
	readonly fillers: string;
	/** Letters of which every rule has one: a passage that has none is not looked at. Latin, unless it is said otherwise. */
	readonly script?: string;
	/** Words are written without blanks between them. */
	readonly joined?: true;
	/** Who names oneself or one's maker. */
	readonly identity: readonly string[];
	/** As the same: taken only where the first person follows, or nothing ("As ChatGPT, I …"). */
	readonly as: readonly string[];
	/** The first person, as it follows an `as`. */
	readonly first: string;
	/** Who speaks of instructions, or of a profile of the participant. To the end of the passage. */
	readonly instructions: readonly string[];
};
