/** A text in the one form that patterns are written for, and where each of its units came from. */
export type Folded = {
	readonly text: string;
	/** By unit of `text`: where the character that it came from starts in the original, and where it ends. */
	readonly starts: readonly number[];
	readonly ends: readonly number[];
};

/** Zero-width, bidi and variation marks (Unicode's format characters and what fills space unseen), and Markdown's emphasis. */
const UNSEEN = /^(?:\p{Cf}|\p{Variation_Selector}|\p{Default_Ignorable_Code_Point}|[\u0640*`])$/u;
/** Points of Hebrew and Arabic, and the dot that a capital i of Turkish leaves behind. */
const POINTS = /[\u0307\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

/** Bounded, because normalising a pile of marks takes longer than its length. Old Hangul's parts compose as marks do. */
const CHARACTER = /[\s\S][\p{M}\u1161-\u11ff]{0,8}/gu;

const SAME: Readonly<Record<string, string>> = {
	"’": "'",
	"‘": "'",
	ʼ: "'",
	"´": "'",
	ي: "ی",
	ى: "ی",
	ك: "ک",
	أ: "ا",
	إ: "ا",
	آ: "ا",
	ة: "ه",
	ё: "е",
	// Placeholders of `mentions.ts`: a text that has them means nothing by them.
	"\ue000": "\ufffd",
	"\ue001": "\ufffd",
};

/**
 * Letters of Cyrillic and Greek that look like Latin ones (of Unicode's confusables, UTS 39, those of one letter that
 * models' and makers' names are made of), in lower case.
 */
const LOOKS_LATIN: Readonly<Record<string, string>> = Object.fromEntries(
	[..."аaвbсcԁdеeґrһhіiїiјjкkӏlмmнhоoрpԛqгrѕsтtυuѵvνvԝwхxуyαaβbεeιiκkοoρpτtχxγyηnμu".matchAll(/(.)(.)/gu)].map(
		([, alike = "", latin = ""]) => [alike, latin],
	),
);

/**
 * NFKC, lower case, one kind of apostrophe, without what cannot be seen, and with letters of another alphabet that stand
 * among Latin ones read as what they look like. What is folded away belongs to the character before it.
 */
export function fold(original: string): Folded {
	let text = "";
	const starts: number[] = [];
	const ends: number[] = [];
	for (const { 0: character, index } of original.matchAll(CHARACTER)) {
		const folded = PLAIN.test(character) ? character.toLowerCase() : foldCharacter(character);
		for (let unit = 0; unit < folded.length; unit++) {
			starts.push(index);
			ends.push(index + character.length);
		}
		text += folded;
	}
	return { text: withoutLookalikes(text), starts, ends };
}

function foldCharacter(character: string): string {
	const seen = [...character].filter((point) => !UNSEEN.test(point)).join("");
	const normal = seen.normalize("NFKC").toLowerCase().replace(POINTS, "");
	return [...normal].map((point) => SAME[point] ?? point).join("");
}

/** For words that patterns and lexicon are made of: written as anybody writes them, looked for as `fold` has them. */
export const foldLetters = (text: string): string =>
	[...text.replace(POINTS, "")].map((point) => (point === "\u200c" ? "" : (SAME[point] ?? point))).join("");

/** What only changes its case: most of most texts. */
const PLAIN = /^[\n -)+-_a-~]$/;

const WORD = /[\p{L}\p{N}]+/gu;
const LATIN = /\p{Script=Latin}/u;
const LATIN_LETTERS = /\p{Script=Latin}/gu;
const OTHER_LETTERS = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;

/** Every letter is replaced by one of the same length, so that places stay where they are. */
function withoutLookalikes(text: string): string {
	const others = text.match(OTHER_LETTERS)?.length ?? 0;
	if (others === 0) return text;
	const isLatinText = (text.match(LATIN_LETTERS)?.length ?? 0) > others;
	return text.replace(WORD, (word) => {
		const letters = [...word];
		const alike = letters.every((letter) => LATIN.test(letter) || /\p{N}/u.test(letter) || letter in LOOKS_LATIN);
		const mixed = LATIN.test(word);
		return alike && (mixed || isLatinText) ? letters.map((letter) => LOOKS_LATIN[letter] ?? letter).join("") : word;
	});
}
