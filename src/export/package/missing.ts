/** When a value is missing, and why. In the codebook and in the package's README. */
export const MISSING_RULES: readonly (readonly [where: string, rule: string])[] = [
	[
		"every table",
		"An empty cell is a missing value: null in JSON Lines and Parquet. An empty text is not missing; CSV writes it as two quotation marks.",
	],
	["answers", "asked is false: the question was left out because of other answers. Nothing is missing."],
	["answers", "asked is true and value is empty: the participant answered that the question does not apply."],
	["answers", "No row: an optional question was left without an answer, or the form was not reached."],
	["ratings", "value is empty: the participant answered that the question does not apply."],
	["all tables with label", "arm is empty until the study is unblinded."],
	["conversations", "ended_at is empty: the conversation is not over, or the participant left during it."],
	["sessions", "randomised_at, stratum and sequence are empty: the participant was not randomised."],
	[
		"transcripts",
		"label, slot and chosen are empty in messages of participants. seen_at is empty if the client did not report it.",
	],
	[
		"answers and behaviour",
		"Times in milliseconds are empty if the client did not measure them. behaviour has rows only with consent.",
	],
];
