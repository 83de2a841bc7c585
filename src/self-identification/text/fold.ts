/** A text in the form for which patterns are written, with the origin of each unit. */
export type Folded = {
	readonly text: string;
	/** The same units in the form for names: letters without accents, and one sign for all punctuation. */
	readonly names: string;
	/** For each unit of `text`, the start and end of its character in the original. */
	readonly starts: readonly number[];
	readonly ends: readonly number[];
};

/** Characters that show nothing, such as format characters and variation selectors, and emphasis that no parser has removed. */
const UNSEEN = /^(?:\p{Cf}|\p{Variation_Selector}|\p{Default_Ignorable_Code_Point}|[\u0640*`~])$/u;
/** Points of Hebrew and Arabic, and the dot that a Turkish capital i leaves. */
const POINTS = /[\u0307\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

/** Limited, because normalising a pile of marks takes more than linear time. Parts of old Hangul compose like marks. */
const CHARACTER = /[\s\S][\p{M}\u1161-\u11ff]{0,8}/gu;

const lookalikes = (pairs: string): Record<string, string> =>
	Object.fromEntries([...pairs.matchAll(/(.)(.)/gu)].map(([, sign = "", latin = ""]) => [sign, latin]));

/** Signs that look like a Latin letter and have no other use. */
const LIKE_LETTERS = lookalikes(
	// Small capitals, and turned letters that are read as the letter.
	"ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzıiȷj" +
		// Cherokee, in both cases.
		"ᎪaᏴbᏟcᎠdᎬeᏀgᎻhᎥiᎫjᏦkᏞlᎷmᏢpᎡrᏚsᎢtᏙvᏌuᎳwᏃzꭺaᏼbꮯcꭰdꭼeꮐgꮋhꭵiꭻjꮶkꮮlꮇmꮲpꭱrꮪsꭲtꮩvꮜuꮃwꮓz" +
		// Armenian, Coptic, Lisu.
		"օoոnսuհhցgզqⲟoⲣpⲥcⲁaꓮaꓐbꓚcꓓdꓰeꓖgꓧhꓲiꓙjꓗkꓡlꓟmꓠnꓳoꓑpꓣrꓢsꓔtꓴuꓦvꓪwꓫxꓬyꓜz",
);

/** Rows of letters that NFKC does not change: in black circles, in black squares, and as flags. */
const BOXED: readonly number[] = [0x1f150, 0x1f170, 0x1f1e6];

function unboxed(point: string): string {
	const code = point.codePointAt(0) ?? 0;
	const first = BOXED.find((start) => code >= start && code < start + 26);
	return first === undefined ? point : String.fromCodePoint(code - first + 0x61);
}

/** Accents, strokes and circles of no script, where no single letter with them exists. */
const LOOSE_MARKS = /[\u0300-\u036f]|\u0488|\u0489|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/gu;

const SAME: Readonly<Record<string, string>> = {
	...LIKE_LETTERS,
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
	// Placeholders of `mentions.ts`. A text that contains them means nothing by them.
	"\ue000": "\ufffd",
	"\ue001": "\ufffd",
};

/**
 * Cyrillic and Greek letters that look like Latin ones, in lower case (from Unicode's confusables, UTS 39: single letters
 * that occur in names of models and makers).
 */
const LOOKS_LATIN: Readonly<Record<string, string>> = lookalikes(
	"аaвbсcԁdеeґrһhіiїiјjкkӏlмmнhоoрpԛqгrѕsтtυuѵvνvԝwхxуyαaβbεeιiκkοoρpτtχxγyηnμu",
);

/**
 * NFKC, lower case, one kind of apostrophe and dash, one blank or line break for several, without invisible characters.
 * Letters of another alphabet among Latin ones are read as what they look like. A removed character belongs to the
 * character before it.
 */
export function fold(original: string): Folded {
	let text = "";
	const starts: number[] = [];
	const ends: number[] = [];
	for (const { 0: character, index } of original.matchAll(CHARACTER)) {
		const folded = PLAIN.test(character) ? character.toLowerCase() : foldCharacter(character);
		const end = index + character.length;
		if (isBlank(folded) && isBlank(text.at(-1))) {
			ends[ends.length - 1] = end;
			if (folded === "\n") text = `${text.slice(0, -1)}\n`;
			continue;
		}
		for (let unit = 0; unit < folded.length; unit++) {
			starts.push(index);
			ends.push(end);
		}
		text += folded;
	}
	const unified = withoutLookalikes(text);
	return { text: unified, names: nameForm(unified), starts, ends };
}

const isBlank = (unit: string | undefined): boolean => unit === " " || unit === "\n";

/** A base and its accents that NFC makes one letter. */
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/g;
const INNER_SIGN = /[^\p{L}\p{M}\p{N}\s()[\]{}]/gu;

/** For names in the lexicon and in texts: removes differences between spellings of one name. */
export function nameForm(text: string): string {
	const plain = text.replace(ACCENTED, (letter) => letter.normalize("NFD").charAt(0));
	return plain.replace(INNER_SIGN, (sign, at: number) =>
		sign === "'" || (sign === "." && !/\p{L}/u.test(plain.charAt(at + 1))) ? sign : "-".repeat(sign.length),
	);
}

function foldCharacter(character: string): string {
	if (/\s/.test(character)) return /[\n\r\u2028\u2029]/.test(character) ? "\n" : " ";
	const visible = [...character].filter((point) => !UNSEEN.test(point)).join("");
	const normal = visible
		.normalize("NFKC")
		.toLowerCase()
		.replace(POINTS, "")
		.replace(LOOSE_MARKS, "")
		.replace(DASHES, "-");
	return [...normal].map((point) => SAME[point] ?? unboxed(point)).join("");
}

const DASHES = /[\p{Pd}\u2212\u2043\u2027]/gu;

/** For words of patterns and the lexicon, which are written normally and searched in the form of `fold`. */
export const foldLetters = (text: string): string =>
	[...text.replace(POINTS, "")].map((point) => (point === "\u200c" ? "" : (SAME[point] ?? point))).join("");

/** Characters that change only their case: the majority in most texts. */
const PLAIN = /^[ -)+-_a-}]$/;

const WORD = /[\p{L}\p{N}]+/gu;
const LATIN = /\p{Script=Latin}/u;
const LATIN_LETTERS = /\p{Script=Latin}/gu;
const OTHER_LETTERS = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;

/** Replaces each letter by one of the same length, so that places stay the same. */
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
