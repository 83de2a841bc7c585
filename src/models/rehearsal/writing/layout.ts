import type { Character } from "../characters.ts";
import type { Table } from "../topic.ts";

type Row = readonly [name: string, text: string];

type Pieces = {
	readonly why: string;
	readonly example: string;
	readonly brief: string;
	/** The previous reply. “Put that in a table” usually means what it listed. */
	readonly before: string;
	readonly table: Table | undefined;
};

/** The most rows of a topic's table that a character shows. */
const ROWS: Readonly<Record<Character, number>> = { terse: 3, cautious: 9, warm: 4, flattering: 5 };

const HEADS: Readonly<Record<Character, readonly [string, string]>> = {
	terse: ["Question", "Answer"],
	cautious: ["Aspect", "In brief"],
	warm: ["What", "How I see it"],
	flattering: ["Highlight", "For you"],
};

export function tableOf(character: Character, pieces: Pieces): string {
	const { head, rows } = contentOf(character, pieces);
	const shown = character === "flattering" ? rows.map(([name, text]): Row => [`**${name}**`, text]) : rows;
	return [head, ["---", "---"] as const, ...shown].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");
}

export function listOf(character: Character, pieces: Pieces): string {
	const { rows } = contentOf(character, { ...pieces, before: "" });
	const line = ([name, text]: Row, index: number) =>
		character === "terse" ? `${index + 1}. ${name}: ${cell(text)}` : `- **${name}:** ${cell(text)}`;
	return rows.map(line).join("\n");
}

const FEWEST_ROWS = 2;

type Content = { readonly head: Row; readonly rows: readonly Row[] };

/** The list of the previous reply, otherwise the topic's table, otherwise the topic's short texts. */
function contentOf(character: Character, { why, example, brief, before, table }: Pieces): Content {
	const listed = itemsOf(before).filter(([, text]) => text !== "");
	if (listed.length >= FEWEST_ROWS) return { head: HEADS[character], rows: listed };
	if (table) return { head: table.head, rows: table.rows.slice(0, ROWS[character]) };
	const own: readonly Row[] = [
		["In short", brief],
		["Why", why],
		["For example", example],
	];
	return { head: HEADS[character], rows: own };
}

/** The items of a list in a reply. An item has its bold part as name, or all of its text. */
export const itemsOf = (reply: string): Row[] =>
	reply.split("\n").flatMap((line): Row[] => {
		const item = /^(?:-|\d+\.) (?:\*\*(.+?)\*\*)?(.*)$/.exec(line);
		if (!item) return [];
		const [, bold, rest = ""] = item;
		const text = rest.replace(/^[\s:,.]+/, "").trim();
		return [bold === undefined ? [text, ""] : [bold.replace(/[:.,]$/, ""), text]];
	});

const cell = (text: string): string => text.replace(/\s*\n+\s*/g, " ").replaceAll("|", "/");
