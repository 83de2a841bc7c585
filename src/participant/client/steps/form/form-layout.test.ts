import { describe, expect, it } from "vitest";
import type { ItemView } from "../../../../session/view/view-schema.ts";
import { type Block, blocksOf } from "./form-layout.ts";

const item = (id: string, kind: ItemView["kind"], more: Partial<ItemView> = {}): ItemView => ({
	id,
	kind,
	label: id,
	required: true,
	...more,
});
const agree = { min: 0, max: 100, minLabel: "Disagree", maxLabel: "Agree" };
const line = (id: string, more: Partial<ItemView> = {}) => item(id, "vas", { ...agree, ...more });

const shown = (blocks: readonly Block[]) =>
	blocks.map((block) =>
		block.kind === "item" ? block.item.id : `${block.stem?.id ?? ""}[${block.items.map(({ id }) => id).join(" ")}]`,
	);

describe("the layout of a form", () => {
	it.each<[what: string, items: ItemView[], blocks: string[]]>([
		["one scale", [line("a")], ["a"]],
		["scales with the same ends", [line("a"), line("b"), line("c")], ["[a b c]"]],
		["a text before them", [item("i", "info"), line("a"), line("b")], ["i[a b]"]],
		["two texts before them", [item("h", "info"), item("i", "info"), line("a"), line("b")], ["h", "i[a b]"]],
		["a text before one scale", [item("i", "info"), line("a")], ["i", "a"]],
		["scales with other ends", [line("a"), line("b", { maxLabel: "Fully" })], ["a", "b"]],
		["one that does not apply to everybody", [line("a"), line("b", { notApplicable: true })], ["[a b]"]],
		["points beside lines", [line("a"), item("b", "likert", agree)], ["a", "b"]],
		["what is no scale", [item("a", "text"), item("b", "text")], ["a", "b"]],
		["two batteries", [line("a"), line("b"), item("i", "info"), line("c"), line("d")], ["[a b]", "i[c d]"]],
		["nothing", [], []],
	])("given %s", (_what, items, blocks) => expect(shown(blocksOf(items))).toEqual(blocks));
});
