import { describe, expect, it } from "vitest";
import type { ItemView } from "../../../../session/view/view-schema.ts";
import { itemsAsked, pageOf, pagesOf } from "./pages.ts";

const item = (id: string, more: Partial<ItemView> = {}): ItemView => ({
	id,
	kind: "likert",
	label: id,
	required: true,
	...more,
});
const info = (id: string) => item(id, { kind: "info", required: false });
const ids = (pages: readonly (readonly ItemView[])[]) => pages.map((page) => page.map(({ id }) => id).join(" "));

describe("the pages of a form", () => {
	it.each([
		["fewer questions than a page has", ["a", "b"], 4, ["a b"]],
		["as many", ["a", "b"], 2, ["a b"]],
		["more", ["a", "b", "c", "d", "e"], 2, ["a b", "c d", "e"]],
		["a text before a question, which goes along with it", ["a", "b", "i1", "c"], 2, ["a b", "i1 c"]],
		["a text at the end, which stays with the last", ["a", "b", "i1"], 2, ["a b i1"]],
		["texts alone", ["i1", "i2"], 2, ["i1 i2"]],
		["nothing", [], 2, [""]],
	] as const)("given %s", (_what, names, size, pages) => {
		const items = names.map((name) => (name.startsWith("i") ? info(name) : item(name)));
		expect(ids(pagesOf(items, size))).toEqual(pages);
	});

	it("are found by an item; an unknown item gives the first page", () => {
		const pages = pagesOf([item("a"), item("b"), item("c")], 2);
		expect([pageOf(pages, "c"), pageOf(pages, "x")]).toEqual([1, 0]);
	});
});

describe("the items that are asked", () => {
	const items = [
		item("often"),
		item("why", { showIf: { item: "often", atLeast: 5 } }),
		item("more", { showIf: { item: "why", atLeast: 1 } }),
		item("last"),
	];
	const asked = (entries: Readonly<Record<string, unknown>>) => itemsAsked(items, entries).map(({ id }) => id);

	it("are those without a condition while no answer is given", () => expect(asked({})).toEqual(["often", "last"]));
	it("change with the answers that they depend on", () => {
		expect(asked({ often: 6 })).toEqual(["often", "why", "last"]);
		expect(asked({ often: 2 })).toEqual(["often", "last"]);
	});
	it("leave out an item that depends on one that is left out", () =>
		expect(asked({ often: 2, why: 3 })).toEqual(["often", "last"]));
	it("compare numbers as they were typed", () => {
		const typed = [item("age", { kind: "number" }), item("old", { showIf: { item: "age", atLeast: 65 } })];
		expect(itemsAsked(typed, { age: "70" })).toHaveLength(2);
		expect(itemsAsked(typed, { age: "7" })).toHaveLength(1);
	});
});
