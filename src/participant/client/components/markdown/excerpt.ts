import { putBack, setAside } from "./maths.ts";

/** A reply without Markdown's marks. Formulas keep their signs. */
export function unmarked(marked: string): string {
	const { text, formulas } = setAside(marked);
	const plain = text.replace(/[*_`#>|~]+/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
	return putBack(plain, formulas).trim();
}

/** A word longer than this is cut. */
const LONGEST_WORD = 20;

/** The start of a text in one line, cut between words if possible, and never inside a surrogate pair. */
export function excerpt(text: string, most: number): string {
	const characters = [...text.replace(/\s+/g, " ").trim()];
	if (characters.length <= most) return characters.join("");
	const cut = characters.slice(0, most);
	const space = cut.lastIndexOf(" ");
	const whole = characters[most] === " " || space < most - LONGEST_WORD ? cut : cut.slice(0, space);
	return `${whole.join("").replace(/[\s,.;:!?]+$/, "")}…`;
}
