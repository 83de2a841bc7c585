import { putBack, setAside } from "./maths.ts";

/** A reply without Markdown's signs; its formulas keep theirs. */
export function unmarked(marked: string): string {
	const { text, formulas } = setAside(marked);
	const plain = text.replace(/[*_`#>|~]+/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
	return putBack(plain, formulas).trim();
}

/** A word longer than this is cut. */
const LONGEST_WORD = 20;

/** The beginning of a text, in one line, cut between words where there are any. Never between the halves of a character. */
export function excerpt(text: string, most: number): string {
	const characters = [...text.replace(/\s+/g, " ").trim()];
	if (characters.length <= most) return characters.join("");
	const cut = characters.slice(0, most);
	const space = cut.lastIndexOf(" ");
	const whole = characters[most] === " " || space < most - LONGEST_WORD ? cut : cut.slice(0, space);
	return `${whole.join("").replace(/[\s,.;:!?]+$/, "")}…`;
}
