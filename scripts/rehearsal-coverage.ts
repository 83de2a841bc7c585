import {
	coverageOf,
	everydayOpeners,
	sharedSentences,
	studyOpeners,
} from "../test/support/models/rehearsal-coverage.ts";

/**
 * Prints the share of openers that the rehearsal model answers, and the number of sentences that two of its characters
 * share.
 */
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
for (const [name, openers] of [
	["openers of a study", studyOpeners()],
	["everyday openers", everydayOpeners()],
] as const) {
	const { answered, fallback } = coverageOf(openers);
	console.log(
		`${openers.length} ${name}: answered ${percent(answered)}, no answer ${percent(fallback)}, sentences of two characters ${percent(sharedSentences(openers))}`,
	);
}
