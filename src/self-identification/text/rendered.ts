import { Lexer, type Token, type Tokens } from "marked";
import { keptParts } from "../../shared/hidden-signs.ts";
import { decodeEntities } from "./entities.ts";

/** A range of the source, in UTF-16 units. */
export type Range = { readonly start: number; readonly end: number };

/** A piece of Markdown as the participant app shows it, with the origin of each unit of the shown text. */
export type Rendered = {
	readonly text: string;
	/** For each unit of `text`, the start and end of its part of the source. */
	readonly starts: readonly number[];
	readonly ends: readonly number[];
	/** Ranges of emphasis, links and code. A mask that covers one partly would leave half of its signs. */
	readonly wholes: readonly Range[];
	/** Addresses of links, which a reader sees beside the link or on hover. */
	readonly addresses: readonly Address[];
};

/** A link's address, the range of the whole link, and the unit of the shown text at which the link ends. */
export type Address = Range & { readonly text: string; readonly at: number };

const LEXER = { gfm: true, breaks: true } as const;

/** Line starts that the page shows as a quotation, a heading or a list. They do not belong to the sentence. */
const BLOCK_SIGNS = /^[ \t]*(?:(?:>|#{1,6}(?=[ \t])|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)+/;

/** Signs of Markdown, HTML or entities. A text without them is shown unchanged. */
const ANY_SIGN = /[\\`*_~[\]<>&!#|]|https?:|www\.|@/;

/**
 * Renders a sentence or a line with the page's parser, deliberately without the surrounding blocks: emphasis and entities in a
 * code block are decoded, although the page shows them unchanged.
 */
export function rendered(source: string): Rendered {
	const building = new Building();
	const parts = keptParts(source);
	const kept = parts.map(({ part }) => part).join("");
	const places = parts.flatMap(({ start, part }) => Array.from({ length: part.length }, (_, unit) => start + unit));
	const placeOf = (unit: number): number => places[unit] ?? source.length;
	const lead = BLOCK_SIGNS.exec(kept)?.[0].length ?? 0;
	const body = kept.slice(lead);
	if (ANY_SIGN.test(body)) walk(Lexer.lexInline(body, LEXER), lead, building);
	else building.add(body, unitsFrom(lead));
	return building.rendered(placeOf);
}

/** Collects the shown text with positions in the text without hidden signs; `rendered` maps them to the source. */
class Building {
	#text = "";
	readonly #firsts: number[] = [];
	readonly #lasts: number[] = [];
	readonly #wholes: Range[] = [];
	readonly #addresses: Address[] = [];

	/** Text that is shown unchanged, with its units at these places. */
	add(text: string, placeOf: (unit: number) => number): void {
		for (let unit = 0; unit < text.length; unit++) {
			this.#firsts.push(placeOf(unit));
			this.#lasts.push(placeOf(unit) + 1);
		}
		this.#text += text;
	}

	/** Text that replaces a longer or shorter piece of the source. */
	addFor(text: string, start: number, length: number): void {
		for (let unit = 0; unit < text.length; unit++) {
			this.#firsts.push(start);
			this.#lasts.push(start + length);
		}
		this.#text += text;
	}

	whole(start: number, length: number): void {
		this.#wholes.push({ start, end: start + length });
	}

	address(text: string, start: number, length: number): void {
		this.#addresses.push({ text, start, end: start + length, at: this.#text.length });
	}

	/** A hidden part belongs to the character before it, so an end is the place of the next shown character. */
	rendered(placeOf: (unit: number) => number): Rendered {
		const inSource = ({ start, end }: Range): Range => ({ start: placeOf(start), end: placeOf(end) });
		return {
			text: this.#text,
			starts: this.#firsts.map(placeOf),
			ends: this.#lasts.map(placeOf),
			wholes: this.#wholes.map(inSource),
			addresses: this.#addresses.map((address) => ({ ...address, ...inSource(address) })),
		};
	}
}

function walk(tokens: readonly Token[], from: number, building: Building): void {
	let at = from;
	for (const token of tokens) {
		add(token, at, building);
		at += token.raw.length;
	}
}

function add(token: Token, at: number, building: Building): void {
	switch (token.type) {
		case "strong":
		case "em":
		case "del":
			building.whole(at, token.raw.length);
			inner(token, at, building);
			break;
		case "link":
			link(token as Tokens.Link, at, building);
			break;
		case "image":
			building.whole(at, token.raw.length);
			if ((token as Tokens.Image).text !== "") inner(token, at, building);
			break;
		case "codespan":
			codespan(token as Tokens.Codespan, at, building);
			break;
		case "br":
			building.addFor("\n", at, token.raw.length);
			break;
		case "escape":
			building.addFor((token as Tokens.Escape).text, at, token.raw.length);
			break;
		// The page shows HTML as text.
		case "html":
			building.add(token.raw, unitsFrom(at));
			break;
		default:
			decoded(token.raw, at, building);
	}
}

function codespan({ raw, text }: Tokens.Codespan, at: number, building: Building): void {
	building.whole(at, raw.length);
	building.add(text, unitsFrom(at + Math.max(0, raw.indexOf(text))));
}

function link(token: Tokens.Link, at: number, building: Building): void {
	const { raw, href } = token;
	building.whole(at, raw.length);
	if (raw.startsWith("[")) {
		inner(token, at, building);
		building.address(addressText(href), at, raw.length);
	} else decoded(raw, at, building);
}

/** The words of an address: `https://openai.com/chat%47PT` has `openai`, `com` and `chatGPT`. */
function addressText(href: string): string {
	try {
		return decodeURIComponent(decodeEntities(href));
	} catch {
		return href;
	}
}

/** The children follow one another in the token, after its opening sign. */
function inner(token: Token, at: number, building: Building): void {
	const children = "tokens" in token ? (token.tokens ?? []) : [];
	const start = token.raw.indexOf(children.map(({ raw }) => raw).join(""));
	if (start < 0) decoded(token.raw, at, building);
	else walk(children, at + start, building);
}

/** At most as long as the longest name of an entity. */
export const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});?/gi;

/** The page decodes entities like HTML, including those without a semicolon. */
function decoded(raw: string, at: number, building: Building): void {
	let from = 0;
	for (const { 0: entity, index } of raw.matchAll(ENTITY)) {
		const character = decodeEntities(entity);
		if (character === entity) continue;
		building.add(raw.slice(from, index), unitsFrom(at + from));
		building.addFor(character, at + index, entity.length);
		from = index + entity.length;
	}
	building.add(raw.slice(from), unitsFrom(at + from));
}

const unitsFrom =
	(start: number) =>
	(unit: number): number =>
		start + unit;
