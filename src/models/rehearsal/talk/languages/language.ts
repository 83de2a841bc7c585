export type Language = {
	/** Common words that few other languages have, normalised, or the script. */
	readonly words: string | RegExp;
	/** Ways to say that one wants to die. */
	readonly despair: RegExp;
};

export type LanguageLines = {
	/** Two ways to say “I see that you write in …, but I answer better in English”. */
	readonly lines: readonly [string, string];
	/** A first sentence for somebody in despair. */
	readonly care: string;
};
