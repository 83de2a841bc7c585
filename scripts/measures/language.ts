import { eld } from "eld/small";

/** Shorter texts, such as "ok", look like any language. */
const FEWEST_CHARACTERS = 20;

/**
 * The language of each text as a two-letter tag. A short or mixed text gets the most common language of the others, or
 * null if no language was found.
 */
export function languagesOf(texts: readonly string[]): (string | null)[] {
	const found = texts.map(detected);
	const counts = new Map<string, number>();
	for (const language of found) if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
	const [common = null] = [...counts].sort(([, one], [, other]) => other - one).map(([language]) => language);
	return found.map((language) => language ?? common);
}

function detected(text: string): string | null {
	if (text.length < FEWEST_CHARACTERS) return null;
	const result = eld.detect(text.slice(0, 1000));
	return result.isReliable() ? result.language : null;
}
