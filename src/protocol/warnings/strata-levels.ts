import type { Item } from "../schema/form.ts";
import type { Protocol } from "../schema/schema.ts";
import { itemsAsked } from "../steps/steps.ts";

/** How many values a stratum can have; infinitely many for a free number, null where the protocol does not say. */
export function levelsOfStratum(protocol: Protocol, stratum: string): number | null {
	const [source, form, id] = stratum.split(".");
	if (source !== "answers") return null;
	const item = itemsAsked(protocol).find((asked) => asked.form === form && asked.item.id === id)?.item;
	return item ? levelsOf(item) : null;
}

function levelsOf(item: Item): number | null {
	if (item.kind === "choice") return item.options.length;
	if (item.kind !== "likert" && item.kind !== "number") return null;
	const { min, max, step } = item;
	if (min === undefined || max === undefined || step === undefined) return Number.POSITIVE_INFINITY;
	return Math.floor((max - min) / step) + 1;
}
