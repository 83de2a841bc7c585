import { decodeHTML } from "entities/decode";
import { Lexer, type Token, type Tokens } from "marked";

/** The formatting in a Markdown text, by the parser and settings of the participant's page. */
export type Formatting = {
	readonly prose: string;
	readonly headings: number;
	readonly listItems: number;
	readonly orderedItems: number;
	readonly emphasis: number;
	readonly tables: number;
	readonly codeBlocks: number;
	readonly inlineCode: number;
	readonly links: number;
	readonly quotations: number;
};

const LEXER = { gfm: true, breaks: true } as const;

type Counts = { -readonly [K in Exclude<keyof Formatting, "prose">]: number };

export function formattingOf(source: string): Formatting {
	const counts: Counts = {
		headings: 0,
		listItems: 0,
		orderedItems: 0,
		emphasis: 0,
		tables: 0,
		codeBlocks: 0,
		inlineCode: 0,
		links: 0,
		quotations: 0,
	};
	const lines: string[] = [];
	blocks(Lexer.lex(source, LEXER), counts, lines);
	return { ...counts, prose: lines.filter((line) => line !== "").join("\n") };
}

function blocks(tokens: readonly Token[], counts: Counts, lines: string[]): void {
	for (const token of tokens) block(token, counts, lines);
}

function block(token: Token, counts: Counts, lines: string[]): void {
	switch (token.type) {
		case "heading":
			counts.headings += 1;
			lines.push(inline(token.tokens ?? [], counts));
			return;
		case "code":
			counts.codeBlocks += 1;
			return;
		case "blockquote":
			counts.quotations += 1;
			blocks(token.tokens ?? [], counts, lines);
			return;
		case "list":
			list(token as Tokens.List, counts, lines);
			return;
		case "table":
			table(token as Tokens.Table, counts, lines);
			return;
		case "paragraph":
		case "text":
			lines.push("tokens" in token && token.tokens ? inline(token.tokens, counts) : decodeHTML(token.raw).trim());
			return;
		// The page shows HTML as plain text.
		case "html":
			lines.push(token.raw.trim());
	}
}

function list({ items, ordered }: Tokens.List, counts: Counts, lines: string[]): void {
	for (const item of items) {
		counts.listItems += 1;
		if (ordered) counts.orderedItems += 1;
		blocks(item.tokens, counts, lines);
	}
}

function table({ header, rows }: Tokens.Table, counts: Counts, lines: string[]): void {
	counts.tables += 1;
	for (const cell of [header, ...rows].flat()) lines.push(inline(cell.tokens, counts));
}

const inline = (tokens: readonly Token[], counts: Counts): string =>
	tokens
		.map((token) => inlinePart(token, counts))
		.join("")
		.trim();

function inlinePart(token: Token, counts: Counts): string {
	switch (token.type) {
		case "strong":
		case "em":
			counts.emphasis += 1;
			return children(token, counts);
		case "del":
			return children(token, counts);
		case "codespan":
			counts.inlineCode += 1;
			return (token as Tokens.Codespan).text;
		case "link":
			counts.links += 1;
			// A bare address is not a word.
			return token.raw.startsWith("[") ? children(token, counts) : "";
		case "image":
			return decodeHTML((token as Tokens.Image).text);
		case "br":
			return "\n";
		case "escape":
			return (token as Tokens.Escape).text;
		default:
			return decodeHTML(token.raw);
	}
}

const children = (token: Token, counts: Counts): string =>
	("tokens" in token ? (token.tokens ?? []) : []).map((child) => inlinePart(child, counts)).join("");
