import { isPartlyShouted, isShouted, strippedWord, withEmojiWords } from "./vader-text.ts";
import { BOOSTERS, NEGATIONS, SPECIAL_CASES } from "./vader-words.ts";

export type Lexicon = {
	readonly valences: ReadonlyMap<string, number>;
	readonly emojiWords: ReadonlyMap<string, string>;
};

export type Sentiment = {
	/** From -1 (most negative) to 1 (most positive). */
	readonly compound: number;
	/** Shares of the text; they sum to 1. */
	readonly positive: number;
	readonly neutral: number;
	readonly negative: number;
};

/** The increase of a valence by capitals, and its factor under negation. */
const CAPITALS = 0.733;
const NEGATED = -0.74;

/**
 * VADER (Hutto and Gilbert 2014, ICWSM 8:216-225): valences of words, modified by negation, degree adverbs, capitals, "but" and
 * punctuation. Reproduces the Python package vaderSentiment 3.3.2 exactly, including its odd rules. Made for single English
 * sentences. All values are zero for a text without words.
 */
export function vader(text: string, lexicon: Lexicon): Sentiment {
	const plain = withEmojiWords(text, lexicon.emojiWords).trim();
	const words = plain
		.split(/\s+/)
		.filter((word) => word !== "")
		.map(strippedWord);
	const sentence: Sentence = {
		words,
		lower: words.map((word) => word.toLowerCase()),
		shouts: isPartlyShouted(words),
		valences: lexicon.valences,
	};
	return scored(
		weighedByBut(
			words.map((_, i) => valenceAt(sentence, i)),
			sentence.lower,
		),
		plain,
	);
}

type Sentence = {
	readonly words: readonly string[];
	readonly lower: readonly string[];
	/** Some words are in capitals, but not all. */
	readonly shouts: boolean;
	readonly valences: ReadonlyMap<string, number>;
};

function valenceAt(sentence: Sentence, i: number): number {
	const { words, lower, shouts, valences } = sentence;
	const word = lower[i] ?? "";
	const own = valences.get(word);
	if (own === undefined || BOOSTERS.has(word) || (word === "kind" && lower[i + 1] === "of")) return 0;
	let valence = afterNo(own, word, lower, i, valences);
	if (shouts && isShouted(words[i] ?? "")) valence += valence > 0 ? CAPITALS : -CAPITALS;
	for (let back = 0; back < 3 && i > back; back += 1) {
		if (valences.has(lower[i - back - 1] ?? "")) continue;
		valence += boost(sentence, i - back - 1, valence) * (BACK_WEIGHTS[back] ?? 1);
		valence *= negation(lower, i, back);
		if (back === 2) valence = idiom(valence, lower, i);
	}
	return valence * leastFactor(lower, i, valences);
}

const BACK_WEIGHTS = [1, 0.95, 0.9] as const;

/** "no" before a word of the lexicon negates it and has no valence itself. */
function afterNo(
	own: number,
	word: string,
	lower: readonly string[],
	i: number,
	valences: ReadonlyMap<string, number>,
): number {
	const isNegated =
		lower[i - 1] === "no" ||
		lower[i - 2] === "no" ||
		(lower[i - 3] === "no" && (lower[i - 1] === "or" || lower[i - 1] === "nor"));
	if (isNegated) return own * NEGATED;
	const next = lower[i + 1];
	return word === "no" && next !== undefined && valences.has(next) ? 0 : own;
}

function boost({ words, lower, shouts }: Sentence, i: number, valence: number): number {
	const step = BOOSTERS.get(lower[i] ?? "");
	if (step === undefined) return 0;
	const signed = valence < 0 ? -step : step;
	if (!shouts || !isShouted(words[i] ?? "")) return signed;
	return signed + (valence > 0 ? CAPITALS : -CAPITALS);
}

const isNegation = (word: string): boolean => NEGATIONS.has(word) || word.includes("n't");
const isSoOrThis = (word: string | undefined): boolean => word === "so" || word === "this";

function negation(lower: readonly string[], i: number, back: number): number {
	const [one, two, three] = [lower[i - 1], lower[i - 2], lower[i - 3]];
	const factor = isNegation(lower[i - back - 1] ?? "") ? NEGATED : 1;
	if (back === 1) {
		if (two === "never" && isSoOrThis(one)) return 1.25;
		return two === "without" && one === "doubt" ? 1 : factor;
	}
	if (back === 2) {
		// As in the Python package, where "and" binds before "or": "so" and "this" strengthen even without "never".
		if ((three === "never" && isSoOrThis(two)) || isSoOrThis(one)) return 1.25;
		return three === "without" && (two === "doubt" || one === "doubt") ? 1 : factor;
	}
	return factor;
}

function idiom(before: number, lower: readonly string[], i: number): number {
	const phrase = (from: number, to: number): string => lower.slice(i + from, i + to + 1).join(" ");
	let valence = before;
	const behind = [phrase(-1, 0), phrase(-2, 0), phrase(-2, -1), phrase(-3, -1), phrase(-3, -2)];
	const special = behind.find((words) => SPECIAL_CASES.has(words));
	if (special !== undefined) valence = SPECIAL_CASES.get(special) ?? valence;
	if (i + 1 < lower.length) valence = SPECIAL_CASES.get(phrase(0, 1)) ?? valence;
	if (i + 2 < lower.length) valence = SPECIAL_CASES.get(phrase(0, 2)) ?? valence;
	for (const words of [phrase(-3, -1), phrase(-3, -2), phrase(-2, -1)]) valence += BOOSTERS.get(words) ?? 0;
	return valence;
}

function leastFactor(lower: readonly string[], i: number, valences: ReadonlyMap<string, number>): number {
	if (lower[i - 1] !== "least" || valences.has("least")) return 1;
	return i > 1 && (lower[i - 2] === "at" || lower[i - 2] === "very") ? 1 : NEGATED;
}

/**
 * Halves valences before the first "but" and raises those after it. The Python package finds each valence by its value, so an
 * equal valence elsewhere may be changed instead; this is reproduced here.
 */
function weighedByBut(valences: readonly number[], lower: readonly string[]): number[] {
	const but = lower.indexOf("but");
	const weighed = [...valences];
	if (but < 0) return weighed;
	for (let at = 0; at < weighed.length; at += 1) {
		const valence = weighed[at] ?? 0;
		const first = weighed.indexOf(valence);
		if (first < but) weighed[first] = valence * 0.5;
		else if (first > but) weighed[first] = valence * 1.5;
	}
	return weighed;
}

function emphasis(text: string): number {
	const exclamations = Math.min(4, text.split("!").length - 1);
	const questions = text.split("?").length - 1;
	const asked = questions <= 1 ? 0 : questions <= 3 ? questions * 0.18 : 0.96;
	return exclamations * 0.292 + asked;
}

function scored(valences: readonly number[], text: string): Sentiment {
	if (valences.length === 0) return { compound: 0, positive: 0, neutral: 0, negative: 0 };
	const sum = valences.reduce((total, valence) => total + valence, 0);
	const added = emphasis(text);
	const emphasised = sum + Math.sign(sum) * added;
	const neutral = valences.filter((valence) => valence === 0).length;
	// Each word of the lexicon counts as one plus its valence.
	let positive = valences.reduce((total, valence) => (valence > 0 ? total + valence + 1 : total), 0);
	let negative = valences.reduce((total, valence) => (valence < 0 ? total - valence + 1 : total), 0);
	if (positive > negative) positive += added;
	else if (positive < negative) negative += added;
	const total = positive + negative + neutral;
	return {
		compound: emphasised / Math.sqrt(emphasised * emphasised + 15),
		positive: positive / total,
		neutral: neutral / total,
		negative: negative / total,
	};
}
