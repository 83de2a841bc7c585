import type { ItemView } from "../../../../session/view/view-schema.ts";

/** One part of a form's layout: an item, or a battery of scales with the same ends below the text that introduces them. */
export type Block =
	| { readonly kind: "item"; readonly item: ItemView }
	| { readonly kind: "battery"; readonly stem: ItemView | null; readonly items: readonly ItemView[] };

const isScale = ({ kind }: ItemView): boolean => kind === "vas" || kind === "likert";

const endsOf = ({ kind, min, max, step, minLabel, maxLabel }: ItemView): string =>
	JSON.stringify([kind, min, max, step, minLabel, maxLabel]);

/** Two or more scales with the same ends are a battery. */
export function blocksOf(items: readonly ItemView[]): Block[] {
	const blocks: Block[] = [];
	let at = 0;
	while (at < items.length) {
		const stem = items[at]?.kind === "info" ? (items[at] ?? null) : null;
		const from = stem ? at + 1 : at;
		const run = runFrom(items, from);
		if (run.length >= 2) {
			blocks.push({ kind: "battery", stem, items: run });
			at = from + run.length;
		} else {
			const item = items[at];
			if (item) blocks.push({ kind: "item", item });
			at += 1;
		}
	}
	return blocks;
}

function runFrom(items: readonly ItemView[], from: number): readonly ItemView[] {
	const first = items[from];
	if (!first || !isScale(first)) return [];
	const rest = items.slice(from);
	const end = rest.findIndex((item) => endsOf(item) !== endsOf(first));
	return end < 0 ? rest : rest.slice(0, end);
}
