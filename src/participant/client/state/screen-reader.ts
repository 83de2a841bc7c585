import { unmarked } from "../components/markdown/excerpt.ts";

export type Voice = ReturnType<typeof createVoice>;

/** Older lines have been read long ago. */
const KEPT = 6;

/**
 * The live region of a screen reader. It gets whole sentences: a reply that grows by frames would otherwise be read
 * syllable by syllable, or from the start each time.
 */
export function createVoice(region: HTMLElement, language: string) {
	/** How many characters of each candidate were announced. */
	const said = new Map<string, number>();

	function say(text: string, inLanguage?: string): void {
		// A new node each time: equal texts are two announcements, and a second one does not replace the first.
		const line = document.createElement("p");
		line.dir = "auto";
		if (inLanguage !== undefined) line.lang = inLanguage;
		line.textContent = text;
		region.append(line);
		while (region.childElementCount > KEPT) region.firstElementChild?.remove();
	}

	/** Announces the sentences that were completed since the last call. At the end also the rest. */
	function follow(candidate: string, text: string, ended: boolean): void {
		const from = said.get(candidate) ?? 0;
		const until = ended ? text.length : from + wholeSentences(text.slice(from), language);
		// Markdown's marks are not read aloud.
		const spoken = unmarked(text.slice(from, until));
		said.set(candidate, until);
		if (spoken) say(spoken, language);
	}

	return { say, follow, restart: () => said.clear() };
}

/** The length of the complete sentences: all but the last, which may still grow. */
export function wholeSentences(text: string, language: string): number {
	if (typeof Intl.Segmenter !== "function") return Math.max(0, text.lastIndexOf("\n") + 1);
	const sentences = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
	return sentences[sentences.length - 1]?.index ?? 0;
}
