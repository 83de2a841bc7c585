const SHORT = 3;

/** The share of three-word sequences that makes a message a repetition. */
const OVERLAP = 0.5;

/**
 * The share of messages after the first that repeat an earlier one: the same words, or at least half of their three-word
 * sequences. Null with fewer than two messages.
 */
export function repetitionRate(messages: readonly (readonly string[])[]): number | null {
	if (messages.length < 2) return null;
	const repeated = messages.slice(1).filter((words, index) => isRepeated(words, messages.slice(0, index + 1)));
	return repeated.length / (messages.length - 1);
}

function isRepeated(words: readonly string[], earlier: readonly (readonly string[])[]): boolean {
	if (words.length === 0) return false;
	if (words.length < SHORT) return earlier.some((other) => other.join(" ") === words.join(" "));
	const own = sequencesOf(words);
	return earlier.some((other) => {
		const earlierSequences = new Set(sequencesOf(other));
		return own.filter((sequence) => earlierSequences.has(sequence)).length >= OVERLAP * own.length;
	});
}

const sequencesOf = (words: readonly string[]): string[] =>
	words.slice(0, Math.max(0, words.length - SHORT + 1)).map((_, at) => words.slice(at, at + SHORT).join(" "));
