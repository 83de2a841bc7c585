import type { Cell } from "./sort.ts";

const textOf = (cell: Cell): string => (cell === null ? "" : String(cell));

/** RFC 4180, with the names in its first line. */
export const csvOf = (names: readonly string[], rows: readonly (readonly Cell[])[]): string =>
	[names, ...rows].map((cells) => `${cells.map((cell) => quoted(textOf(cell))).join(",")}\r\n`).join("");

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** For the clipboard: spreadsheets take tabs and lines as cells. */
export const tabbed = (names: readonly string[], rows: readonly (readonly Cell[])[]): string =>
	[names, ...rows]
		.map((cells) => cells.map((cell) => textOf(cell).replaceAll(/[\t\r\n]+/g, " ")).join("\t"))
		.join("\n");
