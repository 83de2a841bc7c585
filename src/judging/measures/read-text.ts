import { withoutHiddenSigns } from "../../shared/hidden-signs.ts";
import { type Formatting, formattingOf } from "./markdown.ts";
import { foldedWord } from "./phrases.ts";
import { sentencesOf, wordsOf } from "./segmentation.ts";

/** Assistants' replies are shown as Markdown, participants' messages as plain text. */
export type TextFormat = "markdown" | "plain";

/** Resources that are too large for every deployment, so callers pass them in. Without its resource, a measure is missing. */
export type Resources = {
	/** The number of tokens of a text, by a tokenizer that the caller documents. */
	readonly countTokens?: (text: string) => number;
	/** VADER's lexicon: the valence of a lower-case word or emoticon. */
	readonly valences?: ReadonlyMap<string, number>;
	/** VADER's descriptions of emoji. */
	readonly emojiWords?: ReadonlyMap<string, string>;
};

export type ReadOptions = {
	readonly format: TextFormat;
	/** A BCP 47 tag; null if the language is unknown. */
	readonly language: string | null;
	readonly resources?: Resources;
};

const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const LATIN = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;
const NOT_BASIC_LATIN = /[\u0080-\u{10ffff}]+/gu;

/**
 * A text with the parts that several measures need, each computed on first use. `prose` is the visible text without code blocks
 * and bare addresses, one line for each block.
 */
export class ReadText {
	readonly source: string;
	readonly format: TextFormat;
	readonly language: string | null;
	readonly resources: Resources;
	#formatting: Formatting | undefined;
	#scripts: Scripts | undefined;
	#words: readonly string[] | undefined;
	#folded: readonly string[] | undefined;
	#sentences: readonly string[] | undefined;

	constructor(source: string, { format, language, resources = {} }: ReadOptions) {
		this.source = withoutHiddenSigns(source);
		this.format = format;
		this.language = language;
		this.resources = resources;
	}

	get formatting(): Formatting {
		this.#formatting ??= formattingOf(this.source);
		return this.#formatting;
	}

	get prose(): string {
		return this.format === "markdown" ? this.formatting.prose : this.source;
	}

	get words(): readonly string[] {
		this.#words ??= wordsOf(this.prose, this.language);
		return this.#words;
	}

	/** Words in the form of the phrase lists: lower case, without apostrophes. */
	get foldedWords(): readonly string[] {
		this.#folded ??= this.words.map(foldedWord);
		return this.#folded;
	}

	get sentences(): readonly string[] {
		this.#sentences ??= sentencesOf(this.prose, this.language);
		return this.#sentences;
	}

	/** English by its tag and by a majority of Latin letters: a wrong tag does not make Cyrillic text English. */
	get isEnglish(): boolean {
		return /^en(-|$)/i.test(this.language ?? "") && this.scripts.isLatin;
	}

	get isSpaced(): boolean {
		return this.scripts.isSpaced;
	}

	get scripts(): Scripts {
		this.#scripts ??= scriptsOf(this.prose);
		return this.#scripts;
	}
}

type Scripts = { readonly isLatin: boolean; readonly isSpaced: boolean };

/** Decided by the majority of letters. A text without letters counts as any script. */
function scriptsOf(text: string): Scripts {
	const foreign = text.match(NOT_BASIC_LATIN)?.join("") ?? "";
	if (foreign === "") return { isLatin: true, isSpaced: true };
	const count = (part: string, pattern: RegExp): number => part.match(pattern)?.length ?? 0;
	const letters = count(text, LETTER);
	return { isLatin: 2 * count(text, LATIN) >= letters, isSpaced: 2 * count(foreign, UNSPACED) <= letters };
}
