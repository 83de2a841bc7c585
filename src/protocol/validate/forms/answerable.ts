import type { Item } from "../../schema/form.ts";

export type Scalar = string | number | boolean;

/** Whether the item can have this answer. For `choices`: whether it is one of the options. */
export function canAnswer(item: Item, value: Scalar): boolean {
	if (item.kind === "choice" || item.kind === "choices") return item.options.some((option) => option.value === value);
	if (item.kind === "text") return typeof value === "string";
	if (item.kind === "ranking" || item.kind === "guess" || item.kind === "info" || typeof value !== "number")
		return false;
	return value >= (item.min ?? value) && value <= (item.max ?? value);
}

/** Suggestions for a misspelt value. */
export const optionsOf = (item: Item): string[] =>
	item.kind === "choice" || item.kind === "choices" ? item.options.map(({ value }) => value) : [];
