/** What may be asked of a place between two characters. At an end of the text, one of them is undefined. */
export type Condition = {
	readonly key: string;
	readonly holds: (before: string | undefined, after: string | undefined) => boolean;
};

const isWord = (character: string | undefined): boolean => character !== undefined && /^\w$/.test(character);

export const START: Condition = { key: "\\A", holds: (before) => before === undefined };
export const END: Condition = { key: "\\z", holds: (_before, after) => after === undefined };
export const LINE_START: Condition = { key: "^", holds: (before) => before === undefined || before === "\n" };
export const LINE_END: Condition = { key: "$", holds: (_before, after) => after === undefined || after === "\n" };
export const BOUNDARY: Condition = { key: "\\b", holds: (before, after) => isWord(before) !== isWord(after) };
export const NO_BOUNDARY: Condition = { key: "\\B", holds: (before, after) => isWord(before) === isWord(after) };
