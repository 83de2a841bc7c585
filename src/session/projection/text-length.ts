/** Lengths of a text as the views count them. */
export type TextLength = { readonly characters: number; readonly words: number };

/** Characters are Unicode code points. Words are what spaces, tabs and line breaks separate. */
export const lengthOf = (text: string): TextLength => ({
	characters: [...text].length,
	words: text.split(/[ \t\r\n]+/).filter((word) => word !== "").length,
});
