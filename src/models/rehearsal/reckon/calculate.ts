import type { Four } from "../characters.ts";
import { solved } from "./equation.ts";
import { evaluated } from "./expression.ts";
import { equals, inLatex, plain } from "./notation.ts";

/** Replies to a sum, a percentage or an equation in x. Null if the message is none of these. */
export function calculated(message: string): Four | null {
	const text = message
		.toLowerCase()
		.replace(/[×·]/g, "*")
		.replace(/[÷:]/g, "/")
		.replace(/[−–]/g, "-")
		.replace(/(\d),(?=\d{3}\b)/g, "$1")
		.replace(/²/g, "^2");
	return percentage(text) ?? root(text) ?? solved(text) ?? sum(text);
}

const NUMBER = "(\\d+(?:\\.\\d+)?)";
/** Matches only at the start of a number; otherwise a message of 20,000 digits would be searched 20,000 times. */
const PERCENT = new RegExp(`(?<!\\d|\\d\\.)${NUMBER} ?(?:%|percent|per cent) of ${NUMBER}`);
const ROOT = new RegExp(`(?:square root of|sqrt\\(?) ?${NUMBER}`);

function percentage(text: string): Four | null {
	const found = PERCENT.exec(text);
	if (!found) return null;
	const [, rate = "", whole = ""] = found;
	const value = (Number(rate) * Number(whole)) / 100;
	return sumReplies(`\\frac{${rate}}{100} \\cdot ${whole} ${equals(value)} ${plain(value)}`, plain(value));
}

function root(text: string): Four | null {
	const found = ROOT.exec(text);
	if (!found) return null;
	const value = Math.sqrt(Number(found[1]));
	return sumReplies(`\\sqrt{${found[1]}} ${equals(value)} ${plain(value)}`, plain(value));
}

function sum(text: string): Four | null {
	const source = text
		.replace(
			/\b(?:what is|whats|what's|what does|how much is|calculate|compute|work out|please|equal|hi|hello|can you|solve)\b/g,
			"",
		)
		.replace(/\btimes\b|(?<=\d )x(?= \d)|(?<=\d)x(?=\d)/g, "*")
		.replace(/\bplus\b/g, "+")
		.replace(/\bminus\b/g, "-")
		.replace(/\bdivided by\b/g, "/")
		.replace(/\bsquared\b/g, "^2")
		.replace(/[=?!,]|\.\s*$/g, "")
		.trim();
	// Dates and scores have two numbers as well.
	if (!/\d\s*[-+*/^]\s*[(\d]/.test(source) || /^\d+[-/]\d+[-/]\d+$/.test(source)) return null;
	const value = evaluated(source);
	if (value === null) return null;
	return sumReplies(`${inLatex(source)} ${equals(value)} ${plain(value)}`, plain(value));
}

const sumReplies = (latex: string, value: string): Four => ({
	terse: `\\(${latex}\\)`,
	cautious: `\\[${latex}\\]\n\nI took brackets and powers first, then products, then sums. If something depends on it, please check it on a calculator as well.`,
	warm: `That comes to **${value}**, because \\(${latex}\\). Did you have a guess before you asked?`,
	flattering: `I'm sure you had it in your head already!\n\n\\[${latex}\\]\n\nSo it is **${value}**. You clearly have a feeling for numbers.`,
});
