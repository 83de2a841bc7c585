import { unmarked } from "../components/markdown/excerpt.ts";

export type Voice = ReturnType<typeof createVoice>;

/** Beyond so many the oldest has long been read. */
const KEPT = 6;

/**
 * What a screen reader is told when whatever it reads has ended. Whole sentences: a reply that grows by frames would
 * otherwise be read as syllables, or from its beginning again and again.
 */
export function createVoice(region: HTMLElement, language: string) {
	/** How much of a reply has been said, by candidate. */
	const said = new Map<string, number>();

	function say(text: string, inLanguage?: string): void {
		// A node of its own: the same words twice are two announcements, and two in a row do not replace each other.
		const line = document.createElement("p");
		line.dir = "auto";
		if (inLanguage !== undefined) line.lang = inLanguage;
		line.textContent = text;
		region.append(line);
		while (region.childElementCount > KEPT) region.firstElementChild?.remove();
	}

	/** Says the sentences that have become whole since the last call; at the end also what is left. */
	function follow(candidate: string, text: string, ended: boolean): void {
		const from = said.get(candidate) ?? 0;
		const until = ended ? text.length : from + wholeSentences(text.slice(from), language);
		// Markdown's signs are nothing to be read aloud.
		const spoken = unmarked(text.slice(from, until));
		said.set(candidate, until);
		if (spoken) say(spoken, language);
	}

	return { say, follow, restart: () => said.clear() };
}

/** The length of the sentences that are whole: all but the last, which may go on. */
export function wholeSentences(text: string, language: string): number {
	if (typeof Intl.Segmenter !== "function") return Math.max(0, text.lastIndexOf("\n") + 1);
	const sentences = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
	return sentences[sentences.length - 1]?.index ?? 0;
}
