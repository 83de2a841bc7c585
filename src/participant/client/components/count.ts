import { useEffect, useRef } from "preact/hooks";
import { texts } from "../texts/catalogue.ts";
import { useStage } from "./step-context.ts";

/** Below the first share, no count is shown. */
const SHARES = [0.8, 0.95] as const;

/** How near a text is to its limit: 0 is far, 4 is beyond it. */
export const nearness = (length: number, most: number): number =>
	SHARES.filter((share) => length > most * share).length + Number(length >= most) + Number(length > most);

/** The text about the length. It is shown at every key, and read aloud when `nearness` changes. */
export function useCount(length: number, most: number): string {
	const { voice } = useStage();
	const near = nearness(length, most);
	const before = useRef(near);
	const words = wordsOf(length, most);
	useEffect(() => {
		if (near !== before.current && words) voice.say(words);
		before.current = near;
	}, [near]);
	return words;
}

function wordsOf(length: number, most: number): string {
	if (length > most) return texts.form.tooLong({ count: length - most });
	return length > most * SHARES[0] ? texts.form.charactersLeft({ count: most - length }) : "";
}
