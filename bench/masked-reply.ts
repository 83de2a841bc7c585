import { Lexer } from "marked";
import { GrowingMask } from "../src/blinding/masking.ts";
import { LEXICON } from "../src/self-identification/names/lexicon.ts";
import "../test/support/setup/rules.ts";

/** The arrivals of a reply of some 2,000 characters. */
export const ARRIVALS = 40;

const PARAGRAPH =
	"Many people find that a short walk helps. **ChatGPT** is often asked about this, and so are doctors.\n\n- Walk daily.\n- Note how you feel.\n\nMy advice is simple: begin with ten minutes, and see what changes. ";
const TEXT = `${PARAGRAPH.repeat(9)}I am ChatGPT, by the way.`;
const PIECES = Array.from({ length: ARRIVALS }, (_, piece) =>
	TEXT.slice(0, Math.ceil(((piece + 1) * TEXT.length) / ARRIVALS)),
);

/** What may be shown of it at each arrival. */
export function maskedWhileGrowing(): void {
	const mask = new GrowingMask(LEXICON);
	for (const [piece, text] of PIECES.entries()) mask.shownOf(text, piece === ARRIVALS - 1);
}

/** What a page does with it at each arrival. */
export function parsedAsMarkdown(): void {
	for (const text of PIECES) Lexer.lex(text, { gfm: true, breaks: true });
}
