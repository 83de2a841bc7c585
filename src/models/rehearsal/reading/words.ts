/** The rest of a longer message is ignored, so that a long paste costs no more than a page. */
const READ_CHARACTERS = 1200;

/**
 * Prepares a message for matching: lower case, no accents, apostrophes or punctuation, one blank around every word.
 * "Don't go, José!" becomes " dont go jose ".
 */
export function normalised(message: string): string {
	const plain = message
		.slice(0, READ_CHARACTERS)
		.toLowerCase()
		.normalize("NFKD")
		.replace(/\p{Script=Latin}\p{M}+/gu, (letter) => letter.charAt(0))
		.normalize("NFC")
		.replace(/['’‘`´]/g, "");
	return ` ${(plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ")} `;
}

export const wordsOf = (text: string): string[] => text.trim().split(" ").filter(Boolean);

/** The substrings that count as one phrase. */
type Needles = readonly string[];

/** Keys are parsed once. Only topics have keys, so the map stays small. */
const TAKEN_APART = new Map<string, readonly (readonly Needles[])[]>();

/** Scores a normalised message against keys: two points for each phrase of every alternative that occurs in full. */
export function fitOf(text: string, keys: string): number {
	let points = 0;
	for (const phrases of alternativesOf(keys)) {
		if (phrases.every((needles) => needles.some((needle) => text.includes(needle)))) points += 2 * phrases.length;
	}
	return points;
}

function alternativesOf(keys: string): readonly (readonly Needles[])[] {
	const known = TAKEN_APART.get(keys);
	if (known) return known;
	const made = keys.split("|").map((alternative) => alternative.split("+").map(needlesOf));
	TAKEN_APART.set(keys, made);
	return made;
}

/** Scripts that put no blanks between words: a phrase may start anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function needlesOf(phrase: string): Needles {
	if (phrase.endsWith("*")) return [` ${phrase.slice(0, -1)}`];
	return UNSPACED.test(phrase) ? [phrase] : [` ${phrase} `, ` ${phrase}s `];
}
