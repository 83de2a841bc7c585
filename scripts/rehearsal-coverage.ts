import {
	coverageOf,
	everydayOpeners,
	sharedSentences,
	studyOpeners,
} from "../test/support/models/rehearsal-coverage.ts";

/** Prints what share of openers the rehearsal model answers, and how many sentences two of its characters share. */
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
